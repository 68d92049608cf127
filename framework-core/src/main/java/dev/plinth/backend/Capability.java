package dev.plinth.backend;

/** What a database may or may not be able to do. A store declares what it has; asking for more is refused by name. */
public enum Capability {
    /** A unit of work is kept as a whole or not at all. Without it, writes made before a failure stay. */
    ATOMIC_COMMIT,
    /** What a unit of work has written is hidden from others until it commits. */
    ISOLATED_READS,
    /** Two units of work can write different rows of one entity at the same time. */
    CONCURRENT_WRITERS,
    /** The database can set ids when rows are written. */
    IDENTITY,
    /** The database can have defaults and computed columns; without it, a column that an insert leaves out is null. */
    DATABASE_VALUES,
    /** A unique key of an entity that can be soft-deleted ignores the deleted rows, and rows with a null in it. */
    UNIQUE_AMONG_LIVE,
    /** Text is ordered by code point; without it, by UTF-16 code unit. */
    CODE_POINT_ORDER,
    /** Case is ignored per code point for all of Unicode; without it, characters with special case mappings may differ. */
    UNICODE_CASE
}
