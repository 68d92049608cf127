package dev.plinth.contract;

import dev.plinth.contract.domain.Specimen;
import dev.plinth.contract.domain.Status;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.UUID;

/** Values of every basic type. Times have three digits after the second, which every backend keeps. */
final class Specimens {
    private Specimens() {}

    /** Everything has its default: zeros and nulls. */
    static Specimen bare(long id) {
        Specimen s = new Specimen(id);
        s.letter = 'x';
        return s;
    }

    static Specimen ordinary(long id) {
        Specimen s = new Specimen(id);
        s.flag = true;
        s.tiny = 1;
        s.small = -2;
        s.medium = 3;
        s.large = -4;
        s.single = 1.5f;
        s.twice = -2.25;
        s.letter = 'ß';
        s.text = "It's \"quoted\", 100% \\ plain_text";
        s.decimal = new BigDecimal("12345.678900");
        s.integer = BigInteger.valueOf(-98_765);
        s.uuid = UUID.fromString("0190f5fe-8d3c-7a10-9b6e-1234567890ab");
        s.status = Status.REGULAR;
        s.ordinal = Status.VIP;
        s.bytes = new byte[] {0, 1, -1, 127, -128};
        s.date = LocalDate.of(2024, 2, 29);
        s.time = LocalTime.of(23, 59, 59, 987_000_000);
        s.dateTime = LocalDateTime.of(2026, 3, 29, 2, 30, 0, 1_000_000);
        s.instant = Instant.parse("2026-10-25T01:30:00.123Z");
        s.offsetDateTime = OffsetDateTime.of(2026, 1, 1, 0, 30, 0, 0, ZoneOffset.ofHoursMinutes(5, 30));
        s.duration = Duration.ofHours(-49).plusNanos(123_456_789);
        s.year = Year.of(1999);
        s.uri = URI.create("https://example.org/a%20b?c=d#e");
        fillBoxes(s);
        return s;
    }

    private static void fillBoxes(Specimen s) {
        s.flagBox = false;
        s.tinyBox = -7;
        s.smallBox = 8;
        s.mediumBox = -9;
        s.largeBox = 10L;
        s.singleBox = -0.5f;
        s.twiceBox = 1e-9;
        s.letterBox = '€';
    }

    static Specimen smallest(long id) {
        Specimen s = new Specimen(id);
        s.tiny = Byte.MIN_VALUE;
        s.small = Short.MIN_VALUE;
        s.medium = Integer.MIN_VALUE;
        s.large = Long.MIN_VALUE;
        s.single = -Float.MAX_VALUE;
        s.twice = -Double.MAX_VALUE;
        s.letter = ' ';
        s.tinyBox = Byte.MIN_VALUE;
        s.smallBox = Short.MIN_VALUE;
        s.mediumBox = Integer.MIN_VALUE;
        s.largeBox = Long.MIN_VALUE;
        s.singleBox = Float.MIN_VALUE;
        s.twiceBox = Double.MIN_VALUE;
        s.text = "";
        s.decimal = new BigDecimal("-99999999999999.999999");
        s.integer = BigInteger.TEN.pow(30).subtract(BigInteger.ONE).negate();
        s.uuid = new UUID(0, 0);
        s.bytes = new byte[0];
        s.date = LocalDate.of(1, 1, 1);
        s.time = LocalTime.MIN;
        s.dateTime = LocalDateTime.of(1, 1, 1, 0, 0);
        s.instant = Instant.parse("0001-01-01T00:00:00Z");
        s.offsetDateTime = OffsetDateTime.of(1, 1, 2, 0, 0, 0, 0, ZoneOffset.MIN);
        s.duration = Duration.ofDays(-36_500).minusNanos(1);
        s.year = Year.of(-44);
        s.uri = URI.create("");
        return s;
    }

    static Specimen greatest(long id) {
        Specimen s = new Specimen(id);
        s.flag = true;
        s.tiny = Byte.MAX_VALUE;
        s.small = Short.MAX_VALUE;
        s.medium = Integer.MAX_VALUE;
        s.large = Long.MAX_VALUE;
        s.single = Float.MAX_VALUE;
        s.twice = Double.MAX_VALUE;
        s.letter = '\uFFFD';
        s.flagBox = true;
        s.tinyBox = Byte.MAX_VALUE;
        s.smallBox = Short.MAX_VALUE;
        s.mediumBox = Integer.MAX_VALUE;
        s.largeBox = Long.MAX_VALUE;
        s.singleBox = Float.MIN_NORMAL;
        s.twiceBox = Double.MIN_NORMAL;
        s.text = "\uD83D\uDE00 \uD834\uDD1E astral, e\u0301 not composed, \u200F right to left, trailing blanks  ";
        s.decimal = new BigDecimal("99999999999999.999999");
        s.integer = BigInteger.TEN.pow(30).subtract(BigInteger.ONE);
        s.uuid = new UUID(-1, -1);
        s.bytes = new byte[200];
        s.date = LocalDate.of(9999, 12, 31);
        s.time = LocalTime.of(23, 59, 59, 999_000_000);
        s.dateTime = LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_000_000);
        s.instant = Instant.parse("9999-12-31T23:59:59.999Z");
        s.offsetDateTime = OffsetDateTime.of(9999, 12, 30, 23, 59, 59, 999_000_000, ZoneOffset.MAX);
        s.duration = Duration.ofDays(36_500).plusNanos(999_999_999);
        s.year = Year.of(12_026);
        s.uri = URI.create("urn:isbn:0451450523");
        return s;
    }
}
