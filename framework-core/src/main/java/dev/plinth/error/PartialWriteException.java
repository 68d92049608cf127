package dev.plinth.error;

import jakarta.data.exceptions.DataException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells which writes had been made when a unit of work failed on a backend without atomic commits. It is never thrown
 * by itself: it is attached, as a suppressed exception, to the error that ended the unit of work, so that the error has
 * the same type on every backend.
 */
public class PartialWriteException extends DataException implements PlinthError {
    private volatile List<String> written;

    /**
     * Creates the exception.
     *
     * @param written the writes that stay, one line each
     */
    public PartialWriteException(List<String> written) {
        super(ErrorCode.PARTIAL_WRITE.code());
        this.written = List.copyOf(written);
    }

    /**
     * Puts writes in front: a store that attaches a report knows of its last batch only.
     *
     * @param earlier the writes before those that are listed already
     */
    public void addEarlier(List<String> earlier) {
        written = Stream.concat(earlier.stream(), written.stream()).toList();
    }

    @Override
    public String getMessage() {
        return ErrorCode.PARTIAL_WRITE.code() + ": this backend has no atomic commit; " + written.size()
                + " write(s) made before the failure stay: " + String.join("; ", written);
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
                .findFirst();
    }

    @Override
    public ErrorCode errorCode() {
        return ErrorCode.PARTIAL_WRITE;
    }
}
