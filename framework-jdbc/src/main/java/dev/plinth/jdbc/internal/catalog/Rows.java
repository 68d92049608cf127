package dev.plinth.jdbc.internal.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small questions to a catalog. */
public final class Rows {
    private Rows() {}

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of a result, which is closed. */
    public static <T> List<T> of(ResultSet result, Reader<T> reader) throws SQLException {
        try (result) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        }
    }

    /** All rows of a query. */
    public static <T> List<T> ask(Connection connection, String sql, Reader<T> reader, @Nullable String... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            return of(statement.executeQuery(), reader);
        }
    }

    /** The first column of a query. */
    public static List<String> texts(Connection connection, String sql, @Nullable String... parameters)
            throws SQLException {
        return ask(connection, sql, row -> row.getString(1), parameters);
    }

    /** The first two columns of a query. */
    public static Map<String, String> pairs(Connection connection, String sql, @Nullable String... parameters)
            throws SQLException {
        Map<String, String> pairs = new LinkedHashMap<>();
        ask(connection, sql, row -> pairs.put(row.getString(1), row.getString(2)), parameters);
        return pairs;
    }
}
