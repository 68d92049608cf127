package dev.plinth.internal.metadata;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.model.ValueConverter;
import java.util.Arrays;

/** Stores an enum by its constants' names or by their places. */
sealed interface EnumConverter extends ValueConverter {
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
            throw unknown(type, "a name that none of its constants has: " + Arrays.toString(type.getEnumConstants()));
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
