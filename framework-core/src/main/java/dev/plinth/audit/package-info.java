/**
 * The audit trail: who changed what, when, from what to what.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.audit;
