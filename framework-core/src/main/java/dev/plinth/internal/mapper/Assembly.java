package dev.plinth.internal.mapper;

import dev.plinth.internal.access.Accessor;
import dev.plinth.internal.access.Accessors;
import dev.plinth.internal.access.Slot;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.PropertyModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How an object with nested embeddables is taken apart into slots and put together again. The slots are the values of the
 * row, followed by one for each embeddable object and each association.
 */
final class Assembly {
    private final Class<?> type;
    private final @Nullable PropertyModel property;
    private final int slot;
    private final Accessor accessor;
    private final List<Assembly> embedded;
    private final int[] columns;
    private final Map<PropertyModel, Integer> associations;

    private Assembly(
            Class<?> type,
            @Nullable PropertyModel property,
            int slot,
            Accessor accessor,
            List<Assembly> embedded,
            int[] columns,
            Map<PropertyModel, Integer> associations) {
        this.type = type;
        this.property = property;
        this.slot = slot;
        this.accessor = accessor;
        this.embedded = embedded;
        this.columns = columns;
        this.associations = associations;
    }

    /**
     * Plans the assembly of a class.
     *
     * @param type the class
     * @param properties its properties
     * @param next the next free slot; afterwards the number of slots
     */
    static Assembly of(Class<?> type, List<PropertyModel> properties, AtomicInteger next) {
        return of(type, null, -1, properties, next);
    }

    private static Assembly of(
            Class<?> type,
            @Nullable PropertyModel owner,
            int slot,
            List<PropertyModel> properties,
            AtomicInteger next) {
        List<Slot> slots = new ArrayList<>();
        List<Assembly> embedded = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        Map<PropertyModel, Integer> associations = new HashMap<>();
        for (PropertyModel property : properties) {
            int position;
            if (property instanceof PropertyModel.Basic basic) {
                position = basic.column().position();
                columns.add(position);
            } else if (property instanceof PropertyModel.Elements elements) {
                position = elements.collection().position();
            } else if (property instanceof PropertyModel.Association) {
                position = next.getAndIncrement();
                associations.put(property, position);
            } else {
                PropertyModel.Embedded nested = (PropertyModel.Embedded) property;
                position = next.getAndIncrement();
                Assembly assembly = of(nested.type(), nested, position, nested.properties(), next);
                embedded.add(assembly);
                for (int column : assembly.columns) {
                    columns.add(column);
                }
            }
            slots.add(new Slot(property.field(), position));
        }
        return new Assembly(
                type,
                owner,
                slot,
                Accessors.generate(type, slots),
                List.copyOf(embedded),
                columns.stream().mapToInt(Integer::intValue).toArray(),
                Map.copyOf(associations));
    }

    /** Takes an object apart. */
    void read(Object target, @Nullable Object[] slots) {
        accessor.read(target, slots);
        for (Assembly nested : embedded) {
            Object value = slots[nested.slot];
            if (value != null) {
                nested.read(value, slots);
            }
        }
    }

    /** Makes a new object of the slots. */
    Object create(@Nullable Object[] slots) {
        buildEmbedded(slots);
        Object target = accessor.create(slots);
        if (!type.isRecord()) {
            accessor.write(target, slots);
        }
        return target;
    }

    /** Overwrites an object with the slots. */
    void write(Object target, @Nullable Object[] slots) {
        buildEmbedded(slots);
        accessor.write(target, slots);
    }

    /** The slot of a property of the class itself. */
    int slotOf(PropertyModel property) {
        if (property instanceof PropertyModel.Basic basic) {
            return basic.column().position();
        } else if (property instanceof PropertyModel.Elements elements) {
            return elements.collection().position();
        } else if (property instanceof PropertyModel.Association) {
            return java.util.Objects.requireNonNull(associations.get(property));
        }
        return embedded.stream()
                .filter(nested -> nested.property == property)
                .findFirst()
                .orElseThrow()
                .slot;
    }

    void buildEmbedded(@Nullable Object[] slots) {
        for (Assembly nested : embedded) {
            slots[nested.slot] = nested.isNull(slots) ? null : nested.create(slots);
        }
    }

    private boolean isNull(@Nullable Object[] slots) {
        for (int column : columns) {
            if (slots[column] != null) {
                return false;
            }
        }
        return true;
    }

    /** The columns of a property list, nested ones included. */
    static List<ColumnModel> columns(List<PropertyModel> properties) {
        List<ColumnModel> columns = new ArrayList<>();
        for (PropertyModel property : properties) {
            if (property instanceof PropertyModel.Basic basic) {
                columns.add(basic.column());
            } else if (property instanceof PropertyModel.Embedded nested) {
                columns.addAll(columns(nested.properties()));
            }
        }
        return columns;
    }
}
