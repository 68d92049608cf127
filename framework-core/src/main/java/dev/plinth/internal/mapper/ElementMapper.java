package dev.plinth.internal.mapper;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
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

    ElementMapper(CollectionModel collection, boolean immutable) {
        this.collection = collection;
        this.immutable = immutable;
        this.conversions = new Conversions(collection.columns());
        AtomicInteger next = new AtomicInteger(collection.columns().size());
        this.assembly =
                collection.isBasic() ? null : Assembly.of(collection.elementType(), collection.properties(), next);
        this.slots = next.get();
    }

    List<@Nullable Object[]> toRows(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        Collection<?> elements = (Collection<?>) value;
        List<@Nullable Object[]> rows = new ArrayList<>(elements.size());
        for (Object element : elements) {
            rows.add(toRow(element));
        }
        return rows;
    }

    private @Nullable Object[] toRow(@Nullable Object element) {
        @Nullable Object[] row = new Object[slots];
        if (assembly == null) {
            row[0] = element;
        } else if (element != null) {
            assembly.read(element, row);
        }
        conversions.toStored(row);
        return trimmed(row);
    }

    private @Nullable Object[] trimmed(@Nullable Object[] row) {
        return row.length == collection.columns().size()
                ? row
                : java.util.Arrays.copyOf(row, collection.columns().size());
    }

    Object toCollection(@Nullable Object rows) {
        List<?> list = rows == null ? List.of() : (List<?>) rows;
        boolean set = collection.kind() == CollectionModel.Kind.SET;
        Collection<@Nullable Object> elements = set ? new LinkedHashSet<>() : new ArrayList<>(list.size());
        for (Object row : list) {
            elements.add(toElement((@Nullable Object[]) row));
        }
        if (!immutable) {
            return elements;
        }
        return set ? Collections.unmodifiableSet((Set<?>) elements) : Collections.unmodifiableList((List<?>) elements);
    }

    private @Nullable Object toElement(@Nullable Object[] row) {
        @Nullable Object[] element = java.util.Arrays.copyOf(row, slots);
        conversions.toDomain(element);
        if (assembly == null) {
            return element[0];
        }
        for (ColumnModel column : collection.columns()) {
            if (element[column.position()] != null) {
                return assembly.create(element);
            }
        }
        return null;
    }
}
