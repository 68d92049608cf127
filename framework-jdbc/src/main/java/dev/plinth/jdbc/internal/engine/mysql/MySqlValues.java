package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.jdbc.internal.type.Codecs;
import dev.plinth.model.ColumnModel;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The values of MySQL and MariaDB. */
final class MySqlValues {
    /** The bytes of a character, as the engines count them. */
    private static final int BYTES_PER_CHARACTER = 4;

    /** An index holds no more bytes of a column, two of which tell its length; a longer text is kept apart from the row. */
    private static final int LARGEST_INDEXED = 3_070;

    // UUIDs order as bytes, which the type UUID of MariaDB does not
    private static final Codec UUID_BYTES =
            new Codec(Types.BINARY, (s, i, v) -> s.setBytes(i, bytes((UUID) v)), MySqlValues::uuid);

    private MySqlValues() {}

    static Codec codec(ColumnModel column) {
        return switch (column.type()) {
            case BOOLEAN -> MySqlNumbers.BOOLEAN;
            case FLOAT -> MySqlNumbers.FLOAT;
            case LOCAL_DATE -> MySqlTimes.DATE;
            case LOCAL_TIME -> MySqlTimes.TIME;
            case LOCAL_DATE_TIME -> MySqlTimes.DATE_TIME;
            case UUID -> UUID_BYTES;
            case INSTANT -> MySqlTimes.INSTANT;
            case OFFSET_DATE_TIME -> MySqlTimes.OFFSET_DATE_TIME;
            default -> Codecs.of(column.type());
        };
    }

    static DataType<?> dataType(ColumnModel column, SQLDialect dialect, String collation) {
        return switch (column.type()) {
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case BYTE -> SQLDataType.TINYINT;
            case SHORT -> SQLDataType.SMALLINT;
            case INT, YEAR -> SQLDataType.INTEGER;
            case LONG -> SQLDataType.BIGINT;
            case FLOAT, DOUBLE -> SQLDataType.DOUBLE;
            case CHAR -> SQLDataType.VARCHAR(1).collation(DSL.collation(collation));
            case STRING, URI ->
                (isLarge(column) ? SQLDataType.CLOB : SQLDataType.VARCHAR(column.length()))
                        .collation(DSL.collation(collation));
            // MySQL's own makes doubles of decimals, MariaDB's ends 32 levels deep
            case JSON -> SQLDataType.CLOB.collation(DSL.collation(collation));
            case BYTES -> isLarge(column) ? SQLDataType.BLOB : SQLDataType.VARBINARY(column.length());
            case DECIMAL -> SQLDataType.NUMERIC(column.precision(), column.scale());
            case BIG_INTEGER -> SQLDataType.NUMERIC(column.precision(), 0);
            case DURATION -> SQLDataType.NUMERIC(28, 9);
            case UUID -> SQLDataType.BINARY(16);
            case LOCAL_DATE -> SQLDataType.LOCALDATE;
            case LOCAL_TIME -> SQLDataType.LOCALTIME(6);
            case LOCAL_DATE_TIME, INSTANT, OFFSET_DATE_TIME -> dateTime(dialect);
        };
    }

    // jOOQ's own is called timestamp, a type that ends in 2038 and is converted by the session's time zone
    private static DataType<LocalDateTime> dateTime(SQLDialect dialect) {
        return new DefaultDataType<>(dialect, SQLDataType.LOCALDATETIME(6), "datetime", "datetime").precision(6);
    }

    /** Whether the column's type is one without a length, whose values are kept apart from the row. */
    static boolean isLarge(ColumnModel column) {
        return switch (column.type()) {
            case STRING, URI -> (long) column.length() * BYTES_PER_CHARACTER > LARGEST_INDEXED;
            case BYTES -> column.length() > LARGEST_INDEXED;
            default -> false;
        };
    }

    /** The most bytes that a value takes in a row or an index, a little more rather than less. */
    static long bytes(ColumnModel column) {
        return switch (column.type()) {
            case STRING, URI -> isLarge(column) ? 12 : (long) column.length() * BYTES_PER_CHARACTER + 2;
            case BYTES -> isLarge(column) ? 12 : column.length() + 2L;
            case DECIMAL, BIG_INTEGER -> column.precision() / 2 + 2L;
            default -> 18;
        };
    }

    static @Nullable ValueCheck check(ColumnModel column) {
        return switch (column.type()) {
            case FLOAT -> MySqlNumbers.FLOATS;
            case DOUBLE -> MySqlNumbers.DOUBLES;
            case DECIMAL -> MySqlNumbers.decimals(column);
            case BIG_INTEGER -> MySqlNumbers.integers(column);
            case LOCAL_DATE -> MySqlTimes.DATES;
            case LOCAL_DATE_TIME -> MySqlTimes.DATE_TIMES;
            case INSTANT -> MySqlTimes.INSTANTS;
            case OFFSET_DATE_TIME -> MySqlTimes.OFFSET_DATE_TIMES;
            default -> null;
        };
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static @Nullable Object uuid(ResultSet result, int index) throws SQLException {
        byte[] bytes = result.getBytes(index);
        if (bytes == null) {
            return null;
        } else if (bytes.length != 16) {
            throw new SQLDataException("a column of UUIDs has a value that is not 16 bytes", "22018");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
