package dev.plinth.internal.mapper;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for a row that no object can be made of. */
final class Unfit {
    private Unfit() {}

    static EntityMappingException row(EntityModel model, @Nullable Object[] row, RuntimeException cause) {
        List<String> nulls = new ArrayList<>();
        for (ColumnModel column : model.columns()) {
            if (row[column.position()] == null && column.domainType().isPrimitive()) {
                nulls.add(column.name() + " (property '" + column.path() + "', a " + column.domainType() + ")");
            }
        }
        model.collections().forEach(collection -> addNulls(row, collection, nulls));
        return new EntityMappingException(
                ErrorCode.MAPPING_FAILED,
                nulls.isEmpty()
                        ? "a row of '" + model.name() + "' could not be made into an object of "
                                + model.type().getName() + ": its constructor or a converter failed, see the cause"
                        : "a row of '" + model.name() + "' has null in " + String.join(", ", nulls)
                                + ". Use the boxed type, or put a value into the column",
                cause);
    }

    private static void addNulls(@Nullable Object[] row, CollectionModel collection, List<String> nulls) {
        if (!(row[collection.position()] instanceof List<?> elements)) {
            return;
        }
        for (ColumnModel column : collection.columns()) {
            if (column.domainType().isPrimitive()
                    && elements.stream().anyMatch(element -> ((Object[]) element)[column.position()] == null)) {
                nulls.add("an element's " + collection.name() + "." + column.name() + " (property '" + collection.path()
                        + "." + column.path() + "', a " + column.domainType() + ")");
            }
        }
    }
}
