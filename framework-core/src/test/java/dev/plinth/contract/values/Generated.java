package dev.plinth.contract.values;

import static net.jqwik.api.Arbitraries.bigIntegers;
import static net.jqwik.api.Arbitraries.bytes;
import static net.jqwik.api.Arbitraries.frequencyOf;
import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.longs;
import static net.jqwik.api.Arbitraries.of;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Values of the basic types: ordinary ones often, any at all sometimes. */
final class Generated {
    private static final int MAX_OFFSET = 18 * 60 * 60;

    private Generated() {}

    /** Any bits but those of NaN, which have one extreme of their own. */
    static Arbitrary<Float> floats() {
        return integers()
                .withDistribution(RandomDistribution.uniform())
                .map(Float::intBitsToFloat)
                .filter(each -> !Float.isNaN(each));
    }

    static Arbitrary<Double> doubles() {
        return longs().withDistribution(RandomDistribution.uniform())
                .map(Double::longBitsToDouble)
                .filter(each -> !Double.isNaN(each));
    }

    static Arbitrary<String> texts() {
        Arbitrary<String> any = integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .map(Character::toString);
        Arbitrary<String> odd = of(
                "",
                " ",
                "  ",
                "\t",
                "\n",
                "\r\n",
                "'",
                "''",
                "\"",
                "\\",
                "%",
                "_",
                "$",
                "?",
                ":a",
                "e\u0301",
                "\ud83d\ude00");
        Arbitrary<String> rare = of("\0", "\uffff", "\u001a", "\ufeff", "\ud83d");
        return frequencyOf(Tuple.of(20, any), Tuple.of(20, odd), Tuple.of(1, rare))
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    static Arbitrary<byte[]> byteArrays() {
        return bytes().array(byte[].class).ofMaxSize(40);
    }

    static Arbitrary<BigInteger> wholeNumbers() {
        BigInteger most = BigInteger.TEN.pow(39);
        return bigIntegers().between(most.negate(), most);
    }

    static Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(wholeNumbers(), integers().between(-6, 8)).as(BigDecimal::new);
    }

    static Arbitrary<UUID> uuids() {
        return Combinators.combine(longs(), longs()).as(UUID::new);
    }

    static Arbitrary<URI> uris() {
        return of(
                        "",
                        "a",
                        "http://h/",
                        "urn:a:b",
                        "mailto:a@b",
                        "?q=%20",
                        "//h:1/p;x#f",
                        "http://ex\u00e4mple/\ud83d\ude00")
                .map(URI::create);
    }

    static Arbitrary<LocalDate> dates() {
        Arbitrary<LocalDate> any = longs().between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())
                .map(LocalDate::ofEpochDay);
        // from 4713 BC to beyond the year 9999
        Arbitrary<LocalDate> near = longs().between(-2_440_000, 3_000_000).map(LocalDate::ofEpochDay);
        return frequencyOf(Tuple.of(1, any), Tuple.of(4, near));
    }

    static Arbitrary<LocalTime> times() {
        return longs().between(0, LocalTime.MAX.toNanoOfDay()).map(LocalTime::ofNanoOfDay);
    }

    static Arbitrary<LocalDateTime> dateTimes() {
        return Combinators.combine(dates(), times()).as(LocalDateTime::of);
    }

    static Arbitrary<Instant> instants() {
        return dateTimes().map(each -> each.toInstant(ZoneOffset.UTC));
    }

    static Arbitrary<OffsetDateTime> offsetDateTimes() {
        Arbitrary<ZoneOffset> offsets =
                integers().between(-MAX_OFFSET, MAX_OFFSET).map(ZoneOffset::ofTotalSeconds);
        return Combinators.combine(dateTimes(), offsets).as(OffsetDateTime::of);
    }

    static Arbitrary<Duration> durations() {
        return Combinators.combine(longs(), longs().between(0, 999_999_999)).as(Duration::ofSeconds);
    }
}
