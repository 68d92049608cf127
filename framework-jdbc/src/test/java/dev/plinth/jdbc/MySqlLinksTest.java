package dev.plinth.jdbc;

import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;

/** Links and keys of several columns on MySQL. */
@MySql.OnGivenServer
final class MySqlLinksTest extends LinksOnEngine {
    @Override
    Store store(StatementListener listener, EntityModel... entities) {
        return H2.prepared(MySql.databases().backend().connect(listener), entities);
    }
}
