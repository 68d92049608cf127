package dev.plinth.error;

/**
 * What every exception of Plinth can tell, whichever standard exception it extends. Catch the standard types of
 * {@code jakarta.data.exceptions} to handle a kind of error, and ask this interface for the details.
 */
public interface PlinthError {
    /**
     * The stable code of this error.
     *
     * @return the code, as documented in {@code docs/errors.md}
     */
    ErrorCode errorCode();

    /**
     * Whether running the whole unit of work again, from its start, can succeed without any other change.
     *
     * @return true where the code {@linkplain ErrorCode#isRetryable() is retryable}, unless writes made before the
     *     failure stay in the database: those would be made twice
     */
    default boolean isRetryable() {
        return errorCode().isRetryable()
                && !(this instanceof Throwable error
                        && PartialWriteException.of(error).isPresent());
    }
}
