package dev.plinth.mongo.internal.type;

import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.model.ColumnModel;
import dev.plinth.mongo.internal.engine.Engine;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What BSON cannot hold, by type of value. */
public final class ValueChecks {
    // a document has at most 16 MiB; this leaves room for its other fields
    private static final int MAX_BYTES = 16 * 1024 * 1024 - 16 * 1024;
    private static final int MAX_BYTES_PER_UNIT = 3;

    private ValueChecks() {}

    /**
     * The check of a column.
     *
     * @param column the column
     * @param engine what the server can do
     * @return the check, or null where every value can be held
     */
    public static @Nullable ValueCheck of(ColumnModel column, Engine engine) {
        return switch (column.type()) {
            case CHAR, STRING, URI -> ValueChecks::text;
            case BYTES -> v -> ((byte[]) v).length > MAX_BYTES ? "is larger than a document of 16 MB can hold" : null;
            case JSON -> JsonBson::refusal;
            case DECIMAL -> ValueRange.DECIMAL;
            case BIG_INTEGER -> ValueRange.BIG_INTEGER;
            default -> ValueRange.dates(column.type(), engine);
        };
    }

    static @Nullable String text(Object value) {
        String text = value.toString();
        boolean large = (long) text.length() * MAX_BYTES_PER_UNIT > MAX_BYTES
                && text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
        return large ? "is larger than a document of 16 MB can hold" : null;
    }
}
