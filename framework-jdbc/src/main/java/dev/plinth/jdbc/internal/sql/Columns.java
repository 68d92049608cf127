package dev.plinth.jdbc.internal.sql;

import dev.plinth.error.Problem;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jooq.Field;

/** The columns of a table: one for each of the model, and one for an offset where the engine's type forgets it. */
public final class Columns {
    private Columns() {}

    /** The name of the column that keeps the offset of another column's date-times, in seconds. */
    public static String offsetOf(ColumnModel column) {
        return ConstraintNames.of(column.name(), "offset");
    }

    /**
     * The columns that are called as the one of a column's offset.
     *
     * @param same whether two names are the same column on the engine
     */
    public static List<Problem> offsetClashes(
            EntityModel entity, ColumnModel column, List<ColumnModel> columns, BiPredicate<String, String> same) {
        String offset = offsetOf(column);
        return columns.stream()
                .filter(other -> same.test(other.name(), offset))
                .map(other -> new Problem(
                        entity.type().getName(),
                        other.path(),
                        "The column name '" + offset + "' is the one that Plinth gives to the offset of '"
                                + column.path() + "'",
                        "Give one of the columns another name"))
                .toList();
    }

    static List<Field<Object>> of(
            List<ColumnModel> columns, List<Codec> codecs, Function<String, Field<Object>> byName) {
        List<Field<Object>> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            fields.add(byName.apply(columns.get(i).name()));
            if (codecs.get(i).offset() != null) {
                fields.add(byName.apply(offsetOf(columns.get(i))));
            }
        }
        return fields;
    }
}
