package dev.plinth.internal.mapper;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Maps the elements of one collection. */
final class ElementMapper {
    private final CollectionModel collection;
    private final @Nullable Assembly assembly;
    private final Conversions conversions;
    private final int slots;
    private final boolean immutable;
    private final boolean keyed;

    ElementMapper(CollectionModel collection, boolean immutable) {
        this.collection = collection;
        this.immutable = immutable;
        this.keyed = collection.keyColumn() != null;
        this.conversions = new Conversions(collection.columns());
        AtomicInteger next = new AtomicInteger(collection.columns().size());
        this.assembly = collection.properties().isEmpty()
                ? null
                : Assembly.of(collection.elementType(), collection.properties(), next);
        this.slots = next.get();
    }

    List<@Nullable Object[]> toRows(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> rows.add(toRow(key, element)));
            return rows;
        }
        for (Object element : (Collection<?>) value) {
            rows.add(toRow(null, element));
        }
        return rows;
    }

    private @Nullable Object[] toRow(@Nullable Object key, @Nullable Object element) {
        @Nullable Object[] row = new Object[slots];
        if (keyed) {
            row[0] = key;
        }
        if (assembly == null) {
            row[first()] = element;
        } else if (element != null) {
            assembly.read(element, row);
        }
        conversions.toStored(row);
        return trimmed(row);
    }

    private @Nullable Object[] trimmed(@Nullable Object[] row) {
        return row.length == collection.columns().size()
                ? row
                : Arrays.copyOf(row, collection.columns().size());
    }

    // the columns of a value follow that of its key
    private int first() {
        return keyed ? 1 : 0;
    }

    Object toCollection(@Nullable Object rows) {
        List<?> list = rows == null ? List.of() : (List<?>) rows;
        if (keyed) {
            return toMap(list);
        }
        boolean set = collection.kind() == CollectionModel.Kind.SET;
        Collection<@Nullable Object> elements = set ? new LinkedHashSet<>() : new ArrayList<>(list.size());
        for (Object row : list) {
            elements.add(toElement(toDomain((@Nullable Object[]) row)));
        }
        if (!immutable) {
            return elements;
        }
        return set ? Collections.unmodifiableSet((Set<?>) elements) : Collections.unmodifiableList((List<?>) elements);
    }

    private Object toMap(List<?> rows) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (Object row : rows) {
            @Nullable Object[] entry = toDomain((@Nullable Object[]) row);
            map.put(entry[0], toElement(entry));
        }
        return immutable ? Collections.unmodifiableMap(map) : map;
    }

    private @Nullable Object[] toDomain(@Nullable Object[] row) {
        @Nullable Object[] element = Arrays.copyOf(row, slots);
        conversions.toDomain(element);
        return element;
    }

    private @Nullable Object toElement(@Nullable Object[] element) {
        if (assembly == null) {
            return element[first()];
        }
        for (ColumnModel column :
                collection.columns().subList(first(), collection.columns().size())) {
            if (element[column.position()] != null) {
                return assembly.create(element);
            }
        }
        return null;
    }
}
