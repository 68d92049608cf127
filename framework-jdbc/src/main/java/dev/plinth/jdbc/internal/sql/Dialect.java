package dev.plinth.jdbc.internal.sql;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.error.Problem;
import dev.plinth.jdbc.internal.error.ErrorReader;
import dev.plinth.jdbc.internal.fit.ColumnFit;
import dev.plinth.jdbc.internal.fit.Found;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.specification.MatchKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.RowN;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Everything in which engines differ beyond what jOOQ takes care of. Thread-safe. */
public interface Dialect {
    /** jOOQ's name for the engine. */
    SQLDialect jooq();

    /** What the engine can do. */
    Set<Capability> capabilities();

    /** How its errors are understood. */
    ErrorReader errors();

    /** How values of a column are sent and read. */
    Codec codec(ColumnModel column);

    /**
     * How a long list of a column's values is sent as one parameter, an {@code Object[]} for {@link #inArray}; null where
     * each value is a parameter of its own.
     */
    default @Nullable Codec arrayCodec(ColumnModel column) {
        return null;
    }

    /** The test whether the value is one of those sent by {@link #arrayCodec}. */
    default Condition inArray(Field<Object> field, ColumnModel column, Field<Object> slot) {
        return DSL.condition("{0} = any({1})", field, slot);
    }

    /** The test whether some columns together have one of several keys. */
    default Condition inKeys(List<Field<Object>> columns, List<RowN> keys) {
        return DSL.row(columns).in(keys);
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
    default Set<String> hiddenColumns() {
        return Set.of();
    }

    /**
     * The statements that create a unique index, where it is missing, which ignores soft-deleted rows: a partial
     * index, where the engine has such.
     *
     * @param index the index's name
     */
    default List<Query> uniqueAmongLive(
            DSLContext dsl, EntityTable table, Name index, List<OrderField<?>> columns, ColumnModel deletedAt) {
        return List.of(dsl.createUniqueIndexIfNotExists(index)
                .on(table.table(), columns)
                .where(table.plain(deletedAt).isNull()));
    }

    /** How its schemas differ. */
    SchemaRules schema();

    /** Whether a query can lock the rows that it reads. */
    default boolean locksRows() {
        return true;
    }

    /** What counts where columns of a table differ from those that Plinth would make. */
    ColumnFit fit();

    /**
     * The types of the columns of a table.
     *
     * @param result one that has them
     * @param table the name of the table
     * @param columns the columns
     * @param told their types as JDBC tells them
     */
    default List<Found> found(ResultSet result, String table, List<ColumnModel> columns, List<Found> told)
            throws SQLException {
        return told;
    }

    /** Whether it has sequences; else each is a table with a counter in it. */
    default boolean hasSequences() {
        return true;
    }

    /** What counts ids where the engine has no sequences. */
    default Counters counters() {
        throw new UnsupportedOperationException("The engine has sequences");
    }

    /**
     * Whether it can create an index where it is missing. Else a table is created with its indexes, and creating one of a
     * table that is there says that the index exists.
     */
    default boolean createsIndexesWhereMissing() {
        return true;
    }

    /**
     * Adds the {@link #hiddenColumns} to a statement that creates a table with its indexes.
     *
     * @param deletedAt the column that is null in the rows that unique keys are about
     */
    default String withHiddenColumns(String createTable, ColumnModel deletedAt) {
        return createTable;
    }

    /**
     * How many rows of a result the driver is to fetch at a time.
     *
     * @param alone whether the result can be read to its end without another statement in between
     */
    default int fetchSize(boolean alone) {
        return 500;
    }

    /** Whether a result that is being read keeps its connection from other statements. */
    default boolean readsAlone() {
        return false;
    }

    /** Has the server keep the results of queries that are prepared and run until it is closed. */
    @FunctionalInterface
    interface KeptResults extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /**
     * Has the server keep the results of queries, so that they can be read bit by bit with other statements in between,
     * where it does not do so anyway and the driver can tell it to.
     *
     * @return null where results are read as they always are
     */
    default @Nullable KeptResults keepResults(Connection connection, Sql sql) throws SQLException {
        return null;
    }

    /** Whether null sorts before all values without being told so. */
    default boolean nullIsSmallest() {
        return false;
    }

    /** Whether the driver tells the ids that the database has set in a batch; else rows are written one by one. */
    default boolean tellsIdsOfBatches() {
        return true;
    }

    /**
     * The statement that begins a transaction before a session's first write, on an engine where reads need none; null
     * where a session is a transaction of JDBC from the start.
     */
    default @Nullable String beginWriting() {
        return null;
    }

    /** How it limits the time of statements and of waiting; null where it cannot. */
    default @Nullable TimeLimits timeLimits() {
        return null;
    }

    /**
     * Makes a connection ready that has just been taken.
     *
     * @return the statements that undo it before the connection is given back
     */
    default List<String> setUp(Connection connection) throws SQLException {
        return List.of();
    }
}
