package dev.plinth.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Reads the audit trail of the entities that are {@code @Audited}. Thread-safe. */
public interface AuditTrail {
    /**
     * Everything that happened to one entity. Reads in the unit of work that runs on this thread, else in one of its own.
     *
     * @param type the entity
     * @param id its id; it need not exist any more
     * @return the changes, the oldest first
     * @throws dev.plinth.error.EntityStateException where the type is not {@code @Audited}
     */
    List<AuditEntry> history(Class<?> type, Object id);

    /**
     * Everything that happened to entities of a type in a period. Reads in the unit of work that runs on this thread, else
     * in one of its own.
     *
     * @param type the entity
     * @param from the first moment of the period
     * @param before the first moment after the period
     * @return the changes, the oldest first: a stream that holds a connection until it is closed, use try-with-resources
     * @throws dev.plinth.error.EntityStateException where the type is not {@code @Audited}
     */
    Stream<AuditEntry> between(Class<?> type, Instant from, Instant before);
}
