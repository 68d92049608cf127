package dev.plinth.jdbc.internal.error;

import dev.plinth.model.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The unique keys that a table has, which need not be those of the model. */
final class UniqueKeys {
    private UniqueKeys() {}

    /** The columns of each key, by name. */
    static Map<String, List<String>> of(Connection connection, TableName table) throws SQLException {
        String catalog = table.catalog() != null ? table.catalog() : table.schema();
        Map<String, List<String>> keys = new LinkedHashMap<>();
        try (ResultSet index = connection
                .getMetaData()
                .getIndexInfo(catalog != null ? catalog : connection.getCatalog(), null, table.name(), true, true)) {
            while (index.next()) {
                String name = index.getString("INDEX_NAME");
                String column = index.getString("COLUMN_NAME");
                if (name != null && column != null) {
                    keys.computeIfAbsent(name, key -> new ArrayList<>()).add(column);
                }
            }
        }
        return keys;
    }
}
