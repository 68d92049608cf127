package dev.plinth.error;

import jakarta.data.exceptions.EntityExistsException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A write would have given two rows the same id or the same unique value. */
public class DuplicateKeyException extends EntityExistsException implements PlinthError {
    private final @Nullable String entity;
    private final List<String> properties;

    /**
     * Creates the exception.
     *
     * @param entity the entity's name, or null where the database does not tell
     * @param properties the properties of the key, empty where the database does not tell
     * @param message what happened
     * @param cause the database's error, without values
     */
    public DuplicateKeyException(
            @Nullable String entity, List<String> properties, String message, @Nullable Throwable cause) {
        super(ErrorCode.DUPLICATE_KEY.code() + ": " + message, cause);
        this.entity = entity;
        this.properties = List.copyOf(properties);
    }

    /**
     * Says it in the words that every backend uses.
     *
     * @param entity the entity's name
     * @param properties the properties of the key, empty where the database does not tell
     * @param detail what the backend can add, without values; empty for nothing
     * @param cause the database's error, without values
     * @return the exception
     */
    public static DuplicateKeyException of(
            String entity, List<String> properties, String detail, @Nullable Throwable cause) {
        String which = properties.isEmpty() ? "unique value" : "'" + String.join("', '", properties) + "'";
        return new DuplicateKeyException(
                entity,
                properties,
                "another '" + entity + "' has the same " + which
                        + " already. Choose another value, or change or remove that one first"
                        + (detail.isEmpty() ? "" : ". " + detail),
                cause);
    }

    /**
     * The entity whose key is taken.
     *
     * @return the name in the model, or null where the database does not tell
     */
    public @Nullable String entity() {
        return entity;
    }

    /**
     * The properties that make up the key.
     *
     * @return paths in the model, empty where the database does not tell
     */
    public List<String> properties() {
        return properties;
    }

    @Override
    public ErrorCode errorCode() {
        return ErrorCode.DUPLICATE_KEY;
    }
}
