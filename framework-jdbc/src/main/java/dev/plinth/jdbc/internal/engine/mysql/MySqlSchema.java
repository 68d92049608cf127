package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.jdbc.internal.catalog.CatalogReader.Place;
import dev.plinth.jdbc.internal.catalog.LiveColumn;
import dev.plinth.jdbc.internal.catalog.LiveColumn.Collation;
import dev.plinth.jdbc.internal.catalog.LiveIndex;
import dev.plinth.jdbc.internal.catalog.LiveSequence;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.catalog.Rows;
import dev.plinth.jdbc.internal.sql.CheckConditions;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.SchemaRules;
import dev.plinth.jdbc.internal.sql.TypeFit;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Generation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The schemas of MySQL and MariaDB, where a schema is a database. */
final class MySqlSchema implements SchemaRules {
    private static final String COLUMNS = "select column_name, data_type, column_type, character_maximum_length,"
            + " coalesce(numeric_precision, 0), coalesce(numeric_scale, datetime_precision, 0), collation_name,"
            + " column_comment <> '' or extra <> '', coalesce(generation_expression, '') <> ''"
            + " from information_schema.columns where table_schema = ? and table_name = ?";
    private static final String CHECKS = "select constraint_name from information_schema.table_constraints"
            + " where table_schema = ? and table_name = ? and constraint_type = 'CHECK'";
    private static final String OWN_CHECKS = "select constraint_name, check_clause"
            + " from information_schema.check_constraints"
            + " where constraint_schema = ? and table_name = ? and level = 'Column'";
    private static final String PREFIXES = "select index_name, min(sub_part) from information_schema.statistics"
            + " where table_schema = ? and table_name = ? and sub_part is not null and non_unique = 0"
            + " group by index_name";
    private static final String SEQUENCE = "select table_name from information_schema.tables"
            + " where table_schema = ? and table_name = ? and table_type = 'SEQUENCE'";

    /** The name of a lock is one for the whole server. */
    private static final String LOCK_NAME = "concat('plinth ', sha2(coalesce(database(), ''), 224))";

    private static final String LOCK = "select get_lock(" + LOCK_NAME + ", @@session.lock_wait_timeout)";
    private static final int LOCK_TIMEOUT = 1205;

    /** Collations that order by code point and do not ignore blanks at the end. */
    private static final Set<String> ORDERING_BY_CODE_POINT = Set.of("utf8mb4_0900_bin", "utf8mb4_nopad_bin");

    /** What means the same in the regular expressions of Java, ICU and PCRE. */
    private static final Pattern COMMON =
            Pattern.compile("(?:[A-Za-z0-9 _@#,:;/!%&=<>'\"~-]|\\\\[.*+?()\\[\\]{}|^$/\\\\-]"
                    + "|\\[\\^?(?:[A-Za-z0-9 _@#.,:;/!%=<>'\"~*+?(){}|$-]|\\\\[\\]\\[^\\\\-])+]"
                    + "|\\((?:\\?:)?|\\)|\\||(?:[*+?]|\\{\\d{1,3}(?:,(?:\\d{1,3})?)?})(?![*+?{]))*");

    private static final CheckConditions CONDITIONS = new CheckConditions(
            CheckConditions::plain,
            // a pair of surrogates is counted as one
            (field, length) -> DSL.charLength(field.coerce(String.class)).ge(DSL.inline((length.length() + 1) / 2)),
            MySqlSchema::matches);

    private final String collation;
    private final boolean hasSequences;

    MySqlSchema(String collation, boolean hasSequences) {
        this.collation = collation;
        this.hasSequences = hasSequences;
    }

    // MariaDB keeps a check as a text in which backslashes are lost: sets of one character stand for them
    private static @Nullable Condition matches(Field<Object> field, String regex) {
        String plain = regex.indexOf('[') < 0 ? regex.replaceAll("\\\\([.*+?(){}|$/-])", "[$1]") : regex;
        boolean known = COMMON.matcher(regex).matches() && plain.indexOf('\\') < 0;
        return known ? DSL.condition("{0} regexp {1}", field, DSL.inline("^(?:" + plain + ")$")) : null;
    }

    @Override
    public List<Condition> conditions(Field<Object> column, ColumnModel model) {
        List<Condition> conditions = new ArrayList<>(CONDITIONS.of(column, model));
        Field<String> text = column.coerce(String.class);
        boolean limited = MySqlValues.isLarge(model) && model.length() < Integer.MAX_VALUE;
        switch (model.type()) {
            case BOOLEAN -> conditions.add(column.in(DSL.inline(0), DSL.inline(1)));
            case YEAR -> conditions.addAll(CheckConditions.range(column, model));
            case CHAR -> conditions.add(DSL.charLength(text).eq(DSL.inline(1)));
            case BYTES -> {
                if (limited) {
                    conditions.add(DSL.octetLength(text).le(DSL.inline(model.length())));
                }
            }
            case STRING, URI -> {
                if (limited) {
                    conditions.add(DSL.charLength(text).le(DSL.inline(model.length())));
                }
            }
            default -> {}
        }
        return conditions;
    }

