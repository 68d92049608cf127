package dev.plinth.docs;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.plinth.Plinth;
import dev.plinth.docs.Machine.Settings;
import dev.plinth.docs.Machine.Slot;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void valuesOfOnesOwn() {
        Settings settings = new Settings(
                new BigDecimal("0.10"),
                List.of(new Slot("drill", Duration.ofHours(3))),
                Instant.parse("2026-11-22T12:00:00Z"));
        try (Plinth plinth = Plinth.builder(JdbcBackend.url("jdbc:h2:mem:" + UUID.randomUUID()))
                .entities(Machine.class)
                .build()) {
            plinth.schema().create();
            plinth.transact(uow -> {
                uow.insert(new Machine("lathe", settings));
                uow.insert(new Machine("mill", null));
            });
            // docs:json-change
            plinth.transact(uow -> {
                Machine lathe = uow.getById(Machine.class, "lathe");
                lathe.remarks().put("oil", List.of("changed", 3)); // found at the flush, like any change
            });
            Specification<Machine> unset = where(Machine::settings).isNull();
            // end
            plinth.read(uow -> {
                Machine lathe = uow.getById(Machine.class, "lathe");
                assertThat(lathe.settings()).isEqualTo(settings);
                assertThat(lathe.remarks()).containsExactly(entry("oil", List.of("changed", 3)));
                assertThat(uow.find(Selection.of(Machine.class).where(unset)))
                        .extracting(Machine::name)
                        .containsExactly("mill");
            });
        }
    }
}
