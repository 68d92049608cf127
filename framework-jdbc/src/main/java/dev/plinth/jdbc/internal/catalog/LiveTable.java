package dev.plinth.jdbc.internal.catalog;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table, or a view, of a live database.
 *
 * @param catalog its catalog, or null where the engine has none
 * @param schema its schema, or null where the engine has none
 * @param name its name
 * @param view whether it is a view, which has no keys of its own
 * @param columns its columns
 * @param primaryKey the columns of its primary key, empty where it has none
 * @param indexes its indexes
 * @param foreignKeys its foreign keys
 * @param checks the names of its checks
 */
public record LiveTable(
        @Nullable String catalog,
        @Nullable String schema,
        String name,
        boolean view,
        List<LiveColumn> columns,
        List<String> primaryKey,
        List<LiveIndex> indexes,
        List<LiveForeignKey> foreignKeys,
        Set<String> checks) {
    /** Copies the lists. */
    public LiveTable {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        checks = Set.copyOf(checks);
    }

    /** The table with what an engine tells of it beyond JDBC. */
    public LiveTable with(List<LiveColumn> newColumns, List<LiveIndex> newIndexes, Set<String> newChecks) {
        return new LiveTable(catalog, schema, name, view, newColumns, primaryKey, newIndexes, foreignKeys, newChecks);
    }
}
