package dev.plinth.contract.values;

import static dev.plinth.contract.values.Extreme.either;
import static dev.plinth.contract.values.Extreme.held;
import static dev.plinth.contract.values.Extreme.refused;

import dev.plinth.contract.domain.Held;
import dev.plinth.contract.domain.Money;
import dev.plinth.contract.domain.Phase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Combinators;

/** All basic types. */
public final class BasicTypes {
    private static final List<BasicType<?>> NUMBERS = List.of(
            BasicType.<Boolean>of("`boolean`", "flag", (h, v) -> h.flag = v, h -> h.flag, Arbitraries.of(true, false)),
            BasicType.of(
                    "`byte`",
                    "tiny",
                    (Held h, Byte v) -> h.tiny = v,
                    h -> h.tiny,
                    Arbitraries.bytes(),
                    held("the least", Byte.MIN_VALUE),
                    held("the greatest", Byte.MAX_VALUE)),
            BasicType.of(
                    "`short`",
                    "small",
                    (Held h, Short v) -> h.small = v,
                    h -> h.small,
                    Arbitraries.shorts(),
                    held("the least", Short.MIN_VALUE),
                    held("the greatest", Short.MAX_VALUE)),
            BasicType.of(
                    "`int`",
                    "medium",
                    (Held h, Integer v) -> h.medium = v,
                    h -> h.medium,
                    Arbitraries.integers(),
                    held("the least", Integer.MIN_VALUE),
                    held("the greatest", Integer.MAX_VALUE)),
            BasicType.of(
                    "`long`",
                    "large",
                    (Held h, Long v) -> h.large = v,
                    h -> h.large,
                    Arbitraries.longs(),
                    held("the least", Long.MIN_VALUE),
                    held("the greatest", Long.MAX_VALUE),
                    held("beyond what a double counts", (1L << 53) + 1)),
            BasicType.of(
                            "`float`",
                            "single",
                            (Held h, Float v) -> h.single = v,
                            h -> h.single,
                            Generated.floats(),
                            refused("NaN", Float.NaN),
                            held("negative zero", -0.0f),
                            held("the least above zero", Float.MIN_VALUE),
                            held("the greatest of the subnormals", Math.nextDown(Float.MIN_NORMAL)),
                            held("the greatest", Float.MAX_VALUE),
                            held("a tenth", 0.1f),
                            either("infinity", Float.POSITIVE_INFINITY),
                            either("negative infinity", Float.NEGATIVE_INFINITY))
                    .comparedBy((a, b) -> a.floatValue() == b.floatValue()),
            BasicType.of(
                            "`double`",
                            "twice",
                            (Held h, Double v) -> h.twice = v,
                            h -> h.twice,
                            Generated.doubles(),
                            refused("NaN", Double.NaN),
                            held("negative zero", -0.0),
                            held("the least above zero", Double.MIN_VALUE),
                            held("the greatest of the subnormals", Math.nextDown(Double.MIN_NORMAL)),
                            held("the greatest", Double.MAX_VALUE),
                            held("a tenth and a bit", 0.1 + 0.2),
                            either("infinity", Double.POSITIVE_INFINITY),
                            either("negative infinity", Double.NEGATIVE_INFINITY))
                    .comparedBy((a, b) -> a.doubleValue() == b.doubleValue()),
            BasicType.of(
                            "`BigDecimal`",
                            "decimal",
                            (Held h, BigDecimal v) -> h.decimal = v,
                            h -> h.decimal,
                            Generated.decimals(),
                            held("zero of another scale", new BigDecimal("0E+5")),
                            held("more zeros than the scale", new BigDecimal("1.50000000000000000000")),
                            held("a negative scale", new BigDecimal("1E+20")),
                            refused("more digits after the point than `scale`", new BigDecimal("0.0000001")),
                            refused("more digits than `precision`", BigDecimal.TEN.pow(32)),
                            refused("more digits than `precision`", new BigDecimal("1E+1000000000")))
                    .comparedBy((a, b) -> a.compareTo(b) == 0)
                    .within(digits(n -> new BigDecimal(nines(n), 6), n -> new BigDecimal(n).precision())),
            BasicType.of(
                            "`BigInteger`",
                            "integer",
                            (Held h, BigInteger v) -> h.integer = v,
                            h -> h.integer,
                            Generated.wholeNumbers(),
                            held("zero", BigInteger.ZERO),
                            held("a power of ten", BigInteger.TEN.pow(33).negate()),
                            refused("more digits than `precision`", BigInteger.TEN.pow(38)))
                    .within(digits(BasicTypes::nines, n -> new BigDecimal(n).precision())));

