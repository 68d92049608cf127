package dev.plinth.mapping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.EnumType;
import org.jspecify.annotations.Nullable;

/** Says in code how a value is stored. What is not said is as with {@link jakarta.persistence.Column}. */
public final class ColumnMapping {
    private @Nullable String name;
    private boolean nullable = true;
    private boolean unique;
    private boolean large;
    private int length = Declaration.Column.DEFAULT_LENGTH;
    private int precision;
    private int scale;
    private int secondPrecision = -1;
    private boolean insertable = true;
    private boolean updatable = true;
    private @Nullable EnumType enums;
    private Declaration.@Nullable Conversion converter;

    ColumnMapping() {}

    /**
     * Names the column.
     *
     * @param name the name, written without quotes
     * @return this
     */
    public ColumnMapping name(String name) {
        this.name = name;
        return this;
    }

    /**
     * Refuses null.
     *
     * @return this
     */
    public ColumnMapping notNull() {
        nullable = false;
        return this;
    }

    /**
     * Lets each value occur at most once among the rows that are not soft-deleted.
     *
     * @return this
     */
    public ColumnMapping unique() {
        unique = true;
        return this;
    }

    /**
     * Limits a text (in UTF-16 code units) or bytes. The default is 255.
     *
     * @param length the greatest length
     * @return this
     */
    public ColumnMapping length(int length) {
        this.length = length;
        return this;
    }

    /**
     * Takes a text or bytes of any length.
     *
     * @return this
     */
    public ColumnMapping large() {
        large = true;
        return this;
    }

    /**
     * Sets the digits of a {@code BigDecimal}. The default is 38 digits, 2 of them after the point.
     *
     * @param precision the number of digits
     * @param scale how many of them stand after the point
     * @return this
     */
    public ColumnMapping precision(int precision, int scale) {
        this.precision = precision;
        this.scale = scale;
        return this;
    }

    /**
     * Sets the digits of a {@code BigInteger}. The default is 38.
     *
     * @param precision the number of digits
     * @return this
     */
    public ColumnMapping precision(int precision) {
        return precision(precision, 0);
    }

    /**
     * Demands a precision of a time. The default is the database's own.
     *
     * @param digits the number of digits after the second's point
     * @return this
     */
    public ColumnMapping secondPrecision(int digits) {
        secondPrecision = digits;
        return this;
    }

    /**
     * Says how an enum is stored. The default is by number, as with {@link jakarta.persistence.Enumerated}.
     *
     * @param enums by number or by name
     * @return this
     */
    public ColumnMapping enumerated(EnumType enums) {
        this.enums = enums;
        return this;
    }

    /**
     * Converts the value. The converter is not asked about null.
     *
     * @param converter a thread-safe converter
     * @return this
     */
    public ColumnMapping convert(AttributeConverter<?, ?> converter) {
        this.converter = new Declaration.Conversion(converter.getClass(), converter);
        return this;
    }

    /**
     * Converts the value. The converter is not asked about null.
     *
     * @param converter a class with a constructor without arguments, of which one object is made; thread-safe
     * @return this
     */
    public ColumnMapping convert(Class<? extends AttributeConverter<?, ?>> converter) {
        this.converter = new Declaration.Conversion(converter, null);
        return this;
    }

    /**
     * Leaves the column out of inserts: the database sets it, and Plinth reads it back.
     *
     * @return this
     */
    public ColumnMapping notInsertable() {
        insertable = false;
        return this;
    }

    /**
     * Leaves the column out of updates. A changed value is refused.
     *
     * @return this
     */
    public ColumnMapping notUpdatable() {
        updatable = false;
        return this;
    }

    /**
     * Stores the value as JSON, as {@link Json} does.
     *
     * @return this
     */
    public ColumnMapping json() {
        converter = Declaration.Conversion.JSON;
        return this;
    }

    Declaration.Value declaration() {
        return new Declaration.Value(
                new Declaration.Column(
                        name, nullable, unique, length, precision, scale, secondPrecision, insertable, updatable),
                false,
                large,
                enums,
                converter);
    }
}
