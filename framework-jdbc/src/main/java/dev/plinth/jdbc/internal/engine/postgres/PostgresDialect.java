package dev.plinth.jdbc.internal.engine.postgres;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.error.Problem;
import dev.plinth.jdbc.internal.error.ErrorReader;
import dev.plinth.jdbc.internal.fit.ColumnFit;
import dev.plinth.jdbc.internal.fit.JdbcFit;
import dev.plinth.jdbc.internal.sql.CaseTable;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.LikePatterns;
import dev.plinth.jdbc.internal.sql.SchemaRules;
import dev.plinth.jdbc.internal.sql.TimeLimits;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.specification.MatchKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 13 and newer. */
final class PostgresDialect implements Dialect {
    /** The first version with a collation that knows the case of all of Unicode and nothing of languages. */
    private static final int WITH_UNICODE_CASE = 17;

    private static final String BY_CODE_POINT = "C";
    private static final String OF_UNICODE = "pg_c_utf8";
    private static final ColumnFit FIT = new JdbcFit(true, false, false);
    private static final SchemaRules SCHEMA = new PostgresSchema();

    private final int version;

    PostgresDialect(int version) {
        this.version = version;
    }

    @Override
    public SQLDialect jooq() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public TimeLimits timeLimits() {
        return new PostgresTimeLimits();
    }

    @Override
    public ErrorReader errors() {
        return new PostgresErrorReader();
    }

    // a statement takes 65,535 parameters
    @Override
    public @Nullable Codec arrayCodec(ColumnModel column) {
        return PostgresValues.arrayCodec(column.type());
    }

    @Override
    public ColumnFit fit() {
        return FIT;
    }

    @Override
    public Codec codec(ColumnModel column) {
        return PostgresValues.codec(column.type());
    }

    @Override
    public DataType<?> dataType(ColumnModel column) {
        return PostgresValues.dataType(column);
    }

    @Override
    public @Nullable ValueCheck check(ColumnModel column) {
        return PostgresValues.check(column);
    }

    @Override
    public List<Problem> problems(EntityModel entity) {
        return PostgresProblems.of(entity);
    }

    @Override
    public Condition match(
            Field<Object> field, ColumnModel column, MatchKind kind, boolean ignoreCase, Field<Object> slot) {
        Field<String> text = field.coerce(String.class);
        Field<String> pattern = slot.coerce(String.class);
        if (ignoreCase) {
            text = folded(text);
            pattern = folded(pattern);
        }
        return kind == MatchKind.EQUAL ? text.eq(pattern) : text.like(pattern, LikePatterns.ESCAPE);
    }

    @Override
    public String pattern(ColumnModel column, MatchKind kind, boolean ignoreCase, String text) {
        return LikePatterns.of(kind, text);
    }

    @Override
    public Field<?> ignoringCase(Field<Object> field) {
        return folded(field.coerce(String.class));
    }

    /**
     * The text without differences of case. Before PostgreSQL 17 every collation that knows more than ASCII maps case as
     * some language or library does, so each character is translated, which is slow and only done where one is needed.
     */
    private Field<String> folded(Field<String> text) {
        if (version >= WITH_UNICODE_CASE) {
            return DSL.lower(DSL.upper(text.collate(OF_UNICODE)));
        }
        return DSL.when(DSL.octetLength(text).eq(DSL.charLength(text)), DSL.lower(text.collate(BY_CODE_POINT)))
                .otherwise(DSL.translate(
                        text, DSL.inline(CaseTable.INSTANCE.from()), DSL.inline(CaseTable.INSTANCE.to())));
    }

    @Override
    public SchemaRules schema() {
        return SCHEMA;
    }
}
