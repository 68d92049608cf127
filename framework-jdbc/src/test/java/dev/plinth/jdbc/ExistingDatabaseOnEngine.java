package dev.plinth.jdbc;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.Plinth;
import dev.plinth.Statistics;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.EntityMappingException;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.StaleEntityException;
import dev.plinth.jdbc.LegacyEntities.Article;
import dev.plinth.jdbc.LegacyEntities.Clocked;
import dev.plinth.jdbc.LegacyEntities.Country;
import dev.plinth.jdbc.LegacyEntities.Crooked;
import dev.plinth.jdbc.LegacyEntities.Depot;
import dev.plinth.jdbc.LegacyEntities.Invoice;
import dev.plinth.jdbc.LegacyEntities.Kind;
import dev.plinth.jdbc.LegacyEntities.Line;
import dev.plinth.jdbc.LegacyEntities.LineKey;
import dev.plinth.jdbc.LegacyEntities.Order;
import dev.plinth.jdbc.LegacyEntities.Sheet;
import dev.plinth.jdbc.LegacyEntities.Turnover;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.specification.Selection;
import jakarta.data.Sort;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables that were made by hand, long before Plinth, used through ordinary entities. */
abstract class ExistingDatabaseOnEngine {
    private final String url = newUrl();
    private Plinth plinth;

    /** The URL of a new, empty database. */
    abstract String newUrl();

    /** A backend on a database. */
    abstract JdbcBackend backend(String database);

    /** Another schema of the database, which exists; null where the engine has none. */
    abstract @Nullable String otherSchema(String database);

    /** What a column is said to be whose number the database sets. */
    abstract String identity();

    /** A computed column, after its type. */
    String computed(String expression) {
        return "generated always as (" + expression + ") stored";
    }

    /** Whether the engine has times with a zone; else a time is one in UTC. */
    boolean hasZones() {
        return true;
    }

    /** Whether spaces at the end of a text in a CHAR column are none of its own. */
    boolean padsTexts() {
        return true;
    }

    /** The name in quotes. */
    String quoted(String name) {
        return '"' + name + '"';
    }

    @BeforeEach
    final void makeTheTables() {
        execute(
                "create table " + quoted("ORDER") + " (" + quoted("Auftrag Nr") + " numeric(18) not null primary key, "
                        + quoted("KUNDE $") + " varchar(40) not null, " + quoted("Gr\u00f6\u00dfe") + " integer, "
                        + quoted("group") + " integer not null, " + quoted("user") + " char(1) not null, "
                        + quoted("UUID") + " varchar(36), " + quoted("never mapped")
                        + " varchar(20) default 'kept' not null, " + quoted("select") + " integer)",
                "create table order_line (order_number bigint not null, article varchar(20) not null, quantity integer not"
                        + " null, price integer not null, total integer " + computed("quantity * price")
                        + ", state varchar(10) default 'open', primary key (order_number, article))",
                "create table invoice (id " + identity() + ", net integer not null, gross integer "
                        + computed("net * 120 / 100") + ", due date default '2030-01-31', version bigint not null)",
                "create table article (code char(6) not null primary key, name varchar(255), since timestamp)",
                "create table crooked (id bigint primary key, amount varchar(20), shipped varchar(20))",
                "create table clocked (id bigint primary key, rung timestamp)",
                "create view turnover as select article, sum(quantity) as pieces, sum(total) as money from order_line"
                        + " group by article");
        plinth = Plinth.builder(backend(url))
                .entities(
                        Order.class,
                        Line.class,
                        Invoice.class,
                        Turnover.class,
                        Article.class,
                        Crooked.class,
                        Clocked.class)
                .build();
        // the tables are there: only the audit trail is made
        plinth.schema().create();
    }

    @AfterEach
    final void close() {
        plinth.close();
    }

    final void execute(String... statements) {
        executeAt(url, statements);
    }

