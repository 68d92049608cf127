package dev.plinth.jdbc;

import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import java.util.List;
import java.util.UUID;

/** New H2 databases in memory. */
final class H2 {
    private H2() {}

    static String url() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=0";
    }

    /** A store over a new database with the tables of the entities. */
    static Store store(StatementListener listener, EntityModel... entities) {
        return prepared(JdbcBackend.url(url()).connect(listener), entities);
    }

    static Store store(EntityModel... entities) {
        return store((kind, rows, batched) -> {}, entities);
    }

    static Store prepared(Store store, EntityModel... entities) {
        if (!store.prepare(new Model(List.of(entities))).isEmpty()) {
            throw new AssertionError("the model has problems");
        }
        store.createSchema();
        return store;
    }
}
