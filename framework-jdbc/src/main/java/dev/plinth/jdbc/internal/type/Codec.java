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

    /** Puts a codec together; {@code sqlType} is the one of {@link java.sql.Types} that a null is sent as. */
    public Codec(int sqlType, Setter setter, Getter getter) {
        this.sqlType = sqlType;
        this.setter = setter;
        this.getter = getter;
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
