package dev.plinth.jdbc.internal.sql;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.error.Problem;
import dev.plinth.jdbc.internal.error.ErrorReader;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.specification.MatchKind;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** Everything in which engines differ beyond what jOOQ takes care of. Thread-safe. */
public sealed interface Dialect permits H2Dialect, PostgresDialect {
    /** jOOQ's name for the engine. */
    SQLDialect jooq();

    /** What the engine can do. */
    Set<Capability> capabilities();

    /** How its errors are understood. */
    ErrorReader errors();

    /** How values of a column are sent and read. */
    Codec codec(ColumnModel column);

    /**
     * How a long list of a column's values is sent as one parameter, an {@code Object[]} for {@code = any(?)}; null where
     * each value is a parameter of its own.
     */
    default @Nullable Codec arrayCodec(ColumnModel column) {
        return null;
    }

    /** The column's type in a schema that Plinth creates. */
    DataType<?> dataType(ColumnModel column);

    /** What the column cannot hold of the values that the model allows; null where it holds them all. */
    @Nullable
    ValueCheck check(ColumnModel column);

    /** What of an entity the engine cannot do. */
    List<Problem> problems(EntityModel entity);

    /** The test whether a text matches. */
    Condition match(Field<Object> field, ColumnModel column, MatchKind kind, boolean ignoreCase, Field<Object> slot);

    /** The value to put in the slot of {@link #match}. */
    String pattern(ColumnModel column, MatchKind kind, boolean ignoreCase, String text);

    /** What to sort by where case is ignored. */
    Field<?> ignoringCase(Field<Object> field);

    /** The columns that {@link #uniqueAmongLive} adds to tables. */
    Set<String> hiddenColumns();

    /**
     * The statements that create a unique index, where it is missing, which ignores soft-deleted rows.
     *
     * @param index the index's name
     */
    List<Query> uniqueAmongLive(
            DSLContext dsl, EntityTable table, Name index, List<Field<Object>> columns, ColumnModel deletedAt);
}
