package dev.plinth.jdbc.internal.sql;

import dev.plinth.jdbc.internal.catalog.CatalogReader.Place;
import dev.plinth.jdbc.internal.catalog.LiveColumn;
import dev.plinth.jdbc.internal.catalog.LiveIndex;
import dev.plinth.jdbc.internal.catalog.LiveSequence;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.catalog.Rows;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Generation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** How an engine's schemas differ from those of others beyond what jOOQ and JDBC take care of. Thread-safe. */
public interface SchemaRules {
    /**
     * What each value of a column but null keeps: the model's checks, and the limits of its type where the engine's type is
     * wider. No condition refuses a value that the model allows.
     *
     * @param column as the table's checks name it
     */
    List<Condition> conditions(Field<Object> column, ColumnModel model);

    /** Whether names that differ in case only are one name. */
    default boolean ignoresCase() {
        return false;
    }

    /** Whether the type of a column, and whether it takes null, can be changed, and constraints added, once it is there. */
    default boolean altersColumns() {
        return true;
    }

    /** Whether a statement that changes a column states all of it again: what it does not say is lost. */
    default boolean restatesColumns() {
        return false;
    }

    /** Whether one statement can add and drop several constraints, all of them or none. */
    default boolean altersAtOnce() {
        return true;
    }

    /** Whether a table may refer to one that does not exist yet. */
    default boolean refersForward() {
        return false;
    }

    /** The two statements between which a table may refer to one that does not exist yet; none where there are none. */
    default List<String> uncheckedReferences() {
        return List.of();
    }

    /** The statement that has foreign keys checked when the transaction ends, where a table is dropped before what refers to it. */
    default @Nullable String deferReferences() {
        return null;
    }

    /** The condition of a check, as the engine writes it. */
    default String check(Connection connection, LiveTable table, String name) throws SQLException {
        return String.join(
                "",
                Rows.texts(
                        connection,
                        "select check_clause from information_schema.check_constraints"
                                + " where constraint_schema = ? and constraint_name = ?",
                        table.schema() == null ? table.catalog() : table.schema(),
                        name));
    }

    /** Whether an index puts null behind all values, unless it is told not to; queries put it before them. */
    default boolean nullIsGreatest() {
        return false;
    }

    /** Whether a connection reaches other catalogs than its own. */
    default boolean reachesOtherCatalogs() {
        return false;
    }

    /** Whether what changes a schema is part of a transaction. */
    default boolean changesInTransactions() {
        return false;
    }

    /**
     * Waits until no one else changes the schema, and keeps others from it until {@link #unlock}, or the end of the
     * transaction where that has the changes.
     */
    default void lock(Connection connection) throws SQLException {}

    /** Lets others change the schema. Called after each {@link #lock} that has returned. */
    default void unlock(Connection connection) throws SQLException {}

    /**
     * The tables and sequences that a name without a schema finds in other places than that where it would be created,
     * and that the engine does not see when it is told to create only what is missing.
     */
    default Set<String> foundElsewhere(Connection connection) throws SQLException {
        return Set.of();
    }

    /** Where a name without a schema is looked up, in this order. */
    default List<Place> path(Connection connection) throws SQLException {
        return List.of(new Place(connection.getCatalog(), connection.getSchema()));
    }

    /** The table with what JDBC does not tell of it: checks, collations, constraints of indexes, who makes values. */
    LiveTable complete(Connection connection, LiveTable table) throws SQLException;

    /** Whether a column can hold every value of a type. */
    default TypeFit fit(DataType<?> needed, LiveColumn column) {
        return TypeFit.of(needed, column);
    }

    /** Whether a unique index leaves out the rows that are soft-deleted. */
    default boolean ignoresDeleted(LiveIndex index, String deletedAt) {
        String filter = index.filter();
        return filter != null && filter.replaceAll("[()\"`\\[\\]\\s]", "").equalsIgnoreCase(deletedAt + "isnull");
    }

    /** The name of the collation that compares text as the model says, and null where there is no other. */
    default @Nullable String collation() {
        return null;
    }

    /** Whether a new column that must not be null gets values of the engine's choice where there are rows. */
    default boolean inventsValues() {
        return false;
    }

    /** A sequence; null where there is none of that name. */
    default @Nullable LiveSequence sequence(Connection connection, Place place, String name) throws SQLException {
        List<LiveSequence> found = Rows.ask(
                connection,
                "select increment, maximum_value from information_schema.sequences"
                        + " where sequence_schema = ? and sequence_name = ?",
                row -> new LiveSequence(row.getLong(1), row.getLong(2)),
                place.schema(),
                name);
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * Creates a sequence.
     *
     * @param first what it starts with, for the engine to compute
     */
    default List<Query> createSequence(DSLContext dsl, Generation.Sequence sequence, Field<Long> first) {
        return List.of(dsl.createSequenceIfNotExists(EntityTable.name(sequence.name()))
                .startWith(first)
                .incrementBy(sequence.allocationSize()));
    }

    /** Takes from a sequence where it ends. */
    default Query dropEnd(DSLContext dsl, Name sequence) {
        return dsl.alterSequence(sequence).noMaxvalue();
    }
}
