package dev.plinth.jdbc.internal.engine.sqlite;

import dev.plinth.jdbc.internal.catalog.CatalogReader.Place;
import dev.plinth.jdbc.internal.catalog.LiveColumn;
import dev.plinth.jdbc.internal.catalog.LiveColumn.Collation;
import dev.plinth.jdbc.internal.catalog.LiveColumn.Generation;
import dev.plinth.jdbc.internal.catalog.LiveIndex;
import dev.plinth.jdbc.internal.catalog.LiveSequence;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.catalog.Rows;
import dev.plinth.jdbc.internal.sql.CheckConditions;
import dev.plinth.jdbc.internal.sql.SchemaRules;
import dev.plinth.jdbc.internal.sql.TypeFit;
import dev.plinth.model.ColumnModel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of SQLite, which keeps each table as the text that has made it. A column takes values of every type; its
 * declared type only says which of them are changed into others on the way.
 */
final class SqliteSchema implements SchemaRules {
    private static final Pattern NAMED =
            Pattern.compile("constraint\\s+(?:\"((?:[^\"]|\"\")+)\"|(\\w+))\\s+check", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLLATE = Pattern.compile("\\bcollate\\s+\"?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHERE =
            Pattern.compile("\\)\\s*where\\s+(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final CheckConditions CHECKS = new CheckConditions(
            SqliteSchema::literal,
            // functions of text stop at NUL; there is a byte at least for each UTF-16 unit
            (field, length) -> bytes(field).ge(DSL.inline(length.length())),
            (field, regex) -> null);

    private static @Nullable Field<?> literal(ColumnModel column, Object value) {
        return switch (column.type()) {
            case DECIMAL -> DSL.inline(new SortedNumber(column.precision(), column.scale()).write((BigDecimal) value));
            case BIG_INTEGER ->
                DSL.inline(new SortedNumber(column.precision(), 0).write(new BigDecimal((BigInteger) value)));
            default -> CheckConditions.plain(column, value);
        };
    }

    private static Field<Integer> bytes(Field<Object> field) {
        return DSL.field("length(cast({0} as blob))", Integer.class, field);
    }

    // a transaction that may write is the only one
    @Override
    public boolean changesInTransactions() {
        return true;
    }

    @Override
    public List<Condition> conditions(Field<Object> column, ColumnModel model) {
        List<Condition> conditions = new ArrayList<>(CHECKS.of(column, model));
        Field<Integer> length = DSL.length(column.coerce(String.class));
        switch (model.type()) {
            case BOOLEAN -> conditions.add(column.in(DSL.inline(0), DSL.inline(1)));
            case BYTE, SHORT, INT, YEAR -> conditions.addAll(CheckConditions.range(column, model));
            case CHAR -> conditions.add(bytes(column).between(DSL.inline(1), DSL.inline(3)));
            case UUID -> conditions.add(length.eq(DSL.inline(16)));
            case STRING, URI, BYTES -> {
                if (model.length() < Integer.MAX_VALUE) {
                    conditions.add(length.le(DSL.inline(model.length())));
                }
            }
            default -> {}
        }
        return conditions;
    }

    @Override
    public boolean ignoresCase() {
        return true;
    }

    @Override
    public boolean altersColumns() {
        return false;
    }

    @Override
    public boolean refersForward() {
        return true;
    }

    @Override
    public String deferReferences() {
        return "pragma defer_foreign_keys = on";
    }

    @Override
    public List<Place> path(Connection connection) {
        return List.of(new Place(null, null));
    }

    @Override
    public @Nullable LiveSequence sequence(Connection connection, Place place, String name) {
        return null;
    }

    /** By the affinity of the declared type: numbers stay numbers in each that is not text, and text stays text in each that is not a number's. */
    @Override
    public TypeFit fit(DataType<?> needed, LiveColumn column) {
        Class<?> type = needed.getType();
        boolean fits = switch (column.type()) {
            case Types.BIGINT -> type == Boolean.class || Number.class.isAssignableFrom(type) && !isFraction(type);
            case Types.NUMERIC -> type == Boolean.class || Number.class.isAssignableFrom(type);
            case Types.DOUBLE -> isFraction(type);
            case Types.VARCHAR -> type == String.class;
            default -> true;
        };
        return fits ? TypeFit.FITS : TypeFit.OTHER;
    }

    private static boolean isFraction(Class<?> type) {
        return type == Float.class || type == Double.class;
    }

    @Override
    public String check(Connection connection, LiveTable table, String name) throws SQLException {
        String sql = String.join(
                "", Rows.texts(connection, "select sql from sqlite_master where lower(name) = lower(?)", table.name()));
        Matcher found = NAMED.matcher(sql);
        while (found.find()) {
            if (name.equalsIgnoreCase(found.group(1)) || name.equalsIgnoreCase(found.group(2))) {
                int start = found.end();
                return sql.substring(start, found.find() ? found.start() : sql.length());
            }
        }
        return "";
    }

    @Override
    public LiveTable complete(Connection connection, LiveTable table) throws SQLException {
        String sql = String.join(
                "",
                Rows.texts(
                        connection,
                        "select sql from sqlite_master where type in ('table', 'view') and lower(name) = lower(?)",
                        table.name()));
        Map<String, String> types =
                Rows.pairs(connection, "select name, type from pragma_table_xinfo(?)", table.name());
        List<String> computed =
                Rows.texts(connection, "select name from pragma_table_xinfo(?) where hidden in (2, 3)", table.name());
        boolean oneKey = table.primaryKey().size() == 1;
        List<LiveColumn> columns = new ArrayList<>();
        for (LiveColumn column : table.columns()) {
            String type = types.getOrDefault(column.name(), "");
            boolean rowId = oneKey && table.primaryKey().contains(column.name()) && type.equalsIgnoreCase("integer");
            columns.add(column.withType(SqliteFit.affinity(type), 0)
                    .with(
                            computed.contains(column.name())
                                    ? Generation.ALWAYS
                                    : rowId ? Generation.IDENTITY : Generation.NONE)
                    .with(collation(sql, column.name())));
        }
        Set<String> checks = new HashSet<>();
        Matcher named = NAMED.matcher(sql);
        while (named.find()) {
            checks.add(named.group(1) == null ? named.group(2) : named.group(1).replace("\"\"", "\""));
        }
        return table.with(columns, table.view() ? List.of() : indexes(connection, table), checks);
    }

    // the clause stands between the column's name and the comma before the next one
    private static @Nullable Collation collation(String sql, String column) {
        Pattern name = Pattern.compile(
                "[(,]\\s*[\"`\\[]?" + Pattern.quote(column) + "[\"`\\]]?\\s([^,]*)", Pattern.CASE_INSENSITIVE);
        Matcher found = name.matcher(sql);
        Matcher clause = found.find() ? COLLATE.matcher(found.group(1)) : null;
        return clause == null || !clause.find() || clause.group(1).equalsIgnoreCase("binary")
                ? null
                : new Collation(clause.group(1), false);
    }

    private static List<LiveIndex> indexes(Connection connection, LiveTable table) throws SQLException {
        List<LiveIndex> indexes = new ArrayList<>();
        List<String> all = Rows.texts(connection, "select name from pragma_index_list(?)", table.name());
        List<String> unique =
                Rows.texts(connection, "select name from pragma_index_list(?) where \"unique\" = 1", table.name());
        List<String> constraints =
                Rows.texts(connection, "select name from pragma_index_list(?) where origin <> 'c'", table.name());
        for (String index : all) {
            List<String> columns =
                    Rows.texts(connection, "select coalesce(name, '') from pragma_index_xinfo(?) where key = 1", index);
            List<String> descending = Rows.texts(
                    connection, "select name from pragma_index_xinfo(?) where key = 1 and \"desc\" = 1", index);
            String sql = String.join(
                    "", Rows.texts(connection, "select coalesce(sql, '') from sqlite_master where name = ?", index));
            List<String> collations = Rows.texts(
                    connection,
                    "select coll from pragma_index_xinfo(?) where key = 1 and lower(coll) <> 'binary'",
                    index);
            Matcher where = WHERE.matcher(sql);
            indexes.add(new LiveIndex(
                            index,
                            unique.contains(index),
                            columns,
                            Set.copyOf(descending),
                            where.find() ? where.group(1) : null,
                            constraints.contains(index) ? index : null)
                    .comparing(collations.isEmpty() ? null : "by the collation '" + collations.get(0) + "'"));
        }
        return indexes;
    }
}
