package dev.plinth.internal.metadata;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.model.ValueConverter;
import dev.plinth.model.ValueType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the application's converters, each once, and finds out between which types they convert. */
final class AttributeConverters {
    private final Map<Class<?>, AttributeConverter<?, ?>> instances;
    private final DriverTypes driverTypes;
    private final JsonColumns json;
    private final Problems problems;

    /**
     * Creates a maker for one entity.
     *
     * @param instances the converters of the whole model, by class
     * @param driverTypes the classes that a column can hold
     * @param json the rules of JSON
     * @param problems where mistakes go
     */
    AttributeConverters(
            Map<Class<?>, AttributeConverter<?, ?>> instances,
            DriverTypes driverTypes,
            JsonColumns json,
            Problems problems) {
        this.instances = instances;
        this.driverTypes = driverTypes;
        this.json = json;
        this.problems = problems;
    }

    Optional<ColumnBuilder.Storage> storage(Site site, Class<?> domain, Declaration.Conversion said, String path) {
        if (said.equals(Declaration.Conversion.JSON)) {
            return json.storage(site, path);
        }
        Class<?> type = said.type();
        Class<?> from = argument(type, 0);
        Class<?> to = argument(type, 1);
        if (from == null || to == null) {
            problems.add(
                    site,
                    "the converter " + type.getName() + " does not say between which types it converts",
                    "Let it implement AttributeConverter with two classes, for example AttributeConverter<Money, String>");
            return Optional.empty();
        }
        if (from != boxed(domain)) {
            problems.add(
                    site,
                    "the converter " + type.getName() + " converts " + from.getTypeName() + ", not "
                            + domain.getTypeName(),
                    "Give a converter for the type of the property");
            return Optional.empty();
        }
        Optional<ValueType> stored = ValueType.of(to);
        if (stored.isEmpty()) {
            problems.add(
                    site,
                    "the converter " + type.getName() + " makes " + to.getTypeName()
                            + ", which is not a type that a column can hold",
                    "Convert to a basic type such as String");
            return Optional.empty();
        }
        Converter annotation = type.getAnnotation(Converter.class);
        if (annotation != null && annotation.autoApply()) {
            problems.add(
                    site,
                    "the converter " + type.getName() + " is @Converter(autoApply = true), which is not supported",
                    "Remove autoApply and name the converter at each property");
        }
        return instance(site, said)
                .map(c ->
                        new ColumnBuilder.Storage(stored.get(), new Adapter(c, path.isEmpty() ? site.member() : path)));
    }

    JsonColumns json() {
        return json;
    }

    DriverTypes driverTypes() {
        return driverTypes;
    }

    private Optional<AttributeConverter<?, ?>> instance(Site site, Declaration.Conversion said) {
        if (said.instance() != null) {
            return Optional.of(said.instance());
        }
        AttributeConverter<?, ?> known = instances.get(said.type());
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Constructor<?> constructor = said.type().getDeclaredConstructor();
            constructor.setAccessible(true);
            AttributeConverter<?, ?> made = (AttributeConverter<?, ?>) constructor.newInstance();
            instances.put(said.type(), made);
            return Optional.of(made);
        } catch (ReflectiveOperationException | RuntimeException e) {
            problems.add(
                    site,
                    "the converter " + said.type().getName() + " cannot be made: "
                            + (e.getCause() == null ? e : e.getCause())
                                    .getClass()
                                    .getName(),
                    "Give it a constructor without arguments that does not fail, in a package that is open to Plinth");
            return Optional.empty();
        }
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static @Nullable Class<?> argument(Class<?> converter, int index) {
        return raw(search(converter, new HashMap<>(), index));
    }

    /** Follows the way up to AttributeConverter and carries the type arguments along. */
    private static @Nullable Type search(Type type, Map<Type, Type> known, int index) {
        Class<?> raw = raw(type);
        if (raw == null) {
            return null;
        }
        if (type instanceof ParameterizedType parameterized) {
            TypeVariable<?>[] variables = raw.getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                Type argument = parameterized.getActualTypeArguments()[i];
                known.put(variables[i], known.getOrDefault(argument, argument));
            }
        }
        if (raw == AttributeConverter.class) {
            return known.get(raw.getTypeParameters()[index]);
        }
        for (Type implemented : raw.getGenericInterfaces()) {
            Type found = search(implemented, known, index);
            if (found != null) {
                return found;
            }
        }
        return raw.getGenericSuperclass() == null ? null : search(raw.getGenericSuperclass(), known, index);
    }

    private static @Nullable Class<?> raw(@Nullable Type type) {
        if (type instanceof Class<?> c) {
            return c;
        }
        return type instanceof ParameterizedType parameterized ? (Class<?>) parameterized.getRawType() : null;
    }

    /** A converter of the application at one property. */
    record Adapter(AttributeConverter<?, ?> converter, String path) implements ValueConverter {
        @Override
        public Object toStored(Object value) {
            return checked(() -> typed().convertToDatabaseColumn(value));
        }

        @Override
        public Object toDomain(Object value) {
            return checked(() -> typed().convertToEntityAttribute(value));
        }

        // the types were checked when the model was built
        @SuppressWarnings("unchecked")
        private AttributeConverter<Object, Object> typed() {
            return (AttributeConverter<Object, Object>) converter;
        }

        private Object checked(java.util.function.Supplier<@Nullable Object> call) {
            Object result;
            try {
                result = call.get();
            } catch (RuntimeException e) {
                throw failed("failed. Its own error is the cause", e);
            }
            if (result == null) {
                throw failed(
                        "turned a value into null. Let it return a value for each value; null is not passed to it",
                        null);
            }
            return result;
        }

        private EntityMappingException failed(String what, @Nullable RuntimeException cause) {
            return new EntityMappingException(
                    ErrorCode.MAPPING_FAILED,
                    "the converter '" + converter.getClass().getName() + "' of the property '" + path + "' " + what,
                    cause);
        }
    }
}
