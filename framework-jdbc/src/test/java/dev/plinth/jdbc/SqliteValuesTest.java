package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Store;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ValueType;
import org.junit.jupiter.api.Test;

/** The values on SQLite, which holds everything. */
final class SqliteValuesTest extends ValuesOnEngine {
    @Override
    Store store(EntityModel... entities) {
        return Sqlite.store(entities);
    }

    @Test
    void nothingIsRefused() {
        try (Store store = store()) {
            for (ValueType type : ValueType.values()) {
                assertThat(held(store, Entities.column(0, "x", type, true), values(type)))
                        .hasSameSizeAs(values(type));
            }
        }
    }
}
