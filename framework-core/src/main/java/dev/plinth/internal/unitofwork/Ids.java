package dev.plinth.internal.unitofwork;

import dev.plinth.backend.StoreSession;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.ValueType;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives new objects their ids. */
final class Ids {
    private final Runtime runtime;
    private final Supplier<StoreSession> session;

    Ids(Runtime runtime, Supplier<StoreSession> session) {
        this.runtime = runtime;
        this.session = session;
    }

    /**
     * Whether an object has no id yet.
     *
     * @param row the object's row
     * @return true where a generated id is null, or zero in a primitive
     */
    static boolean isUnset(EntityModel entity, @Nullable Object[] row) {
        if (entity.id().generation() instanceof Generation.Assigned) {
            return false;
        }
        ColumnModel column = entity.id().columns().get(0);
        Object value = row[column.position()];
        return value == null
                || column.domainType().isPrimitive() && value instanceof Number number && number.longValue() == 0;
    }

    /**
     * Sets the id of a new row, unless the application or the database does.
     *
     * @param row the row, which gets the id
     * @return whether an id was set
     */
    boolean generate(EntityModel entity, @Nullable Object[] row) {
        Generation generation = entity.id().generation();
        ColumnModel column = entity.id().columns().get(0);
        boolean unset = isUnset(entity, row);
        if (generation instanceof Generation.Identity) {
            if (!unset) {
                throw new EntityStateException(
                        ErrorCode.ENTITY_ID,
                        "a new '" + entity.name() + "' has the id " + row[column.position()]
                                + ", but its ids are set by the database. Leave the id unset to insert, or use update(...)",
                        null);
            }
            row[column.position()] = null;
            return false;
        } else if (!unset) {
            requireComplete(entity, row);
            return false;
        } else if (generation instanceof Generation.Sequence sequence) {
            row[column.position()] = number(
                    column,
                    runtime.sequences().next(sequence, s -> session.get().nextBlock(s)));
            return true;
        }
        if (generation instanceof Generation.ByDriver byDriver) {
            row[column.position()] = byDriver.next().get();
            return true;
        }
        Object uuid = runtime.uuids().next();
        row[column.position()] = column.type() == ValueType.STRING ? uuid.toString() : uuid;
        return true;
    }

    private static Object number(ColumnModel column, long value) {
        try {
            return switch (column.type()) {
                case BYTE -> (Object) (byte) exact(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
                case SHORT -> (short) exact(value, Short.MIN_VALUE, Short.MAX_VALUE);
                case INT -> Math.toIntExact(value);
                default -> value;
            };
        } catch (ArithmeticException e) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_ID,
                    "the next id of the sequence is " + value + ", which '" + column.path() + "' ("
                            + column.domainType().getSimpleName() + ") cannot hold. Use a long",
                    e);
        }
    }

    private static long exact(long value, long least, long greatest) {
        if (value < least || value > greatest) {
            throw new ArithmeticException("overflow");
        }
        return value;
    }

    private static void requireComplete(EntityModel entity, @Nullable Object[] row) {
        for (ColumnModel column : entity.id().columns()) {
            if (row[column.position()] == null) {
                throw incomplete(entity, row);
            }
        }
    }

    static EntityStateException incomplete(EntityModel entity, @Nullable Object[] row) {
        String missing = entity.id().columns().stream()
                .filter(column -> row[column.position()] == null)
                .map(column -> "'" + column.path() + "'")
                .collect(Collectors.joining(" and "));
        return new EntityStateException(
                ErrorCode.ENTITY_ID,
                "a '" + entity.name() + "' without an id: " + missing
                        + " is null. Set it before, or let it be generated with @GeneratedValue",
                null);
    }
}
