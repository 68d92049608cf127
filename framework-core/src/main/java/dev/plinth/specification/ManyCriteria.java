package dev.plinth.specification;

/**
 * What can be said of a collection. A collection that is null is empty. Immutable.
 *
 * @param <T> the entity
 * @param <E> the type of an element
 */
public final class ManyCriteria<T, E> {
    private final Path path;

    ManyCriteria(Path path) {
        this.path = path;
    }

    /**
     * At least one element meets the specification; false where there is no element.
     *
     * @param element the specification of an element: {@link Specification#where} for an embeddable,
     *     {@link Specification#element} or {@link Specification#textElement} for a basic value
     * @return a specification
     */
    public Specification<T> any(Specification<? super E> element) {
        return new Specification.Any<>(
                path, Arguments.required(element, "specification of an element", "use isNotEmpty() for any element"));
    }

    /**
     * No element meets the specification; true where there is no element.
     *
     * @param element the specification of an element
     * @return a specification
     */
    public Specification<T> none(Specification<? super E> element) {
        return any(element).not();
    }

    /**
     * Every element meets the specification; true where there is no element.
     *
     * @param element the specification of an element
     * @return a specification
     */
    public Specification<T> all(Specification<E> element) {
        return none(Arguments.required(element, "specification of an element", "leave the condition out")
                .not());
    }

    /**
     * At least one element equals the value.
     *
     * @param value not null
     * @return a specification
     */
    public Specification<T> contains(E value) {
        return any(
                new Specification.Comparison<>(Path.of(""), Operator.EQUAL, Arguments.value(value, path, "contains")));
    }

    /**
     * There is no element.
     *
     * @return a specification
     */
    public Specification<T> isEmpty() {
        return isNotEmpty().not();
    }

    /**
     * There is at least one element.
     *
     * @return a specification
     */
    public Specification<T> isNotEmpty() {
        return new Specification.Any<>(path, Specification.all());
    }
}
