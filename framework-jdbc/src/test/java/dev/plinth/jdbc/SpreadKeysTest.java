package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.PlinthError;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;

/** Which keys the tables of a hierarchy cannot have. */
final class SpreadKeysTest {
    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static class Tool {
        @Id
        long id;

        String name = "";
    }

    @Entity
    @Table(indexes = @Index(name = "ix_saw", columnList = "name, teeth"))
    static class Saw extends Tool {
        int teeth;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class Fruit {
        @Id
        long id;

        @Column(unique = true)
        String code = "";
    }

    @Entity
    static class Apple extends Fruit {}

    @Entity
    static class Pear extends Fruit {}

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    @SoftDelete
    abstract static class Guest {
        @Id
        long id;
    }

    @Entity
    static class Member extends Guest {
        @Column(unique = true)
        int number;
    }

    private static void refused(String entity, String message, Class<?>... entities) {
        assertThatThrownBy(() -> Plinth.builder(JdbcBackend.url(H2.url()))
                        .entities(entities)
                        .build())
                .satisfies(
                        error -> assertThat(((PlinthError) error).errorCode()).isEqualTo(ErrorCode.MODEL_INVALID))
                .hasMessageContaining("1 mistake")
                .hasMessageContainingAll("$" + entity, message, "InheritanceType.SINGLE_TABLE");
    }

    @Test
    void noKeyIsOfColumnsOfSeveralTables() {
        refused(
                "Tool",
                "the index of name, teeth is of columns of several tables: @Inheritance(JOINED)",
                Tool.class,
                Saw.class);
    }

    @Test
    void noUniqueKeyIsOfRowsOfSeveralTables() {
        refused(
                "Fruit",
                "the unique key of code is of rows in several tables: @Inheritance(TABLE_PER_CLASS)",
                Fruit.class,
                Apple.class,
                Pear.class);
    }

    @Test
    void noUniqueKeyIsOfLiveRowsThatAnotherTableKnows() {
        refused(
                "Guest",
                "the unique key of number is about live rows, but another table knows which rows are soft-deleted",
                Guest.class,
                Member.class);
    }
}
