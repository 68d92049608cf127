package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plinth.backend.Capability;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.Problem;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.Model;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import dev.plinth.specification.Operator;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

/** SQLite: which databases are taken, what is made of a model, and when a session writes. */
final class SqliteBackendTest {
    private static final Generation.Sequence IDS =
            new Generation.Sequence(new TableName(null, null, "Order ids"), 5, 10);
    private static final EntityModel THING = Entities.named("Thing", "thing")
            .with("id", ValueType.INT)
            .withNullable("amount", ValueType.DECIMAL)
            .withNullable("day", ValueType.LOCAL_DATE)
            .withNullable("at", ValueType.INSTANT)
            .build();

    private static Store on(String url, EntityModel... entities) {
        return H2.prepared(Sqlite.backend(url).connect((k, r, b) -> {}), entities);
    }

    @Test
    void tellsWhatItIsConnectedTo() {
        try (Store store = Sqlite.store()) {
            assertThat(store.name()).matches("SQLite 3(\\.\\d+)+");
            assertThat(store.capabilities()).isEqualTo(EnumSet.complementOf(EnumSet.of(Capability.CONCURRENT_WRITERS)));
        }
    }

    @Test
    void aDatabaseThatIsNewForEveryConnectionIsRefused() {
        for (String url : List.of("jdbc:sqlite:", "jdbc:sqlite::memory:", "jdbc:sqlite::memory:?cache=shared")) {
            assertThatThrownBy(() -> JdbcBackend.url(url))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("jdbc:sqlite:shop.db");
        }
    }

