package dev.plinth.error;

import jakarta.data.exceptions.DataException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells which writes had been made when a unit of work failed on a backend without atomic commits. It is never thrown
 * by itself: it is attached, as a suppressed exception, to the error that ended the unit of work, so that the error has
 * the same type on every backend.
 */
public class PartialWriteException extends DataException implements PlinthError {
    private final List<String> written;

    /**
     * Creates the exception.
     *
     * @param written the writes that stay, one line each
     */
    public PartialWriteException(List<String> written) {
        super(ErrorCode.PARTIAL_WRITE.code() + ": this backend has no atomic commit; " + written.size()
                + " write(s) made before the failure stay: " + String.join("; ", written));
        this.written = List.copyOf(written);
    }

    /**
     * The writes that stay.
     *
     * @return one line each, for example {@code insert Customer 42}
     */
    public List<String> written() {
        return written;
    }

    /**
     * Finds the report that is attached to an error.
     *
     * @param error the error that ended the unit of work
     * @return the report, or empty where everything was taken back
     */
    public static Optional<PartialWriteException> of(Throwable error) {
        return Arrays.stream(error.getSuppressed())
                .filter(PartialWriteException.class::isInstance)
                .map(PartialWriteException.class::cast)
                // a store may have told of its own last batch; what is attached later has that and all before it
                .reduce((first, last) -> last);
    }

    @Override
    public ErrorCode errorCode() {
        return ErrorCode.PARTIAL_WRITE;
    }
}
