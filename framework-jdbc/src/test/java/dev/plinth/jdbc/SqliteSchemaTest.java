package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.jdbc.SchemaEntities.Book;
import dev.plinth.jdbc.SchemaEntities.Member;
import dev.plinth.jdbc.SchemaEntities.Shelf;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Schemas on SQLite, which can add columns and indexes and nothing else to a table. */
final class SqliteSchemaTest extends SchemaOnEngine {
    @Override
    String url() {
        return Sqlite.url();
    }

    // numbers of SQLite are binary; text keeps the digits
    @Override
    String decimal(int precision, int scale) {
        return "text";
    }

    @Override
    boolean dropsAllOrNothing() {
        return true;
    }

    @Override
    Set<Kind> faults() {
        return EnumSet.complementOf(
                EnumSet.of(Kind.TABLE_MISSING, Kind.COLUMN_SIZE, Kind.COLUMN_GENERATED, Kind.COLUMN_COLLATION));
    }

    @Override
    Set<Kind> faultsForPeople() {
        return EnumSet.of(
                Kind.COLUMN_TYPE,
                Kind.COLUMN_NULLABILITY,
                Kind.COLUMN_UNKNOWN,
                Kind.PRIMARY_KEY,
                Kind.CHECK,
                Kind.FOREIGN_KEY);
    }

    @Override
    boolean hasAlter() {
        return false;
    }

    @Override
    boolean hasSchemas() {
        return false;
    }

    @Override
    boolean hasSequences() {
        return false;
    }

    @Override
    boolean hasIdentityAlways() {
        return false;
    }

    @Override
    boolean hasPatterns() {
        return false;
    }

    @Test
    void aColumnThatIgnoresCaseIsTold() {
        execute("create table shelf (id integer primary key, room int not null, label varchar(50) collate nocase,"
                + " load text)");
        assertThat(plinth(Shelf.class).schema().validate())
                .filteredOn(each -> each.kind() == Kind.COLUMN_COLLATION)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.column()).isEqualTo("label");
                    assertThat(each.severity()).isEqualTo(Severity.ERROR);
                    assertThat(each.message()).contains("'nocase'");
                });
    }

    @Test
    void aKeyThatIgnoresCaseIsToldAndMended() {
        Plinth plinth = plinth(Member.class);
        plinth.schema().create();
        execute(
                "drop index uk_member_mail",
                "create unique index uk_member_mail on member(mail collate nocase) where deleted_at is null");
        assertThat(plinth.schema().validate()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.UNIQUE_KEY);
            assertThat(each.message()).containsIgnoringCase("by the collation 'nocase'");
        });
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
    }

    @Test
    void aCounterWithoutItsRowIsToldAndMended() {
        Plinth plinth = plinth(Book.class);
        plinth.schema().create();
        execute("delete from book_seq");
        assertThat(plinth.schema().validate()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.SEQUENCE);
            assertThat(each.message()).contains("no row");
        });
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
    }
}
