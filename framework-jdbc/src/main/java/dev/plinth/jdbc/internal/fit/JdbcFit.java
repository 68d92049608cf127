package dev.plinth.jdbc.internal.fit;

import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.jdbc.internal.type.Exact;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** By the types that JDBC tells: for engines that have one type for each column. */
public final class JdbcFit implements ColumnFit {
    private static final String CONVERTER = ". Map the property with a converter from the type that the column has";

    private static final String NO_TIME_OF_DAY = "which has no time of the day. Map the property as a LocalDate";

    private final boolean zones;
    private final boolean textsOfUuids;
    private final WriteChecks checks;

    /**
     * The rules of an engine.
     *
     * @param zones whether it has times with a zone, in which instants are stored
     * @param textsOfUuids whether it takes a UUID for its text, in a column of texts and in comparisons with one
     * @param shortFloats whether it shows numbers of 32 bits with six digits
     */
    public JdbcFit(boolean zones, boolean textsOfUuids, boolean shortFloats) {
        this.zones = zones;
        this.textsOfUuids = textsOfUuids;
        this.checks = new WriteChecks(shortFloats);
    }

    @Override
    public @Nullable String refusal(ColumnModel column, Found found) {
        return switch (column.type()) {
            case INSTANT, OFFSET_DATE_TIME ->
                zones ? withoutZone(found) : found.isDate() ? NO_TIME_OF_DAY : notADateTime(found);
            case LOCAL_DATE, LOCAL_DATE_TIME -> found.isZoned() ? zoned() : notADateTime(found);
            case LOCAL_TIME ->
                found.isZoned() ? zoned() : found.isDate() || found.isDateTime() ? notATime() : notOfTime(found);
            case UUID -> found.isText() && !textsOfUuids ? "which has texts" + CONVERTER : null;
            case BYTES -> found.isText() ? "which has texts" + CONVERTER : null;
            case BOOLEAN, BYTE, SHORT, INT, LONG, YEAR, FLOAT, DOUBLE, DECIMAL, BIG_INTEGER, DURATION ->
                found.isOfTime() ? "which has no numbers" + CONVERTER : null;
            default -> null;
        };
    }

    private static @Nullable String withoutZone(Found found) {
        boolean plain = found.type() == Types.DATE || found.type() == Types.TIMESTAMP && !found.isZoned();
        return plain
                ? "which has no time zone. Map the property as a LocalDateTime, convert it from one by the zone that the"
                        + " times are in, or give the column a zone"
                : null;
    }

    private static String zoned() {
        return "which has a time zone, so that each session would read another value. Map the property as an Instant or"
                + " OffsetDateTime";
    }

    private static @Nullable String notADateTime(Found found) {
        return found.isTime() || found.isYear() ? "which has no dates" + CONVERTER : notOfTime(found);
    }

    private static String notATime() {
        return "which has dates, too, that would be dropped. Map the property as a LocalDateTime, or with a converter"
                + " from one";
    }

    private static @Nullable String notOfTime(Found found) {
        return found.isNumber() || found.isTruth() ? "which has numbers" + CONVERTER : null;
    }

    @Override
    public Codec reader(ColumnModel column, Found found, Codec own) {
        return switch (column.type()) {
            case BOOLEAN -> found.isTruth() ? own : exact(own, column.type());
            case BYTE, SHORT, INT, LONG, YEAR -> found.isWhole() || found.isTruth() ? own : exact(own, column.type());
            case FLOAT -> found.type() == Types.REAL ? own : exact(own, column.type());
            case DOUBLE -> found.isFloating() ? own : exact(own, column.type());
            case STRING -> found.isBytes() ? own.readBy(JdbcFit::utf8) : own;
            case LOCAL_DATE_TIME -> found.isDate() ? own.readBy(JdbcFit::startOfDay) : own;
            case LOCAL_DATE -> found.isDateTime() ? own.readBy(JdbcFit::dateOfMidnight) : own;
            default -> own;
        };
    }

    private static Codec exact(Codec own, ValueType type) {
        return own.readBy(Exact.reader(type));
    }

    private static @Nullable Object utf8(ResultSet result, int index) throws SQLException {
        byte[] bytes = result.getBytes(index);
        try {
            return bytes == null
                    ? null
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException e) {
            throw Exact.unreadable();
        }
    }

    // not every driver does
    private static @Nullable Object startOfDay(ResultSet result, int index) throws SQLException {
        LocalDate date = result.getObject(index, LocalDate.class);
        return date == null ? null : date.atStartOfDay();
    }

    private static @Nullable Object dateOfMidnight(ResultSet result, int index) throws SQLException {
        LocalDateTime time = result.getObject(index, LocalDateTime.class);
        if (time != null && !time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw Exact.unreadable();
        }
        return time == null ? null : time.toLocalDate();
    }

    @Override
    public @Nullable WriteCheck check(ColumnModel column, Found found) {
        return checks.of(column, found);
    }
}
