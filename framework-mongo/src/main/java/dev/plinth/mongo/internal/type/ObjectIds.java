package dev.plinth.mongo.internal.type;

import dev.plinth.backend.DriverType;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueConverter;
import dev.plinth.model.ValueType;
import org.bson.types.ObjectId;

/** What {@link ObjectId} is to the model: text in rows, so that the core needs no driver, and itself in documents. */
public final class ObjectIds implements ValueConverter {
    private ObjectIds() {}

    /** The type for a store. New ones are made as the driver makes those of documents without an id. */
    public static DriverType type() {
        return new DriverType(ObjectId.class, ValueType.STRING, new ObjectIds(), () -> new ObjectId().toHexString());
    }

    /** Whether a column holds object ids. */
    public static boolean is(ColumnModel column) {
        return column.converter() instanceof ObjectIds;
    }

    @Override
    public Object toStored(Object value) {
        return ((ObjectId) value).toHexString();
    }

    @Override
    public Object toDomain(Object value) {
        return new ObjectId((String) value);
    }
}
