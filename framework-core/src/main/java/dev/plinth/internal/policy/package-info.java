/** The policies that are part of every write: versions, soft delete, and what a conflict is called. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.policy;
