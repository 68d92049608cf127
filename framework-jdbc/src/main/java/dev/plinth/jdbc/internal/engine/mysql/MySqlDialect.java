package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.jdbc.internal.sql.Counters;
import dev.plinth.jdbc.internal.sql.TimeLimits;
import org.jooq.SQLDialect;

/** MySQL 8.0.23 and newer, through the driver of its makers. */
final class MySqlDialect extends MySqlFamilyDialect {
    private static final MySqlLimits LIMITS = new MySqlLimits("MySQL", 30, false);

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
    public boolean hasSequences() {
        return false;
    }

    @Override
    public Counters counters() {
        return new AutoIncrementCounters();
    }
}
