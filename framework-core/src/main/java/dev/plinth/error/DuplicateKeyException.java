package dev.plinth.error;

import jakarta.data.exceptions.EntityExistsException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A write would have given two rows the same id or the same unique value. */
public class DuplicateKeyException extends EntityExistsException implements DataRuleError {
    private final transient Violation violation;
    private final boolean retryable;

    /**
     * Creates the exception.
     *
     * @param violation what the database tells
     * @param message what was wrong, where, and what to do
     * @param cause the database's error, without values; or null
     */
    public DuplicateKeyException(Violation violation, String message, @Nullable Throwable cause) {
        this(violation, message, cause, false);
    }

    private DuplicateKeyException(Violation violation, String message, @Nullable Throwable cause, boolean retryable) {
        super(ErrorCode.DUPLICATE_KEY.code() + ": " + message, cause);
        this.violation = violation;
        this.retryable = retryable;
    }

    /**
     * Says that an upsert became an insert, and that someone else was faster to insert a row with the same id.
     *
     * @param error what the backend has thrown
     * @return the exception, which is retryable
     */
    public static DuplicateKeyException ofUpsert(DuplicateKeyException error) {
        DuplicateKeyException lost = new DuplicateKeyException(
                error.violation,
                "an upsert of '" + error.entity() + "' found no row with its " + what(error.violation)
                        + " and became an insert, but someone else has inserted one meanwhile. Run the unit of work again: it is an update then",
                error.getCause(),
                true);
        for (Throwable suppressed : error.getSuppressed()) {
            lost.addSuppressed(suppressed);
        }
        return lost;
    }

    /**
     * Says it in the words that every backend uses.
     *
     * @param violation what the database tells; it names the entity
     * @param detail what the backend can add, without values; empty for nothing
     * @param cause the database's error, without values; or null
     * @return the exception
     */
    public static DuplicateKeyException of(Violation violation, String detail, @Nullable Throwable cause) {
        return new DuplicateKeyException(
                violation,
                "another '" + violation.entity() + "' has the same " + what(violation)
                        + " already. Choose another value, or change or remove that one first"
                        + (detail.isEmpty() ? "" : ". " + detail),
                cause);
    }

    /**
     * Says that an id is taken, where the row that has it may be soft-deleted and so not be found.
     *
     * @param violation what the database tells; it names the entity
     * @param detail what the backend can add, without values; empty for nothing
     * @param cause the database's error, without values; or null
     * @return the exception
     */
    public static DuplicateKeyException ofId(Violation violation, String detail, @Nullable Throwable cause) {
        String hint = "If that one is soft-deleted, restore(...) brings it back, and purge(...) frees its id";
        return of(violation, detail.isEmpty() ? hint : hint + ". " + detail, cause);
    }

    private static String what(Violation violation) {
        // a key may have columns that are not mapped
        boolean isMapped = violation.properties().size() >= violation.columns().size();
        List<String> names = isMapped ? violation.properties() : violation.columns();
        if (!names.isEmpty()) {
            return "'" + String.join("', '", names) + "'";
        }
        return violation.constraint() == null
                ? "unique value"
                : "value of the unique key '" + violation.constraint() + "'";
    }

    @Override
    public Violation violation() {
        return violation;
    }

    @Override
    public ErrorCode errorCode() {
        return ErrorCode.DUPLICATE_KEY;
    }

    @Override
    public boolean isRetryable() {
        return retryable && PartialWriteException.of(this).isEmpty();
    }
}
