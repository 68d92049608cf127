package dev.plinth.jdbc;

import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;

/** Rows that refer to each other on MySQL. */
@MySql.OnGivenServer
final class MySqlGraphTest extends GraphOnEngine {
    @Override
    Store store(StatementListener listener, EntityModel... entities) {
        return H2.prepared(MySql.databases().backend().connect(listener), entities);
    }
}
