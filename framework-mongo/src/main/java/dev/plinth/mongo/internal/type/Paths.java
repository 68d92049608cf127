package dev.plinth.mongo.internal.type;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;

/**
 * The rule for field names: sub-documents are named as the embedded properties, the field itself as its column. An
 * embeddable {@code address} with a {@code city} is {@code address.city}, and {@code address.town} where an
 * {@code AttributeOverride} calls the column {@code town}.
 */
final class Paths {
    static final String ID = "_id";

    private Paths() {}

    static String of(ColumnModel column) {
        return parents(column.path()) + column.name();
    }

    static String of(CollectionModel collection) {
        return parents(collection.path()) + collection.name();
    }

    private static String parents(String path) {
        return path.substring(0, path.lastIndexOf('.') + 1);
    }
}
