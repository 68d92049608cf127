package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ConnectionException;
import dev.plinth.error.Problem;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.Model;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** PostgreSQL: which databases are taken, what is made of a model, how much is fetched. */
final class PostgresBackendTest {
    @Test
    void tellsWhatItIsConnectedTo() {
        try (Store store = Postgres.store()) {
            assertThat(store.name()).matches("PostgreSQL \\d+(\\.\\d+)*");
            assertThat(store.secondPrecision()).isEqualTo(6);
            assertThat(store.capabilities()).isEqualTo(EnumSet.allOf(Capability.class));
        }
    }

    @Test
    void aServerThatCannotBeReachedIsTold() {
        assertThatThrownBy(() -> JdbcBackend.url("jdbc:postgresql://u:secret@localhost:1/shop?password=secret")
                        .connect((k, r, b) -> {}))
                .isInstanceOf(ConnectionException.class)
                .hasMessageStartingWith(
                        "PL-501: the database at 'jdbc:postgresql://localhost:1/shop' cannot be reached")
                .hasMessageNotContaining("secret");
    }

    @Test
    void anEncodingThatLosesTextsIsRefused() {
        String name = "latin_" + UUID.randomUUID().toString().substring(0, 8);
        String url = Postgres.url();
        Postgres.execute(url, "create database " + name + " template template0 encoding 'LATIN1' locale 'C'");
        try {
            String latin = url.replaceFirst("/[^/?]+\\?", "/" + name + "?");
            assertThatThrownBy(() -> JdbcBackend.url(latin).connect((k, r, b) -> {}))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("the encoding LATIN1")
                    .hasMessageContaining("UTF8");
        } finally {
            Postgres.execute(url, "drop database " + name);
        }
    }

    @Test
    void whatPostgresCannotHoldIsAProblemOfTheModel() {
        EntityModel page = Entities.named("Page", "t".repeat(60) + "\u00e4\u00e4")
                .with("id", ValueType.OFFSET_DATE_TIME)
                .withLarge("body", ValueType.STRING, 1000)
                .with("at", ValueType.OFFSET_DATE_TIME)
                .with("at_offset", ValueType.INT)
                .unique("uk_body", "body")
                .build();
        try (Store store = Postgres.backend().connect((k, r, b) -> {})) {
            List<Problem> problems = store.prepare(new Model(List.of(page)));
            assertThat(problems).extracting(Problem::member).containsExactly("", "at_offset", "id", "body");
            assertThat(problems.get(0).message()).contains("63 bytes");
            assertThat(problems.get(3).message()).contains("'uk_body' may have 3004");
        }
    }

    @Test
    void theLargestKeyThatIsTakenCanBeWritten() {
        EntityModel page = Entities.named("Page", "page")
                .with("id", ValueType.INT)
                .withLarge("body", ValueType.STRING, 890)
                .unique("uk_body", "body")
                .build();
        StringBuilder body = new StringBuilder();
        new java.util.Random(1).ints(890, 0x4e00, 0x9fff).forEach(body::appendCodePoint);
        try (Store store = Postgres.store(page);
                StoreSession session = store.open(false)) {
            Rows.insert(session, page, new Object[] {1, body.toString()});
            session.commit();
        }
    }

    @Test
    void aSchemaIsMadeOfTheModel() throws SQLException {
        Generation.Sequence ids = new Generation.Sequence(new TableName(null, null, "Order ids"), 5, 10);
        EntityModel order = Entities.named("Order", "order")
                .with("id", ValueType.LONG)
                .with("select", ValueType.STRING)
                .withNullable("At", ValueType.OFFSET_DATE_TIME)
                .withDeletedAt()
                .unique("uk_order", "select")
                .index("ix_order", "At")
                .elements(
                        "t".repeat(50),
                        CollectionModel.Kind.SET,
                        null,
                        Entities.column(0, "tag", ValueType.STRING, false))
                .generated(ids)
                .build();
        String url = Postgres.url();
        try (Store store = H2.prepared(Postgres.backend(url).connect((k, r, b) -> {}), order)) {
            store.createSchema();
            assertThat(columns(
                            url,
                            "select column_name || ' ' || data_type || coalesce(' ' || collation_name, '') || ' '"
                                    + " || is_nullable from information_schema.columns where table_name = 'order'"
                                    + " and table_schema = current_schema() order by ordinal_position"))
                    .containsExactly(
                            "id bigint NO",
                            "select character varying C NO",
                            "At timestamp with time zone YES",
                            "At_offset integer YES",
                            "deleted_at timestamp with time zone YES");
            assertThat(columns(
                            url,
                            "select indexdef from pg_indexes where schemaname = current_schema() and indexname in"
                                    + " ('uk_order', 'ix_order') order by indexname"))
                    .satisfiesExactly(
                            index ->
                                    assertThat(index).startsWith("CREATE INDEX").endsWith("(\"At\" NULLS FIRST)"),
                            index -> assertThat(index)
                                    .startsWith("CREATE UNIQUE INDEX")
                                    .endsWith("(\"select\") WHERE (deleted_at IS NULL)"));
            assertThat(columns(
                            url,
                            "select indexname from pg_indexes where schemaname = current_schema() and indexname like"
                                    + " 'ix_order_tt%'"))
                    .singleElement()
                    .satisfies(name -> assertThat(name).hasSize(63).matches(".*t_[0-9a-f]{8}"));
            try (StoreSession session = store.open(false)) {
                assertThat(session.nextBlock(ids)).isEqualTo(5);
                assertThat(session.nextBlock(ids)).isEqualTo(15);
            }
            store.dropSchema();
            store.dropSchema();
            assertThat(columns(url, "select relname from pg_class where relnamespace = current_schema()::regnamespace"))
                    .isEmpty();
        }
    }

    private static List<String> columns(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    @Test
    void rowsAreFetchedAsTheyAreAskedFor() throws SQLException {
        EntityModel thing =
                Entities.named("Thing", "thing").with("id", ValueType.LONG).build();
        String url = Postgres.url();
        try (Store store = H2.prepared(Postgres.backend(url).connect((k, r, b) -> {}), thing);
                StoreSession session = store.open(false)) {
            Rows.insert(
                    session,
                    thing,
                    LongStream.range(0, 5_000).mapToObj(id -> new Object[] {id}).toList());
            session.commit();
        }
        try (Store store = prepared(
                        Postgres.backend(url + "&ApplicationName=reader").connect((k, r, b) -> {}), thing);
                StoreSession session = store.open(true);
                RowCursor cursor = session.find(new Query(thing, Condition.ALWAYS, List.of(), 0, 0))) {
            assertThat(cursor.next()).isNotNull();
            // a portal that is not at its end keeps its transaction's snapshot
            assertThat(columns(
                            url,
                            "select state || ' ' || (backend_xmin is not null) from pg_stat_activity"
                                    + " where application_name = 'reader' and state like 'idle in%'"))
                    .containsExactly("idle in transaction true");
            int rows = 1;
            while (cursor.next() != null) {
                rows++;
            }
            assertThat(rows).isEqualTo(5_000);
        }
    }

    private static Store prepared(Store store, EntityModel entity) {
        assertThat(store.prepare(new Model(List.of(entity)))).isEmpty();
        return store;
    }
}
