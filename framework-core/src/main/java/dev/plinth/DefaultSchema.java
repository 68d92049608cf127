package dev.plinth;

import dev.plinth.backend.Store;
import dev.plinth.internal.lookup.Lookups;
import dev.plinth.internal.references.DanglingReferences;
import dev.plinth.internal.references.Diagram;
import dev.plinth.internal.unitofwork.Runtime;
import dev.plinth.internal.unitofwork.ThreadTransactions;
import dev.plinth.model.Model;
import dev.plinth.schema.DanglingReference;
import dev.plinth.schema.LookupDifference;
import dev.plinth.schema.SchemaDifference;
import java.util.List;

/** The schema of a Plinth that is open. */
final class DefaultSchema implements Schema {
    private final Store store;
    private final Model model;
    private final Runtime runtime;
    private final ThreadTransactions transactions;
    private final Lookups lookups;

    DefaultSchema(Store store, Model model, Runtime runtime, ThreadTransactions transactions, Lookups lookups) {
        this.lookups = lookups;
        this.store = store;
        this.model = model;
        this.runtime = runtime;
        this.transactions = transactions;
    }

    @Override
    public void create() {
        change("schema().create()", () -> {
            store.createSchema();
            lookups.synchronize();
        });
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
    public List<LookupDifference> synchronizeLookups() {
        runtime.requireOpen();
        transactions.requireNone("schema().synchronizeLookups()");
        return lookups.synchronize();
    }

    @Override
    public List<DanglingReference> validateReferences() {
        runtime.requireOpen();
        return new DanglingReferences(store, model).find();
    }

    @Override
    public String diagram() {
        return Diagram.of(model);
    }

    @Override
    public void drop() {
        change("schema().drop()", store::dropSchema);
    }

    private void change(String call, Runnable change) {
        runtime.requireOpen();
        transactions.requireNone(call);
        try {
            change.run();
        } finally {
            // even what fails may have replaced some of the sequences
            runtime.forgetIds();
        }
    }
}
