package dev.plinth.internal.json;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import com.fasterxml.jackson.databind.ser.impl.UnsupportedTypeSerializer;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import com.fasterxml.jackson.databind.util.BeanUtil;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the types within a type that a mapper lacks a module for. What is behind an interface is not known. */
final class SupportedTypes {
    private final ObjectMapper mapper;
    private final SerializerProvider provider;
    private final Set<JavaType> seen = new HashSet<>();

    SupportedTypes(ObjectMapper mapper) {
        this.mapper = mapper;
        this.provider = mapper.getSerializerProviderInstance();
    }

    /**
     * Refuses a type that would fail with its first value.
     *
     * @param type the type
     * @throws IllegalArgumentException naming the type within it that is not supported
     */
    void check(JavaType type) {
        try {
            check(type, null, null);
        } catch (InvalidDefinitionException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(e.getClass().getSimpleName(), e);
        }
    }

    private void check(JavaType type, @Nullable JsonSerializer<?> given, @Nullable BeanProperty property)
            throws JsonMappingException {
        if (!seen.add(type)) {
            return;
        }
        JsonSerializer<?> serializer = given == null ? provider.findValueSerializer(type, property) : given;
        if (serializer instanceof UnsupportedTypeSerializer) {
            String why = BeanUtil.checkUnsupportedType(mapper.getSerializationConfig(), type);
            throw new IllegalArgumentException(why == null ? type.toCanonical() + " is not supported" : why);
        }
        JavaType content = type.getContentType();
        if (content != null) {
            check(content, null, property);
        }
        if (serializer instanceof BeanSerializerBase) {
            for (Iterator<PropertyWriter> all = serializer.properties(); all.hasNext(); ) {
                if (all.next() instanceof BeanPropertyWriter writer) {
                    check(writer.getType(), writer.getSerializer(), writer);
                }
            }
        }
    }
}
