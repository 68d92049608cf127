package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;

/** The random queries on SQLite. */
final class SqliteLikeMemoryTest extends LikeMemory {
    @Override
    Store engine(EntityModel... entities) {
        return Sqlite.store(entities);
    }
}
