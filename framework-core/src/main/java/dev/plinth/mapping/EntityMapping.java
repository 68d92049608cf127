package dev.plinth.mapping;

/** . */
public final class EntityMapping {
    private EntityMapping() {}
}
