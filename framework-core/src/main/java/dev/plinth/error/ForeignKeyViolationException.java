package dev.plinth.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row refers to one that does not exist, or a row that others refer to was to be deleted. */
public class ForeignKeyViolationException extends ConstraintViolationException {
    /**
     * Creates the exception.
     *
     * @param violation what the database tells
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public ForeignKeyViolationException(Violation violation, String message, @Nullable Throwable cause) {
        super(ErrorCode.FOREIGN_KEY, violation, message, cause);
    }

    /**
     * Says it in the words that every backend uses.
     *
     * @param violation what the database tells
     * @param where what was being done, for example {@code while deleting 'Customer'}
     * @param deleted whether a row was deleted that others refer to; else one was written that refers to another
     * @param paths the properties that may be the ones that refer, with their entities' names; empty where that is not
     *     known
     * @param detail what the backend can add, without values; empty for nothing
     * @param cause the database's error, without values; or null
     * @return the exception
     */
    public static ForeignKeyViolationException of(
            Violation violation,
            String where,
            boolean deleted,
            List<String> paths,
            String detail,
            @Nullable Throwable cause) {
        String name = violation.constraint() == null ? "" : " '" + violation.constraint() + "'";
        String by = paths.isEmpty()
                ? ""
                : ", by " + (paths.size() == 1 ? "" : "one of ") + "'" + String.join("', '", paths) + "'";
        return new ForeignKeyViolationException(
                violation,
                where + ", the foreign key" + name + " was broken: "
                        + (deleted
                                ? "a row was deleted that others refer to" + by
                                        + ". Delete those first, or let them refer to another"
                                : "a row refers to one that does not exist" + by + ". Insert that one first")
                        + (detail.isEmpty() ? "" : ". " + detail),
                cause);
    }
}
