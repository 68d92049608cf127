package dev.plinth.specification;

/**
 * What can be said of a property that is a text. Texts are compared by case unless {@link #ignoringCase()} is asked for,
 * and ordered by code point. What is looked for is plain text: it has no wildcards. Immutable.
 *
 * @param <T> the entity
 */
public final class TextCriteria<T> extends OrderedCriteria<T, String> {
    TextCriteria(Path path) {
        super(path);
    }

    /**
     * Starts with the text.
     *
     * @param text not null; every text starts with the empty one
     * @return a specification
     */
    public Specification<T> startsWith(String text) {
        return match(MatchKind.STARTS_WITH, text, "startsWith");
    }

    /**
     * Ends with the text.
     *
     * @param text not null; every text ends with the empty one
     * @return a specification
     */
    public Specification<T> endsWith(String text) {
        return match(MatchKind.ENDS_WITH, text, "endsWith");
    }

    /**
     * Contains the text.
     *
     * @param text not null; every text contains the empty one
     * @return a specification
     */
    public Specification<T> contains(String text) {
        return match(MatchKind.CONTAINS, text, "contains");
    }

    /**
     * The same questions without regard to case: two code points are alike where {@code toLowerCase(toUpperCase(c))} is.
     *
     * @return what can be said then
     */
    public IgnoringCase<T> ignoringCase() {
        return new IgnoringCase<>(path());
    }

    private Specification<T> match(MatchKind kind, String text, String operation) {
        return new Specification.Match<>(path(), kind, Arguments.value(text, path(), operation), false);
    }
}
