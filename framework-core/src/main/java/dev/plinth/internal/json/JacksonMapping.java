package dev.plinth.internal.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.InvalidValueException;
import dev.plinth.error.Violation;
import dev.plinth.model.JsonValue;
import dev.plinth.model.ValueConverter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts with an {@code ObjectMapper}. Values go through a buffer of tokens, never through text, so that no number is
 * rounded and no limit of a text parser applies.
 */
final class JacksonMapping implements JsonMapping {
    private final ObjectMapper mapper;

    private JacksonMapping(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    static JacksonMapping of(Object mapper) {
        return new JacksonMapping((ObjectMapper) mapper);
    }

    /** As entities are: through fields, whatever their visibility; times in their ISO form. */
    static JacksonMapping standard() {
        return new JacksonMapping(JsonMapper.builder()
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.DEFAULT)
                .addModule(IsoTimes.module())
                .build());
    }

    @Override
    public ValueConverter converter(Type type, String entity, String path) {
        JavaType javaType = mapper.constructType(type);
        ObjectReader reader = mapper.readerFor(javaType).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        new SupportedTypes(mapper).check(javaType);
        Converter converter = new Converter(mapper, reader, entity, path);
        try {
            converter.readNull();
        } catch (InvalidDefinitionException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            // a mapper may refuse null; what matters here is that the type is known
            return converter;
        }
        return converter;
    }

    private record Converter(ObjectMapper mapper, ObjectReader reader, String entity, String path)
            implements ValueConverter {
        void readNull() throws IOException {
            try (TokenBuffer nothing = new TokenBuffer(mapper, false)) {
                nothing.writeNull();
                reader.readValue(nothing.asParserOnFirstToken());
            }
        }

        // by the declared type where that says more than the value does, such as what the elements of a list are; else
        // a subclass would lose what it adds
        private ObjectWriter writer(Object value) {
            JavaType declared = reader.getValueType();
            return declared.isContainerType() || value.getClass() == declared.getRawClass()
                    ? mapper.writerFor(declared)
                    : mapper.writer();
        }

        @Override
        public Object toStored(Object value) {
            try (TokenBuffer tokens = new TokenBuffer(mapper, false)) {
                writer(value).writeValue(tokens, value);
                try (JsonParser parser = tokens.asParserOnFirstToken()) {
                    JsonValue json = JsonValue.read(parser);
                    if (json == null) {
                        throw refused("it is JSON's null, which is null in a column. Use null", null);
                    }
                    return json;
                }
            } catch (StackOverflowError e) {
                throw refused("it contains itself, or is nested too deeply", null);
            } catch (IOException e) {
                throw refused("Jackson cannot write it (" + e.getClass().getSimpleName() + ")", definition(e));
            } catch (IllegalArgumentException e) {
                throw refused(String.valueOf(e.getMessage()), null);
            }
        }

        @Override
        public Object toDomain(Object value) {
            try (TokenBuffer tokens = new TokenBuffer(mapper, false)) {
                ((JsonValue) value).write(tokens);
                Object domain = reader.readValue(tokens.asParser());
                if (domain != null) {
                    return domain;
                }
                throw unreadable("Jackson reads null from what is stored", null);
            } catch (IOException e) {
                throw unreadable(
                        "Jackson cannot read what is stored (" + e.getClass().getSimpleName() + ")", definition(e));
            }
        }

        // other errors of Jackson's quote values
        private static @Nullable Exception definition(IOException e) {
            return e instanceof InvalidDefinitionException ? e : null;
        }

        private InvalidValueException refused(String why, @Nullable Exception cause) {
            return new InvalidValueException(
                    new Violation(entity, null, List.of(), List.of(path)),
                    "'" + entity + "." + path + "' cannot hold the value as JSON: " + why
                            + ". Nothing was sent to the database",
                    cause);
        }

        private EntityMappingException unreadable(String what, @Nullable Exception cause) {
            return new EntityMappingException(
                    ErrorCode.MAPPING_FAILED,
                    "'" + entity + "." + path + "' (" + reader.getValueType().toCanonical()
                            + ") cannot be read from JSON: " + what
                            + ". Let the class fit the stored values, or give an ObjectMapper that reads them"
                            + " to json(...) of the builder",
                    cause);
        }
    }
}
