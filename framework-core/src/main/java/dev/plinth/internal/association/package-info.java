/**
 * What entities hold in place of associated entities that are not loaded: references that fill themselves, lazy
 * collections, and the siblings that are loaded together. Knows no unit of work: loading is asked of a {@link
 * dev.plinth.internal.association.LoadSource}.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.association;
