package dev.plinth.internal.metadata;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.model.ColumnCheck;
import dev.plinth.model.ValueConverter;
import java.util.Arrays;
import java.util.List;

/** Stores an enum by its constants' names or by their places. */
sealed interface EnumConverter extends ValueConverter {
    /** The enum. */
    Class<?> type();

    /** The values that are stored. An enum with no constants has none, and its column stays null. */
    default List<ColumnCheck> checks() {
        Object[] constants = type().getEnumConstants();
        return constants.length == 0
                ? List.of()
                : List.of(new ColumnCheck.OneOf(
                        Arrays.stream(constants).map(this::toStored).toList()));
    }

    /** By name. */
    record ByName(Class<?> type) implements EnumConverter {
        @Override
        public Object toStored(Object value) {
            return ((Enum<?>) value).name();
        }

        @Override
        public Object toDomain(Object value) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(value)) {
                    return constant;
                }
            }
            throw unknown(
                    type,
                    "a name that none of its constants has: "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(this::toStored)
                                    .toList());
        }
    }

    /** By place. */
    record ByOrdinal(Class<?> type) implements EnumConverter {
        @Override
        public Object toStored(Object value) {
            return ((Enum<?>) value).ordinal();
        }

        @Override
        public Object toDomain(Object value) {
            Object[] constants = type.getEnumConstants();
            int ordinal = (Integer) value;
            if (ordinal < 0 || ordinal >= constants.length) {
                throw unknown(type, "a number that none of its " + constants.length + " constants has");
            }
            return constants[ordinal];
        }
    }

    private static EntityMappingException unknown(Class<?> type, String what) {
        return new EntityMappingException(
                ErrorCode.MAPPING_FAILED,
                "a stored value of the enum '" + type.getName() + "' is " + what
                        + ". Add the constant that the rows were written with, or change those rows",
                null);
    }
}
