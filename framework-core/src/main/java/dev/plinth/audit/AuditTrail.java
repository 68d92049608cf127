package dev.plinth.audit;

import java.util.List;

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
}
