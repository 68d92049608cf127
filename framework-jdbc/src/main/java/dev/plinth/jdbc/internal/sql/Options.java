package dev.plinth.jdbc.internal.sql;

import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ErrorCode;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks of a backend.
 *
 * @param showsValues whether the engine's own errors are kept with their text, which may quote values
 * @param statementTimeout how long a statement may take, or null for as long as the database lets it
 * @param lockTimeout how long a statement waits for a lock, or null for as long as the database lets it
 */
public record Options(
        boolean showsValues,
        @Nullable Duration statementTimeout,
        @Nullable Duration lockTimeout) {
    /** Nothing special. */
    public static final Options NONE = new Options(false, null, null);

    /** These options with the engine's own errors. */
    public Options showingValues() {
        return new Options(true, statementTimeout, lockTimeout);
    }

    /** These options with a limit for statements. */
    public Options withStatementTimeout(Duration timeout) {
        return new Options(showsValues, checked(timeout, "statement"), lockTimeout);
    }

    /** These options with a limit for waiting. */
    public Options withLockTimeout(Duration timeout) {
        return new Options(showsValues, statementTimeout, checked(timeout, "lock"));
    }

    /** Whether anything is limited. */
    public boolean limitsTime() {
        return statementTimeout != null || lockTimeout != null;
    }

    private static Duration checked(Duration timeout, String what) {
        Objects.requireNonNull(timeout, what + "Timeout");
        if (timeout.compareTo(Duration.ofMillis(1)) < 0
                || timeout.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) > 0) {
            throw new ConfigurationException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "a " + what + " time-out of " + timeout + " is none. Give one between a millisecond and 24 days",
                    null);
        }
        return timeout;
    }
}
