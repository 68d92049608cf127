package dev.plinth.contract.values;

import static dev.plinth.contract.values.Extreme.either;
import static dev.plinth.contract.values.Extreme.held;
import static dev.plinth.contract.values.Extreme.refused;

import dev.plinth.model.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** JSON, as a map of anything. */
final class JsonTypes {
    static final List<BasicType<?>> ALL = List.of(BasicType.<Map<String, @Nullable Object>>of(
                    "`@Json`",
                    "json",
                    (h, v) -> h.json = v,
                    h -> h.json,
                    objects(),
                    held("empty", Map.of()),
                    held("null within", new HashMap<>(java.util.Collections.singletonMap("a", null))),
                    held("an empty key", Map.of("", 1)),
                    held("a key with a dot", Map.of("a.b", Map.of("c.d", 1))),
                    held("a whole number beyond 64 bits", Map.of("n", BigInteger.TWO.pow(70))),
                    held("the scale of a number", Map.of("n", new BigDecimal("1.500"))),
                    held("numbers between doubles", Map.of("n", new BigDecimal("0.1234567890123456789"))),
                    held("the greatest double", Map.of("n", Double.MAX_VALUE, "m", Double.MIN_VALUE)),
                    held("the greatest long", Map.of("n", Long.MAX_VALUE, "m", Long.MIN_VALUE)),
                    held("emoji", Map.of("\ud83d\ude00", "\ud83d\ude00")),
                    held("nested 50 deep", nested(50)),
                    held("a megabyte", Map.of("t", "0123456789abcd\ud83d\ude00".repeat(65_536))),
                    refused("NaN", Map.of("n", Double.NaN)),
                    refused("half of a surrogate pair", Map.of("t", "\ud83d")),
                    refused("nested more than 500 deep", nested(501)),
                    refused("a number of 20,000 digits after the point", Map.of("n", new BigDecimal("1E-20000"))),
                    either("nested 100 deep", nested(100)),
                    either(
                            "a number of 35 digits",
                            Map.of("n", BigInteger.TEN.pow(34).add(BigInteger.ONE))),
                    either("NUL", Map.of("t", "\0")),
                    either("a key that starts with `$`", Map.of("$gt", 1)))
            .comparedBy((a, b) -> JsonValue.of(a).equals(JsonValue.of(b))));

    private JsonTypes() {}

    private static Map<String, @Nullable Object> nested(int depth) {
        Map<String, @Nullable Object> result = Map.of();
        for (int i = 1; i < depth; i++) {
            result = Map.of("a", result);
        }
        return result;
    }

    private static Arbitrary<Map<String, @Nullable Object>> objects() {
        return Arbitraries.maps(Generated.texts(), values(2)).ofMaxSize(3);
    }

    private static Arbitrary<@Nullable Object> values(int depth) {
        Arbitrary<@Nullable Object> single = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(null)),
                Tuple.of(2, Arbitraries.of(true, false).map(each -> each)),
                Tuple.of(3, Generated.texts().map(each -> each)),
                Tuple.of(2, Arbitraries.longs().map(each -> each)),
                Tuple.of(2, Generated.doubles().filter(Double::isFinite).map(each -> each)),
                Tuple.of(2, Generated.decimals().map(each -> each)));
        return depth == 0
                ? single
                : Arbitraries.frequencyOf(
                        Tuple.of(4, single),
                        Tuple.of(1, values(depth - 1).list().ofMaxSize(3).map(each -> each)),
                        Tuple.of(
                                1,
                                Arbitraries.maps(Generated.texts(), values(depth - 1))
                                        .ofMaxSize(3)
                                        .map(each -> each)));
    }
}
