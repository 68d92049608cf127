package dev.plinth.jdbc.internal.fit;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;

/**
 * The type of a live column.
 *
 * @param type one of {@link Types}
 * @param name the engine's name of the type
 * @param size the length of a text or of bytes, or the digits of a number; 0 where there is no limit
 * @param scale the digits after the point of a number
 */
public record Found(int type, String name, int size, int scale) {
    /** The type of a column of a result. */
    public static Found of(ResultSetMetaData result, int index) throws SQLException {
        return new Found(
                result.getColumnType(index),
                result.getColumnTypeName(index),
                result.getPrecision(index),
                result.getScale(index));
    }

    /** Whether it has the name, in capitals or not. */
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    boolean isText() {
        return switch (type) {
            case Types.CHAR,
                    Types.NCHAR,
                    Types.VARCHAR,
                    Types.NVARCHAR,
                    Types.LONGVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB -> true;
            default -> false;
        };
    }

    // some drivers say so of UUIDs
    boolean isBytes() {
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> !isNamed("uuid");
            default -> false;
        };
    }

    // some drivers say that a year is a date
    boolean isWhole() {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> true;
            default -> isYear();
        };
    }

    boolean isYear() {
        return name.regionMatches(true, 0, "year", 0, 4);
    }

    boolean isDecimal() {
        return type == Types.NUMERIC || type == Types.DECIMAL;
    }

    boolean isFloating() {
        return type == Types.REAL || type == Types.FLOAT || type == Types.DOUBLE;
    }

    boolean isTruth() {
        return type == Types.BOOLEAN || type == Types.BIT;
    }

    boolean isNumber() {
        return isWhole() || isDecimal() || isFloating();
    }

    boolean isDate() {
        return type == Types.DATE && !isYear();
    }

    boolean isTime() {
        return type == Types.TIME || type == Types.TIME_WITH_TIMEZONE;
    }

    boolean isDateTime() {
        return type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE;
    }

    boolean isOfTime() {
        return isDate() || isTime() || isDateTime();
    }

    // a zone shows in the code of the type, or (PostgreSQL) in its name only
    boolean isZoned() {
        return type == Types.TIMESTAMP_WITH_TIMEZONE
                || type == Types.TIME_WITH_TIMEZONE
                || isNamed("timestamptz")
                || isNamed("timetz");
    }
}
