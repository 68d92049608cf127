package dev.plinth.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.audit.AuditEntry;
import dev.plinth.mapping.Audited;
import dev.plinth.memory.MemoryBackend;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

/** What was written to the trail can be read back, beyond the limits that JSON readers have by default. */
class LargeValuesTest {
    @Entity
    @Audited
    record Book(
            @Id long id, @Column(length = Integer.MAX_VALUE) String text) {}

    @Test
    void aTextOfMoreThanTwentyMillionCharacters() {
        String text = "x".repeat(20_000_001);
        try (Plinth plinth =
                Plinth.builder(MemoryBackend.create()).entities(Book.class).build()) {
            plinth.schema().create();
            plinth.transact(uow -> uow.insert(new Book(1, text)));
            assertThat(plinth.audit().history(Book.class, 1L))
                    .extracting(AuditEntry::changes)
                    .singleElement()
                    .satisfies(changes ->
                            assertThat(changes.get("text").after().equals(text)).isTrue());
        }
    }
}
