package dev.plinth.jdbc;

import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;

/** The values on MySQL. */
@MySql.OnGivenServer
final class MySqlValuesTest extends ValuesOnEngine {
    @Override
    Store store(EntityModel... entities) {
        return MySql.databases().store(entities);
    }
}
