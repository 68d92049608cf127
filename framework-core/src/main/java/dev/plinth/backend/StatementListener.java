package dev.plinth.backend;

/** Is told of every statement that a store sends. Called on the thread that sends it; implementations are thread-safe. */
public interface StatementListener {
    /** The kinds of statement. */
    enum Kind {
        /** Reads rows. */
        SELECT,
        /** Writes new rows. */
        INSERT,
        /** Changes rows. */
        UPDATE,
        /** Removes rows. */
        DELETE,
        /** Everything else: sequences, schema. */
        OTHER
    }

    /**
     * A statement (or one batch of one statement) was sent: one round trip.
     *
     * @param kind what it does
     * @param rows how many rows it returned or was given
     * @param batched whether it was sent as a batch of several rows
     */
    void sent(Kind kind, long rows, boolean batched);
}