    @Override
    public TypeFit fit(DataType<?> needed, LiveColumn column) {
        String name = column.typeName();
        Class<?> type = needed.getType();
        if (type == Boolean.class && column.type() == Types.TINYINT) {
            return TypeFit.FITS;
        } else if (name.startsWith("mediumint") && (type == Integer.class || type == Long.class)
                || name.startsWith("decimal") && name.contains("unsigned")) {
            return TypeFit.TOO_SMALL;
        }
        // it fills shorter values up
        boolean fills = name.startsWith("binary(") && needed.lengthDefined() && column.size() > needed.length();
        return fills ? TypeFit.OTHER : SchemaRules.super.fit(needed, column);
    }

    @Override
    public boolean restatesColumns() {
        return true;
    }

    // neither MySQL nor a script can ask whether a foreign key is there
    @Override
    public List<String> uncheckedReferences() {
        return List.of("set foreign_key_checks = 0", "set foreign_key_checks = 1");
    }

    @Override
    public boolean reachesOtherCatalogs() {
        return true;
    }

    @Override
    public void lock(Connection connection) throws SQLException {
        List<String> given = Rows.texts(connection, LOCK);
        if (!given.contains("1")) {
            throw new SQLException("The lock for changes of the schema was not given in time", "HY000", LOCK_TIMEOUT);
        }
    }

    @Override
    public void unlock(Connection connection) throws SQLException {
        Rows.texts(connection, "select release_lock(" + LOCK_NAME + ")");
    }

    @Override
    public List<Place> path(Connection connection) throws SQLException {
        return List.of(new Place(connection.getCatalog(), null));
    }

    @Override
    public String collation() {
        return collation;
    }

    @Override
    public boolean ignoresDeleted(LiveIndex index, String deletedAt) {
        return index.columns().contains(MySqlFamilyDialect.LIVE_MARKER);
    }

    @Override
    public boolean inventsValues() {
        return true;
    }

    @Override
    public @Nullable LiveSequence sequence(Connection connection, Place place, String name) throws SQLException {
        if (!hasSequences
                || Rows.texts(connection, SEQUENCE, place.catalog(), name).isEmpty()) {
            return null;
        }
        String sequence = quoted(String.valueOf(place.catalog())) + "." + quoted(name);
        return Rows.ask(
                        connection,
                        "select increment, maximum_value from " + sequence,
                        row -> new LiveSequence(row.getLong(1), row.getLong(2)))
                .get(0);
    }

    // the statement itself takes numbers only
    @Override
    public List<Query> createSequence(DSLContext dsl, Generation.Sequence sequence, Field<Long> first) {
        Field<Object> variable = DSL.field(DSL.raw("@plinth_first"));
        String create = dsl.renderInlined(dsl.createSequenceIfNotExists(EntityTable.name(sequence.name())));
        return List.of(
                dsl.query("set {0} = {1}", variable, first),
                dsl.query(
                        "execute immediate concat({0}, {1}, {2})",
                        DSL.inline(create + " start with "),
                        variable,
                        DSL.inline(" increment by " + sequence.allocationSize())));
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public LiveTable complete(Connection connection, LiveTable table) throws SQLException {
        Map<String, Told> told = Rows.ask(connection, COLUMNS, Told::of, table.catalog(), table.name()).stream()
                .collect(Collectors.toMap(Told::column, Function.identity()));
        // MySQL keeps all checks with the table
        Map<String, String> own =
                hasSequences ? Rows.pairs(connection, OWN_CHECKS, table.catalog(), table.name()) : Map.of();
        Map<String, String> prefixes = Rows.pairs(connection, PREFIXES, table.catalog(), table.name());
        List<LiveColumn> columns = table.columns().stream()
                .map(column -> told.containsKey(column.name())
                        ? told.get(column.name()).completed(column, own.get(column.name()))
                        : column)
                .toList();
        List<LiveIndex> indexes = table.indexes().stream()
                .filter(index -> !index.name().equals("PRIMARY"))
                .map(index -> prefixes.containsKey(index.name())
                        ? index.comparing("only the first " + prefixes.get(index.name()) + " characters")
                        : index)
                .toList();
        Set<String> checks = Set.copyOf(Rows.texts(connection, CHECKS, table.catalog(), table.name()));
        return table.with(columns, indexes, checks);
    }

    /** A column as the engine's catalog tells of it, where a boolean is a number, and times have digits. */
    private record Told(
            String column,
            String type,
            String fullType,
            long length,
            int precision,
            int digits,
            @Nullable String collation,
            boolean saysMore,
            boolean computed) {
        static Told of(ResultSet row) throws SQLException {
            return new Told(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getInt(5),
                    row.getInt(6),
                    row.getString(7),
                    row.getBoolean(8),
                    row.getBoolean(9));
        }

        LiveColumn completed(LiveColumn column, @Nullable String check) {
            boolean json = check != null && check.startsWith("json_valid");
            boolean compares = json || collation == null || ORDERING_BY_CODE_POINT.contains(collation);
            return new LiveColumn(
                    column.name(),
                    sqlType(column.type()),
                    fullType,
                    length > 0 ? (int) Math.min(length, Integer.MAX_VALUE) : precision,
                    digits,
                    column.nullable(),
                    column.hasDefault(),
                    computed ? LiveColumn.Generation.ALWAYS : column.generation(),
                    saysMore || check != null,
                    compares ? null : new Collation(String.valueOf(collation), false));
        }

        private int sqlType(int byDriver) {
            return switch (type) {
                case "tinyint" -> fullType.startsWith("tinyint(1)") ? Types.BOOLEAN : Types.TINYINT;
                case "datetime" -> Types.TIMESTAMP;
                case "timestamp" -> Types.OTHER;
                default -> byDriver;
            };
        }
    }
}
