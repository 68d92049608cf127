package dev.plinth.specification;

import java.util.Arrays;
import java.util.Collection;

/**
 * What can be said of a property that is a text, without regard to case. Immutable.
 *
 * @param <T> the entity
 */
public final class IgnoringCase<T> {
    private final Path path;

    IgnoringCase(Path path) {
        this.path = path;
    }

    /**
     * The same text.
     *
     * @param text not null
     * @return a specification
     */
    public Specification<T> is(String text) {
        return match(MatchKind.EQUAL, text, "is");
    }

    /**
     * Another text; true where the property is null.
     *
     * @param text not null
     * @return a specification
     */
    public Specification<T> isNot(String text) {
        return match(MatchKind.EQUAL, text, "isNot").not();
    }

    /**
     * One of the texts.
     *
     * @param texts none of them null; without any, no entity is meant
     * @return a specification
     */
    public Specification<T> in(Collection<String> texts) {
        return Arguments.value(texts, path, "in").stream()
                .map(text -> match(MatchKind.EQUAL, text, "in"))
                .reduce(Specification::or)
                .orElseGet(Specification::none);
    }

    /**
     * One of the texts.
     *
     * @param texts none of them null; without any, no entity is meant
     * @return a specification
     */
    public Specification<T> in(String... texts) {
        return in(Arrays.asList(Arguments.value(texts, path, "in")));
    }

    /**
     * None of the texts; true where the property is null.
     *
     * @param texts none of them null; without any, every entity is meant
     * @return a specification
     */
    public Specification<T> notIn(Collection<String> texts) {
        return in(texts).not();
    }

    /**
     * None of the texts; true where the property is null.
     *
     * @param texts none of them null; without any, every entity is meant
     * @return a specification
     */
    public Specification<T> notIn(String... texts) {
        return in(texts).not();
    }

    /**
     * Starts with the text.
     *
     * @param text not null
     * @return a specification
     */
    public Specification<T> startsWith(String text) {
        return match(MatchKind.STARTS_WITH, text, "startsWith");
    }

    /**
     * Ends with the text.
     *
     * @param text not null
     * @return a specification
     */
    public Specification<T> endsWith(String text) {
        return match(MatchKind.ENDS_WITH, text, "endsWith");
    }

    /**
     * Contains the text.
     *
     * @param text not null
     * @return a specification
     */
    public Specification<T> contains(String text) {
        return match(MatchKind.CONTAINS, text, "contains");
    }

    private Specification<T> match(MatchKind kind, String text, String operation) {
        return new Specification.Match<>(path, kind, Arguments.value(text, path, operation), true);
    }
}
