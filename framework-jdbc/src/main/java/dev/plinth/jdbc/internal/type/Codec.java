package dev.plinth.jdbc.internal.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Moves the values of one column into statements and out of results. Thread-safe. */
public final class Codec {
    /** Sets a value that is not null. */
    @FunctionalInterface
    public interface Setter {
        void set(PreparedStatement statement, int index, Object value) throws SQLException;
    }

    /** Reads a value, or null. */
    @FunctionalInterface
    public interface Getter {
        @Nullable
        Object get(ResultSet result, int index) throws SQLException;
    }

    private final int sqlType;
    private final Setter setter;
    private final Getter getter;
    private final @Nullable Codec offset;

    /** Puts a codec together; {@code sqlType} is the one of {@link java.sql.Types} that a null is sent as. */
    public Codec(int sqlType, Setter setter, Getter getter) {
        this(sqlType, setter, getter, null);
    }

    private Codec(int sqlType, Setter setter, Getter getter, @Nullable Codec offset) {
        this.sqlType = sqlType;
        this.setter = setter;
        this.getter = getter;
        this.offset = offset;
    }

    /**
     * A codec for date-times on an engine whose type forgets the offset: a column for the instant, by which values are
     * compared, and one right after it for the offset. The setter sets the first, the getter reads both.
     */
    public static Codec withOffset(int sqlType, Setter setter, Getter getter, Codec offset) {
        return new Codec(sqlType, setter, getter, offset);
    }

    /** A codec that reads values in another way, and sends them in the same. */
    public Codec readBy(Getter other) {
        return new Codec(sqlType, setter, other, offset);
    }

    /** How the same value is written to the column of its offset; null where a value takes one column. */
    public @Nullable Codec offset() {
        return offset;
    }

    /** The number of columns that a value takes. */
    public int width() {
        return offset == null ? 1 : 2;
    }

    /** Sets a value or null. */
    public void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, sqlType);
        } else {
            setter.set(statement, index, value);
        }
    }

    /** Reads a value, or null. */
    public @Nullable Object get(ResultSet result, int index) throws SQLException {
        return getter.get(result, index);
    }
}
