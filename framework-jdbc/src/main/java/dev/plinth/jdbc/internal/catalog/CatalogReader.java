package dev.plinth.jdbc.internal.catalog;

import dev.plinth.model.TableName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads tables as JDBC tells of them. Used by one thread. */
public final class CatalogReader {
    private final Connection connection;
    private final DatabaseMetaData data;
    private final boolean ignoresCase;
    private final List<Place> path;

    /**
     * A place where an engine looks for the name of a table.
     *
     * @param catalog the catalog, or null where the engine has none
     * @param schema the schema, or null where the engine has none
     */
    public record Place(@Nullable String catalog, @Nullable String schema) {}

    /**
     * A reader for one engine.
     *
     * @param path where a name without a schema is looked up, in this order
     */
    public CatalogReader(Connection connection, boolean ignoresCase, List<Place> path) throws SQLException {
        this.connection = connection;
        this.data = connection.getMetaData();
        this.ignoresCase = ignoresCase;
        this.path = List.copyOf(path);
    }

    /** The connection that is read. */
    public Connection connection() {
        return connection;
    }

    /** Whether two names are one to the engine. */
    public boolean same(String a, String b) {
        return ignoresCase ? a.equalsIgnoreCase(b) : a.equals(b);
    }

    /** Finds a table or view. */
    public @Nullable LiveTable find(TableName name) throws SQLException {
        for (Place place : places(name)) {
            for (LiveTable found : tables(place, name.name())) {
                if (same(found.name(), name.name())) {
                    return withColumns(found);
                }
            }
        }
        return null;
    }

    /** The names of tables that differ from a name in case only. */
    public List<String> alike(TableName name) throws SQLException {
        List<String> alike = new ArrayList<>();
        for (Place place : places(name)) {
            tables(place, null).stream()
                    .map(LiveTable::name)
                    .filter(each -> each.equalsIgnoreCase(name.name()))
                    .forEach(alike::add);
        }
        return alike;
    }

    /** The places where a table is looked for. */
    public List<Place> places(TableName name) {
        if (name.schema() != null || name.catalog() != null) {
            if (path.get(0).schema() == null) {
                // an engine without schemas in its catalogs, where the one is the other
                return List.of(new Place(name.schema() == null ? name.catalog() : name.schema(), null));
            }
            String catalog = name.catalog() == null ? path.get(0).catalog() : name.catalog();
            return List.of(new Place(catalog, name.schema()));
        }
        return path;
    }

    private List<LiveTable> tables(Place place, @Nullable String name) throws SQLException {
        ResultSet result = data.getTables(place.catalog(), pattern(place.schema()), pattern(name), null);
        List<LiveTable> tables = new ArrayList<>();
        Rows.of(result, row -> {
            String type = String.valueOf(row.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
            boolean view = type.contains("VIEW");
            return (view || type.contains("TABLE"))
                    && tables.add(new LiveTable(
                            row.getString("TABLE_CAT"),
                            row.getString("TABLE_SCHEM"),
                            row.getString("TABLE_NAME"),
                            view,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            Set.of()));
        });
        return tables;
    }

    // the name itself, where a method takes patterns
    private @Nullable String pattern(@Nullable String name) throws SQLException {
        String escape = data.getSearchStringEscape();
        return name == null
                ? null
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }

    private LiveTable withColumns(LiveTable table) throws SQLException {
        ResultSet result = data.getColumns(table.catalog(), pattern(table.schema()), pattern(table.name()), null);
        List<LiveColumn> columns = new ArrayList<>();
        Rows.of(result, row -> same(row.getString("TABLE_NAME"), table.name()) && columns.add(column(row)));
        return new LiveTable(
                table.catalog(),
                table.schema(),
                table.name(),
                table.view(),
                columns,
                primaryKey(table),
                table.view() ? List.of() : indexes(table),
                foreignKeys(table),
                Set.of());
    }

    private static LiveColumn column(ResultSet row) throws SQLException {
        boolean identity = "YES".equals(row.getString("IS_AUTOINCREMENT"));
        boolean computed = "YES".equals(row.getString("IS_GENERATEDCOLUMN"));
        return new LiveColumn(
                row.getString("COLUMN_NAME"),
                row.getInt("DATA_TYPE"),
                row.getString("TYPE_NAME"),
                row.getInt("COLUMN_SIZE"),
                row.getInt("DECIMAL_DIGITS"),
                row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                hasDefault(row.getString("COLUMN_DEF")),
                computed
                        ? LiveColumn.Generation.ALWAYS
                        : identity ? LiveColumn.Generation.IDENTITY : LiveColumn.Generation.NONE,
                false,
                null);
    }

    // some engines say so where there is none
    private static boolean hasDefault(@Nullable String value) {
        return value != null && !value.equalsIgnoreCase("null");
    }

    private List<String> primaryKey(LiveTable table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        Rows.of(
                data.getPrimaryKeys(table.catalog(), table.schema(), table.name()),
                row -> columns.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME")));
        return List.copyOf(columns.values());
    }

    private List<LiveIndex> indexes(LiveTable table) throws SQLException {
        Map<String, IndexParts> found = new LinkedHashMap<>();
        Rows.of(data.getIndexInfo(table.catalog(), table.schema(), table.name(), false, true), row -> {
            String name = row.getString("INDEX_NAME");
            if (name != null) {
                IndexParts parts = found.get(name);
                if (parts == null) {
                    parts = new IndexParts(name, !row.getBoolean("NON_UNIQUE"), row.getString("FILTER_CONDITION"));
                    found.put(name, parts);
                }
                parts.add(row.getString("COLUMN_NAME"), "D".equals(row.getString("ASC_OR_DESC")));
            }
            return found;
        });
        return found.values().stream().map(IndexParts::index).toList();
    }

    private List<LiveForeignKey> foreignKeys(LiveTable table) throws SQLException {
        Map<String, LiveForeignKey> found = new LinkedHashMap<>();
        Rows.of(data.getImportedKeys(table.catalog(), table.schema(), table.name()), row -> {
            String name = row.getString("FK_NAME");
            // one without a name begins with the first of its columns
            String key = name != null ? name : "#" + (found.size() + (row.getInt("KEY_SEQ") == 1 ? 1 : 0));
            LiveForeignKey one = new LiveForeignKey(
                    name,
                    List.of(row.getString("FKCOLUMN_NAME")),
                    row.getString("PKTABLE_NAME"),
                    List.of(row.getString("PKCOLUMN_NAME")));
            return found.merge(key, one, LiveForeignKey::and);
        });
        return List.copyOf(found.values());
    }

    /** What is read of an index, row by row. */
    private static final class IndexParts {
        private final String name;
        private final boolean unique;
        private final @Nullable String filter;
        private final List<String> columns = new ArrayList<>();
        private final Set<String> descending = new HashSet<>();

        IndexParts(String name, boolean unique, @Nullable String filter) {
            this.name = name;
            this.unique = unique;
            this.filter = filter;
        }

        void add(@Nullable String column, boolean desc) {
            String known = String.valueOf(column);
            columns.add(known);
            if (desc) {
                descending.add(known);
            }
        }

        LiveIndex index() {
            return new LiveIndex(name, unique, columns, descending, filter, null);
        }
    }
}
