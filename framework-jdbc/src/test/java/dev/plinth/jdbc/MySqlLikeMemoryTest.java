package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;

/** The random queries on MySQL. */
@MySql.OnGivenServer
final class MySqlLikeMemoryTest extends LikeMemory {
    @Override
    Store engine(EntityModel... entities) {
        return MySql.databases().store(entities);
    }
}
