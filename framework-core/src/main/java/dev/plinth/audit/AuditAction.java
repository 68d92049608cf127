package dev.plinth.audit;

/** What happened to an entity. */
public enum AuditAction {
    /** It was created. */
    INSERT,
    /** It was changed. */
    UPDATE,
    /** It was deleted: marked where it can be soft-deleted, else for good. */
    DELETE,
    /** It was brought back after a soft delete. */
    RESTORE,
    /** It was deleted for good although it can be soft-deleted. */
    PURGE
}
