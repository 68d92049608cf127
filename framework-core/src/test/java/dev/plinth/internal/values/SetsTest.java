package dev.plinth.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.mapping.Audited;
import dev.plinth.memory.MemoryBackend;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Elements of a set that are the same in the column are one element. */
class SetsTest {
    @Entity
    @Audited
    static class Scale {
        @Id
        long id = 1;

        @Version
        long version;

        @ElementCollection
        Set<BigDecimal> weights = new HashSet<>();

        @ElementCollection
        Set<Instant> times = new HashSet<>();
    }

    @Test
    void elementsThatBecomeTheSameAreWrittenOnceAndReadingThemIsNoChange() {
        Scale scale = new Scale();
        scale.weights.add(new BigDecimal("1.0"));
        scale.weights.add(new BigDecimal("1.00"));
        Instant now = Instant.parse("2026-01-01T00:00:00.000001Z");
        scale.times.add(now.plusNanos(1));
        scale.times.add(now.plusNanos(2));
        try (Plinth plinth =
                Plinth.builder(MemoryBackend.create()).entities(Scale.class).build()) {
            plinth.schema().create();
            plinth.transact(uow -> uow.insert(scale));
            plinth.transact(uow -> {
                Scale read = uow.getById(Scale.class, 1L);
                assertThat(read.weights).hasSize(1);
                assertThat(read.times).containsExactly(now);
            });
            assertThat(plinth.audit().history(Scale.class, 1L)).hasSize(1);
            plinth.read(uow -> assertThat(uow.getById(Scale.class, 1L).version).isEqualTo(1));
        }
    }
}