    static void executeAt(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> query(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T stored(Class<T> type, Object id) {
        return plinth.readResult(uow -> uow.getById(type, id));
    }

    private static Order order(long number, String customer) {
        Order order = new Order(number, customer);
        order.setSize(3);
        order.setKind(Kind.WHOLESALE);
        order.setPaid(true);
        order.setToken(new UUID(1, number));
        return order;
    }

    @Test
    void namesAndTypesOfOtherTimes() {
        plinth.transact(uow -> uow.insert(order(9_007_199_254_740_993L, "Ada")));
        Order stored = stored(Order.class, 9_007_199_254_740_993L);
        assertThat(stored.getCustomer()).isEqualTo("Ada");
        assertThat(stored.getSize()).isEqualTo(3);
        assertThat(stored.getKind()).isEqualTo(Kind.WHOLESALE);
        assertThat(stored.isPaid()).isTrue();
        assertThat(stored.getToken()).isEqualTo(new UUID(1, 9_007_199_254_740_993L));
        assertThat(query("select " + quoted("group") + " from " + quoted("ORDER")))
                .containsExactly("20");
        assertThat(query("select " + quoted("user") + " from " + quoted("ORDER")))
                .containsExactly("Y");
        plinth.read(uow -> assertThat(uow.find(Selection.of(Order.class)
                        .where(where(Order::getSize)
                                .lessThan(4)
                                .and(where(Order::getKind).is(Kind.WHOLESALE))
                                .and(where(Order::isPaid).is(true))
                                .and(where(Order::getToken).is(stored.getToken()))
                                .and(where(Order::getNumber).greaterThan(1L)))
                        .orderBy(jakarta.data.Order.by(Sort.desc("customer")))))
                .hasSize(1));
        assertThat(plinth.audit().history(Order.class, 9_007_199_254_740_993L)).hasSize(1);
    }

    @Test
    void columnsThatTheModelDoesNotKnowAreKept() {
        execute("insert into " + quoted("ORDER") + " values (1, 'Ada', 5, 10, 'N', null, 'mine', 7)");
        plinth.transact(uow -> {
            uow.getById(Order.class, 1L).setCustomer("Augusta");
            uow.insert(order(2, "Bob"));
        });
        assertThat(query("select " + quoted("never mapped") + " from " + quoted("ORDER") + " order by 1"))
                .containsExactly("kept", "mine");
        assertThat(query("select " + quoted("select") + " from " + quoted("ORDER") + " where " + quoted("KUNDE $")
                        + " = 'Augusta'"))
                .containsExactly("7");
    }

    @Test
    void withoutAVersionTheLastWriterWinsColumnByColumn() {
        plinth.transact(uow -> uow.insert(order(1, "Ada")));
        plinth.transact(uow -> {
            uow.getById(Order.class, 1L).setSize(8);
            uow.flush();
        });
        Order detached = stored(Order.class, 1L);
        execute("update " + quoted("ORDER") + " set " + quoted("KUNDE $") + " = 'Eve'");
        detached.setSize(9);
        detached.setCustomer("Ada");
        plinth.transact(uow -> uow.update(detached));
        assertThat(stored(Order.class, 1L).getCustomer()).isEqualTo("Ada");
        assertThat(stored(Order.class, 1L).getSize()).isEqualTo(9);
    }

    @Test
    void whatIsGoneIsStillReported() {
        plinth.transact(uow -> uow.insert(order(1, "Ada")));
        Order detached = stored(Order.class, 1L);
        execute("delete from " + quoted("ORDER"));
        assertThatThrownBy(() -> plinth.transact(uow -> uow.update(detached)))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("'Order' with id 1");
        assertThatThrownBy(() -> plinth.transact(uow -> uow.remove(detached))).isInstanceOf(StaleEntityException.class);
    }

    @Test
    void whatTheDatabaseSetsIsReadBackInOneMoreReadPerBatch() {
        Line tea = new Line(1, "tea", 2, 30);
        Line cup = new Line(1, "cup", 1, 500);
        Statistics before = plinth.statistics();
        plinth.transact(uow -> {
            uow.insert(tea);
            uow.insert(cup);
        });
        Statistics cost = plinth.statistics().since(before);
        assertThat(cost.selects()).isEqualTo(1);
        assertThat(tea.getTotal()).isEqualTo(60);
        assertThat(cup.getTotal()).isEqualTo(500);
        assertThat(cup.getState()).isEqualTo("open");
        plinth.transact(uow -> {
            Line line = uow.getById(Line.class, new LineKey(1, "tea"));
            line.setQuantity(5);
            line.setState("packed");
            uow.flush();
            assertThat(line.getTotal()).isEqualTo(150);
            assertThat(line.getState()).isEqualTo("packed");
        });
        assertThat(stored(Line.class, new LineKey(1, "tea")).getTotal()).isEqualTo(150);
        assertThat(plinth.audit()
                        .history(Line.class, new LineKey(1, "tea"))
                        .get(0)
                        .changes()
                        .get("total")
                        .after())
                .isEqualTo(60);
    }

    @Test
    void recordsComeBackWithWhatTheDatabaseSet() {
        Invoice written = plinth.transactResult(uow -> {
            Invoice fresh = uow.insert(Invoice.over(100));
            uow.flush();
            return uow.current(fresh);
        });
        assertThat(written.id()).isNotNull();
        assertThat(written.gross()).isEqualTo(120);
        assertThat(written.due()).isEqualTo(LocalDate.of(2030, 1, 31));
        Invoice changed = plinth.transactResult(uow -> {
            Invoice updated = uow.update(written.net(200));
            uow.flush();
            return uow.current(updated);
        });
        assertThat(changed.gross()).isEqualTo(240);
        assertThat(stored(Invoice.class, changed.id())).isEqualTo(changed);
    }

    @Test
    void aRollbackTakesBackWhatTheDatabaseSet() {
        Line line = new Line(1, "tea", 2, 30);
        assertThatThrownBy(() -> plinth.transact(uow -> {
                    uow.insert(line);
                    uow.flush();
                    assertThat(line.getTotal()).isEqualTo(60);
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(line.getTotal()).isZero();
        assertThat(line.getState()).isNull();
        plinth.transact(uow -> uow.insert(line));
        assertThat(line.getTotal()).isEqualTo(60);
    }

    @Test
    void viewsAreReadAndNotWritten() {
        plinth.transact(uow -> {
            uow.insert(new Line(1, "tea", 2, 30));
            uow.insert(new Line(2, "tea", 3, 30));
            uow.insert(new Line(2, "cup", 1, 500));
        });
        plinth.transact(uow -> {
            assertThat(uow.getById(Turnover.class, "tea")).isEqualTo(new Turnover("tea", 5, 150));
            assertThat(uow.find(Selection.of(Turnover.class)
                            .where(where(Turnover::money).greaterThan(200L))))
                    .containsExactly(new Turnover("cup", 1, 500));
            try (Stream<Turnover> all = uow.stream(Selection.of(Turnover.class))) {
                assertThat(all).hasSize(2);
            }
            assertThatThrownBy(() -> uow.insert(new Turnover("x", 1, 1)))
                    .isInstanceOfSatisfying(
                            EntityStateException.class,
                            e -> assertThat(e.errorCode()).isEqualTo(ErrorCode.ENTITY_READ_ONLY));
        });
    }

    @Test
    void aKeyOfFixedWidthIsReadWithoutItsPadding() {
        execute("insert into article values ('A1', 'tea', '2020-02-29 12:30:00')");
        Instant since = Instant.parse("2020-02-29T12:30:00Z");
        plinth.transact(uow -> {
            Article tea = uow.getById(Article.class, "A1");
            assertThat(tea.code()).isEqualTo("A1");
            assertThat(uow.find(Selection.of(Article.class)
                                    .where(where(Article::code).is("A1")))
                            .get(0))
                    .isSameAs(tea);
            uow.insert(new Article("B2", "cup", since));
        });
        assertThat(stored(Article.class, "B2")).isEqualTo(new Article("B2", "cup", since));
        plinth.transact(uow -> uow.update(new Article("B2", "mug", null)));
        assertThat(stored(Article.class, "B2").name()).isEqualTo("mug");
        plinth.transact(uow -> uow.remove(uow.getById(Article.class, "A1")));
        assertThat(query("select name from article")).containsExactly("mug");
    }

    @Test
    void aTextThatIsMoreThanOneJsonIsTold() {
        execute(
                "create table sheet (id bigint not null primary key, content varchar(40))",
                "insert into sheet values (1, '{\"a\":1} trailing'), (2, '{\"a\":1,\"a\":2}'), (3, ' {\"a\":1} ')");
        try (Plinth sheets = Plinth.builder(backend(url)).entities(Sheet.class).build()) {
            assertThat(sheets.readResult(uow -> uow.getById(Sheet.class, 3L)).content())
                    .isEqualTo(Map.of("a", 1));
            for (long id : new long[] {1, 2}) {
                assertThatThrownBy(() -> sheets.read(uow -> uow.getById(Sheet.class, id)))
                        .isInstanceOf(EntityMappingException.class)
                        .hasMessageContaining("'Sheet.content'")
                        .hasMessageNotContaining("trailing");
            }
        }
    }

    @Test
    void aPaddedIdIsOneId() {
        execute("create table country (code char(4) not null primary key, name varchar(20), grade integer default 7)");
        try (Plinth padded =
                Plinth.builder(backend(url)).entities(Country.class).build()) {
            Country austria = new Country("AT");
            padded.transact(uow -> {
                uow.insert(austria);
                uow.flush();
                assertThat(austria.grade).isEqualTo(7);
                assertThat(uow.find(Selection.of(Country.class))).containsExactly(austria);
                austria.name = "Austria";
            });
            padded.transact(uow -> uow.update(austria));
            padded.transact(uow -> uow.upsert(austria));
            assertThat(query("select name from country")).containsExactly("Austria");
            assertThat(padded.<Boolean, RuntimeException>readResult(
                            uow -> uow.findById(Country.class, "AT  ").isPresent()))
                    .isFalse();
            if (padsTexts()) {
                assertThatThrownBy(() -> padded.transact(uow -> uow.upsert(new Country("AT "))))
                        .isInstanceOfAny(EntityStateException.class, DuplicateKeyException.class);
            }
        }
    }

    @Test
    void anInstantIsNoTimeWithoutAZone() {
        execute("insert into clocked values (1, '2020-02-29 12:30:00')");
        if (!hasZones()) {
            assertThat(stored(Clocked.class, 1L).rung()).isEqualTo("2020-02-29T12:30:00Z");
            return;
        }
        assertThatThrownBy(() -> stored(Clocked.class, 1L))
                .isInstanceOf(EntityMappingException.class)
                .hasMessageContaining("has no time zone")
                .hasMessageContaining("'Clocked.rung' (Instant, column 'rung')");
        execute("drop table clocked", "create table clocked (id bigint primary key, rung date)");
        assertThatThrownBy(() -> stored(Clocked.class, 1L))
                .isInstanceOf(EntityMappingException.class)
                .hasMessageContaining("has no time zone");
    }

    @Test
    void tablesOfOtherSchemas() {
        String schema = otherSchema(url);
        assumeTrue(schema != null, "the engine has no schemas");
        try (Plinth there = Plinth.builder(backend(url))
                .mappings(EntityMapping.of(Depot.class).id(Depot::getId).schema(schema))
                .build()) {
            there.schema().create();
            there.transact(uow -> uow.insert(new Depot(1, "Graz")));
            assertThat(there.readResult(uow -> uow.getById(Depot.class, 1)).getTown())
                    .isEqualTo("Graz");
            assertThat(query("select town from " + quoted(schema) + ".depot")).containsExactly("Graz");
            there.schema().drop();
        }
    }

    @Test
    void whatACellHoldsIsReadRightOrNamed() {
        execute("insert into crooked values (1, '12', null)");
        assertThat(readsOrRefuses(1L, "amount")).isIn(12, "refused");
        execute("insert into crooked values (2, 'twelve', null)");
        assertThat(readsOrRefuses(2L, "amount")).isEqualTo("refused");
        execute("insert into crooked values (4, null, 'never')");
        assertThat(readsOrRefuses(4L, "shipped")).isEqualTo("refused");
        execute("insert into crooked values (5, '99999999999', null)");
        assertThat(readsOrRefuses(5L, "amount")).isEqualTo("refused");
    }

    private Object readsOrRefuses(long id, String property) {
        try {
            Crooked read = stored(Crooked.class, id);
            return java.util.Objects.requireNonNull(read.amount());
        } catch (EntityMappingException e) {
            assertThat(e.errorCode()).isEqualTo(ErrorCode.MAPPING_FAILED);
            assertThat(e)
                    .hasMessageContaining("'Crooked." + property + "'")
                    .hasMessageContaining("column '" + property + "'")
                    .hasMessageMatching("(?is).*(varchar|character varying).*")
                    .hasMessageNotContainingAny("twelve", "never", "99999999999");
            return "refused";
        }
    }
}
