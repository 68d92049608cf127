package dev.plinth.internal.json;

import dev.plinth.model.ValueConverter;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Makes converters between the values of properties and JSON. Thread-safe. */
public interface JsonMapping {
    /**
     * The converter of one property.
     *
     * @param type the property's type with its arguments
     * @param entity the entity's name, for messages
     * @param path the property's path
     * @return the converter
     * @throws IllegalArgumentException where values of this type cannot be read from JSON, saying why
     */
    ValueConverter converter(Type type, String entity, String path);

    /**
     * Finds Jackson's databind.
     *
     * @param mapper the application's own {@code ObjectMapper}, or null for Plinth's
     * @return the mapping, or null where databind is missing
     */
    static @Nullable JsonMapping find(@Nullable Object mapper) {
        if (mapper != null) {
            return JacksonMapping.of(mapper);
        }
        try {
            Class.forName("com.fasterxml.jackson.databind.ObjectMapper", false, JsonMapping.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
        return JacksonMapping.standard();
    }
}
