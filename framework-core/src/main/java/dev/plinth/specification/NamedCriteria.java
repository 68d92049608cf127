package dev.plinth.specification;

/**
 * What can be said of a property that is given by name. Whether the property has an order, is a text or a collection, and
 * takes the value, is checked against the model when the specification is used. Immutable.
 *
 * @param <T> the entity
 */
public final class NamedCriteria<T> extends OrderedCriteria<T, Object> {
    NamedCriteria(Path path) {
        super(path);
    }

    /**
     * The property as a text.
     *
     * @return what can be said of a text
     */
    public TextCriteria<T> text() {
        return new TextCriteria<>(path());
    }

    /**
     * The property as a collection.
     *
     * @param type the type of an element
     * @param <E> the type of an element
     * @return what can be said of a collection
     */
    public <E> ManyCriteria<T, E> elements(Class<E> type) {
        Arguments.required(type, "type", "give the class of an element");
        return new ManyCriteria<>(path());
    }
}