    @Test
    void anEncodingWithAnotherOrderIsRefused() {
        String url = Sqlite.url();
        Sqlite.execute(url, "pragma encoding = 'UTF-16'", "create table t (x)");
        assertThatThrownBy(() -> Sqlite.backend(url).connect((k, r, b) -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the encoding UTF-16")
                .hasMessageContaining("UTF-8");
    }

    @Test
    void whatSqliteCannotHoldIsAProblemOfTheModel() {
        EntityModel page = Entities.named("Page", "page")
                .with("id", ValueType.OFFSET_DATE_TIME)
                .with("at", ValueType.OFFSET_DATE_TIME)
                .with("at_offset", ValueType.INT)
                .generated(new Generation.Sequence(new TableName(null, "shop", "ids"), 1, 1))
                .build();
        try (Store store = Sqlite.backend().connect((k, r, b) -> {})) {
            List<Problem> problems = store.prepare(new Model(List.of(page)));
            assertThat(problems).extracting(Problem::member).containsExactly("at_offset", "id", "id");
            assertThat(problems.get(2).message()).contains("SQLite has no schemas");
        }
    }

    @Test
    void aSchemaIsMadeOfTheModel() {
        EntityModel order = Entities.named("Order", "order")
                .with("id", ValueType.LONG)
                .with("select", ValueType.STRING)
                .withNullable("At", ValueType.OFFSET_DATE_TIME)
                .withDeletedAt()
                .unique("uk_order", "select")
                .elements("tags", CollectionModel.Kind.SET, null, Entities.column(0, "tag", ValueType.STRING, false))
                .generated(IDS)
                .build();
        String url = Sqlite.url();
        try (Store store = on(url, order)) {
            store.createSchema();
            assertThat(Sqlite.query(
                            url,
                            "select name || ' ' || lower(type) || ' ' || \"notnull\" from pragma_table_info('order')"))
                    .containsExactly(
                            "id int 1", "select varchar(255) 1", "At clob 0", "At_offset int 0", "deleted_at clob 0");
            assertThat(Sqlite.query(url, "select sql from sqlite_schema where name = 'uk_order'"))
                    .singleElement()
                    .satisfies(sql ->
                            assertThat(sql).startsWith("CREATE UNIQUE INDEX").endsWith("where deleted_at is null"));
            store.dropSchema();
            store.dropSchema();
            assertThat(Sqlite.query(url, "select name from sqlite_schema")).isEmpty();
        }
    }

    @Test
    void valuesAreStoredInAFormThatSorts() {
        String url = Sqlite.url();
        try (Store store = on(url, THING);
                StoreSession session = store.open(false)) {
            Rows.insert(
                    session,
                    THING,
                    new Object[] {
                        1, new BigDecimal("12.5"), LocalDate.of(2024, 2, 29), Instant.parse("2024-02-29T12:00:00.5Z")
                    },
                    new Object[] {2, new BigDecimal("-12.5"), LocalDate.of(-1, 1, 2), Instant.MIN},
                    new Object[] {3, new BigDecimal("-12.25"), LocalDate.of(10_000, 1, 2), Instant.MAX});
            session.commit();
        }
        try (Store store = on(url, THING);
                StoreSession session = store.open(true)) {
            assertThat(Sqlite.query(url, "select amount || ' ' || day || ' ' || at from thing order by id"))
                    .containsExactly(
                            "1" + "0".repeat(24) + "12.5000 2024-02-29 2024-02-29 12:00:00.500000",
                            "0" + "9".repeat(24) + "87.5000 -0999999999-01-02 -0000000000-01-01 00:00:00.000000",
                            "0" + "9".repeat(24) + "87.7500 :0000010000-01-02 :1000000000-12-31 23:59:59.999999999");
            // more digits than the column has
            assertThat(ids(session, Operator.LESS, "-12.25001")).containsExactly(2);
            assertThat(ids(session, Operator.GREATER, "12.49999")).containsExactly(1);
            assertThat(ids(session, Operator.GREATER, "1E40")).isEmpty();
            assertThat(ids(session, Operator.GREATER, "-1E40")).containsExactly(1, 2, 3);
            assertThat(ids(session, Operator.EQUAL, "12.50000")).containsExactly(1);
        }
    }

    private static List<Object> ids(StoreSession session, Operator operator, String amount) {
        Condition condition = new Condition.Compare(THING.columns().get(1), operator, new BigDecimal(amount));
        return Rows.find(session, THING, condition).stream()
                .map(row -> row[0])
                .sorted()
                .toList();
    }

    @Test
    void readersDoNotWaitForAWriterThatHasNotCommitted() {
        try (Store store = Sqlite.store(THING);
                StoreSession writer = store.open(false);
                StoreSession other = store.open(false)) {
            Rows.count(writer, THING, Condition.ALWAYS);
            Rows.insert(writer, THING, new Object[] {1, null, null, null});
            assertThat(Rows.count(other, THING, Condition.ALWAYS)).isZero();
            writer.commit();
            Rows.insert(other, THING, new Object[] {2, null, null, null});
            assertThat(Rows.count(other, THING, Condition.ALWAYS)).isEqualTo(2);
            other.rollback();
        }
    }

    @Test
    void idsOfACounterAreNotGivenTwiceAlsoAfterARollback() {
        EntityModel order = Entities.named("Order", "order")
                .with("id", ValueType.LONG)
                .generated(IDS)
                .build();
        try (Store store = Sqlite.store(order)) {
            try (StoreSession session = store.open(false)) {
                assertThat(session.nextBlock(IDS)).isEqualTo(5);
                session.rollback();
            }
            try (StoreSession session = store.open(false)) {
                Rows.insert(session, order, new Object[] {5L});
                assertThat(session.nextBlock(IDS)).isEqualTo(15);
                session.rollback();
            }
            try (StoreSession session = store.open(false)) {
                assertThat(session.nextBlock(IDS)).isEqualTo(25);
            }
        }
    }

    @Test
    void manyKeysOfTwoColumnsAreFound() {
        EntityModel pair = Entities.named("Pair", "pair")
                .with("left", ValueType.INT)
                .with("right", ValueType.STRING)
                .idOf(2)
                .build();
        List<Object[]> rows = IntStream.range(0, 2_000)
                .mapToObj(i -> new Object[] {i, "r" + i})
                .toList();
        try (Store store = Sqlite.store(pair);
                StoreSession session = store.open(false)) {
            Rows.insert(session, pair, rows);
            List<EntityKey> keys = rows.stream()
                    .map(row -> new EntityKey(pair, List.of(row[0], row[1])))
                    .toList();
            assertThat(session.findByKeys(pair, keys, true)).hasSize(2_000);
        }
    }

    @Test
    void aConnectionOfTheApplicationIsGivenBackAsItWas() throws SQLException {
        SQLiteDataSource driver = new SQLiteDataSource();
        driver.setUrl(Sqlite.url());
        HikariConfig config = new HikariConfig();
        config.setDataSource(driver);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config);
                Store store = H2.prepared(JdbcBackend.on(pool).connect((k, r, b) -> {}), THING)) {
            try (StoreSession session = store.open(false)) {
                Rows.insert(session, THING, new Object[] {1, null, null, null});
                session.commit();
            }
            try (Connection connection = pool.getConnection();
                    java.sql.Statement statement = connection.createStatement();
                    java.sql.ResultSet result = statement.executeQuery("pragma foreign_keys")) {
                assertThat(connection.getAutoCommit()).isFalse();
                assertThat(result.getBoolean(1)).isFalse();
            }
        }
    }
}
