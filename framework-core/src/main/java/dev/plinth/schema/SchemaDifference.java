package dev.plinth.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference between the model and the database.
 *
 * @param kind what differs
 * @param severity whether the application can work with it
 * @param entity the name of the entity
 * @param property the path of the property, or null where no single property is concerned
 * @param table the table or collection, or the sequence
 * @param column the column or field, or null where no single one is concerned
 * @param message a sentence that says what is in the database and what the model needs
 * @param statements what mends it, to be run in this order, in the language of the database; empty where a machine cannot
 *     say it without guessing or without risk for the data
 */
public record SchemaDifference(
        Kind kind,
        Severity severity,
        String entity,
        @Nullable String property,
        String table,
        @Nullable String column,
        String message,
        List<String> statements) {

    /** Copies the list. */
    public SchemaDifference {
        statements = List.copyOf(statements);
    }

    /** Whether the application can work with a difference. */
    public enum Severity {
        /** Reads or writes fail, lose something, or a guarantee of the model does not hold. */
        ERROR,
        /** The application works, but the database is slower or guards less than the model would let it. */
        WARNING
    }

    /** What differs. */
    public enum Kind {
        /** The table or collection does not exist. */
        TABLE_MISSING,
        /** The column does not exist. */
        COLUMN_MISSING,
        /** The column is of a type that cannot hold the model's values. */
        COLUMN_TYPE,
        /** The column is too short, or has too few digits. */
        COLUMN_SIZE,
        /** The column refuses null where the model allows it, or the reverse. */
        COLUMN_NULLABILITY,
        /** The database does not set the column's value by itself, as the model says. */
        COLUMN_GENERATED,
        /** The column compares or orders text in another way. */
        COLUMN_COLLATION,
        /** The database demands a value for a column that the model does not know. */
        COLUMN_UNKNOWN,
        /** The primary key is missing, or has other columns. */
        PRIMARY_KEY,
        /** A unique key is missing, or means something else. */
        UNIQUE_KEY,
        /** An index is missing, or has other columns. */
        INDEX,
        /** A foreign key is missing, or refers to something else. */
        FOREIGN_KEY,
        /** A check of values is missing. */
        CHECK,
        /** A sequence or counter is missing, or hands out other blocks than the model counts on. */
        SEQUENCE
    }

    @Override
    public String toString() {
        String text = severity + " " + kind + ": " + message;
        return statements.isEmpty() ? text : text + " Mended by: " + String.join("; ", statements);
    }
}
