package dev.plinth.docs;

import static dev.plinth.specification.Specification.all;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plinth.Plinth;
import dev.plinth.Statistics;
import dev.plinth.memory.MemoryBackend;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// docs:unit-test
class CustomerDeskTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Plinth plinth = Plinth.builder(MemoryBackend.create())
            .entities(Customer.class)
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .actor(() -> "test")
            .build();
    private final CustomerDesk desk = plinth.repository(CustomerDesk.class);

    @BeforeEach
    void createTables() {
        plinth.schema().create();
    }

    @AfterEach
    void close() {
        plinth.close();
    }

    @Test
    void raisesCredits() {
        Customer ada = desk.insert(new Customer("Ada", "ada@example.org"));
        assertEquals(1, desk.raiseCredits(new BigDecimal("100"), new BigDecimal("100")));
        assertEquals(
                NOW, plinth.audit().history(Customer.class, ada.getId()).get(1).at());
    }
    // end

    @Test
    void readsTheCustomersOnce() {
        desk.insert(new Customer("Ada", "ada@example.org"));
        // docs:budget
        Statistics before = plinth.statistics();
        desk.findAll(all());
        assertEquals(1, plinth.statistics().since(before).selects());
        // end
    }
    // docs:unit-test
}
// end
