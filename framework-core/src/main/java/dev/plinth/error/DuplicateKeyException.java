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
