package dev.plinth.mongo.internal.error;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import org.jspecify.annotations.Nullable;

/** The driver's error without its text, which may quote values of rows. */
final class EngineError extends RuntimeException {
    private EngineError(String message, @Nullable Throwable cause, StackTraceElement[] stack) {
        super(message, cause);
        setStackTrace(stack);
    }

    static EngineError of(Throwable error, String what) {
        // what the driver says about the network has no values in it
        boolean harmless = error instanceof MongoSocketException || error instanceof MongoTimeoutException;
        String text = error.getClass().getName() + what + (harmless ? ": " + error.getMessage() : "");
        Throwable cause = error.getCause();
        return new EngineError(text, cause == null || cause == error ? null : of(cause, ""), error.getStackTrace());
    }
}
