package dev.plinth.jdbc;

import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;

/** Links and keys of several columns on H2. */
final class H2LinksTest extends LinksOnEngine {
    @Override
    Store store(StatementListener listener, EntityModel... entities) {
        return H2.store(listener, entities);
    }
}
