package dev.plinth.specification;

/** Which entities a selection sees, of those that can be soft-deleted. */
public enum Deleted {
    /** Those that are not deleted. */
    EXCLUDED,
    /** All. */
    INCLUDED,
    /** Those that are deleted. */
    ONLY
}
