package dev.plinth.jdbc.internal.engine.postgres;

import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.jdbc.internal.type.Exact;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Dates and date-times of PostgreSQL, from 4713 BC on. A value further away is never stored, and compared as the infinity
 * of its side: the driver takes the least and the greatest value of each Java class for the infinities.
 */
final class PostgresTimes {
    private static final LocalDate FIRST_DATE = LocalDate.of(-4712, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(5_874_897, 12, 31);
    private static final LocalDateTime FIRST_TIME = FIRST_DATE.atStartOfDay();
    private static final LocalDateTime LAST_TIME = LocalDate.of(294_276, 12, 31).atTime(LocalTime.MAX);
    private static final long FIRST_SECOND = FIRST_TIME.toEpochSecond(ZoneOffset.UTC);
    private static final long LAST_SECOND = LAST_TIME.toEpochSecond(ZoneOffset.UTC);

    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter();

    private static final DateTimeFormatter DATE_TEXT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 10, SignStyle.NEVER)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT);

    static final Codec DATE =
            new Codec(Types.DATE, (s, i, v) -> s.setObject(i, within((LocalDate) v)), PostgresTimes::date);
    static final Codec TIME = new Codec(Types.TIME, PreparedStatement::setObject, PostgresTimes::localTime);
    static final Codec DATE_TIME =
            new Codec(Types.TIMESTAMP, (s, i, v) -> s.setObject(i, within((LocalDateTime) v)), PostgresTimes::dateTime);
    static final Codec INSTANT =
            new Codec(Types.TIMESTAMP_WITH_TIMEZONE, PostgresTimes::setInstant, PostgresTimes::instant);
    static final Codec OFFSET_DATE_TIME = Codec.withOffset(
            Types.TIMESTAMP_WITH_TIMEZONE,
            PostgresTimes::setOffsetDateTime,
            PostgresTimes::offsetDateTime,
            new Codec(
                    Types.INTEGER,
                    (s, i, v) -> s.setInt(i, ((OffsetDateTime) v).getOffset().getTotalSeconds()),
                    ResultSet::getInt));

    private PostgresTimes() {}

    static @Nullable String dateRefusal(Object value) {
        return within((LocalDate) value) == value ? null : refusal("date", LAST_DATE);
    }

    static @Nullable String dateTimeRefusal(Object value) {
        return within((LocalDateTime) value) == value ? null : refusal("date-time", LAST_TIME.toLocalDate());
    }

    static @Nullable String instantRefusal(Object value) {
        long second = value instanceof OffsetDateTime time ? time.toEpochSecond() : ((Instant) value).getEpochSecond();
        return second >= FIRST_SECOND && second <= LAST_SECOND ? null : refusal("instant", LAST_TIME.toLocalDate());
    }

    private static String refusal(String what, LocalDate last) {
        return "PostgreSQL stores no " + what + " before " + FIRST_DATE + " and none after " + last;
    }

    /** A value as a text for the server, such as an element of an array is sent. */
    static String text(Object value) {
        if (value instanceof LocalDate date) {
            LocalDate within = within(date);
            boolean infinite = within.equals(LocalDate.MIN) || within.equals(LocalDate.MAX);
            return infinite ? infinity(within.getYear()) : text(within, "");
        } else if (value instanceof LocalDateTime time) {
            LocalDateTime within = within(time);
            boolean infinite = within.equals(LocalDateTime.MIN) || within.equals(LocalDateTime.MAX);
            return infinite ? infinity(within.getYear()) : text(within.toLocalDate(), " " + within.toLocalTime());
        } else if (value instanceof LocalTime) {
            return value.toString();
        }
        OffsetDateTime within = value instanceof OffsetDateTime time
                ? within(time.toEpochSecond(), time.getNano())
                : within(((Instant) value).getEpochSecond(), ((Instant) value).getNano());
        boolean infinite = within.equals(OffsetDateTime.MIN) || within.equals(OffsetDateTime.MAX);
        return infinite ? infinity(within.getYear()) : text(within.toLocalDate(), " " + within.toLocalTime() + "+00");
    }

    private static String text(LocalDate date, String time) {
        return DATE_TEXT.format(date) + time + (date.getYear() > 0 ? "" : " BC");
    }

    private static String infinity(int year) {
        return year < 0 ? "-infinity" : "infinity";
    }

    private static LocalDate within(LocalDate date) {
        if (date.isBefore(FIRST_DATE)) {
            return LocalDate.MIN;
        }
        return date.isAfter(LAST_DATE) ? LocalDate.MAX : date;
    }

    private static LocalDateTime within(LocalDateTime time) {
        if (time.isBefore(FIRST_TIME)) {
            return LocalDateTime.MIN;
        }
        return time.isAfter(LAST_TIME) ? LocalDateTime.MAX : time;
    }

    private static OffsetDateTime within(long second, int nano) {
        if (second < FIRST_SECOND) {
            return OffsetDateTime.MIN;
        }
        return second > LAST_SECOND
                ? OffsetDateTime.MAX
                : LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC).atOffset(ZoneOffset.UTC);
    }

    private static void setInstant(PreparedStatement statement, int index, Object value) throws SQLException {
        Instant instant = (Instant) value;
        statement.setObject(index, within(instant.getEpochSecond(), instant.getNano()));
    }

    private static void setOffsetDateTime(PreparedStatement statement, int index, Object value) throws SQLException {
        OffsetDateTime time = (OffsetDateTime) value;
        statement.setObject(index, within(time.toEpochSecond(), time.getNano()));
    }

    private static @Nullable Object date(ResultSet result, int index) throws SQLException {
        return read(result, index, LocalDate.class, LocalDate::parse);
    }

    // the driver makes this of 24:00, which is no time of a day; no other has so many digits
    private static @Nullable Object localTime(ResultSet result, int index) throws SQLException {
        LocalTime time = result.getObject(index, LocalTime.class);
        if (LocalTime.MAX.equals(time)) {
            throw Exact.unreadable();
        }
        return time;
    }

    private static @Nullable Object dateTime(ResultSet result, int index) throws SQLException {
        return read(result, index, LocalDateTime.class, LocalDateTime::parse);
    }

    private static @Nullable OffsetDateTime time(ResultSet result, int index) throws SQLException {
        return read(result, index, OffsetDateTime.class, text -> OffsetDateTime.parse(text, WITH_OFFSET));
    }

    private static @Nullable Object instant(ResultSet result, int index) throws SQLException {
        OffsetDateTime time = time(result, index);
        if (time == null) {
            return null;
        } else if (time.equals(OffsetDateTime.MIN)) {
            return Instant.MIN;
        }
        return time.equals(OffsetDateTime.MAX) ? Instant.MAX : time.toInstant();
    }

    // where another program has left the offset null it is UTC
    private static @Nullable Object offsetDateTime(ResultSet result, int index) throws SQLException {
        OffsetDateTime time = time(result, index);
        if (time == null || time.equals(OffsetDateTime.MIN) || time.equals(OffsetDateTime.MAX)) {
            return time;
        }
        return time.withOffsetSameInstant(ZoneOffset.ofTotalSeconds(result.getInt(index + 1)));
    }

    // the driver makes a date of this era out of the text before it looks at the era, which fails on the 29th of
    // February
    private static <T> @Nullable T read(ResultSet result, int index, Class<T> type, Function<String, T> parser)
            throws SQLException {
        try {
            return result.getObject(index, type);
        } catch (DateTimeException e) {
            return parser.apply(iso(result.getString(index)));
        }
    }

    // 0001-02-29 12:00:00+01 BC
    private static String iso(String text) {
        int end = text.indexOf('-');
        int year = 1 - Integer.parseInt(text.substring(0, end));
        String sign = year < 0 ? "-" : "";
        return sign
                + String.format("%04d", Math.abs(year))
                + text.substring(end).replace(" BC", "").replace(' ', 'T');
    }
}
