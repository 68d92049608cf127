package dev.plinth;

import dev.plinth.backend.Store;
import dev.plinth.internal.unitofwork.Runtime;
import dev.plinth.schema.SchemaDifference;
import java.util.List;

/** The schema of a Plinth that is open. */
final class DefaultSchema implements Schema {
    private final Store store;
    private final Runtime runtime;

    DefaultSchema(Store store, Runtime runtime) {
        this.store = store;
        this.runtime = runtime;
    }

    @Override
    public void create() {
        runtime.requireOpen();
        store.createSchema();
    }

    @Override
    public String script() {
        runtime.requireOpen();
        return store.schemaScript();
    }

    @Override
    public List<SchemaDifference> validate() {
        runtime.requireOpen();
        return store.validateSchema();
    }

    @Override
    public void drop() {
        runtime.requireOpen();
        store.dropSchema();
    }
}
