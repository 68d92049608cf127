/** The data mapper: entities to rows and back, with embeddables, converters and element collections. */
@org.jspecify.annotations.NullMarked
package dev.plinth.internal.mapper;
