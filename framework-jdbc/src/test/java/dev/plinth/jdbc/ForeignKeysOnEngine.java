package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.delete;
import static dev.plinth.jdbc.Rows.insert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import dev.plinth.model.ValueType;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables that refer to each other: in a chain, to themselves, in a circle, by keys of several columns, by links. */
abstract class ForeignKeysOnEngine {
    private static final Graph GRAPH = new Graph();

    private final List<Store> opened = new ArrayList<>();
    private String database = "";

    /** The URL of a new, empty database. */
    abstract String url();

    /** Whether the engine can change constraints of a table that is there. */
    boolean hasAlter() {
        return true;
    }

    /** A statement with names in double quotes, with those of the engine. */
    String quoted(String sql) {
        return sql;
    }

    /** The entities, in an order in which their tables cannot be created. */
    private static final class Graph {
        private final EntityModel parcel = Entities.named("Parcel", "parcel")
                .as(Recorder.class)
                .with("id", ValueType.LONG)
                .with("line_order", ValueType.LONG)
                .with("line_number", ValueType.INT)
                .refersTo(this::line, "line_order", "line_number")
                .build();
        private final EntityModel line = Entities.named("Line", "line")
                .as(Rows.class)
                .with("order", ValueType.LONG)
                .with("number", ValueType.INT)
                .withNullable("Customer#lines", ValueType.LONG)
                .idOf(2)
                .refersTo(this::order, "order")
                .refersTo(this::customer, "Customer#lines")
                .build();
        private final EntityModel order = Entities.named("Order", "order")
                .as(LinksOnEngine.class)
                .with("id", ValueType.LONG)
                .with("customer", ValueType.LONG)
                .withNullable("parent", ValueType.LONG)
                .links("customers", null, this::customer)
                .refersTo(this::customer, "customer")
                .refersTo(this::order, "parent")
                .build();
        private final EntityModel customer = Entities.named("Customer", "customer")
                .as(Graph.class)
                .with("id", ValueType.LONG)
                .withNullable("last_order", ValueType.LONG)
                .links("favourites", "place", this::order)
                .refersTo(this::order, "last_order")
                .build();

        private EntityModel line() {
            return line;
        }

        private EntityModel order() {
            return order;
        }

        private EntityModel customer() {
            return customer;
        }

        private List<EntityModel> all() {
            return List.of(parcel, line, customer, order);
        }
    }

    @BeforeEach
    final void newDatabase() {
        database = url();
    }

    @AfterEach
    final void close() {
        opened.forEach(Store::close);
    }

    private Store store() {
        Store store =
                JdbcBackend.url(database).pool(pool -> pool.setMinimumIdle(1)).connect((kind, rows, batched) -> {});
        opened.add(store);
        assertThat(store.prepare(new Model(GRAPH.all()))).isEmpty();
        return store;
    }

    private void execute(List<String> statements) {
        Databases.execute(database, statements.toArray(String[]::new));
    }

    private void execute(String... statements) {
        execute(List.of(statements).stream().map(this::quoted).toList());
    }

    private static void fill(StoreSession session) {
        insert(session, GRAPH.customer, Rows.row(1L, null, List.of()));
        insert(session, GRAPH.order, Rows.row(1L, 1L, 1L, Rows.elements(1L)), Rows.row(2L, 1L, 1L, List.of()));
        insert(session, GRAPH.customer, Rows.row(2L, 2L, Rows.elements(2L, 1L)));
        insert(session, GRAPH.line, Rows.row(2L, 1, null));
        insert(session, GRAPH.parcel, Rows.row(1L, 2L, 1));
        session.commit();
    }

    private void assertGuarded(Store store) {
        assertThat(store.validateSchema()).isEmpty();
        try (StoreSession session = store.open(false)) {
            fill(session);
        }
        List<Object[]> wrong = List.of(
                Rows.row(3L, 9L, null, List.of()),
                Rows.row(3L, 1L, 9L, List.of()),
                Rows.row(3L, 1L, null, Rows.elements(9L)));
        wrong.forEach(row -> refused(store, session -> insert(session, GRAPH.order, row)));
        refused(store, session -> insert(session, GRAPH.parcel, Rows.row(2L, 1L, 1)));
        refused(store, session -> delete(session, GRAPH.customer, Rows.row(1L, null, List.of())));
    }

