package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plinth.backend.Capability;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.Problem;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import dev.plinth.model.ValueType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** MySQL and MariaDB: which connections are taken, what is set on them, and how results are read. */
abstract class MySqlFamilyBackend {
    private static final String SETTINGS = "select concat(@@session.sql_mode, ' ', @@session.time_zone, ' ',"
            + " @@session.foreign_key_checks, ' ', @@session.max_sort_length, ' ', @@session.group_concat_max_len)";
    static final EntityModel THING = Entities.named("Thing", "thing")
            .with("id", ValueType.INT)
            .with("name", ValueType.STRING)
            .build();
    static final EntityModel TAGGED = Entities.named("Tagged", "tagged")
            .as(MySqlFamilyBackend.class)
            .with("id", ValueType.INT)
            .elements("tags", CollectionModel.Kind.SET, null, Entities.column(0, "tag", ValueType.STRING, false))
            .build();

    /** The databases of the engine. */
    abstract Databases databases();

    /** The name and version that it tells. */
    abstract String version();

    @Test
    void tellsWhatItIsConnectedTo() {
        try (Store store = databases().store()) {
            assertThat(store.name()).matches(version());
            assertThat(store.capabilities()).isEqualTo(EnumSet.allOf(Capability.class));
        }
    }

    @Test
    void optionsThatChangeWhatStatementsMeanAreRefused() {
        assertRefused("useAffectedRows=true", "the option useAffectedRows");
        assertRefused("sessionVariables=transaction_read_only=1", "the URL makes sessions read-only by a variable");
    }

    final void assertRefused(String option, String message) {
        JdbcBackend backend = Databases.backend(databases().url() + "&" + option);
        assertThatThrownBy(() -> backend.connect((k, r, b) -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void settingsOfTheUrlAreOverruledAndTakenBack() throws SQLException {
        HikariConfig one = new HikariConfig();
        // Unless told not to, MySQL's driver adds its strictness to whatever mode it is given.
        one.setJdbcUrl(databases().url() + "&jdbcCompliantTruncation=false"
                + "&sessionVariables=sql_mode='',time_zone='-05:00',foreign_key_checks=0");
        one.setMaximumPoolSize(1);
        try (HikariDataSource source = new HikariDataSource(one)) {
            String before = settings(source);
            // MySQL's driver adds a mode of its own
            assertThat(before).matches("(STRICT_TRANS_TABLES)? -05:00 .* 1024 .*");
            try (Store store = H2.prepared(JdbcBackend.on(source).connect((k, r, b) -> {}), THING);
                    StoreSession session = store.open(false)) {
                Rows.insert(session, THING, new Object[] {0, "zero"}, new Object[] {1, "one"});
                assertThat(Rows.byIds(session, THING, 0)).hasSize(1);
                session.commit();
            }
            assertThat(settings(source)).isEqualTo(before);
        }
    }

    private static String settings(HikariDataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(SETTINGS)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void otherStatementsCanBeSentWhileAResultIsRead() {
        try (Store store = databases().store(THING);
                StoreSession session = store.open(false)) {
            Rows.insert(session, THING, rows(3_000));
            List<Object> read = new ArrayList<>();
            try (RowCursor all = session.find(new Query(THING, Condition.ALWAYS, List.of(), 0, 0))) {
                for (Object[] row = all.next(); row != null; row = all.next()) {
                    read.add(row[0]);
                    if (read.size() % 1_000 == 10) {
                        assertThat(Rows.count(session, THING, Condition.ALWAYS)).isEqualTo(3_000);
                    }
                }
            }
            assertThat(read).hasSize(3_000).doesNotHaveDuplicates();
            session.find(new Query(THING, Condition.ALWAYS, List.of(), 0, 0)).next();
            session.commit();
        }
    }

    @Test
    void elementsAreReadWithManyRows() {
        try (Store store = databases().store(TAGGED);
                StoreSession session = store.open(false)) {
            Rows.insert(
                    session,
                    TAGGED,
                    IntStream.range(0, 1_500)
                            .mapToObj(i -> new Object[] {i, List.<Object[]>of(new Object[] {"tag" + i})})
                            .toList());
            assertThat(Rows.find(session, TAGGED, Condition.ALWAYS))
                    .hasSize(1_500)
                    .allSatisfy(row -> assertThat((List<?>) row[1]).hasSize(1));
        }
    }

    @Test
    void longTextsAreOrderedBeyondTheServersLimit() {
        EntityModel letter = Entities.named("Letter", "letter")
                .with("id", ValueType.INT)
                .withLarge("text", ValueType.STRING, 10_000)
                .build();
        String start = "\u00e4".repeat(1_000);
        try (Store store = databases().store(letter);
                StoreSession session = store.open(false)) {
            Rows.insert(session, letter, new Object[] {1, start + "b"}, new Object[] {2, start + "a"});
            assertThat(Rows.find(
                            session,
                            letter,
                            Condition.ALWAYS,
                            new dev.plinth.backend.SortKey(letter.columns().get(1), false, false)))
                    .extracting(row -> row[0])
                    .containsExactly(2, 1);
        }
    }

    @Test
    void whatIsTooLargeIsAProblemOfTheModel() {
        EntityModel wide = Entities.named("Wide", "wide")
                .withLarge("id", ValueType.STRING, 1_000)
                .with("plinth_live", ValueType.INT)
                .with("at", ValueType.OFFSET_DATE_TIME)
                .with("at_offset", ValueType.INT)
                .build();
        try (Store store = databases().backend().connect((k, r, b) -> {})) {
            List<Problem> problems = store.prepare(new Model(List.of(wide)));
            assertThat(problems).extracting(Problem::member).containsExactly("plinth_live", "at_offset", "id");
            assertThat(problems.get(2).message()).contains("at most 3072 bytes of a row in an index");
        }
    }

    static List<Object[]> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Object[] {i, "name " + i})
                .toList();
    }
}
