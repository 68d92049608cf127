package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;

/** The random queries on PostgreSQL. */
final class PostgresLikeMemoryTest extends LikeMemory {
    @Override
    Store engine(EntityModel... entities) {
        return Postgres.store(entities);
    }
}
