package dev.plinth.jdbc.internal.engine.sqlite;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.error.Problem;
import dev.plinth.jdbc.internal.error.ErrorReader;
import dev.plinth.jdbc.internal.fit.ColumnFit;
import dev.plinth.jdbc.internal.fit.Found;
import dev.plinth.jdbc.internal.sql.Counters;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.RowCounters;
import dev.plinth.jdbc.internal.sql.SchemaRules;
import dev.plinth.jdbc.internal.sql.TimeLimits;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.specification.MatchKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** SQLite 3.41 and newer, through the driver of xerial. */
final class SqliteDialect implements Dialect {
    private static final ColumnFit FIT = new SqliteFit();
    private static final SchemaRules SCHEMA = new SqliteSchema();
    private final SqliteFunctions functions = new SqliteFunctions();
    private final Counters counters = new RowCounters();
    private final TimeLimits timeLimits = new SqliteTimeLimits();

    @Override
    public SQLDialect jooq() {
        return SQLDialect.SQLITE;
    }

    // CONCURRENT_WRITERS is missing: one transaction at a time may write
    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.CONCURRENT_WRITERS));
    }

    @Override
    public TimeLimits timeLimits() {
        return timeLimits;
    }

    @Override
    public ErrorReader errors() {
        return new SqliteErrorReader();
    }

    @Override
    public ColumnFit fit() {
        return FIT;
    }

    @Override
    public List<Found> found(ResultSet result, String table, List<ColumnModel> columns, List<Found> told)
            throws SQLException {
        return SqliteFit.found(result.getStatement().getConnection(), table, columns);
    }

    @Override
    public Codec codec(ColumnModel column) {
        return SqliteValues.codec(column);
    }

    // a statement takes 32,766 parameters
    @Override
    public @Nullable Codec arrayCodec(ColumnModel column) {
        return SqliteValues.arrayCodec(column.type());
    }

    @Override
    public Condition inArray(Field<Object> field, ColumnModel column, Field<Object> slot) {
        return DSL.condition(SqliteValues.inArray(column.type()), field, slot);
    }

    // it takes no list of rows here, and a chain of comparisons only until it is too deep
    @Override
    public Condition inKeys(List<Field<Object>> columns, List<RowN> keys) {
        return DSL.condition("{0} in (values {1})", DSL.row(columns), DSL.list(keys));
    }

    // the names only tell SQLite which values it may change: a text is never taken for a number, nor the reverse
    @Override
    public DataType<?> dataType(ColumnModel column) {
        return switch (column.type()) {
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case BYTE, SHORT, INT, LONG, YEAR -> SQLDataType.INTEGER;
            case FLOAT, DOUBLE -> SQLDataType.REAL;
            case CHAR -> SQLDataType.VARCHAR(1);
            case STRING, URI -> SQLDataType.VARCHAR(column.length());
            case BYTES, UUID -> SQLDataType.BLOB;
            default -> SQLDataType.CLOB;
        };
    }

    @Override
    public @Nullable ValueCheck check(ColumnModel column) {
        return null;
    }

    @Override
    public List<Problem> problems(EntityModel entity) {
        return SqliteProblems.of(entity);
    }

    // LIKE ignores the case of ASCII, and functions of text stop at NUL; those of bytes do not, but take a part without
    // bytes for null
    @Override
    public Condition match(
            Field<Object> field, ColumnModel column, MatchKind kind, boolean ignoreCase, Field<Object> slot) {
        Field<?> text = ignoreCase ? SqliteFunctions.foldCase(field) : field;
        Field<?> part = ignoreCase ? SqliteFunctions.foldCase(slot) : slot;
        String template = switch (kind) {
            case EQUAL -> "{0} = {1}";
            case STARTS_WITH -> "instr(cast({0} as blob), cast({1} as blob)) = 1";
            case ENDS_WITH ->
                "(length(cast({0} as blob)) >= length(cast({1} as blob))"
                        + " and coalesce(substr(cast({0} as blob), length(cast({0} as blob))"
                        + " - length(cast({1} as blob)) + 1), x'') = cast({1} as blob))";
            case CONTAINS -> "instr(cast({0} as blob), cast({1} as blob)) > 0";
        };
        return DSL.condition(template, text, part);
    }

    @Override
    public String pattern(ColumnModel column, MatchKind kind, boolean ignoreCase, String text) {
        return text;
    }

    @Override
    public Field<?> ignoringCase(Field<Object> field) {
        return SqliteFunctions.foldCase(field);
    }

    // a transaction that reads to lock has begun to write, and so is alone
    @Override
    public boolean locksRows() {
        return false;
    }

    @Override
    public boolean hasSequences() {
        return false;
    }

    @Override
    public Counters counters() {
        return counters;
    }

    @Override
    public boolean nullIsSmallest() {
        return true;
    }

    // the driver tells the last one
    @Override
    public boolean tellsIdsOfBatches() {
        return false;
    }

    // waits for other writers here; one that has read first and then writes could not wait
    @Override
    public String beginWriting() {
        return "begin immediate";
    }

    @Override
    public List<String> setUp(Connection connection) throws SQLException {
        functions.addTo(connection);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery("pragma foreign_keys")) {
                if (result.next() && result.getBoolean(1)) {
                    return List.of();
                }
            }
            statement.execute("pragma foreign_keys = on");
        }
        return List.of("pragma foreign_keys = off");
    }

    @Override
    public SchemaRules schema() {
        return SCHEMA;
    }
}
