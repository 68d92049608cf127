package dev.plinth.internal.policy;

import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Columns that inserts or updates leave to the database. A value that would be lost is refused, never dropped: only null,
 * or zero in a primitive, says nothing.
 */
public final class DatabaseValues {
    private DatabaseValues() {}

    /**
     * The columns that the database sets in an insert.
     *
     * @param entity the entity
     * @return the columns that are not insertable
     */
    public static List<ColumnModel> ofInsert(EntityModel entity) {
        return those(entity, column -> !column.insertable());
    }

    /**
     * The columns that the database may set in an update.
     *
     * @param entity the entity
     * @return the columns that are neither insertable nor updatable
     */
    public static List<ColumnModel> ofUpdate(EntityModel entity) {
        return those(entity, DatabaseValues::isDatabases);
    }

    // asked for each change, and most entities have none
    private static List<ColumnModel> those(EntityModel entity, Predicate<ColumnModel> which) {
        List<ColumnModel> found = List.of();
        for (ColumnModel column : entity.columns()) {
            if (which.test(column) && entity.has(column.position())) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(column);
            }
        }
        return found;
    }

    /**
     * Whether a column is the database's alone.
     *
     * @param column a column
     * @return true where neither inserts nor updates write it
     */
    public static boolean isDatabases(ColumnModel column) {
        return !column.insertable() && !column.updatable();
    }

    /**
     * Leaves columns out of an insert.
     *
     * @param entity the entity
     * @param row the new row, in which they become null
     * @param positions the positions that are written, from which they are taken
     * @throws EntityStateException where one of them has a value
     */
    public static void leaveOut(EntityModel entity, @Nullable Object[] row, BitSet positions) {
        for (ColumnModel column : ofInsert(entity)) {
            if (!isUnset(column, row[column.position()])) {
                throw new EntityStateException(
                        ErrorCode.NOT_WRITABLE,
                        "a new '" + entity.name() + "' has a value in '" + column.path() + "', but its column '"
                                + column.name() + "' is not insertable: the database sets it, and the value would be"
                                + " lost. Leave it null (zero in a primitive)",
                        null);
            }
            row[column.position()] = null;
            positions.clear(column.position());
        }
    }

    /**
     * Keeps columns as they are in an update.
     *
     * @param entity the entity
     * @param what the object, in words
     * @param before the row in the database
     * @param after the object's row, in which what it leaves to the database becomes what it was
     * @param positions the positions that differ, from which those are taken
     * @return the columns whose value on the object is not that of the row
     * @throws EntityStateException where a value was changed that an update does not write
     */
    public static List<ColumnModel> keep(
            EntityModel entity, Object what, @Nullable Object[] before, @Nullable Object[] after, BitSet positions) {
        List<ColumnModel> kept = List.of();
        for (ColumnModel column : entity.columns()) {
            int position = column.position();
            // a changed id is a mistake of its own
            if (column.updatable()
                    || !positions.get(position)
                    || entity.id().columns().contains(column)) {
                continue;
            } else if (!isDatabases(column) || !isUnset(column, after[position])) {
                throw new EntityStateException(
                        ErrorCode.NOT_WRITABLE,
                        "'" + column.path() + "' of '" + what + "' was changed, but its column '" + column.name()
                                + "' is not updatable. Leave it as it was"
                                + (isDatabases(column)
                                        ? " or null: the database sets it"
                                        : ", or let updates write it"),
                        null);
            }
            after[position] = before[position];
            positions.clear(position);
            kept = kept.isEmpty() ? new ArrayList<>() : kept;
            kept.add(column);
        }
        return kept;
    }

    private static boolean isUnset(ColumnModel column, @Nullable Object stored) {
        Object value = column.toDomain(stored);
        if (value == null || !column.domainType().isPrimitive()) {
            return value == null;
        }
        return value instanceof Number number ? number.doubleValue() == 0 : value.equals(false) || value.equals('\0');
    }
}
