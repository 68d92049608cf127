package dev.plinth.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The kinds of value that a column holds. In a row, a value is an instance of {@link #javaType()} or null. */
public enum ValueType {
    /** True or false. */
    BOOLEAN(Boolean.class),
    /** 8 bits, signed. */
    BYTE(Byte.class),
    /** 16 bits, signed. */
    SHORT(Short.class),
    /** 32 bits, signed. */
    INT(Integer.class),
    /** 64 bits, signed. */
    LONG(Long.class),
    /** 32 bits, binary floating point; NaN is refused and -0.0 equals 0.0. */
    FLOAT(Float.class),
    /** 64 bits, binary floating point; NaN is refused and -0.0 equals 0.0. */
    DOUBLE(Double.class),
    /** One UTF-16 code unit that is a character by itself. */
    CHAR(Character.class),
    /** Text, compared by case and ordered by code point. Half of a surrogate pair is refused before a backend sees it. */
    STRING(String.class),
    /** A decimal number of a fixed precision and scale. */
    DECIMAL(BigDecimal.class),
    /** A whole number of up to the column's precision in digits. */
    BIG_INTEGER(BigInteger.class),
    /** A UUID, ordered as 16 unsigned bytes. */
    UUID(UUID.class),
    /** Bytes; equality only. */
    BYTES(byte[].class),
    /** A date without a time zone. */
    LOCAL_DATE(LocalDate.class),
    /** A time of day. */
    LOCAL_TIME(LocalTime.class),
    /** A date and time without a time zone. */
    LOCAL_DATE_TIME(LocalDateTime.class),
    /** A point on the time line. */
    INSTANT(Instant.class),
    /** A point on the time line with its offset from UTC; compared and ordered by the point on the time line. */
    OFFSET_DATE_TIME(OffsetDateTime.class),
    /** An amount of time, to the nanosecond. */
    DURATION(Duration.class),
    /** A year. */
    YEAR(Year.class),
    /** A URI; equality only. */
    URI(URI.class),
    /** An object or array of JSON; compared with nothing but null. */
    JSON(JsonValue.class);

    private final Class<?> javaType;

    ValueType(Class<?> javaType) {
        this.javaType = javaType;
    }

    /**
     * The class of the values.
     *
     * @return the (boxed) class
     */
    public Class<?> javaType() {
        return javaType;
    }

    /**
     * Whether values of this type have an order.
     *
     * @return false where only equality is defined
     */
    public boolean isOrdered() {
        return this != BYTES && this != URI && this != JSON;
    }

    /**
     * Whether values of this type carry fractions of a second that a backend may truncate.
     *
     * @return true for times, date-times and instants
     */
    public boolean isTemporal() {
        return this == LOCAL_TIME || this == LOCAL_DATE_TIME || this == INSTANT || this == OFFSET_DATE_TIME;
    }

    /**
     * Finds the type of a Java class. JSON is none: it is made of values of any class.
     *
     * @param type a class, primitive or boxed
     * @return the value type, or empty where the class is not a basic type
     */
    public static Optional<ValueType> of(Class<?> type) {
        Class<?> boxed = java.lang.invoke.MethodType.methodType(type).wrap().returnType();
        return Arrays.stream(values())
                .filter(v -> v.javaType == boxed && v != JSON)
                .findFirst();
    }
}
