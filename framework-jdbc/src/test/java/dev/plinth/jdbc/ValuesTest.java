package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.byIds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ValueType;
import org.junit.jupiter.api.Test;

/** The values on H2, which holds everything. */
final class ValuesTest extends ValuesOnEngine {
    @Override
    Store store(EntityModel... entities) {
        return H2.store(entities);
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

    @Test
    void largeTextMayHaveNul() {
        EntityModel entity = Entities.named("Letter", "letter")
                .with("id", ValueType.INT)
                .withLarge("text", ValueType.STRING, 5_000_000)
                .build();
        String text = "\u0000x".repeat(700_000);
        try (Store store = store(entity);
                StoreSession session = store.open(false)) {
            Rows.insert(session, entity, new Object[] {1, text});
            assertThat(byIds(session, entity, 1).get(0)[1]).isEqualTo(text);
        }
    }
}
