package dev.plinth.internal.mapper;

import dev.plinth.internal.access.Accessor;
import dev.plinth.internal.access.Accessors;
import dev.plinth.internal.access.Slot;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.PropertyModel;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The fields that are set after a write: ids and versions, and what the database has set or truncated. */
final class Setters {
    private Setters() {}

    // for each column that may be set after a write: sets the field of the entity that it is in
    static @Nullable Accessor[] of(EntityModel model, Assembly assembly) {
        @Nullable Accessor[] setters = new Accessor[model.width()];
        if (!model.isRecord()) {
            for (PropertyModel property : model.properties()) {
                int slot = assembly.slotOf(property);
                setAfterWrite(model, property)
                        .forEach(position -> setters[position] =
                                Accessors.generate(model.type(), List.of(new Slot(property.field(), slot))));
            }
        }
        return setters;
    }

    private static IntStream setAfterWrite(EntityModel model, PropertyModel property) {
        return property instanceof PropertyModel.Elements elements
                ? IntStream.of(elements.collection().position()).filter(i -> isSetAfterWrite(elements.collection()))
                : Assembly.columns(List.of(property)).stream()
                        .filter(column -> isSetAfterWrite(model, column))
                        .mapToInt(ColumnModel::position);
    }

    // times are truncated, and what differs in the digits that a column does not have is one element of a set
    private static boolean isSetAfterWrite(CollectionModel collection) {
        boolean set = collection.kind() != CollectionModel.Kind.LIST;
        return collection.columns().stream().map(ColumnModel::type).anyMatch(type -> switch (type) {
            case DECIMAL, DOUBLE, FLOAT -> set;
            default -> type.isTemporal();
        });
    }

    private static boolean isSetAfterWrite(EntityModel model, ColumnModel column) {
        return column == model.version()
                || model.id().columns().contains(column)
                || column.type().isTemporal()
                || !column.insertable();
    }
}
