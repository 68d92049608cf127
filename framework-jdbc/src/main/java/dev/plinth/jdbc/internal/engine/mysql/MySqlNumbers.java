package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.jdbc.internal.type.Exact;
import dev.plinth.model.ColumnModel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Numbers: there is no infinity, and a literal of more digits than a column can have is rounded. */
final class MySqlNumbers {
    // the type FLOAT is shown with six digits, and compared with a decimal as another number
    static final Codec FLOAT =
            new Codec(Types.DOUBLE, (s, i, v) -> s.setDouble(i, ((Float) v).doubleValue()), MySqlNumbers::floating);

    static final Codec BOOLEAN =
            new Codec(Types.BOOLEAN, (s, i, v) -> s.setBoolean(i, (Boolean) v), MySqlNumbers::truth);

    static final ValueCheck FLOATS = new Finite(Float.MAX_VALUE);
    static final ValueCheck DOUBLES = new Finite(Double.MAX_VALUE);

    private MySqlNumbers() {}

    private static @Nullable Object floating(ResultSet result, int index) throws SQLException {
        double value = result.getDouble(index);
        return result.wasNull() ? null : (Object) Exact.narrow(value);
    }

    // the driver takes any number for true
    private static @Nullable Object truth(ResultSet result, int index) throws SQLException {
        int value = result.getInt(index);
        return result.wasNull() ? null : (Object) Exact.truth(value);
    }

    /** The limits of a decimal column. */
    static ValueCheck decimals(ColumnModel column) {
        BigDecimal greatest = BigDecimal.ONE
                .movePointRight(column.precision() - column.scale())
                .subtract(BigDecimal.ONE.movePointLeft(column.scale()));
        return new Digits(greatest, greatest);
    }

    /** The limits of a column of whole numbers. */
    static ValueCheck integers(ColumnModel column) {
        BigInteger greatest = BigInteger.TEN.pow(column.precision()).subtract(BigInteger.ONE);
        return new Digits(new BigDecimal(greatest), greatest);
    }

    private record Finite(Number greatest) implements ValueCheck {
        @Override
        public @Nullable String refusal(Object value) {
            return Double.isInfinite(((Number) value).doubleValue())
                    ? "MySQL and MariaDB have no infinity; use null"
                    : null;
        }

        @Override
        public @Nullable Object floor(Object value) {
            return ((Number) value).doubleValue() < 0 ? null : greatest;
        }
    }

    private record Digits(BigDecimal greatest, Object last) implements ValueCheck {
        @Override
        public @Nullable String refusal(Object value) {
            BigDecimal number = value instanceof BigInteger integer ? new BigDecimal(integer) : (BigDecimal) value;
            return number.abs().compareTo(greatest) > 0 ? "the number has more digits than the column" : null;
        }

        @Override
        public @Nullable Object floor(Object value) {
            int sign = value instanceof BigInteger integer ? integer.signum() : ((BigDecimal) value).signum();
            return sign < 0 ? null : last;
        }
    }
}
