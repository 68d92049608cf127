package dev.plinth.jdbc.internal.engine.h2;

import dev.plinth.jdbc.internal.catalog.LiveColumn;
import dev.plinth.jdbc.internal.catalog.LiveIndex;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.catalog.Rows;
import dev.plinth.jdbc.internal.sql.CheckConditions;
import dev.plinth.jdbc.internal.sql.SchemaRules;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The schemas of H2, whose regular expressions are Java's and whose texts are counted as Java's are. */
final class H2Schema implements SchemaRules {
    // H2 keeps the list of an IN, and that of its values joined by OR, with the session that made the check: when that
    // one
    // has ended, it takes no row any more
    private static final CheckConditions CHECKS = new CheckConditions(
            CheckConditions::plain,
            (field, length) -> DSL.length(field.coerce(String.class)).ge(DSL.inline(length.length())),
            (field, regex) -> field.coerce(String.class).likeRegex(DSL.inline("\\A(?:" + regex + ")\\z")),
            (field, values) -> DSL.condition("{0} = any (array[{1}])", field, DSL.list(values)));

    /** H2 has no lock for this, loses foreign keys that are made at the same time, and runs within one process mostly. */
    private static final ReentrantLock CHANGING = new ReentrantLock();

    private final String liveMarker;

    H2Schema(String liveMarker) {
        this.liveMarker = liveMarker;
    }

    @Override
    public List<Condition> conditions(Field<Object> column, ColumnModel model) {
        List<Condition> conditions = new ArrayList<>(CHECKS.of(column, model));
        if (model.type() == ValueType.YEAR) {
            conditions.addAll(CheckConditions.range(column, model));
        } else if (model.type() == ValueType.CHAR) {
            conditions.add(DSL.length(column.coerce(String.class)).eq(DSL.inline(1)));
        }
        return conditions;
    }

    @Override
    public void lock(Connection connection) {
        CHANGING.lock();
    }

    @Override
    public void unlock(Connection connection) {
        CHANGING.unlock();
    }

    @Override
    public boolean altersAtOnce() {
        return false;
    }

    // its own type of text is what other engines have as a collation
    private static LiveColumn compared(LiveColumn column) {
        return column.typeName().equalsIgnoreCase("varchar_ignorecase")
                ? column.with(new LiveColumn.Collation("varchar_ignorecase", false))
                : column;
    }

    @Override
    public boolean ignoresDeleted(LiveIndex index, String deletedAt) {
        return index.columns().contains(liveMarker);
    }

    @Override
    public LiveTable complete(Connection connection, LiveTable table) throws SQLException {
        List<String> always = Rows.texts(
                connection,
                "select column_name from information_schema.columns where table_schema = ? and table_name = ?"
                        + " and identity_generation = 'ALWAYS'",
                table.schema(),
                table.name());
        List<LiveColumn> columns = table.columns().stream()
                .map(H2Schema::compared)
                .map(column -> always.contains(column.name()) ? column.with(LiveColumn.Generation.ALWAYS) : column)
                .toList();
        List<String> checks = Rows.texts(
                connection,
                "select constraint_name from information_schema.table_constraints"
                        + " where table_schema = ? and table_name = ? and constraint_type = 'CHECK'",
                table.schema(),
                table.name());
        Map<String, String> owners = Rows.pairs(
                connection,
                "select index_name, constraint_name from information_schema.table_constraints"
                        + " where table_schema = ? and table_name = ? and constraint_type = 'UNIQUE'",
                table.schema(),
                table.name());
        List<LiveIndex> indexes = table.indexes().stream()
                .map(index -> index.of(owners.get(index.name())))
                .toList();
        return table.with(columns, indexes, Set.copyOf(checks));
    }
}
