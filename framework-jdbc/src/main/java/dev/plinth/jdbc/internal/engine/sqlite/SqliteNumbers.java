package dev.plinth.jdbc.internal.engine.sqlite;

import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.jdbc.internal.type.Codecs;
import dev.plinth.model.ValueType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of SQLite, whose columns take values of any type: one that another program has left there is read where it
 * is that number, and refused where the driver would make zero of it or cut it.
 */
final class SqliteNumbers {
    private SqliteNumbers() {}

    static Codec codec(ValueType type) {
        Codec plain = Codecs.of(type);
        return new Codec(Types.NUMERIC, plain::set, (result, index) -> read(type, result, index));
    }

    private static @Nullable Object read(ValueType type, ResultSet result, int index) throws SQLException {
        Object found = result.getObject(index);
        if (found == null) {
            return null;
        }
        try {
            if (type == ValueType.DOUBLE || type == ValueType.FLOAT) {
                return inexact(type, found);
            }
            long whole = found instanceof Integer || found instanceof Long
                    ? ((Number) found).longValue()
                    : new BigDecimal(found.toString()).longValueExact();
            return whole(type, whole);
        } catch (ArithmeticException | NumberFormatException e) {
            throw SqliteValues.unreadable();
        }
    }

    private static Object inexact(ValueType type, Object found) {
        double value = found instanceof Number number ? number.doubleValue() : Double.parseDouble(found.toString());
        return type == ValueType.DOUBLE ? (Object) value : (Object) (float) value;
    }

    private static Object whole(ValueType type, long value) throws SQLException {
        if (type == ValueType.LONG) {
            return value;
        } else if (type == ValueType.BOOLEAN) {
            if (value != 0 && value != 1) {
                throw SqliteValues.unreadable();
            }
            return value == 1;
        }
        int number = Math.toIntExact(value);
        if (type == ValueType.INT) {
            return number;
        } else if (type == ValueType.YEAR) {
            return Year.of(number);
        } else if (type == ValueType.SHORT && number == (short) number) {
            return (short) number;
        } else if (type == ValueType.BYTE && number == (byte) number) {
            return (byte) number;
        }
        throw SqliteValues.unreadable();
    }
}
