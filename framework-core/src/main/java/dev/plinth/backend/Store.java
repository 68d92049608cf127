package dev.plinth.backend;

import dev.plinth.error.Problem;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Model;
import dev.plinth.schema.SchemaDifference;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connected database. Thread-safe. */
public interface Store extends AutoCloseable {
    /**
     * The engine and its version, for messages and reports.
     *
     * @return for example {@code H2 2.4.240}
     */
    String name();

    /**
     * What the database can do.
     *
     * @return the capabilities
     */
    Set<Capability> capabilities();

    /**
     * The number of digits after the second's point that time values keep.
     *
     * @return from 0 to 9
     */
    int secondPrecision();

    /**
     * The classes of the database's driver that properties may have beside the basic types.
     *
     * @return the classes, none by default
     */
    default List<DriverType> driverTypes() {
        return List.of();
    }

    /**
     * Checks that the database can hold the model and prepares for it. Called once, before any other use.
     *
     * @param model every entity
     * @return what it cannot hold; empty where the model is fine
     */
    List<Problem> prepare(Model model);

    /**
     * The limits of a column beyond those of the model.
     *
     * @param column a column of the model
     * @return the check, or null where every value that the model allows can be held
     */
    @Nullable
    ValueCheck check(ColumnModel column);

    /**
     * How the values of a column are held, in the database's own words, for documentation and messages.
     *
     * @param column a column of the model
     * @return its type in a schema that {@link #createSchema} makes, for example {@code varchar(255)}; where a value takes two
     *     columns, both with a plus
     */
    String columnType(ColumnModel column);

    /**
     * Opens a session: one transaction, for one thread. A connection is taken with the first statement.
     *
     * @param readOnly whether the session will only read
     * @return the session; the caller ends it
     */
    StoreSession open(boolean readOnly);

    /** Creates the tables or collections, keys, indexes, constraints and sequences of the model that do not exist yet. */
    void createSchema();

    /**
     * What {@link #createSchema()} runs on an empty database, as text in the database's language.
     *
     * @return a script that the database's own tools can run, more than once; a comment where there is nothing to create
     */
    String schemaScript();

    /**
     * Compares the model with the database, by its catalog. Every difference is reported, in an order in which their
     * statements can be run; once they have run, the difference is gone. After {@link #createSchema()} on an empty
     * database there is none.
     *
     * @return the differences; what the database has beyond the model is none, as long as it is not in the way
     */
    List<SchemaDifference> validateSchema();

    /** Drops the tables or collections and sequences of the model that exist, with everything in them. */
    void dropSchema();

    /** Closes everything that {@link Backend#connect} opened. */
    @Override
    void close();

    /** A limit of a column. */
    @FunctionalInterface
    interface ValueCheck {
        /**
         * Checks a value.
         *
         * @param value a value of the column, not null
         * @return the limit that it breaks, in words that do not quote the value; null where it can be held
         */
        @Nullable
        String refusal(Object value);

        /**
         * The greatest value that can be held and is not greater than the given one, for comparing a column with a value
         * that it cannot hold. A check that lets every refused value be sent in a comparison has no need of it.
         *
         * @param value a value that {@link #refusal} refuses
         * @return what to compare with in its place, the value itself where it can be sent; null where it is less than
         *     everything that can be held
         */
        default @Nullable Object floor(Object value) {
            return value;
        }
    }
}
