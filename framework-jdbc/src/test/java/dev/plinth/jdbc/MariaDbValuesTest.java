package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;

/** The values on MariaDB. */
final class MariaDbValuesTest extends ValuesOnEngine {
    @Override
    Store store(EntityModel... entities) {
        return MariaDb.DATABASES.store(entities);
    }
}
