package dev.plinth.jdbc.internal.engine.sqlite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Dates and times as text that sorts as they do, in the form of SQLite's own functions: 2024-02-29 23:59:59.999999, for
 * an instant in UTC. Years that have no four digits begin with a character that sorts before or after the digits.
 */
final class SortedTime {
    private static final int LAST_COMMON_YEAR = 9999;
    private static final long FIRST_YEAR = -1_000_000_000;
    private static final int FAR_YEAR_LENGTH = 11;
    /** The calendar repeats itself after these years. */
    private static final int CYCLE_YEARS = 400;

    private static final long CYCLE_SECONDS = 146_097L * 86_400;

    private SortedTime() {}

    static String of(LocalDate date) {
        return year(date.getYear())
                + String.format(Locale.ROOT, "-%02d-%02d", date.getMonthValue(), date.getDayOfMonth());
    }

    // more than microseconds are never stored, but compared
    static String of(LocalTime time) {
        String text = String.format(
                Locale.ROOT, "%02d:%02d:%02d.%09d", time.getHour(), time.getMinute(), time.getSecond(), time.getNano());
        return text.endsWith("000") ? text.substring(0, text.length() - 3) : text;
    }

    static String of(LocalDateTime time) {
        return of(time.toLocalDate()) + ' ' + of(time.toLocalTime());
    }

    static String of(Instant instant) {
        return instant(instant.getEpochSecond(), instant.getNano());
    }

    static String of(OffsetDateTime time) {
        return instant(time.toEpochSecond(), time.getNano());
    }

    // the first and the last instants are in years that LocalDateTime has not
    private static String instant(long second, int nano) {
        long cycles = Math.floorDiv(second, CYCLE_SECONDS);
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorMod(second, CYCLE_SECONDS), nano, ZoneOffset.UTC);
        String text = of(time);
        return year(time.getYear() + cycles * CYCLE_YEARS) + text.substring(text.indexOf('-'));
    }

    private static String year(long year) {
        if (year < 0) {
            return '-' + String.format(Locale.ROOT, "%010d", year - FIRST_YEAR);
        }
        return year > LAST_COMMON_YEAR
                ? ':' + String.format(Locale.ROOT, "%010d", year)
                : String.format(Locale.ROOT, "%04d", year);
    }

    private static int yearLength(String text) {
        return Character.isDigit(text.charAt(0)) ? 4 : FAR_YEAR_LENGTH;
    }

    private static long year(String text) {
        return switch (text.charAt(0)) {
            case '-' -> Long.parseLong(text.substring(1, FAR_YEAR_LENGTH)) + FIRST_YEAR;
            case ':' -> Long.parseLong(text.substring(1, FAR_YEAR_LENGTH));
            default -> Long.parseLong(text.substring(0, 4));
        };
    }

    static LocalDate date(String text) {
        return dateIn(Math.toIntExact(year(text)), text.substring(yearLength(text)));
    }

    private static LocalDate dateIn(int year, String monthAndDay) {
        if (monthAndDay.length() != "-02-29".length()) {
            throw new IllegalArgumentException();
        }
        return LocalDate.of(
                year, Integer.parseInt(monthAndDay.substring(1, 3)), Integer.parseInt(monthAndDay.substring(4)));
    }

    static LocalDateTime dateTime(String text) {
        int end = yearLength(text) + "-02-29".length();
        return date(text.substring(0, end)).atTime(LocalTime.parse(text.substring(end + 1)));
    }

    static Instant instant(String text) {
        long year = year(text);
        int common = 2000 + Math.floorMod(year, CYCLE_YEARS);
        LocalDateTime time = dateTime(common + text.substring(yearLength(text)));
        long second = time.toEpochSecond(ZoneOffset.UTC) + (year - common) / CYCLE_YEARS * CYCLE_SECONDS;
        return Instant.ofEpochSecond(second, time.getNano());
    }
}
