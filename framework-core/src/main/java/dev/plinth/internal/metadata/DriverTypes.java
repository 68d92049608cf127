package dev.plinth.internal.metadata;

import dev.plinth.backend.DriverType;
import dev.plinth.model.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The classes that a column can hold: the basic types, and those that the database's driver brings. */
final class DriverTypes {
    private final Map<Class<?>, DriverType> types;

    DriverTypes(List<DriverType> types) {
        this.types = types.stream().collect(Collectors.toUnmodifiableMap(DriverType::type, Function.identity()));
    }

    boolean isBasic(Class<?> type) {
        return ValueType.of(type).isPresent() || types.containsKey(type);
    }

    Optional<ColumnBuilder.Storage> storage(Class<?> type) {
        DriverType known = types.get(type);
        return known != null
                ? Optional.of(new ColumnBuilder.Storage(known.held(), known.converter()))
                : ValueType.of(type).map(held -> new ColumnBuilder.Storage(held, null));
    }

    Optional<DriverType> find(Class<?> type) {
        return Optional.ofNullable(types.get(type));
    }
}
