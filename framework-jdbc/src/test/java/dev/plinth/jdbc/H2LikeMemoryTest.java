package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;

/** The random queries on H2. */
final class H2LikeMemoryTest extends LikeMemory {
    @Override
    Store engine(EntityModel... entities) {
        return H2.store(entities);
    }
}
