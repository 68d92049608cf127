package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.Plinth;
import dev.plinth.contract.domain.Status;
import dev.plinth.mapping.ReadOnly;
import dev.plinth.mapping.SoftDelete;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import dev.plinth.specification.Selection;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        execute(List.of(statements));
    }

    final void execute(List<String> statements) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
        Plinth plinth = plinth(Book.class, Shelf.class);
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
        if (canRunScriptsAgain()) {
            execute(statements);
        }
        assertThat(plinth.schema().validate()).isEmpty();
        assertThat(plinth.<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Book.class))))
                .isEqualTo(1L);
    }

    /** Whether each statement of a script does nothing where what it makes is there. */
    boolean canRunScriptsAgain() {
        return true;
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
    void aDatabaseRefusesWhatTheModelDoesNotAllow() {
        plinth(Light.class).schema().create();
        execute(quoted("insert into \"light\" (\"id\", \"colour\") values (1, 'RED')"));
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
        mendAll(plinth);
        assertThat(plinth.schema().validate()).isEmpty();
        plinth.schema().create();
        plinth.transact(uow -> uow.insert(new Branch("Vienna")));
        assertThat(plinth.schema().validate()).isEmpty();
        plinth.schema().drop();
        assertThat(kinds(plinth.schema().validate())).containsExactlyInAnyOrder(Kind.SEQUENCE, Kind.TABLE_MISSING);
        execute(quoted("drop schema \"plinth_shop\""));
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
                .extracting(SchemaDifference::entity)
                .containsExactly("Shelf", "Numbered");
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

    /** An entity with everything that a schema can lack. */
    @Entity
    @SoftDelete
    @Table(
            name = "book",
            uniqueConstraints = @UniqueConstraint(name = "uk_book_isbn", columnNames = "isbn"),
            indexes = @Index(name = "ix_book_title", columnList = "title desc, pages"))
    static class Book {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "books")
        @SequenceGenerator(name = "books", sequenceName = "book_seq", allocationSize = 10)
        private long id;

        @Column(length = 20, nullable = false)
        private String title = "";

        @Column(length = 20)
        private @Nullable String isbn;

        @Column(precision = 12, scale = 4)
        private @Nullable BigDecimal price;

        @Enumerated(EnumType.STRING)
        private @Nullable Status status;

        private int pages;
        private @Nullable Long sold;
        private @Nullable Instant printed;

        @ElementCollection
        private Set<String> tags = new LinkedHashSet<>();

        protected Book() {}

        Book(String title, String isbn) {
            this.title = title;
            this.isbn = isbn;
        }
    }

    @Entity
    @Table(name = "shelf")
    static class Shelf {
        @Id
        private long id;

        private int room;

        @Column(length = 50)
        private @Nullable String label;

        @Column(precision = 10, scale = 2)
        private @Nullable BigDecimal load;
    }

    enum Colour {
        RED,
        GREEN
    }

    enum ColourOfTomorrow {
        RED,
        GREEN,
        AMBER
    }

    @Entity
    @Table(name = "light")
    static class Light {
        @Id
        private long id;

        @Enumerated(EnumType.STRING)
        private @Nullable Colour colour;

        private @Nullable Character letter;
        private @Nullable Byte level;
    }

    @Entity
    @Table(name = "light")
    static class LightOfTomorrow {
        @Id
        private long id;

        @Enumerated(EnumType.STRING)
        private @Nullable ColourOfTomorrow colour;

        private @Nullable Character letter;
        private @Nullable Byte level;
    }

    @Entity
    @ReadOnly
    @Table(name = "shelf")
    static class ShelfView {
        @Id
        private long id;

        private int room;

        @Column(length = 50)
        private @Nullable String label;
    }

    @Entity
    @Table(name = "branch", schema = "plinth_shop", indexes = @Index(columnList = "city"))
    static class Branch {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "branches")
        @SequenceGenerator(name = "branches", sequenceName = "branch_seq", schema = "plinth_shop")
        private long id;

        @Column(length = 40)
        private String city = "";

        @ElementCollection
        @CollectionTable(name = "branch_hours", schema = "plinth_shop")
        private List<String> hours = new ArrayList<>(List.of("9 to 5"));

        protected Branch() {}

        Branch(String city) {
            this.city = city;
        }
    }

    @Entity
    @Table(name = "numbered")
    static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private long id;
    }

    @Entity
    @Table(name = "plate")
    static class Plate {
        @Id
        @Column(length = 20)
        @Pattern(regexp = "[A-Z]{1,2}-[0-9]+")
        private String code = "";

        @Min(1)
        @Max(9)
        private int seats;

        @Column(precision = 8, scale = 2)
        @DecimalMin("0.01")
        private @Nullable BigDecimal fee;

        @Size(min = 2, max = 20)
        private @Nullable String note;

        protected Plate() {}

        Plate(String code, int seats, String fee, String note) {
            this.code = code;
            this.seats = seats;
            this.fee = new BigDecimal(fee);
            this.note = note;
        }
    }
}
