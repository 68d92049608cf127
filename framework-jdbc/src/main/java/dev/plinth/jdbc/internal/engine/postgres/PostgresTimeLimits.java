package dev.plinth.jdbc.internal.engine.postgres;

import dev.plinth.jdbc.internal.sql.Options;
import dev.plinth.jdbc.internal.sql.TimeLimits;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings of the transaction, which end with it. */
final class PostgresTimeLimits implements TimeLimits {
    @Override
    public List<String> limit(Connection connection, Options options) throws SQLException {
        Map<String, Duration> limits = new TreeMap<>();
        if (options.statementTimeout() != null) {
            limits.put("statement_timeout", options.statementTimeout());
        }
        if (options.lockTimeout() != null) {
            limits.put("lock_timeout", options.lockTimeout());
        }
        String settings = limits.keySet().stream()
                .map(name -> "set_config('" + name + "', ?, true)")
                .collect(Collectors.joining(", "));
        List<Duration> values = new ArrayList<>(limits.values());
        try (PreparedStatement statement = connection.prepareStatement("select " + settings)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i).toMillis() + "ms");
            }
            statement.execute();
        }
        return List.of();
    }
}