    private static final List<BasicType<?>> TEXTS = List.of(
            BasicType.of(
                    "`char`",
                    "letter",
                    (Held h, Character v) -> h.letter = v,
                    h -> h.letter,
                    Arbitraries.chars().all(),
                    held("a space", ' '),
                    held("the last character", '\uffff'),
                    refused("half of a surrogate pair", '\ud800'),
                    either("NUL", '\0')),
            BasicType.of(
                    "`String`",
                    "text",
                    (Held h, String v) -> h.text = v,
                    h -> h.text,
                    Generated.texts(),
                    held("empty", ""),
                    held("spaces at the end", "a  "),
                    held("a space", " "),
                    held("emoji", "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udcbb"),
                    held("as many emoji as fit", "\ud83d\ude00".repeat(127) + "x"),
                    held("as many Chinese characters as fit", "\u4e2d".repeat(255)),
                    held("combining marks, not composed", "e\u0301\u0323"),
                    held("noncharacters", "\ufffe\uffff\udbff\udfff"),
                    held("control characters", "\u0001\u001a\u007f\u0085\u2028"),
                    held("line ends", "\r\n\r\n"),
                    refused("longer than `length`", "x".repeat(256)),
                    refused("half of a surrogate pair", "a\ud83d"),
                    either("NUL", "a\0b"),
                    either("NUL", "\0")),
            BasicType.of(
                    "`String` with `@Lob`",
                    "longText",
                    (Held h, String v) -> h.longText = v,
                    h -> h.longText,
                    Generated.texts(),
                    held("empty", ""),
                    held("a megabyte", "0123456789abcd\ud83d\ude00".repeat(65_536)),
                    refused("half of a surrogate pair", "\ude00".repeat(3)),
                    either("NUL", "a\0b")),
            BasicType.of(
                    "`URI`",
                    "uri",
                    (Held h, URI v) -> h.uri = v,
                    h -> h.uri,
                    Generated.uris(),
                    held("empty", URI.create("")),
                    held("Unicode", URI.create("http://ex\u00e4mple.org/\ud83d\ude00")),
                    refused("longer than `length`", URI.create("http://" + "x".repeat(255)))),
            BasicType.of(
                    "enum by name",
                    "named",
                    (Held h, Phase v) -> h.named = v,
                    h -> h.named,
                    Arbitraries.of(Phase.class),
                    held("a constant with a body", Phase.DONE)),
            BasicType.of(
                    "enum by number",
                    "numbered",
                    (Held h, Phase v) -> h.numbered = v,
                    h -> h.numbered,
                    Arbitraries.of(Phase.class),
                    held("a constant with a body", Phase.PLANNED)),
            BasicType.of(
                    "converted to `String`",
                    "money",
                    (Held h, Money v) -> h.money = v,
                    h -> h.money,
                    Combinators.combine(Arbitraries.longs(), Arbitraries.of("EUR", "JPY"))
                            .as(Money::new)));

    private static final List<BasicType<?>> BYTES = List.of(
            BasicType.of(
                    "`UUID`",
                    "uuid",
                    (Held h, UUID v) -> h.uuid = v,
                    h -> h.uuid,
                    Generated.uuids(),
                    held("zero", new UUID(0, 0)),
                    held("all ones", new UUID(-1, -1))),
            BasicType.of(
                            "`byte[]`",
                            "bytes",
                            (Held h, byte[] v) -> h.bytes = v,
                            h -> h.bytes,
                            Generated.byteArrays(),
                            held("empty", new byte[0]),
                            held("zeros", new byte[255]),
                            held("a space at the end", new byte[] {1, 32}),
                            refused("longer than `length`", new byte[256]))
                    .comparedBy(Arrays::equals),
            BasicType.of(
                            "`byte[]` with `@Lob`",
                            "longBytes",
                            (Held h, byte[] v) -> h.longBytes = v,
                            h -> h.longBytes,
                            Generated.byteArrays(),
                            held("empty", new byte[0]),
                            held("5 megabytes", noise(5 << 20)))
                    .comparedBy(Arrays::equals));

    private BasicTypes() {}

    /** In the order of the documentation. */
    public static Stream<BasicType<?>> all() {
        return Stream.of(NUMBERS, TEXTS, BYTES, TimeTypes.ALL, JsonTypes.ALL).flatMap(List::stream);
    }

    private static BigInteger nines(long digits) {
        return BigInteger.TEN.pow((int) digits).subtract(BigInteger.ONE);
    }

    private static <T> Span<T> digits(
            java.util.function.LongFunction<T> ofDigits, java.util.function.ToIntFunction<String> count) {
        return new Span<>(1, 1, 38, ofDigits, value -> count.applyAsInt(value.toString()) + " digits");
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new java.util.Random(length).nextBytes(noise);
        return noise;
    }
}
