package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The backend on MySQL. */
@MySql.OnGivenServer
final class MySqlBackendTest extends MySqlFamilyBackend {
    @Override
    Databases databases() {
        return MySql.databases();
    }

    @Override
    String version() {
        return "MySQL \\d+\\.\\d+\\.\\d+.*";
    }

    @Test
    void idsOfACounterAreNotGivenTwiceAlsoAfterARollback() {
        Generation.Sequence ids = new Generation.Sequence(new TableName(null, null, "Order ids"), 5, 10);
        EntityModel order = Entities.named("Order", "order")
                .with("id", ValueType.LONG)
                .generated(ids)
                .build();
        try (Store store = databases().store(order);
                StoreSession first = store.open(false);
                StoreSession second = store.open(false)) {
            assertThat(first.nextBlock(ids)).isEqualTo(5);
            Rows.insert(first, order, List.<Object[]>of(new Object[] {5L}));
            // does not wait for the first
            assertThat(second.nextBlock(ids)).isEqualTo(15);
            first.rollback();
            assertThat(second.nextBlock(ids)).isEqualTo(25);
            assertThat(Rows.count(second, order, Condition.ALWAYS)).isZero();
        }
    }
}
