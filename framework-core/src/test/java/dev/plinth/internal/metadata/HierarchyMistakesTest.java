package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

class HierarchyMistakesTest {
    private static List<String> mistakes(Class<?>... types) {
        return ModelReader.read(List.of(types), List.of()).problems().stream()
                .map(problem -> problem.type().substring(problem.type().lastIndexOf('$') + 1)
                        + (problem.member().isEmpty() ? "" : "." + problem.member()) + ": " + problem.message())
                .toList();
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;
    }

    @Test
    void identityIsRefusedWhereTablesNumberTheirRows() {
        assertThat(mistakes(Counted.class))
                .singleElement()
                .asString()
                .startsWith("Counted.id: GenerationType.IDENTITY");
    }

    @Entity
    @DiscriminatorValue("one")
    static class Root {
        @Id
        long id;
    }

    @Entity
    @SoftDelete
    @Table(name = "elsewhere")
    @DiscriminatorValue("one")
    static class Below extends Root {
        @Version
        long version;

        int size;
    }

    @Entity
    static class Beside extends Root {
        @Column(length = 10)
        String size = "";
    }

    @Test
    void whatBelongsToTheRootIsRefusedBelow() {
        assertThat(mistakes(Root.class, Below.class, Beside.class))
                .anyMatch(each -> each.startsWith("Below: it says @SoftDelete, but extends the entity Root"))
                .anyMatch(each -> each.startsWith("Below: it names a table"))
                .anyMatch(each -> each.startsWith("Below.version: it is a version"))
                .anyMatch(each -> each.startsWith("Below: the discriminator's value 'one' is also that of Root"))
                .anyMatch(
                        each -> each.matches("(Below|Beside).size: the column 'size' is also the column of '.*size'.*"))
                .hasSize(5);
    }

    @Entity
    sealed interface Shape {}

    @Entity
    record Circle(@Id long id) implements Shape {}

    @Entity
    record Square(@Id String id) implements Shape {}

    @Test
    void recordsOfOneInterfaceHaveOneId() {
        assertThat(mistakes(Shape.class)).anyMatch(each -> each.startsWith("Square: its id is not that of Circle"));
    }

    @Entity
    interface Open {}

    @Test
    void anInterfaceIsSealed() {
        assertThat(mistakes(Open.class)).containsExactly("Open: it is an interface that anyone may implement");
    }
}
