package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.docs.Docs;
import dev.plinth.docs.Parcel;
import dev.plinth.jdbc.SchemaEntities.Book;
import dev.plinth.jdbc.SchemaEntities.Member;
import dev.plinth.jdbc.SchemaEntities.Shelf;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Schemas on PostgreSQL. */
final class PostgresSchemaTest extends SchemaOnEngine {
    @Override
    String url() {
        return Postgres.url();
    }

    @Override
    boolean dropsAllOrNothing() {
        return true;
    }

    @Override
    Set<Kind> faults() {
        return EnumSet.complementOf(EnumSet.of(Kind.TABLE_MISSING, Kind.COLUMN_GENERATED));
    }

    @Override
    Set<Kind> faultsForPeople() {
        return EnumSet.of(Kind.COLUMN_TYPE, Kind.COLUMN_UNKNOWN);
    }

    // the database of the tests sorts by the rules of a language, where the server knows any
    @Test
    void aColumnThatSortsByLanguageIsToldAndMended() {
        execute("create table shelf (id bigint primary key, room int not null, label varchar(70) collate \"und-x-icu\","
                + " load numeric(10, 2))");
        Plinth plinth = plinth(Shelf.class);
        assertThat(plinth.schema().validate()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.COLUMN_COLLATION);
            assertThat(each.severity()).isEqualTo(Severity.WARNING);
            assertThat(each.message()).contains("'und-x-icu'", "another order");
            assertThat(each.statements()).singleElement().asString().contains("varchar(70)", "\"C\"");
        });
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
    }

    @Test
    void aColumnThatIgnoresCaseIsToldAndMended() {
        execute(
                "create collation no_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
                "create table shelf (id bigint primary key, room int not null, label text collate no_case,"
                        + " load numeric)");
        Plinth plinth = plinth(Shelf.class);
        assertThat(plinth.schema().validate()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.COLUMN_COLLATION);
            assertThat(each.severity()).isEqualTo(Severity.ERROR);
            assertThat(each.statements()).singleElement().asString().contains("text");
        });
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
    }

    @Test
    void aKeyOfSomeRowsOnlyIsToldAndMended() {
        assertKeyReplaced(
                "some of the rows only",
                "drop index uk_member_mail",
                "create unique index uk_member_mail on member(mail) where deleted_at is null and id > 5");
    }

    @Test
    void aKeyThatWasNeverFinishedIsToldAndMended() {
        assertKeyReplaced(
                "has no unique key over 'mail'",
                "update pg_index set indisvalid = false where indexrelid = 'uk_member_mail'::regclass");
    }

    private void assertKeyReplaced(String message, String... faults) {
        Plinth plinth = plinth(Member.class);
        plinth.schema().create();
        execute(faults);
        assertThat(plinth.schema().validate()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.UNIQUE_KEY);
            assertThat(each.message()).contains(message);
        });
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
    }

    @Test
    void typesAreNamedAsTheyAreDeclared() {
        execute("create table member (id bigint primary key, mail varchar(20) collate \"C\","
                + " phone varchar(20) collate \"C\", deleted_at timestamptz(0))");
        assertThat(plinth(Member.class).schema().validate())
                .filteredOn(each -> each.kind() == Kind.COLUMN_SIZE)
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("of the type timestamptz(0),"));
    }

    @Test
    void typesThatLookLikeTextAreNone() {
        execute(
                "create type mood as enum ('GOOD')",
                "create table shelf (id bigint primary key, room int not null, label mood, load money)");
        assertThat(plinth(Shelf.class).schema().validate())
                .filteredOn(each -> each.kind() == Kind.COLUMN_TYPE)
                .extracting(SchemaDifference::column)
                .containsExactly("label", "load");
    }

    @Test
    void textIsFoundInColumnsOfAnyCollation() {
        execute(
                "create table shelf (id bigint primary key, room int not null, label varchar(50) collate \"und-x-icu\","
                        + " load numeric(10, 2))",
                "insert into shelf values (1, 1, 'a', null), (2, 1, 'A', null)");
        Plinth plinth = plinth(Shelf.class);
        assertThat(countOfSmallA(plinth)).isEqualTo(1);
        mendAll(plinth);
        assertThat(countOfSmallA(plinth)).isEqualTo(1);
    }

    private static long countOfSmallA(Plinth plinth) {
        return plinth.<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Shelf.class)
                .where(Specification.where(Shelf.class, "label").is("a"))));
    }

    @Test
    void whatTheSearchPathFindsIsNotCreatedAgain() {
        String first = Postgres.url();
        String second = Postgres.url();
        String both = first + "," + second.substring(second.lastIndexOf('=') + 1);
        try (Plinth owner = Plinth.builder(Postgres.backend(second))
                        .entities(Book.class)
                        .build();
                Plinth reader = Plinth.builder(Postgres.backend(both))
                        .entities(Book.class)
                        .build()) {
            owner.schema().create();
            owner.transact(uow -> uow.insert(new Book("Emma", "1")));
            assertThat(reader.schema().validate()).isEmpty();
            reader.schema().create();
            assertThat(reader.schema().validate()).isEmpty();
            assertThat(reader.<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Book.class))))
                    .isEqualTo(1L);
            reader.transact(uow -> uow.insert(new Book("Persuasion", "2")));
            assertThat(owner.<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Book.class))))
                    .isEqualTo(2L);
        }
    }

    @Test
    void theGuideShowsTheScriptOfItsEntity() {
        assertThat(Docs.squeezed(Docs.section("schema.md", "## What a model becomes")))
                .contains(Docs.squeezed(plinth(Parcel.class).schema().script()));
    }
}
