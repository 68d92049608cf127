package dev.plinth.mapping;

/**
 * Says in code how the properties of an embeddable are mapped, at one place where it is used.
 *
 * @param <T> the embeddable
 */
public final class EmbeddableMapping<T> extends TypeMapping<T, EmbeddableMapping<T>> {
    EmbeddableMapping() {}
}
