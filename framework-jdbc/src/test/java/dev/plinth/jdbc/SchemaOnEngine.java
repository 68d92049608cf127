package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.Plinth;
import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.error.LockTimeoutException;
import dev.plinth.error.ModelException;
import dev.plinth.jdbc.SchemaEntities.Book;
import dev.plinth.jdbc.SchemaEntities.Branch;
import dev.plinth.jdbc.SchemaEntities.Light;
import dev.plinth.jdbc.SchemaEntities.LightOfTomorrow;
import dev.plinth.jdbc.SchemaEntities.Member;
import dev.plinth.jdbc.SchemaEntities.Numbered;
import dev.plinth.jdbc.SchemaEntities.Outlet;
import dev.plinth.jdbc.SchemaEntities.Plate;
import dev.plinth.jdbc.SchemaEntities.Shelf;
import dev.plinth.jdbc.SchemaEntities.ShelfView;
import dev.plinth.jdbc.SchemaEntities.Stall;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import dev.plinth.specification.Selection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The schema of a model against databases that others have made. */
abstract class SchemaOnEngine {
    private final List<Plinth> opened = new ArrayList<>();
    private String database = "";

    /** The URL of a new, empty database. */
    abstract String url();

    /** The kinds of fault that the engine has, or tells, of those that {@link #aFaultyTable} puts into a table. */
    abstract Set<Kind> faults();

    /** How many of those faults are left to people. */
    abstract Set<Kind> faultsForPeople();

    @BeforeEach
    final void newDatabase() {
        database = url();
    }

    @AfterEach
    final void closeAll() {
        opened.forEach(Plinth::close);
    }

    final Plinth plinth(Class<?>... entities) {
        Plinth plinth = Plinth.builder(JdbcBackend.url(database).pool(pool -> pool.setMinimumIdle(1)))
                .entities(entities)
                .build();
        opened.add(plinth);
        return plinth;
    }

    /** A type that holds decimal numbers of so many digits. */
    String decimal(int precision, int scale) {
        return "numeric(" + precision + ", " + scale + ")";
    }

    final void execute(String... statements) {
        Databases.execute(database, statements);
    }

    final void execute(List<String> statements) {
        execute(statements.toArray(String[]::new));
    }

    /** A statement with names in double quotes, with those of the engine. */
    String quoted(String sql) {
        return sql;
    }

    final void mend(List<SchemaDifference> differences) {
        differences.forEach(each -> execute(each.statements()));
    }

    /** Runs what mends differences; what is left is what nobody said how to mend. */
    final void mendAll(Plinth plinth) {
        List<SchemaDifference> differences = plinth.schema().validate();
        mend(differences);
        assertThat(plinth.schema().validate())
                .containsExactlyElementsOf(differences.stream()
                        .filter(each -> each.statements().isEmpty())
                        .toList());
    }

    static Set<Kind> kinds(List<SchemaDifference> differences) {
        Set<Kind> kinds = new LinkedHashSet<>();
        differences.forEach(each -> kinds.add(each.kind()));
        return kinds;
    }

    private void aFaultyTable() {
        execute(
                quoted(
                        "create table \"book\" (\"id\" bigint not null, \"title\" varchar(10), \"isbn\" varchar(20) not null,"
                                + " \"price\" numeric(8, 2), \"status\" varchar(255), \"pages\" smallint not null,"
                                + " \"printed\" date, \"deleted_at\" varchar(10), \"owner\" varchar(5) not null)"),
                quoted("create table \"book_tags\" (\"book_id\" bigint not null, \"tags\" varchar(255) not null)"));
    }

