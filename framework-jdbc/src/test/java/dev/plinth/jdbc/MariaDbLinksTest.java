package dev.plinth.jdbc;

import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;

/** Links and keys of several columns on MariaDB. */
final class MariaDbLinksTest extends LinksOnEngine {
    @Override
    Store store(StatementListener listener, EntityModel... entities) {
        return H2.prepared(MariaDb.DATABASES.backend().connect(listener), entities);
    }
}
