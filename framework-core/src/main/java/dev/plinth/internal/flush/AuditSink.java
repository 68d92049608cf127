package dev.plinth.internal.flush;

import dev.plinth.backend.WriteBatch;
import java.time.Instant;
import java.util.List;

/** Turns changes into what is written to the audit trail. */
public interface AuditSink {
    /** Writes nothing. */
    AuditSink NONE = (changes, now) -> List.of();

    /**
     * Describes changes that were written.
     *
     * @param changes the changes, of audited and other entities, with the ids they have now
     * @param now the time of the flush
     * @return what is to be written beside them
     */
    List<WriteBatch> entries(List<PlannedChange> changes, Instant now);
}
