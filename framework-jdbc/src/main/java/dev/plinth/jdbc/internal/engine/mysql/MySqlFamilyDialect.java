package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.error.Problem;
import dev.plinth.jdbc.internal.error.ErrorReader;
import dev.plinth.jdbc.internal.fit.ColumnFit;
import dev.plinth.jdbc.internal.fit.JdbcFit;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.LikePatterns;
import dev.plinth.jdbc.internal.sql.SchemaRules;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.specification.MatchKind;
import java.sql.Connection;
import java.sql.SQLException;
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
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What MySQL and MariaDB have in common. */
abstract class MySqlFamilyDialect implements Dialect {
    private static final ColumnFit FIT = new JdbcFit(false, false, true);
    static final String LIVE_MARKER = "plinth_live";

    /** The collation that orders text by code point and does not ignore blanks at the end. */
    abstract String collation();

    /** The engine's name and limits, for problems. */
    abstract MySqlLimits limits();

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public ErrorReader errors() {
        return new MySqlErrorReader();
    }

    @Override
    public ColumnFit fit() {
        return FIT;
    }

    @Override
    public Codec codec(ColumnModel column) {
        return MySqlValues.codec(column);
    }

    @Override
    public DataType<?> dataType(ColumnModel column) {
        return MySqlValues.dataType(column, jooq(), collation());
    }

    @Override
    public @Nullable ValueCheck check(ColumnModel column) {
        return MySqlValues.check(column);
    }

    @Override
    public List<Problem> problems(EntityModel entity) {
        return MySqlProblems.of(entity, limits());
    }

    @Override
    public Condition match(
            Field<Object> field, ColumnModel column, MatchKind kind, boolean ignoreCase, Field<Object> slot) {
        if (ignoreCase) {
            return DSL.condition("{0} regexp {1}", field, slot);
        }
        return kind == MatchKind.EQUAL
                ? field.eq(slot)
                : field.coerce(String.class).like(slot.coerce(String.class), LikePatterns.ESCAPE);
    }

    @Override
    public String pattern(ColumnModel column, MatchKind kind, boolean ignoreCase, String text) {
        return ignoreCase ? Case.pattern(kind, text) : LikePatterns.of(kind, text);
    }

    @Override
    public Field<?> ignoringCase(Field<Object> field) {
        return Case.folded(field, collation());
    }

    @Override
    public Set<String> hiddenColumns() {
        return Set.of(LIVE_MARKER);
    }

    // there are no partial indexes; and jOOQ does not write invisible columns, hence the templates
    @Override
    public List<Query> uniqueAmongLive(
            DSLContext dsl, EntityTable table, Name index, List<OrderField<?>> columns, ColumnModel deletedAt) {
        List<OrderField<?>> withMarker = new ArrayList<>(columns);
        withMarker.add(DSL.field(DSL.name(LIVE_MARKER)));
        return List.of(
                dsl.query("alter table {0} add column {1}", table.table(), marker(deletedAt)),
                dsl.createUniqueIndex(index).on(table.table(), withMarker));
    }

    private static SQL marker(ColumnModel deletedAt) {
        Field<Object> deleted = DSL.field(DSL.name(deletedAt.name()));
        return DSL.sql(
                "{0} boolean generated always as ({1}) virtual invisible",
                DSL.name(LIVE_MARKER), DSL.when(deleted.isNull(), DSL.inline(1)));
    }

    @Override
    public String withHiddenColumns(String createTable, ColumnModel deletedAt) {
        String list = createTable.substring(0, createTable.lastIndexOf(')')).stripTrailing();
        String end = createTable.substring(list.length());
        return list
                + (end.startsWith("\n") ? ",\n  " : ", ")
                + DSL.using(jooq()).renderInlined(marker(deletedAt))
                + end;
    }

    @Override
    public SchemaRules schema() {
        return new MySqlSchema(collation(), hasSequences());
    }

    @Override
    public boolean createsIndexesWhereMissing() {
        return false;
    }

    @Override
    public boolean nullIsSmallest() {
        return true;
    }

    @Override
    public List<String> setUp(Connection connection) throws SQLException {
        return SessionSettings.make(connection);
    }
}
