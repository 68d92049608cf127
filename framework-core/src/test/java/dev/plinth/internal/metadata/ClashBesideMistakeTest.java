package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.error.Problem;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A clash of names is reported together with other mistakes of the same class. */
class ClashBesideMistakeTest {
    @Entity(name = "X")
    record First(@Id long id) {}

    @Entity(name = "X")
    record Second(@Id long id, java.util.Date since) {}

    @Test
    void bothAreReportedAtOnce() {
        assertThat(ModelReader.read(List.of(First.class, Second.class), List.of())
                        .problems())
                .extracting(Problem::toString)
                .anyMatch(text -> text.contains("java.util.Date"))
                .anyMatch(text -> text.contains("'X'"));
    }

    @Entity
    @Table(name = "parcel", indexes = @Index(name = "PARCEL", columnList = "name"))
    record Parcel(@Id long id, String name) {}

    @Entity
    record Numbered(
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "numbers")
            @SequenceGenerator(name = "numbers", sequenceName = "parcel")
            long id) {}

    @Test
    void anIndexOrASequenceWithTheNameOfATableIsReported() {
        assertThat(ModelReader.read(List.of(Numbered.class, Parcel.class), List.of())
                        .problems())
                .extracting(Problem::message)
                .anyMatch(text -> text.startsWith("the key or index 'PARCEL' has the name of a table"))
                .anyMatch(text -> text.startsWith("the sequence 'parcel' has the name of a table"));
    }

    @Entity
    @Table(indexes = @Index(columnList = "zzz"))
    record WithoutId(String name) {}

    @Test
    void anIndexOfNoColumnIsReportedBesideAMissingId() {
        assertThat(ModelReader.read(List.of(WithoutId.class), List.of()).problems())
                .extracting(Problem::toString)
                .anyMatch(text -> text.contains("zzz"))
                .anyMatch(text -> text.contains("no id"));
    }
}
