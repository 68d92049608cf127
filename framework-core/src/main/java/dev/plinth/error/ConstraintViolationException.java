package dev.plinth.error;

import jakarta.data.exceptions.DataException;
import org.jspecify.annotations.Nullable;

/** The database refused a write because of a constraint other than a unique key. */
public class ConstraintViolationException extends DataException implements PlinthError {
    /** The kinds of constraint. */
    public enum Kind {
        /** A reference to a row that does not exist, or a delete of a row that others refer to. */
        FOREIGN_KEY,
        /** A null where the column takes none. */
        NOT_NULL,
        /** A check constraint or a validator. */
        CHECK
    }

    private final Kind kind;
    private final @Nullable String constraint;

    /**
     * Creates the exception.
     *
     * @param kind the kind of constraint
     * @param constraint the constraint's name, or null where the database does not tell
     * @param message what happened
     * @param cause the database's error, without values
     */
    public ConstraintViolationException(
            Kind kind, @Nullable String constraint, String message, @Nullable Throwable cause) {
        super(ErrorCode.CONSTRAINT.code() + ": " + message, cause);
        this.kind = kind;
        this.constraint = constraint;
    }

    /**
     * The kind of constraint.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The constraint's name.
     *
     * @return the name in the database, or null where the database does not tell
     */
    public @Nullable String constraint() {
        return constraint;
    }

    @Override
    public ErrorCode errorCode() {
        return ErrorCode.CONSTRAINT;
    }
}
