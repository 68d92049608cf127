package dev.plinth.jdbc;

import dev.plinth.backend.Backend;
import dev.plinth.contract.Provocation;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** SQL backends whose settings bring errors about. */
final class Provoking {
    private Provoking() {}

    /**
     * A backend on the same database.
     *
     * @param readOnly makes its sessions read-only, or null where the engine has none
     */
    static @Nullable Backend backend(
            Backend backend, Provocation error, @Nullable UnaryOperator<JdbcBackend> readOnly) {
        JdbcBackend jdbc = (JdbcBackend) backend;
        return switch (error) {
            case LOCK_TIMEOUT -> jdbc.lockTimeout(Duration.ofMillis(200));
            case STATEMENT_TIMEOUT -> jdbc.statementTimeout(Duration.ofMillis(5));
            case READ_ONLY -> readOnly == null ? null : readOnly.apply(jdbc);
            case ONE_CONNECTION ->
                jdbc.pool(pool -> {
                    pool.setMaximumPoolSize(1);
                    pool.setConnectionTimeout(250);
                });
        };
    }
}
