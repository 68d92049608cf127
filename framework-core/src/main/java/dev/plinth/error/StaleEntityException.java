package dev.plinth.error;

import jakarta.data.exceptions.OptimisticLockingFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The row behind an entity was changed or deleted by someone else since it was read. Nothing of the flush was kept where
 * the backend commits atomically. Run the unit of work again on fresh data.
 */
public class StaleEntityException extends OptimisticLockingFailureException implements PlinthError {
    private final String entity;
    private final transient Object id;
    private final transient @Nullable Object expectedVersion;
    private final transient @Nullable Object foundVersion;
    private final boolean retryable;

    /**
     * Creates the exception.
     *
     * @param entity the entity's name
     * @param id the entity's id
     * @param expectedVersion the version the object had, or null where the entity has no version
     * @param foundVersion the version that is in the database now, or null where the row is gone or it is not known
     * @param message what happened
     */
    public StaleEntityException(
            String entity, Object id, @Nullable Object expectedVersion, @Nullable Object foundVersion, String message) {
        this(entity, id, expectedVersion, foundVersion, message, true);
    }

    private StaleEntityException(
            String entity,
            Object id,
            @Nullable Object expectedVersion,
            @Nullable Object foundVersion,
            String message,
            boolean retryable) {
        super(ErrorCode.STALE.code() + ": " + message);
        this.entity = entity;
        this.id = id;
        this.expectedVersion = expectedVersion;
        this.foundVersion = foundVersion;
        this.retryable = retryable;
    }

    /**
     * Says that an object was given that was never read, so that to run the unit of work again cannot help.
     *
     * @param entity the entity's name
     * @param id the entity's id
     * @param foundVersion the version that is in the database, or null where there is none
     * @param message what happened
     * @return the exception, which is not retryable
     */
    public static StaleEntityException neverRead(
            String entity, Object id, @Nullable Object foundVersion, String message) {
        return new StaleEntityException(entity, id, null, foundVersion, message, false);
    }

    /**
     * The entity's name.
     *
     * @return the name in the model
     */
    public String entity() {
        return entity;
    }

    /**
     * The id of the entity that lost.
     *
     * @return the id, as the application knows it
     */
    public Object id() {
        return id;
    }

    /**
     * The version the object had when it was read.
     *
     * @return the version, or null where the entity has none
     */
    public @Nullable Object expectedVersion() {
        return expectedVersion;
    }

    /**
     * The version found in the database after the conflict.
     *
     * @return the version, or null where the row is gone, soft-deleted or could not be read
     */
    public @Nullable Object foundVersion() {
        return foundVersion;
    }

    @Override
    public ErrorCode errorCode() {
        return ErrorCode.STALE;
    }

    @Override
    public boolean isRetryable() {
        return retryable && PlinthError.super.isRetryable();
    }
}
