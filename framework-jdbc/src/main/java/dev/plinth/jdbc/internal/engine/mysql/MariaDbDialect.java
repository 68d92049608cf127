package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.jdbc.internal.sql.TimeLimits;
import org.jooq.SQLDialect;

/** MariaDB 10.6 and newer, through the driver of its makers. */
final class MariaDbDialect extends MySqlFamilyDialect {
    private static final MySqlLimits LIMITS = new MySqlLimits("MariaDB", 38, true);

    @Override
    public SQLDialect jooq() {
        return SQLDialect.MARIADB;
    }

    @Override
    String collation() {
        return "utf8mb4_nopad_bin";
    }

    @Override
    MySqlLimits limits() {
        return LIMITS;
    }

    @Override
    public TimeLimits timeLimits() {
        return new MySqlTimeLimits(true);
    }
}
