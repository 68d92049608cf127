package dev.plinth.mongo.internal.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks of a backend.
 *
 * @param perDocument whether a server without transactions is accepted
 * @param showsValues whether the driver's own errors are kept with their text, which may quote values
 * @param statementTimeout how long a statement may take, or null for as long as the server lets it
 */
public record Options(
        boolean perDocument, boolean showsValues, @Nullable Duration statementTimeout) {
    /** Nothing special. */
    public static final Options NONE = new Options(false, false, null);
}
