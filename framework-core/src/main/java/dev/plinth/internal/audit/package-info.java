/** Writes and reads the audit trail: entries are rows of an entity of Plinth's own, values are JSON. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.audit;
