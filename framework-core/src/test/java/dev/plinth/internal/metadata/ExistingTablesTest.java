package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.error.Problem;
import dev.plinth.mapping.Audited;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.mapping.ReadOnly;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes in what is said for tables that exist: id classes, columns that are not written, entities that are only read. */
class ExistingTablesTest {
    record Key(String hall, long number, int extra) {}

    static class Final {
        private final String hall = "";
        private int number;
    }

    record Speaking(@Column(name = "x") String hall, int number) {}

    @Entity
    @IdClass(Key.class)
    record Misfit(@Id String hall, @Id int number) {}

    @Entity
    @IdClass(Key.class)
    record Short(
            @Id String hall,
            @Id long number,
            @Id int extra,
            @Id int missing) {}

    @Entity
    @IdClass(Final.class)
    record Finals(@Id String hall, @Id @GeneratedValue int number) {}

    @Entity
    @IdClass(Speaking.class)
    record Annotates(@Id String hall, @Id int number) {}

    @Entity
    @IdClass(String.class)
    record Basic(@Id String hall, @Id int number) {}

    @Entity
    @IdClass(Key.class)
    record Both(@EmbeddedId Annotated.LineKey id) {}

    @Entity
    record Unwritten(
            @Id @Column(insertable = false) long id,
            @Version @Column(updatable = false) long version,
            @ElementCollection @Column(insertable = false) List<String> tags) {}

    @Entity
    @ReadOnly
    @SoftDelete
    @Audited
    @Table(indexes = @Index(columnList = "name"))
    record Eager(@Id @GeneratedValue long id, String name) {}

    private static List<String> problems(Class<?> type) {
        return brief(ModelReader.read(List.of(type), List.of()));
    }

    private static List<String> brief(ModelReader.Result result) {
        return result.problems().stream()
                .map(Problem::toString)
                .map(text -> text.replaceAll("dev\\.plinth\\.internal\\.metadata\\.(ExistingTablesTest\\$)?", ""))
                .toList();
    }

    @Test
    void anIdClassHasThePropertiesOfTheId() {
        assertThat(problems(Misfit.class))
                .containsExactly(
                        "Misfit: the property 'number' is of type long in the id class Key and of type int in the entity."
                                + " Give both the same type",
                        "Misfit: the id class Key has the property 'extra', which is not part of the entity's id. Remove"
                                + " it there, or mark the entity's property of that name with @Id");
        assertThat(problems(Short.class))
                .containsExactly("Short: the id class Key has no property 'missing', which is part of the entity's id."
                        + " Give it one of the type int");
        assertThat(problems(Basic.class))
                .containsExactly(
                        "Basic: the id class java.lang.String is not a class or record with the properties of the"
                                + " id. Write one that has the properties hall, number");
    }

    @Test
    void anIdClassIsPlain() {
        assertThat(problems(Finals.class))
                .containsExactly(
                        "Finals: the field 'hall' of the id class Final is final, so that it cannot be read into. Drop"
                                + " 'final', or make the class a record",
                        "Finals.number: only an id of one property can be generated. Remove @GeneratedValue and set the id"
                                + " in the constructor");
        assertThat(problems(Annotates.class))
                .containsExactly(
                        "Speaking: the class is named in @IdClass and has mapping annotations, which would have no"
                                + " effect. Put them on the @Id properties of the entity, or make it an @Embeddable and use"
                                + " @EmbeddedId");
        assertThat(problems(Both.class))
                .contains(
                        "Both.id: an id is an embeddable or has an id class, not both. Remove @IdClass, or mark the single"
                                + " properties with @Id");
    }

    @Test
    void someColumnsAreAlwaysWritten() {
        assertThat(problems(Unwritten.class))
                .containsExactly(
                        "Unwritten.id: an id is part of every insert. Remove 'insertable', or let the database set an id of"
                                + " one column with @GeneratedValue(strategy = GenerationType.IDENTITY)",
                        "Unwritten.version: a version is always written. Remove 'insertable' and 'updatable'",
                        "Unwritten.tags: a column of a collection's elements is always written. Remove 'insertable' and"
                                + " 'updatable'");
    }

    @Test
    void whatIsOnlyReadSaysNothingOfWrites() {
        assertThat(problems(Eager.class))
                .containsExactly(
                        "Eager: it is @ReadOnly, so that @SoftDelete has no effect. Remove one of the two",
                        "Eager: it is @ReadOnly, so that @Audited has no effect. Remove one of the two",
                        "Eager: it is @ReadOnly, so that a unique key or index has no effect. Remove one of the two",
                        "Eager: it is @ReadOnly, so that @GeneratedValue has no effect. Remove one of the two");
    }

    @Test
    void mistakesInCodeSpeakOfCode() {
        assertThat(brief(ModelReader.read(
                        List.of(),
                        List.of(EntityMapping.of(Plain.TicketEntity.class)
                                .id("number")
                                .idClass(Key.class)
                                .readOnly()
                                .softDelete()))))
                .anySatisfy(text -> assertThat(text).contains("it is 'readOnly', so that 'softDelete' has no effect"))
                .anySatisfy(text -> assertThat(text).contains("mark the entity's property of that name with 'id'"));
    }
}
