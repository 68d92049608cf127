package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.jdbc.internal.sql.Counters;
import dev.plinth.jdbc.internal.sql.Sql;
import dev.plinth.jdbc.internal.sql.TimeLimits;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** MySQL 8.0.23 and newer, through the driver of its makers. */
final class MySqlDialect extends MySqlFamilyDialect {
    private static final MySqlLimits LIMITS = new MySqlLimits("MySQL", 30, false);

    /** What the driver takes for a result that is read from the network as it comes. */
    private static final int ONE_BY_ONE = Integer.MIN_VALUE;

    private static final int ALL_AT_ONCE = 0;

    /** The most parameters of a statement that the server prepares. */
    private static final int MOST_PARAMETERS = 65_535;

    private final boolean cursors;

    /** The dialect of a driver that has been told to let the server keep results, or not. */
    MySqlDialect(boolean cursors) {
        this.cursors = cursors;
    }

    @Override
    public SQLDialect jooq() {
        return SQLDialect.MYSQL;
    }

    @Override
    String collation() {
        return "utf8mb4_0900_bin";
    }

    @Override
    MySqlLimits limits() {
        return LIMITS;
    }

    @Override
    public TimeLimits timeLimits() {
        return new MySqlTimeLimits(false);
    }

    @Override
    public int fetchSize(boolean alone) {
        if (cursors) {
            return super.fetchSize(alone);
        }
        return alone ? ONE_BY_ONE : ALL_AT_ONCE;
    }

    @Override
    public boolean readsAlone() {
        return !cursors;
    }

    // costs a table on the server and more ways to it, so it is for results that may be large
    @Override
    public @Nullable KeptResults keepResults(Connection connection, Sql sql) throws SQLException {
        return cursors || sql.slots().size() > MOST_PARAMETERS ? null : Driver.keepResults(connection);
    }

    @Override
    public boolean hasSequences() {
        return false;
    }

    @Override
    public Counters counters() {
        return new AutoIncrementCounters();
    }
}
