package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Connections: taken late, used as a transaction, given back as they were. */
final class SessionsTest {
    private static final Generation.Sequence SEQUENCE =
            new Generation.Sequence(new TableName(null, null, "ids"), 1, 10);
    private static final EntityModel THING = Entities.named("Thing", "thing")
            .with("id", ValueType.LONG)
            .generated(SEQUENCE)
            .build();

    /** Hands out one connection that is not closed, so that its state can be looked at. */
    private static final class OneConnection {
        private final List<Boolean> readOnly = new ArrayList<>();
        private final AtomicInteger taken = new AtomicInteger();
        private final Connection connection;

        OneConnection() throws SQLException {
            connection = DriverManager.getConnection(H2.url());
        }

        DataSource source() {
            return proxy(DataSource.class, (proxy, method, args) -> {
                taken.incrementAndGet();
                return method.getName().equals("getConnection") ? lasting() : false;
            });
        }

        private Connection lasting() {
            return proxy(Connection.class, (proxy, method, args) -> {
                if (method.getName().equals("setReadOnly")) {
                    readOnly.add((Boolean) args[0]);
                }
                return method.getName().equals("close") ? null : method.invoke(connection, args);
            });
        }

        private static <T> T proxy(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }
    }

    @Test
    void aConnectionIsTakenWithTheFirstStatementAndGivenBackAsItWas() throws SQLException {
        OneConnection source = new OneConnection();
        source.connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        try (Store store = H2.prepared(JdbcBackend.on(source.source()).connect((k, r, b) -> {}), THING)) {
            int before = source.taken.get();
            try (StoreSession session = store.open(true)) {
                assertThat(source.taken).hasValue(before);
                Rows.count(session, THING, Condition.ALWAYS);
                assertThat(source.taken).hasValue(before + 1);
                assertThat(source.connection.getAutoCommit()).isFalse();
                assertThat(source.connection.getTransactionIsolation())
                        .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
                assertThat(source.readOnly).containsExactly(true);
                session.commit();
                assertThat(source.connection.getAutoCommit()).isTrue();
                assertThatThrownBy(() -> Rows.count(session, THING, Condition.ALWAYS))
                        .isInstanceOf(IllegalStateException.class);
            }
            assertThat(source.connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        }
        assertThat(source.connection.isClosed()).isFalse();
        source.connection.close();
    }

    @Test
    void aSessionWithoutAStatementTakesNoConnection() throws SQLException {
        OneConnection source = new OneConnection();
        try (Store store = H2.prepared(JdbcBackend.on(source.source()).connect((k, r, b) -> {}), THING)) {
            int before = source.taken.get();
            store.open(false).commit();
            store.open(false).rollback();
            store.open(false).close();
            assertThat(source.taken).hasValue(before);
        }
        source.connection.close();
    }

    @Test
    void idsComeThroughTheConnectionThatTheSessionHas() {
        Store one = JdbcBackend.url(H2.url())
                .pool(pool -> {
                    pool.setMaximumPoolSize(1);
                    pool.setConnectionTimeout(250);
                })
                .connect((k, r, b) -> {});
        try (Store store = H2.prepared(one, THING);
                StoreSession session = store.open(false)) {
            Rows.insert(session, THING, new Object[] {1000L});
            assertThat(session.nextBlock(SEQUENCE)).isEqualTo(1);
            session.commit();
        }
    }

    @Test
    void onlyAPoolOfPlinthIsClosed() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(H2.url());
        try (HikariDataSource source = new HikariDataSource(config)) {
            H2.prepared(JdbcBackend.on(source).connect((k, r, b) -> {}), THING).close();
            assertThat(source.isClosed()).isFalse();
        }
        List<HikariConfig> opened = new ArrayList<>();
        Store store = JdbcBackend.url(H2.url()).pool(opened::add).connect((k, r, b) -> {});
        assertThat(opened).hasSize(1);
        store.close();
        H2.prepared(JdbcBackend.url(H2.url()).connect((k, r, b) -> {}), THING).close();
    }

    @Test
    void theSchemaCanBeCreatedTwiceAndDroppedTwice() {
        try (Store store = H2.store(THING)) {
            store.createSchema();
            store.dropSchema();
            store.dropSchema();
            store.createSchema();
            try (StoreSession session = store.open(true)) {
                assertThat(Rows.count(session, THING, Condition.ALWAYS)).isZero();
            }
        }
    }
}
