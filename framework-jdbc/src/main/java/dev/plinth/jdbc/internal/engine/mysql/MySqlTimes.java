package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.backend.Store.ValueCheck;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.jdbc.internal.type.Exact;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times, from the year 1 to 9999. All are of types that know no time zone, and instants are in UTC, so that the
 * session's time zone means nothing.
 */
final class MySqlTimes {
    private static final LocalDateTime FIRST = LocalDateTime.of(1, 1, 1, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000);

    static final Codec DATE = new Codec(Types.DATE, PreparedStatement::setObject, MySqlTimes::date);
    static final Codec DATE_TIME = new Codec(Types.TIMESTAMP, PreparedStatement::setObject, MySqlTimes::dateTime);

    // a time may be negative and have hundreds of hours, of which a driver makes another
    static final Codec TIME = new Codec(Types.TIME, PreparedStatement::setObject, MySqlTimes::time);

    static final Codec INSTANT = new Codec(
            Types.TIMESTAMP,
            (s, i, v) -> s.setObject(i, LocalDateTime.ofInstant((Instant) v, ZoneOffset.UTC)),
            MySqlTimes::instant);

    // where another program has left the offset null it is UTC
    static final Codec OFFSET_DATE_TIME = Codec.withOffset(
            Types.TIMESTAMP,
            (s, i, v) -> s.setObject(i, LocalDateTime.ofInstant(((OffsetDateTime) v).toInstant(), ZoneOffset.UTC)),
            MySqlTimes::offsetDateTime,
            new Codec(
                    Types.INTEGER,
                    (s, i, v) -> s.setInt(i, ((OffsetDateTime) v).getOffset().getTotalSeconds()),
                    ResultSet::getInt));

    static final ValueCheck DATES =
            new Limits(LAST.toLocalDate(), v -> ((LocalDate) v).atStartOfDay().toInstant(ZoneOffset.UTC));
    static final ValueCheck DATE_TIMES = new Limits(LAST, v -> ((LocalDateTime) v).toInstant(ZoneOffset.UTC));
    static final ValueCheck INSTANTS = new Limits(LAST.toInstant(ZoneOffset.UTC), v -> (Instant) v);
    static final ValueCheck OFFSET_DATE_TIMES =
            new Limits(LAST.atOffset(ZoneOffset.UTC), v -> ((OffsetDateTime) v).toInstant());

    private MySqlTimes() {}

    private static @Nullable LocalDate date(ResultSet result, int index) throws SQLException {
        return given(result.getObject(index, LocalDate.class), result, index);
    }

    private static @Nullable LocalDateTime dateTime(ResultSet result, int index) throws SQLException {
        return given(result.getObject(index, LocalDateTime.class), result, index);
    }

    private static @Nullable LocalTime time(ResultSet result, int index) throws SQLException {
        String text = result.getString(index);
        return text == null ? null : LocalTime.parse(text);
    }

    // a driver makes null of 0000-00-00
    private static <T> @Nullable T given(@Nullable T value, ResultSet result, int index) throws SQLException {
        if (value == null && result.getBytes(index) != null) {
            throw Exact.unreadable();
        }
        return value;
    }

    private static @Nullable Object instant(ResultSet result, int index) throws SQLException {
        LocalDateTime time = dateTime(result, index);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Object offsetDateTime(ResultSet result, int index) throws SQLException {
        LocalDateTime time = dateTime(result, index);
        return time == null
                ? null
                : time.atOffset(ZoneOffset.UTC)
                        .withOffsetSameInstant(ZoneOffset.ofTotalSeconds(result.getInt(index + 1)));
    }

    /** The limits of a type of date or time: the last value, and how values are compared. */
    private record Limits(Object last, Function<Object, Instant> instant) implements ValueCheck {
        @Override
        public @Nullable String refusal(Object value) {
            return isEarly(value) || instant.apply(value).isAfter(LAST.toInstant(ZoneOffset.UTC))
                    ? "MySQL and MariaDB store no time before the year 1 and none after the year 9999"
                    : null;
        }

        @Override
        public @Nullable Object floor(Object value) {
            return isEarly(value) ? null : last;
        }

        private boolean isEarly(Object value) {
            return instant.apply(value).isBefore(FIRST.toInstant(ZoneOffset.UTC));
        }
    }
}
