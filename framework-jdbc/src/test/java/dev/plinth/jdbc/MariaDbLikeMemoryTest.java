package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;

/** The random queries on MariaDB. */
final class MariaDbLikeMemoryTest extends LikeMemory {
    @Override
    Store engine(EntityModel... entities) {
        return MariaDb.DATABASES.store(entities);
    }
}