    @Test
    void theReferenceThatIsBrokenIsNamed() {
        Store store = store();
        store.createSchema();
        try (StoreSession session = store.open(false)) {
            fill(session);
        }
        ForeignKeyViolationException absent =
                refused(store, session -> insert(session, GRAPH.parcel, Rows.row(2L, 1L, 1)));
        assertThat(absent)
                .hasMessageStartingWith("PL-406: while inserting 'Parcel', the foreign key 'fk_parcel_line_order' was"
                        + " broken: a row refers to one that does not exist, by 'Parcel.line_order'. Insert that one first."
                        + " The statement was: insert");
        assertThat(absent.columns()).containsExactly("line_order", "line_number");
        ForeignKeyViolationException link =
                refused(store, session -> insert(session, GRAPH.order, Rows.row(3L, 1L, null, Rows.elements(9L))));
        assertThat(link)
                .hasMessageStartingWith("PL-406: while adding 'Order.customers', the foreign key"
                        + " 'fk_order_customers_target' was broken: a row refers to one that does not exist, by"
                        + " 'Order.customers'.");
        assertThat(link.properties()).containsExactly("customers");
        ForeignKeyViolationException inUse =
                refused(store, session -> delete(session, GRAPH.line, Rows.row(2L, 1, null)));
        assertThat(inUse)
                .hasMessageStartingWith("PL-406: while deleting 'Line', the foreign key 'fk_parcel_line_order' was"
                        + " broken: a row was deleted that others refer to, by 'Parcel.line_order'. Delete those first, or"
                        + " let them refer to another. The statement was: delete");
        assertThat(inUse.properties()).containsExactly("order", "number");
        assertThat(refused(store, session -> insert(session, GRAPH.order, Rows.row(3L, 1L, 9L, List.of()))))
                .hasMessageContaining(
                        tellsForeignKeys()
                                ? "'fk_order_parent' was broken: a row refers to one that does not exist, by 'Order.parent'."
                                : "the foreign key was broken: a row refers to one that does not exist, by one of"
                                        + " 'Order.customer', 'Order.parent'.");
    }

    @Test
    void aColumnWithoutAPropertyIsNamedByTheCollectionThatHasIt() {
        Store store = store();
        store.createSchema();
        try (StoreSession session = store.open(false)) {
            fill(session);
        }
        assertThat(refused(store, session -> insert(session, GRAPH.line, Rows.row(2L, 2, 9L))))
                .hasMessageContaining("'Customer.lines'")
                .satisfies(error -> assertThat(error.properties()).isEmpty());
    }

    /** Whether the engine tells which foreign key was broken. */
    boolean tellsForeignKeys() {
        return true;
    }

    private static ForeignKeyViolationException refused(Store store, Consumer<StoreSession> work) {
        try (StoreSession session = store.open(false)) {
            return Objects.requireNonNull(
                    catchThrowableOfType(ForeignKeyViolationException.class, () -> work.accept(session)));
        }
    }

    @Test
    void tablesAreCreatedAndDroppedWhateverRefersToWhat() {
        Store store = store();
        store.createSchema();
        store.createSchema();
        assertGuarded(store);
        store.createSchema();
        store.dropSchema();
        assertThat(store.validateSchema()).extracting(SchemaDifference::kind).contains(Kind.TABLE_MISSING);
        store.dropSchema();
        store.createSchema();
        assertThat(store.validateSchema()).isEmpty();
    }

    @Test
    void theScriptMakesTheSameAndCanBeRunAgain() {
        Store store = store();
        List<String> statements = List.of(store.schemaScript().split(";\n"));
        execute(statements);
        assertGuarded(store);
        execute(statements);
        assertThat(store.validateSchema()).isEmpty();
    }

    @Test
    void whatMendsAnEmptyDatabaseRunsInItsOrder() {
        Store store = store();
        store.validateSchema().forEach(each -> execute(each.statements()));
        assertGuarded(store);
    }

