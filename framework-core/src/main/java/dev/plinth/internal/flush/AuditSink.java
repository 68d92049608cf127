package dev.plinth.internal.flush;

import dev.plinth.backend.WriteBatch;
import java.time.Instant;
import java.util.List;

/** Turns changes into what is written to the audit trail. */
public interface AuditSink {
    /** Writes nothing. */
    AuditSink NONE = (changes, now) -> List::of;

    /**
     * Is told of changes before anything is sent, so that whoever is asked who is acting may fail, or query, safely.
     *
     * @param changes the changes, of audited and other entities
     * @param now the time of the flush
     * @return describes the changes once they were written and have their ids
     */
    Entries of(List<PlannedChange> changes, Instant now);

    /** The entries of one flush. */
    @FunctionalInterface
    interface Entries {
        /**
         * Describes the changes that were written.
         *
         * @return what is to be written beside them
         */
        List<WriteBatch> batches();
    }
}
