package dev.plinth;

import dev.plinth.schema.DanglingReference;
import dev.plinth.schema.LookupDifference;
import dev.plinth.schema.SchemaDifference;
import java.util.List;

/**
 * The tables or collections of the model in the database. Thread-safe.
 *
 * <p>What Plinth itself needs beside the entities (the audit trail's table, where an entity is audited) is part of the
 * model.
 */
public interface Schema {
    /**
     * Creates the tables or collections, keys, indexes, constraints and sequences of the model that do not exist yet.
     * What exists is left as it is: {@link #validate()} tells how it differs. Several processes may call this at once.
     *
     * @throws dev.plinth.error.UnitOfWorkException in a unit of work, whose locks this would wait for
     */
    void create();

    /**
     * What {@link #create()} would run on an empty database, as text in the language of the database: to be kept, read and
     * run by its own tools. It can be run more than once.
     *
     * @return statements in an order in which they can be run, each ended as the database's tools expect it
     */
    String script();

    /**
     * Compares the model with the database. Reads the catalog and no rows.
     *
     * @return every difference, in an order in which their statements can be run; empty where there is none. What the
     *     database has beyond the model is none, as long as it is not in the way
     */
    List<SchemaDifference> validate();

    /**
     * Brings the rows of {@link dev.plinth.mapping.Lookup} tables in step with the code: adds what is missing, and tells what
     * else differs. Called by {@link #create()}, and by the builder where the tables are there; others may do so at the same
     * time.
     *
     * @return what was added and what differs; empty where the tables have what the code knows
     * @throws dev.plinth.error.UnitOfWorkException where a unit of work runs on this thread
     */
    List<LookupDifference> synchronizeLookups();

    /**
     * Looks at every row for references that lead to rows that do not exist: where others have written, or where no
     * constraint of the database guards them. Soft-deleted rows exist. Rows are passed over, some at a time.
     *
     * @return one for each property that has such references; empty where all is well
     */
    List<DanglingReference> validateReferences();

    /**
     * Draws the model: its entities with their columns and keys, and what they refer to, with how many.
     *
     * @return the text of an {@code erDiagram} of Mermaid; always the same for a model
     */
    String diagram();

    /**
     * Drops the tables or collections and sequences of the model that exist, with everything in them. Where the database
     * changes its schema in transactions, all of them or none.
     *
     * @throws dev.plinth.error.ForeignKeyViolationException where a table that is not of the model refers to one that is
     * @throws dev.plinth.error.UnitOfWorkException in a unit of work, whose locks this would wait for
     */
    void drop();
}
