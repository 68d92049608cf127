package dev.plinth.internal.mapper;

import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns whose values in the row differ from those in the object: converted ones, and bytes, which are copied. */
final class Conversions {
    private final ColumnModel[] columns;

    Conversions(List<ColumnModel> columns) {
        this.columns = columns.stream()
                .filter(c -> c.converter() != null || c.type() == ValueType.BYTES)
                .toArray(ColumnModel[]::new);
    }

    boolean isEmpty() {
        return columns.length == 0;
    }

    void toStored(@Nullable Object[] slots) {
        for (ColumnModel column : columns) {
            slots[column.position()] = copied(column.toStored(slots[column.position()]));
        }
    }

    void toDomain(@Nullable Object[] slots) {
        for (ColumnModel column : columns) {
            slots[column.position()] = column.toDomain(copied(slots[column.position()]));
        }
    }

    static @Nullable Object copied(@Nullable Object value) {
        return value instanceof byte[] bytes ? bytes.clone() : value;
    }
}
