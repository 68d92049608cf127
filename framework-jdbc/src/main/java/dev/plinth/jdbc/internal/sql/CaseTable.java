package dev.plinth.jdbc.internal.sql;

/**
 * Every character that {@code toLowerCase(toUpperCase(c))} changes, and what it becomes, position by position.
 *
 * @param from the characters
 * @param to what they become
 */
public record CaseTable(String from, String to) {
    /** The table of the running JDK. */
    public static final CaseTable INSTANCE = read();

    private static CaseTable read() {
        StringBuilder from = new StringBuilder();
        StringBuilder to = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int folded = Character.toLowerCase(Character.toUpperCase(c));
            if (folded != c) {
                from.appendCodePoint(c);
                to.appendCodePoint(folded);
            }
        }
        return new CaseTable(from.toString(), to.toString());
    }
}
