/**
 * What a mapping can say beyond jakarta.persistence: Plinth's own annotations, and mappings written in code for classes
 * without any annotation.
 */
@org.jspecify.annotations.NullMarked
package dev.plinth.mapping;
