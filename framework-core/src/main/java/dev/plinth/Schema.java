package dev.plinth;

/** The tables or collections of the model in the database. Thread-safe. */
public interface Schema {
    /**
     * Creates the tables or collections, keys, indexes and sequences of the model that do not exist yet. What exists is
     * left as it is.
     */
    void create();

    /** Drops the tables or collections and sequences of the model that exist, with everything in them. */
    void drop();
}
