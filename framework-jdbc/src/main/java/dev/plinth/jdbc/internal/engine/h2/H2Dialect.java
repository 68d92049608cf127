package dev.plinth.jdbc.internal.engine.h2;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.error.Problem;
import dev.plinth.jdbc.internal.error.ErrorReader;
import dev.plinth.jdbc.internal.fit.ColumnFit;
import dev.plinth.jdbc.internal.fit.JdbcFit;
import dev.plinth.jdbc.internal.sql.Catalogs;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.LikePatterns;
import dev.plinth.jdbc.internal.sql.SchemaRules;
import dev.plinth.jdbc.internal.sql.TimeLimits;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.jdbc.internal.type.Codecs;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.specification.MatchKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** H2 2.4 and newer, in its regular mode. */
final class H2Dialect implements Dialect {
    /** H2 keeps longer values apart from the row, where they cannot be indexed. */
    private static final int LONGEST_IN_ROW = 1_048_576;

    private static final String LIVE_MARKER = "plinth_live";
    private static final ColumnFit FIT = new JdbcFit(true, true, false);
    private static final SchemaRules SCHEMA = new H2Schema(LIVE_MARKER);
    private final TimeLimits timeLimits = new H2TimeLimits();

    @Override
    public SQLDialect jooq() {
        return SQLDialect.H2;
    }

    // CODE_POINT_ORDER is missing: H2 orders text by UTF-16 code unit
    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.CODE_POINT_ORDER));
    }

    @Override
    public TimeLimits timeLimits() {
        return timeLimits;
    }

    @Override
    public ErrorReader errors() {
        return new H2ErrorReader();
    }

    @Override
    public ColumnFit fit() {
        return FIT;
    }

    @Override
    public Codec codec(ColumnModel column) {
        return Codecs.of(column.type());
    }

    // a statement takes 100,000 parameters
    @Override
    public Codec arrayCodec(ColumnModel column) {
        return Codecs.ARRAY;
    }

    @Override
    public DataType<?> dataType(ColumnModel column) {
        return switch (column.type()) {
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case BYTE -> SQLDataType.TINYINT;
            case SHORT -> SQLDataType.SMALLINT;
            case INT, YEAR -> SQLDataType.INTEGER;
            case LONG -> SQLDataType.BIGINT;
            case FLOAT -> SQLDataType.REAL;
            case DOUBLE -> SQLDataType.DOUBLE;
            case CHAR -> SQLDataType.VARCHAR(1);
            case STRING, URI -> isLarge(column) ? SQLDataType.CLOB : SQLDataType.VARCHAR(column.length());
            case BYTES -> isLarge(column) ? SQLDataType.BLOB : SQLDataType.VARBINARY(column.length());
            case DECIMAL -> SQLDataType.NUMERIC(column.precision(), column.scale());
            case BIG_INTEGER -> SQLDataType.NUMERIC(column.precision(), 0);
            case DURATION -> SQLDataType.NUMERIC(28, 9);
            // its JSON ends at a megabyte
            case JSON -> SQLDataType.CLOB;
            case UUID -> SQLDataType.UUID;
            case LOCAL_DATE -> SQLDataType.LOCALDATE;
            case LOCAL_TIME -> SQLDataType.LOCALTIME(6);
            case LOCAL_DATE_TIME -> SQLDataType.LOCALDATETIME(6);
            case INSTANT, OFFSET_DATE_TIME -> SQLDataType.TIMESTAMPWITHTIMEZONE(6);
        };
    }

    private static boolean isLarge(ColumnModel column) {
        return switch (column.type()) {
            case STRING, URI, BYTES -> column.length() > LONGEST_IN_ROW;
            default -> false;
        };
    }

    @Override
    public @Nullable ValueCheck check(ColumnModel column) {
        return null;
    }

    @Override
    public List<Problem> problems(EntityModel entity) {
        List<Problem> problems = new ArrayList<>(Catalogs.withoutSchema(entity));
        for (ColumnModel column : entity.columns()) {
            boolean indexed = column.unique()
                    || entity.id().columns().contains(column)
                    || entity.keys().stream().anyMatch(key -> key.columns().contains(column));
            if (indexed && isLarge(column)) {
                problems.add(new Problem(
                        entity.type().getName(),
                        column.path(),
                        "H2 cannot index a value of up to " + column.length() + " in length",
                        "Give the column a length of at most " + LONGEST_IN_ROW
                                + ", or take it out of the id, unique keys and indexes"));
            }
            if (column.name().equals(LIVE_MARKER)) {
                problems.add(new Problem(
                        entity.type().getName(),
                        column.path(),
                        "The column name '" + LIVE_MARKER + "' is one that Plinth itself adds to tables",
                        "Give the column another name"));
            }
        }
        return problems;
    }

    @Override
    public Condition match(
            Field<Object> field, ColumnModel column, MatchKind kind, boolean ignoreCase, Field<Object> slot) {
        Field<String> text = field.coerce(String.class);
        if (!ignoreCase) {
            return kind == MatchKind.EQUAL ? field.eq(slot) : text.like(slot.coerce(String.class), LikePatterns.ESCAPE);
        }
        return isComparedWhole(column, kind)
                ? ignoringCase(field).eq(slot.coerce(String.class))
                : text.likeRegex(slot.coerce(String.class));
    }

    @Override
    public String pattern(ColumnModel column, MatchKind kind, boolean ignoreCase, String text) {
        if (!ignoreCase) {
            return LikePatterns.of(kind, text);
        }
        return isComparedWhole(column, kind) ? text : JavaRegex.ignoringCase(kind, text);
    }

    private static boolean isComparedWhole(ColumnModel column, MatchKind kind) {
        return kind == MatchKind.EQUAL && !isLarge(column);
    }

    // compared by String.compareToIgnoreCase, which works per code point as the model demands; upper() and lower() do
    // not
    @Override
    public Field<String> ignoringCase(Field<Object> field) {
        return DSL.field("cast({0} as varchar_ignorecase)", SQLDataType.VARCHAR, field);
    }

    @Override
    public Set<String> hiddenColumns() {
        return Set.of(LIVE_MARKER);
    }

    // H2 has no partial indexes; and jOOQ does not write generated columns for it, hence the template
    @Override
    public List<Query> uniqueAmongLive(
            DSLContext dsl, EntityTable table, Name index, List<OrderField<?>> columns, ColumnModel deletedAt) {
        Field<Object> marker = DSL.field(DSL.name(LIVE_MARKER));
        Field<Object> deleted = DSL.field(DSL.name(deletedAt.name()));
        List<OrderField<?>> withMarker = new ArrayList<>(columns);
        withMarker.add(marker);
        return List.of(
                dsl.query(
                        "alter table {0} add column if not exists {1} boolean generated always as ({2})",
                        table.table(), marker, DSL.when(deleted.isNull(), DSL.inline(true))),
                dsl.createUniqueIndexIfNotExists(index).on(table.table(), withMarker));
    }

    @Override
    public SchemaRules schema() {
        return SCHEMA;
    }
}
