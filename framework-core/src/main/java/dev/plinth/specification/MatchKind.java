package dev.plinth.specification;

/** How a text matches a plain text. */
public enum MatchKind {
    /** The whole text. */
    EQUAL,
    /** The start. */
    STARTS_WITH,
    /** The end. */
    ENDS_WITH,
    /** Any part. */
    CONTAINS;

    /**
     * Whether a text matches.
     *
     * @param text the text that is searched
     * @param part the text that is looked for
     * @return true where it does
     */
    public boolean matches(String text, String part) {
        return switch (this) {
            case EQUAL -> text.equals(part);
            case STARTS_WITH -> text.startsWith(part);
            case ENDS_WITH -> text.endsWith(part);
            case CONTAINS -> text.contains(part);
        };
    }
}