    @Test
    void whatMendsAnEarlierSchemaRunsInItsOrder() {
        assumeTrue(hasAlter(), "the engine does not change tables");
        execute("create table \"customer\" (\"id\" bigint not null primary key)");
        Store store = store();
        store.validateSchema().forEach(each -> execute(each.statements()));
        assertGuarded(store);
    }

    @Test
    void aForeignKeyThatIsMissingIsToldAndMended() {
        assumeTrue(hasAlter(), "the engine does not change tables");
        Store store = store();
        store.createSchema();
        drop("order", "fk_order_customer");
        drop("parcel", "fk_parcel_line_order");
        drop("order_customers", "fk_order_customers_target");
        List<SchemaDifference> differences = store.validateSchema();
        assertThat(differences).hasSize(3).allSatisfy(each -> {
            assertThat(each.kind()).isEqualTo(Kind.FOREIGN_KEY);
            assertThat(each.severity()).isEqualTo(Severity.WARNING);
        });
        assertThat(differences)
                .extracting(SchemaDifference::message)
                .contains("the table 'parcel' has no foreign key from 'line_order', 'line_number' to the table 'line'");
        differences.forEach(each -> execute(each.statements()));
        assertGuarded(store);
    }

    @Test
    void aForeignKeyToAnotherTableIsToldAndMended() {
        assumeTrue(hasAlter(), "the engine does not change tables");
        Store store = store();
        store.createSchema();
        drop("order", "fk_order_customer");
        drop("line", "fk_line_order");
        execute(
                "alter table \"order\" add constraint \"wrong\" foreign key (\"customer\") references \"order\"(\"id\")",
                "alter table \"line\" add constraint \"wrong too\" foreign key (\"order\") references \"customer\"(\"id\")");
        List<SchemaDifference> differences = store.validateSchema();
        assertThat(differences)
                .extracting(SchemaDifference::message)
                .containsExactlyInAnyOrder(
                        "the foreign key from 'customer' of the table 'order' refers to 'id' of the table 'order', and the"
                                + " model's to 'id' of the table 'customer'",
                        "the foreign key from 'order' of the table 'line' refers to 'id' of the table 'customer', and the"
                                + " model's to 'id' of the table 'order'");
        assertThat(differences).allMatch(each -> each.severity() == Severity.ERROR);
        differences.forEach(each -> execute(each.statements()));
        assertGuarded(store);
    }

    @Test
    void aForeignKeyMayHaveAnyName() {
        assumeTrue(hasAlter(), "the engine does not change tables");
        Store store = store();
        store.createSchema();
        drop("order", "fk_order_customer");
        drop("customer", "fk_customer_last_order");
        drop("parcel", "fk_parcel_line_order");
        execute(
                "alter table \"order\" add constraint \"of others\" foreign key (\"customer\") references \"customer\"(\"id\")",
                "alter table \"customer\" add constraint \"a circle\" foreign key (\"last_order\") references \"order\"(\"id\")",
                "alter table \"parcel\" add constraint \"by its key\" foreign key (\"line_order\", \"line_number\")"
                        + " references \"line\"(\"order\", \"number\")");
        store.createSchema();
        assertGuarded(store);
        assertThat(refused(store, session -> insert(session, GRAPH.order, Rows.row(3L, 9L, null, List.of()))))
                .hasMessageContaining("the foreign key 'of others' was broken")
                .hasMessageContaining("by 'Order.customer'");
        assertThat(refused(store, session -> delete(session, GRAPH.line, Rows.row(2L, 1, null))))
                .hasMessageContaining("the foreign key 'by its key' was broken")
                .hasMessageContaining("by 'Parcel.line_order'");
        store.dropSchema();
        assertThat(store.validateSchema()).extracting(SchemaDifference::kind).contains(Kind.TABLE_MISSING);
    }

    /** A statement that drops a foreign key. */
    String dropForeignKey(String table, String name) {
        return "alter table \"" + table + "\" drop constraint \"" + name + "\"";
    }

    private void drop(String table, String foreignKey) {
        execute(dropForeignKey(table, foreignKey));
    }
}
