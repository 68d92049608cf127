package dev.plinth.internal.mapper;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.PropertyModel;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps the ids of one entity: as the application knows them, as they are in an object, as they are in a row. */
final class IdMapper {
    private final EntityModel model;
    private final List<PropertyModel> properties;
    private final @Nullable Assembly assembly;
    private final Assembly reader;
    private final int slots;
    private final Conversions conversions;

    IdMapper(EntityModel model) {
        this.model = model;
        this.properties = idProperties(model);
        AtomicInteger next = new AtomicInteger(model.width());
        this.assembly = model.id().property() instanceof PropertyModel.Embedded embedded
                ? Assembly.of(embedded.type(), embedded.properties(), next)
                : null;
        this.reader = Assembly.of(model.type(), properties, next);
        this.slots = next.get();
        this.conversions = new Conversions(model.id().columns());
    }

    private static List<PropertyModel> idProperties(EntityModel model) {
        return model.properties().stream()
                .filter(property -> {
                    List<ColumnModel> columns = Assembly.columns(List.of(property));
                    return !columns.isEmpty() && model.id().columns().containsAll(columns);
                })
                .toList();
    }

    Set<String> names() {
        return properties.stream().map(PropertyModel::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The values of the id columns of an object, null where it has no id yet. */
    @Nullable
    Object[] values(Object entity) {
        @Nullable Object[] row = new Object[slots];
        reader.read(entity, row);
        conversions.toStored(row);
        boolean unset = isUnset(row);
        return model.id().columns().stream()
                .map(column -> unset ? null : row[column.position()])
                .toArray();
    }

    // an id that is generated and a primitive is zero until then
    private boolean isUnset(@Nullable Object[] row) {
        ColumnModel first = model.id().columns().get(0);
        return !(model.id().generation() instanceof Generation.Assigned)
                && first.domainType().isPrimitive()
                && row[first.position()] instanceof Number number
                && number.longValue() == 0;
    }

    /** Puts the id into an object and leaves everything else as it is. */
    void set(Object entity, EntityKey key) {
        @Nullable Object[] values = row(key);
        conversions.toDomain(values);
        reader.write(entity, values);
    }

    /** A row with nothing but the id. */
    @Nullable
    Object[] row(EntityKey key) {
        @Nullable Object[] row = new Object[slots];
        List<ColumnModel> columns = model.id().columns();
        for (int i = 0; i < columns.size(); i++) {
            row[columns.get(i).position()] = key.values().get(i);
        }
        return row;
    }

    /** The key of an id as the application passes it. */
    EntityKey toKey(@Nullable Object id) {
        if (id == null) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_NULL,
                    "the id of a '" + model.name() + "' is null. Give the id to look for",
                    null);
        }
        if (!model.id().type().isInstance(id)) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_TYPE,
                    "the id of '" + model.name() + "' is a " + model.id().type().getName() + ", but a "
                            + id.getClass().getName() + " was given",
                    null);
        }
        @Nullable Object[] row = new Object[slots];
        if (assembly != null) {
            assembly.read(id, row);
        } else {
            row[model.id().columns().get(0).position()] = id;
        }
        conversions.toStored(row);
        EntityKey key = keyOf(row);
        if (key == null) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_NULL,
                    "a part of the id of a '" + model.name() + "' is null. Give all parts",
                    null);
        }
        return key;
    }

    @Nullable
    EntityKey keyOf(@Nullable Object[] row) {
        for (ColumnModel column : model.id().columns()) {
            if (row[column.position()] == null) {
                return null;
            }
        }
        return EntityKey.of(model, row);
    }

    /** The id in a row, as the application knows it. */
    Object toId(@Nullable Object[] row) {
        @Nullable Object[] values = new Object[slots];
        for (ColumnModel column : model.id().columns()) {
            values[column.position()] = row[column.position()];
        }
        conversions.toDomain(values);
        ColumnModel first = model.id().columns().get(0);
        return assembly == null ? Objects.requireNonNull(values[first.position()]) : assembly.create(values);
    }
}