    @Test
    void everyFaultOfATableIsTold() {
        aFaultyTable();
        List<SchemaDifference> differences = plinth(Book.class).schema().validate();
        assertThat(kinds(differences)).containsExactlyInAnyOrderElementsOf(faults());
        assertThat(differences).allSatisfy(each -> {
            assertThat(each.entity()).isEqualTo("Book");
            assertThat(each.message()).contains("'" + each.table() + "'");
            if (each.column() != null) {
                assertThat(each.message()).contains("'" + each.column() + "'");
            }
        });
        assertThat(differences)
                .filteredOn(each -> each.kind() == Kind.COLUMN_UNKNOWN)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.column()).isEqualTo("owner");
                    assertThat(each.severity()).isEqualTo(Severity.ERROR);
                });
        assertThat(differences)
                .filteredOn(each -> each.kind() == Kind.COLUMN_MISSING)
                .extracting(SchemaDifference::property)
                .contains("sold");
    }

    @Test
    void whatMendsAFaultMakesItVanish() {
        aFaultyTable();
        Plinth plinth = plinth(Book.class);
        mendAll(plinth);
        assertThat(kinds(plinth.schema().validate())).containsExactlyInAnyOrderElementsOf(faultsForPeople());
    }

    @Test
    void whatMendsAnEmptyDatabaseIsTheSchema() {
        Plinth plinth = plinth(Book.class, Shelf.class, Numbered.class);
        mend(plinth.schema().validate());
        assertThat(plinth.schema().validate()).isEmpty();
        plinth.transact(uow -> uow.insert(new Book("Emma", "1")));
    }

    @Test
    void theScriptMakesTheSchemaAndCanBeRunAgain() {
        Plinth plinth = plinth(Book.class, Shelf.class);
        List<String> statements = List.of(plinth.schema().script().split(";\n"));
        execute(statements);
        assertThat(plinth.schema().validate()).isEmpty();
        plinth.transact(uow -> uow.insert(new Book("Emma", "1")));
        execute(statements);
        assertThat(plinth.schema().validate()).isEmpty();
        assertThat(plinth.<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Book.class))))
                .isEqualTo(1L);
    }

    @Test
    void indexesThatAreMissingAreCreatedWhereTheTableIsThere() {
        Plinth plinth = plinth(Book.class);
        plinth.schema().create();
        execute(dropIndex("ix_book_title", "book"), dropIndex("uk_book_isbn", "book"));
        assertThat(kinds(plinth.schema().validate())).containsExactlyInAnyOrder(Kind.INDEX, Kind.UNIQUE_KEY);
        plinth.schema().create();
        assertThat(plinth.schema().validate()).isEmpty();
    }

    @Test
    void processesThatStartAtOnceAllCreateTheSchema() {
        for (int round = 0; round < 3; round++) {
            newDatabase();
            List<Plinth> starting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starting.add(plinth(Book.class, Shelf.class, Numbered.class));
            }
            ExecutorService threads = Executors.newFixedThreadPool(starting.size());
            try {
                List<CompletableFuture<Void>> created = starting.stream()
                        .map(plinth -> CompletableFuture.runAsync(plinth.schema()::create, threads))
                        .toList();
                created.forEach(CompletableFuture::join);
            } finally {
                threads.shutdown();
            }
            assertThat(starting.get(0).schema().validate()).isEmpty();
            starting.forEach(plinth ->
                    plinth.transact(uow -> uow.insert(new Book("Emma", "b" + starting.indexOf(plinth)))));
        }
    }

    @Test
    void whatOthersReferToIsNamedWhenItCannotBeDropped() {
        Plinth plinth = plinth(Book.class, Shelf.class);
        plinth.schema().create();
        execute(quoted("create table \"mine\" (\"book\" bigint, constraint \"fk_mine\" foreign key (\"book\")"
                + " references \"book\"(\"id\"))"));
        plinth.transact(uow -> uow.insert(new Book("Emma", "1")));
        execute(quoted("insert into \"mine\" select \"id\" from \"book\""));
        assertThatThrownBy(() -> plinth.schema().drop())
                .isInstanceOf(ForeignKeyViolationException.class)
                .hasMessageContaining("the table 'book' could not be dropped: the table 'mine' refers to it")
                .hasMessageContaining(
                        dropsAllOrNothing() ? "Nothing was dropped" : "What was dropped before it is gone");
        if (dropsAllOrNothing()) {
            assertThat(plinth.schema().validate()).isEmpty();
        }
        execute(quoted("drop table \"mine\""));
        plinth.schema().drop();
        assertThat(kinds(plinth.schema().validate())).containsExactlyInAnyOrder(Kind.SEQUENCE, Kind.TABLE_MISSING);
    }

    /** Whether the engine takes back what it has dropped. */
    boolean dropsAllOrNothing() {
        return false;
    }

    @Test
    void aChangeOfTheSchemaWaitsNoLongerThanItIsToldTo() {
        Plinth writer = plinth(Shelf.class);
        writer.schema().create();
        JdbcBackend impatient = JdbcBackend.url(database).lockTimeout(Duration.ofMillis(300));
        try (Plinth other = Plinth.builder(impatient).entities(Shelf.class).build()) {
            writer.transact(uow -> {
                uow.insert(new Shelf());
                uow.flush();
                assertThatThrownBy(() -> other.schema().drop()).isInstanceOf(LockTimeoutException.class);
            });
        }
        assertThat(writer.<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Shelf.class))))
                .isEqualTo(1L);
    }

    @Test
    void widerColumnsAndMoreColumnsAreFine() {
        execute(quoted("create table \"shelf\" (\"id\" bigint primary key, \"room\" bigint not null,"
                + " \"label\" varchar(4000), \"load\" " + decimal(30, 10) + ", \"spare\" varchar(10),"
                + " \"counted\" integer default 0 not null)"));
        assertThat(kinds(plinth(Shelf.class).schema().validate())).isSubsetOf(Kind.CHECK, Kind.COLUMN_COLLATION);
    }

    @Test
    void aCheckOfFewerValuesIsToldAndMended() {
        plinth(Light.class).schema().create();
        Plinth tomorrow = plinth(LightOfTomorrow.class);
        List<SchemaDifference> differences = tomorrow.schema().validate();
        assertThat(differences).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.CHECK);
            assertThat(each.severity()).isEqualTo(Severity.ERROR);
            assertThat(each.property()).isEqualTo("colour");
        });
        mendAll(tomorrow);
    }

    @Test
    void aCheckOfMoreValuesIsAWarningAndStaysWhereRowsNeedIt() {
        plinth(LightOfTomorrow.class).schema().create();
        execute(quoted("insert into \"light\" (\"id\", \"colour\") values (1, 'AMBER')"));
        Plinth today = plinth(Light.class);
        List<SchemaDifference> differences = today.schema().validate();
        assertThat(differences).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.CHECK);
            assertThat(each.severity()).isEqualTo(Severity.WARNING);
        });
        if (hasAlter()) {
            assertThatThrownBy(() -> mend(differences)).hasCauseInstanceOf(SQLException.class);
        } else {
            assertThat(differences.get(0).message()).contains("Make a new table");
        }
        assertThat(today.schema().validate()).isEqualTo(differences);
    }

    @Test
    void keysThatCannotBeMadeLeaveWhatIsThere() {
        Plinth plinth = plinth(Member.class);
        plinth.schema().create();
        execute(
                dropIndex("uk_member_mail", "member"),
                quoted("create index \"uk_member_mail\" on \"member\"(\"mail\")"),
                quoted("insert into \"member\" (\"id\", \"mail\") values (1, 'a')"),
                quoted("insert into \"member\" (\"id\", \"mail\") values (2, 'a')"));
        List<SchemaDifference> differences = plinth.schema().validate();
        assertThat(kinds(differences)).containsExactly(Kind.UNIQUE_KEY);
        assertThatThrownBy(() -> mend(differences)).hasCauseInstanceOf(SQLException.class);
        assertThat(plinth.schema().validate()).isEqualTo(differences);
        execute(quoted("delete from \"member\" where \"id\" = 2"));
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
    }

    @Test
    void aForeignKeyToAnotherPrimaryKeyIsNotOffered() {
        assumeTrue(hasAlter(), "the engine does not change tables");
        execute(
                quoted("create table \"book\" (\"id\" bigint not null, \"pages\" integer not null,"
                        + " primary key (\"id\", \"pages\"))"),
                quoted("create table \"book_tags\" (\"book_id\" bigint not null, \"tags\" varchar(255) not null)"));
        assertThat(plinth(Book.class).schema().validate())
                .filteredOn(each -> each.kind() == Kind.FOREIGN_KEY)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.statements()).isEmpty();
                    assertThat(each.message()).contains("primary key");
                });
    }

    @Test
    void aViewInPlaceOfACollectionsTableIsTold() {
        Plinth plinth = plinth(Book.class);
        plinth.schema().create();
        execute(
                quoted("drop table \"book_tags\""),
                quoted("create view \"book_tags\" as select \"id\" as \"book_id\", \"title\" as \"tags\""
                        + " from \"book\""));
        assertThat(plinth.schema().validate())
                .filteredOn(each -> each.kind() == Kind.TABLE_MISSING)
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("is a view"));
    }

    final void assertAColumnThatIsNotComputedIsTold() {
        Plinth plinth = plinth(Member.class);
        plinth.schema().create();
        execute(
                dropIndex("uk_member_mail", "member"),
                dropIndex("uk_member_phone", "member"),
                quoted("alter table \"member\" drop column \"plinth_live\""));
        List<SchemaDifference> differences = plinth.schema().validate();
        assertThat(kinds(differences)).containsExactly(Kind.UNIQUE_KEY);
        execute(
                quoted("alter table \"member\" add \"plinth_live\" boolean"),
                quoted("create unique index \"uk_member_mail\" on \"member\"(\"mail\", \"plinth_live\")"),
                quoted("create unique index \"uk_member_phone\" on \"member\"(\"phone\", \"plinth_live\")"));
        assertThat(plinth.schema().validate())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.message()).contains("is not computed from 'deleted_at'"));
        execute(
                dropIndex("uk_member_mail", "member"),
                dropIndex("uk_member_phone", "member"),
                quoted("alter table \"member\" drop column \"plinth_live\""));
        mend(differences);
        assertThat(plinth.schema().validate()).isEmpty();
    }

    @Test
    void aDatabaseRefusesWhatTheModelDoesNotAllow() {
        Plinth maker = plinth(Light.class);
        maker.schema().create();
        // rows are checked long after the connection that made the checks has gone
        maker.close();
        execute(quoted("insert into \"light\" (\"id\", \"colour\") values (1, 'RED')"));
        execute(quoted("insert into \"light\" (\"id\", \"colour\") values (5, null)"));
        assertThatThrownBy(() -> execute(quoted("insert into \"light\" (\"id\", \"colour\") values (2, 'PINK')")))
                .hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute(quoted("insert into \"light\" (\"id\", \"letter\") values (3, '')")))
                .hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute(quoted("insert into \"light\" (\"id\", \"level\") values (4, 128)")))
                .hasCauseInstanceOf(SQLException.class);
    }

    @Test
    void aUniqueKeyThatCountsDeletedRowsIsReplaced() {
        Plinth plinth = plinth(Book.class);
        plinth.schema().create();
        execute(
                dropIndex("uk_book_isbn", "book"),
                quoted("create unique index \"uk_book_isbn\" on \"book\"(\"isbn\")"));
        assertCountsDeletedRows(plinth);
    }

    @Test
    void aUniqueKeyThatCountsDeletedRowsBesideOneThatDoesNotIsDropped() {
        Plinth plinth = plinth(Book.class);
        plinth.schema().create();
        execute(quoted("create unique index \"isbn_of_all\" on \"book\"(\"isbn\")"));
        assertCountsDeletedRows(plinth);
    }

    @Test
    void aUniqueConstraintThatCountsDeletedRowsIsReplaced() {
        assumeTrue(hasAlter(), "the engine does not change tables");
        Plinth plinth = plinth(Book.class);
        plinth.schema().create();
        execute(
                dropIndex("uk_book_isbn", "book"),
                quoted("alter table \"book\" add constraint \"uk_book_isbn\" unique (\"isbn\")"));
        assertCountsDeletedRows(plinth);
    }

    private void assertCountsDeletedRows(Plinth plinth) {
        assertThat(plinth.schema().validate()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.UNIQUE_KEY);
            assertThat(each.message()).contains("soft-deleted");
        });
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
    }

    /** Whether the engine changes what there is of a table. */
    boolean hasAlter() {
        return true;
    }

    /** The statement that drops an index. */
    String dropIndex(String index, String table) {
        return quoted("drop index \"" + index + "\"");
    }

    @Test
    void anIndexOfAnotherOrderIsReplaced() {
        Plinth plinth = plinth(Book.class);
        plinth.schema().create();
        execute(
                dropIndex("ix_book_title", "book"),
                quoted("create index \"ix_book_title\" on \"book\"(\"title\", \"pages\")"));
        assertThat(plinth.schema().validate()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.INDEX);
            assertThat(each.severity()).isEqualTo(Severity.WARNING);
            assertThat(each.message()).contains("'title' descending");
        });
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
    }

    @Test
    void aNameInAnotherCaseIsPointedTo() {
        execute(quoted("create table \"SHELF\" (\"id\" bigint primary key)"));
        List<SchemaDifference> differences = plinth(Shelf.class).schema().validate();
        assertThat(differences).isNotEmpty();
        if (differences.get(0).kind() == Kind.TABLE_MISSING) {
            assertThat(differences).singleElement().satisfies(each -> {
                assertThat(each.message()).contains("'SHELF'");
                assertThat(each.statements()).isEmpty();
            });
        }
    }

    @Test
    void aViewHasColumnsOnly() {
        execute(
                quoted("create table \"base\" (\"id\" bigint primary key, \"room\" integer, \"label\" varchar(100))"),
                quoted("create view \"shelf\" as select \"id\", \"room\", \"label\" from \"base\""));
        assertThat(plinth(Shelf.class).schema().validate())
                .filteredOn(each -> each.kind() != Kind.COLUMN_COLLATION)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.kind()).isEqualTo(Kind.COLUMN_MISSING);
                    assertThat(each.column()).isEqualTo("load");
                    assertThat(each.statements()).isEmpty();
                });
    }

    @Test
    void whatIsOnlyReadIsLeftToOthers() {
        Plinth missing = plinth(ShelfView.class);
        assertThat(missing.schema().validate()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.TABLE_MISSING);
            assertThat(each.statements()).isEmpty();
        });
        execute(quoted("create table \"shelf\" (\"id\" bigint, \"label\" varchar(10), \"other\" integer not null)"));
        assertThat(plinth(ShelfView.class).schema().validate())
                .filteredOn(each -> each.severity() == Severity.ERROR)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.statements()).isEmpty())
                .extracting(SchemaDifference::column)
                .contains("room")
                .doesNotContain("other");
    }

    /** Whether the engine has schemas within a database. */
    boolean hasSchemas() {
        return true;
    }

    @Test
    void aSchemaOfItsOwnIsCreatedAndCompared() {
        assumeTrue(hasSchemas(), "the engine has no schemas");
        Plinth plinth = plinth(Branch.class);
        usedFromNothing(plinth, new Branch("Vienna"));
        execute(quoted("drop schema \"plinth_shop\""));
    }

    private void usedFromNothing(Plinth plinth, Object entity) {
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
        plinth.schema().create();
        plinth.transact(uow -> uow.insert(entity));
        plinth.transact(uow -> assertThat(uow.find(Selection.of(entity.getClass())))
                .singleElement()
                .usingRecursiveComparison()
                .isEqualTo(entity));
        assertThat(plinth.schema().validate()).isEmpty();
        plinth.schema().drop();
        assertThat(kinds(plinth.schema().validate())).containsExactlyInAnyOrder(Kind.SEQUENCE, Kind.TABLE_MISSING);
    }

    /** Whether a catalog is a database without schemas in it. */
    boolean isCatalogADatabase() {
        return false;
    }

    @Test
    void aCatalogWithoutASchemaIsADatabaseOrRefused() {
        if (isCatalogADatabase()) {
            usedFromNothing(plinth(Outlet.class), new Outlet("Linz"));
            execute(quoted("drop schema \"plinth_outlets\""));
        } else {
            assertThatThrownBy(() -> plinth(Outlet.class))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContainingAll("Outlet", "'plinth_outlets.outlet' ", "'plinth_outlets.outlet_seq' ");
        }
    }

    @Test
    void aCatalogThatIsNotTheConnectionsIsRefused() {
        assumeFalse(isCatalogADatabase(), "the engine reaches other databases");
        assertThatThrownBy(() -> plinth(Stall.class))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("Stall", "plinth_abroad", "schema");
    }

    /** Whether the engine can say that an id is always its own. */
    boolean hasIdentityAlways() {
        return true;
    }

    @Test
    void whoMakesTheIdIsCompared() {
        assumeTrue(hasIdentityAlways(), "the engine has no ids that are always its own");
        execute(
                quoted("create table \"shelf\" (\"id\" bigint generated always as identity primary key,"
                        + " \"room\" integer not null, \"label\" varchar(50), \"load\" " + decimal(10, 2) + ")"),
                quoted("create table \"numbered\" (\"id\" bigint primary key)"));
        assertThat(plinth(Shelf.class, Numbered.class).schema().validate())
                .filteredOn(each -> each.kind() == Kind.COLUMN_GENERATED)
                .extracting(SchemaDifference::entity, SchemaDifference::severity)
                .containsExactly(tuple("Shelf", Severity.ERROR), tuple("Numbered", Severity.WARNING));
    }

    @Test
    void aSequenceOfLargerBlocksIsFineAndOneOfSmallerBlocksIsNot() {
        assumeTrue(hasSequences(), "the engine has no sequences");
        Plinth plinth = plinth(Book.class);
        plinth.schema().create();
        execute(quoted("alter sequence \"book_seq\" increment by 20"));
        assertThat(plinth.schema().validate()).isEmpty();
        execute(quoted("alter sequence \"book_seq\" increment by 1"));
        assertThat(plinth.schema().validate()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.SEQUENCE);
            assertThat(each.message()).contains("blocks of 10");
        });
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
    }

    @Test
    void aSequenceThatEndsEarlyIsToldAndMended() {
        assumeTrue(hasSequences(), "the engine has no sequences");
        Plinth plinth = plinth(Book.class);
        plinth.schema().create();
        execute(quoted("alter sequence \"book_seq\" maxvalue 60"));
        assertThat(plinth.schema().validate()).singleElement().satisfies(each -> {
            assertThat(each.kind()).isEqualTo(Kind.SEQUENCE);
            assertThat(each.message()).contains("ends at 60");
        });
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
    }

    @Test
    void aSequenceThatIsMissingStartsBehindTheIdsThatAreThere() {
        Plinth plinth = plinth(Book.class);
        plinth.schema().create();
        plinth.transact(uow -> {
            for (int i = 0; i < 25; i++) {
                uow.insert(new Book("Emma", "" + i));
            }
        });
        execute(quoted(hasCounters() ? "drop table \"book_seq\"" : "drop sequence \"book_seq\""));
        Plinth restarted = plinth(Book.class);
        mendAll(restarted);
        assertThat(restarted.schema().validate()).isEmpty();
        restarted.transact(uow -> {
            for (int i = 0; i < 25; i++) {
                uow.insert(new Book("Persuasion", "p" + i));
            }
        });
        assertThat(restarted.<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Book.class))))
                .isEqualTo(50L);
    }

    /** Whether tables stand for sequences. */
    boolean hasCounters() {
        return !hasSequences();
    }

    @Test
    void noValuesAreInventedForAColumnThatIsMissing() {
        execute(
                quoted("create table \"shelf\" (\"id\" bigint primary key, \"label\" varchar(50), \"load\" "
                        + decimal(10, 2) + ")"),
                quoted("insert into \"shelf\" (\"id\") values (1)"));
        Plinth plinth = plinth(Shelf.class);
        List<SchemaDifference> differences = plinth.schema().validate().stream()
                .filter(each -> each.kind() == Kind.COLUMN_MISSING)
                .toList();
        assertThat(differences).singleElement().satisfies(each -> {
            assertThat(each.column()).isEqualTo("room");
            assertThat(each.message()).contains("where there are rows");
        });
        if (hasAlter()) {
            assertThatThrownBy(() -> mend(differences)).hasCauseInstanceOf(SQLException.class);
        }
        assertThat(plinth.schema().validate()).containsAll(differences);
        execute(quoted("delete from \"shelf\""));
        mendAll(plinth);
    }

    /** Whether the engine has sequences. */
    boolean hasSequences() {
        return true;
    }

    /** Whether the engine can match a text with a regular expression. */
    boolean hasPatterns() {
        return true;
    }

    @Test
    void constraintsOfValidationAreChecksOfTheDatabase() {
        Plinth plinth = plinth(Plate.class);
        plinth.schema().create();
        assertThat(plinth.schema().validate()).isEmpty();
        plinth.transact(uow -> {
            uow.insert(new Plate("W-1234", 1, "12.50", "ab"));
            uow.insert(new Plate("GU-9", 9, "0.01", "\uD83D\uDE00"));
        });
        String start = "insert into \"plate\" (\"code\", \"seats\", \"fee\", \"note\") values ";
        execute(quoted("delete from \"plate\""));
        assertThatThrownBy(() -> execute(quoted(start + "('W-1', 0, null, null)")))
                .hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute(quoted(start + "('W-1', 10, null, null)")))
                .hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> execute(quoted(start + "('W-1', 1, null, '')")))
                .hasCauseInstanceOf(SQLException.class);
        if (hasPatterns()) {
            assertThatThrownBy(() -> execute(quoted(start + "('xW-1x', 1, null, null)")))
                    .hasCauseInstanceOf(SQLException.class);
        }
        execute(quoted(start + "('W-1', 1, null, 'ab')"));
    }
}
