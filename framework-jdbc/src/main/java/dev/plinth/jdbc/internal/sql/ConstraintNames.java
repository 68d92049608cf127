package dev.plinth.jdbc.internal.sql;

import java.nio.charset.StandardCharsets;

/** The names that Plinth gives to constraints, and to columns and indexes of its own: the same on every run. */
public final class ConstraintNames {
    /** No engine takes less than 63 bytes. */
    private static final int LONGEST = 63;

    private static final int HASH = 9;

    private ConstraintNames() {}

    /** A name of several parts; one that is too long keeps its start and is told apart by a hash. */
    public static String of(String... parts) {
        String name = String.join("_", parts);
        return bytes(name) <= LONGEST ? name : cut(name, LONGEST - HASH) + hash(name);
    }

    /** What the names of all checks of a column begin with. */
    public static String checkStart(String table, String column) {
        String name = String.join("_", "ck", table, column);
        return (bytes(name) <= LONGEST - HASH ? name : cut(name, LONGEST - 2 * HASH) + hash(name)) + "_";
    }

    /** The name of a column's check: one that demands something else has another name. */
    public static String check(String table, String column, String condition) {
        return checkStart(table, column) + hash(condition).substring(1);
    }

    /** The name of the foreign key from a table of elements to their owner. */
    public static String toOwner(String table) {
        return of("fk", table, "owner");
    }

    /** The name of the foreign key from a table of links to what they link to. */
    public static String toTarget(String table) {
        return of("fk", table, "target");
    }

    private static String cut(String name, int length) {
        int end = Math.min(name.length(), length);
        while (bytes(name.substring(0, end)) > length || Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String hash(String name) {
        return String.format("_%08x", name.hashCode());
    }
}
