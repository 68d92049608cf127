package dev.plinth.contract.values;

import static dev.plinth.contract.values.Extreme.held;

import dev.plinth.contract.domain.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;

/** The types of time. The ends of what a database holds are found by their {@link Span}. */
final class TimeTypes {
    static final List<BasicType<?>> ALL = List.of(
            BasicType.of(
                            "`LocalDate`",
                            "date",
                            (Held h, LocalDate v) -> h.date = v,
                            h -> h.date,
                            Generated.dates(),
                            held("the year 9999", LocalDate.of(9999, 12, 31)),
                            held("a day that the calendar left out in 1582", LocalDate.of(1582, 10, 10)),
                            held("a leap day", LocalDate.of(2000, 2, 29)))
                    .within(new Span<>(
                            LocalDate.MIN.toEpochDay(),
                            0,
                            LocalDate.MAX.toEpochDay(),
                            LocalDate::ofEpochDay,
                            LocalDate::toString)),
            BasicType.of(
                    "`LocalTime`",
                    "time",
                    (Held h, LocalTime v) -> h.time = v,
                    h -> h.time,
                    Generated.times(),
                    held("midnight", LocalTime.MIN),
                    held("the last of the day", LocalTime.MAX)),
            BasicType.of(
                            "`LocalDateTime`",
                            "dateTime",
                            (Held h, LocalDateTime v) -> h.dateTime = v,
                            h -> h.dateTime,
                            Generated.dateTimes(),
                            held("a time that clocks leave out", LocalDateTime.of(2024, 3, 31, 2, 30)),
                            held("the end of 9999", LocalDateTime.of(9999, 12, 31, 23, 59, 59)))
                    .within(new Span<>(
                            LocalDateTime.MIN.toEpochSecond(ZoneOffset.UTC),
                            0,
                            LocalDateTime.MAX.toEpochSecond(ZoneOffset.UTC),
                            second -> LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC),
                            TimeTypes::words)),
            BasicType.of(
                            "`Instant`",
                            "instant",
                            (Held h, Instant v) -> h.instant = v,
                            h -> h.instant,
                            Generated.instants(),
                            held("the epoch", Instant.EPOCH),
                            held("just before the epoch", Instant.ofEpochSecond(-1, 999_999_999)),
                            held("beyond 2038", Instant.parse("2106-02-07T06:28:16Z")))
                    .within(new Span<>(
                            Instant.MIN.getEpochSecond(),
                            0,
                            Instant.MAX.getEpochSecond(),
                            Instant::ofEpochSecond,
                            Instant::toString)),
            BasicType.of(
                            "`OffsetDateTime`",
                            "offsetDateTime",
                            (Held h, OffsetDateTime v) -> h.offsetDateTime = v,
                            h -> h.offsetDateTime,
                            Generated.offsetDateTimes(),
                            held("the greatest offset", at(ZoneOffset.MAX)),
                            held("the least offset", at(ZoneOffset.MIN)),
                            held("an offset of seconds", at(ZoneOffset.ofTotalSeconds(-12_345))))
                    .within(new Span<>(
                            LocalDateTime.MIN.toEpochSecond(ZoneOffset.UTC),
                            0,
                            LocalDateTime.MAX.toEpochSecond(ZoneOffset.UTC),
                            second -> LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC)
                                    .atOffset(ZoneOffset.UTC),
                            value -> words(value.toLocalDateTime()) + "Z")),
            BasicType.of(
                            "`Duration`",
                            "duration",
                            (Held h, Duration v) -> h.duration = v,
                            h -> h.duration,
                            Generated.durations(),
                            held("a nanosecond less than nothing", Duration.ofNanos(-1)),
                            held("nothing", Duration.ZERO))
                    .within(new Span<>(
                            Long.MIN_VALUE,
                            0,
                            Long.MAX_VALUE,
                            second -> Duration.ofSeconds(second, second == Long.MAX_VALUE ? 999_999_999 : 0),
                            Duration::toString)),
            BasicType.of(
                            "`Year`",
                            "year",
                            (Held h, Year v) -> h.year = v,
                            h -> h.year,
                            Arbitraries.integers()
                                    .between(Year.MIN_VALUE, Year.MAX_VALUE)
                                    .map(Year::of))
                    .within(new Span<>(
                            Year.MIN_VALUE, 0, Year.MAX_VALUE, year -> Year.of((int) year), Year::toString)));

    private TimeTypes() {}

    private static OffsetDateTime at(ZoneOffset offset) {
        return OffsetDateTime.of(2026, 11, 22, 1, 2, 3, 0, offset);
    }

    // with its seconds also where they are zero
    private static String words(LocalDateTime value) {
        return value.toInstant(ZoneOffset.UTC).toString().replace("Z", "");
    }
}
