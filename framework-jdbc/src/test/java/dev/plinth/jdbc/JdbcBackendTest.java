package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Store;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ConnectionException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.PlinthError;
import dev.plinth.error.Problem;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import dev.plinth.model.ValueType;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Which databases are taken, and what is said of the others. */
final class JdbcBackendTest {
    @Test
    void tellsWhatItIsConnectedTo() {
        try (Store store = H2.store()) {
            assertThat(store.name()).matches("H2 2\\.\\d+\\.\\d+");
            assertThat(store.secondPrecision()).isEqualTo(6);
            assertThat(store.capabilities())
                    .contains(Capability.ATOMIC_COMMIT, Capability.IDENTITY, Capability.UNICODE_CASE)
                    .doesNotContain(Capability.CODE_POINT_ORDER);
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsTold() {
        assertThatThrownBy(() -> JdbcBackend.url("jdbc:h2:tcp://localhost:1/x;PASSWORD=secret")
                        .connect((k, r, b) -> {}))
                .isInstanceOf(ConnectionException.class)
                .hasMessageStartingWith("PL-501: the database at 'jdbc:h2:tcp://localhost:1/x' cannot be reached: ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aWrongPasswordIsTold() {
        String url = H2.url();
        try (Store store = JdbcBackend.url(url, "sa", "right").connect((k, r, b) -> {})) {
            assertThat(store.name()).startsWith("H2");
            assertThatThrownBy(() -> JdbcBackend.url(url, "sa", "wrong").connect((k, r, b) -> {}))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("Wrong user name or password");
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(url);
            assertThatThrownBy(() -> JdbcBackend.on(source).connect((k, r, b) -> {}))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("the database gave no connection: Wrong user name or password");
        }
    }

    @Test
    void aMissingDriverIsTold() {
        assertConfiguration(
                        () -> JdbcBackend.url("jdbc:nosuchdb://u:secret@host/x").connect((k, r, b) -> {}))
                .hasMessageContaining("'jdbc:nosuchdb://host/x'")
                .hasMessageContaining("driver is on the class path")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aUrlThatIsNoneIsRefused() {
        assertConfiguration(() -> JdbcBackend.url(""))
                .hasMessage("PL-103: the JDBC URL is empty. Give the database's URL, for example 'jdbc:h2:./shop'");
        assertConfiguration(() -> JdbcBackend.url("h2:secret"))
                .hasMessageContaining("does not start with 'jdbc:'")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aDatabaseOfEachConnectionsOwnIsRefused() {
        assertConfiguration(() -> JdbcBackend.url("jdbc:h2:mem:"))
                .hasMessageContaining("new, empty database for every connection");
    }

    @Test
    void settingsThatChangeWhatEqualityMeansAreRefused() {
        assertConfiguration(() -> JdbcBackend.url(H2.url() + ";MODE=Oracle").connect((k, r, b) -> {}))
                .hasMessageContaining("MODE=Oracle");
        assertConfiguration(() -> JdbcBackend.url(H2.url() + ";IGNORECASE=TRUE").connect((k, r, b) -> {}))
                .hasMessageContaining("IGNORECASE");
        assertConfiguration(() -> JdbcBackend.url(H2.url() + ";COLLATION=ENGLISH STRENGTH PRIMARY")
                        .connect((k, r, b) -> {}))
                .hasMessageContaining("COLLATION");
    }

    @Test
    void aDataSourceHasItsOwnPool() {
        assertConfiguration(() -> JdbcBackend.on(new JdbcDataSource()).pool(pool -> {}))
                .hasMessageContaining("uses a data source of the application");
    }

    @Test
    void whatH2CannotIndexIsAProblemOfTheModel() {
        EntityModel page = Entities.named("Page", "page")
                .with("id", ValueType.LONG)
                .withLarge("body", ValueType.STRING, 2_000_000)
                .with("plinth_live", ValueType.BOOLEAN)
                .unique("uk_body", "body")
                .build();
        try (Store store = JdbcBackend.url(H2.url()).connect((k, r, b) -> {})) {
            assertThat(store.prepare(new Model(List.of(page))))
                    .extracting(Problem::member)
                    .containsExactly("body", "plinth_live");
        }
    }

    @Test
    void jooqStaysQuietAndNoPropertyIsLeftBehind() {
        try (Store store = H2.store()) {
            assertThat(store.name()).isNotEmpty();
            assertThat(System.getProperties()).doesNotContainKeys("org.jooq.no-logo", "org.jooq.no-tips");
        }
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertConfiguration(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOf(ConfigurationException.class)
                .satisfies(e -> assertThat(((PlinthError) e).errorCode()).isEqualTo(ErrorCode.CONFIGURATION_INVALID));
    }
}
