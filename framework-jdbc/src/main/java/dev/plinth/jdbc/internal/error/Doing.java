package dev.plinth.jdbc.internal.error;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityModel;
import org.jspecify.annotations.Nullable;

/**
 * What was being done when an error happened.
 *
 * @param what for example {@code inserting}
 * @param entity the entity, or null
 * @param collection the element collection of the entity, or null
 * @param sql the statement, with a question mark for each value
 */
public record Doing(
        String what, @Nullable EntityModel entity, @Nullable CollectionModel collection, String sql) {
    private static final int LONGEST_SQL = 1000;

    /** Something about an entity. */
    public static Doing to(String what, EntityModel entity, String sql) {
        return new Doing(what, entity, null, sql);
    }

    /** Something about the elements of an entity. */
    public static Doing to(String what, EntityModel entity, CollectionModel collection, String sql) {
        return new Doing(what, entity, collection, sql);
    }

    /** Something about no entity. */
    public static Doing to(String what, String sql) {
        return new Doing(what, null, null, sql);
    }

    /** Where it happened, quoted. */
    String where() {
        if (entity == null) {
            return what;
        }
        return what + " '" + entity.name() + (collection == null ? "" : "." + collection.path()) + "'";
    }

    /** How a message begins. */
    String at() {
        return "while " + where() + ", ";
    }

    /** How a message ends. */
    public String statement() {
        return " The statement was: " + (sql.length() > LONGEST_SQL ? sql.substring(0, LONGEST_SQL) + "..." : sql);
    }

    /** Whether rows of an entity are deleted. */
    boolean deletes() {
        return collection == null && sql.startsWith("delete");
    }

    WrittenTable table() {
        return new WrittenTable(entity, collection);
    }
}
