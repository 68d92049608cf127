package dev.plinth.contract;

import static dev.plinth.specification.Specification.textElement;
import static dev.plinth.specification.Specification.where;
import static net.jqwik.api.Arbitraries.just;
import static net.jqwik.api.Arbitraries.oneOf;

import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.Part;
import dev.plinth.contract.domain.Sample;
import dev.plinth.contract.domain.Status;
import dev.plinth.specification.Criteria;
import dev.plinth.specification.IgnoringCase;
import dev.plinth.specification.ManyCriteria;
import dev.plinth.specification.OrderedCriteria;
import dev.plinth.specification.Specification;
import dev.plinth.specification.TextCriteria;
import jakarta.data.Sort;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;

/** Generates samples, and specifications and orders of them. Values are few, so that they meet. */
final class SampleArbitraries {
    private static final Arbitrary<Integer> NUMBERS = Arbitraries.of(-1, 0, 1, 2, Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final Arbitrary<BigDecimal> AMOUNTS = Arbitraries.of(
                    "0", "0.5", "-0.5", "1.25", "10", "9.99", "999999.99")
            .map(BigDecimal::new);
    private static final Arbitrary<LocalDate> DAYS = Arbitraries.of(
            LocalDate.of(1, 1, 1), LocalDate.of(1969, 12, 31), LocalDate.of(2024, 2, 29), LocalDate.of(9999, 12, 31));
    private static final Arbitrary<Instant> MOMENTS = Arbitraries.of(
            Instant.parse("1969-12-31T23:59:59.999Z"), Instant.EPOCH, Instant.parse("2026-03-29T01:00:00.001Z"));
    private static final Arbitrary<Double> RATIOS = Arbitraries.of(-1.5, -0.0, 0.0, 0.1, 1e300);
    private static final Arbitrary<UUID> KEYS =
            Arbitraries.of(new UUID(0, 0), new UUID(0, -1), new UUID(1, 1), new UUID(-1, 0), new UUID(-1, -1));

    // what columns cannot hold is asked for, too
    private static final Arbitrary<BigDecimal> ASKED_AMOUNTS = oneOf(
            AMOUNTS,
            Arbitraries.of("0.00", "1.250", "1.251", "-0.501", "1E+1", "1E+9", "-1E+30")
                    .map(BigDecimal::new));
    private static final Arbitrary<Instant> ASKED_MOMENTS =
            oneOf(MOMENTS, MOMENTS.map(each -> each.plusNanos(1)), MOMENTS.map(each -> each.minusNanos(1)));

    private final Arbitrary<String> texts;

    SampleArbitraries(Set<Capability> capabilities) {
        List<String> pieces = new ArrayList<>(
                List.of("", "a", "A", "b", "B", "ab", "aB", " ", "%", "_", "\\", ".", "*", "'", "ä", "Ä", "é", "0"));
        if (capabilities.contains(Capability.UNICODE_CASE)) {
            pieces.addAll(List.of("ß", "SS", "İ", "i", "ς", "Σ", "ǅ", "K"));
        }
        if (capabilities.contains(Capability.CODE_POINT_ORDER)) {
            pieces.addAll(List.of("😀", "\uFFFD", "𐐀", "𐐨"));
        }
        Arbitrary<String> piece = Arbitraries.of(pieces);
        texts = oneOf(piece, Combinators.combine(piece, piece).as(String::concat));
    }

    private static <V> Arbitrary<V> nullable(Arbitrary<V> values) {
        return values.injectNull(0.25);
    }

    private Arbitrary<Part> parts() {
        return Combinators.combine(nullable(texts), nullable(NUMBERS)).as(Part::new);
    }

    Arbitrary<List<Sample>> tables() {
        return Builders.withBuilder(Sample::new)
                .use(nullable(NUMBERS))
                .inSetter((sample, value) -> sample.number = value)
                .use(nullable(texts))
                .inSetter((sample, value) -> sample.text = value)
                .use(nullable(AMOUNTS))
                .inSetter((sample, value) -> sample.amount = value)
                .use(nullable(DAYS))
                .inSetter((sample, value) -> sample.day = value)
                .use(nullable(MOMENTS))
                .inSetter((sample, value) -> sample.moment = value)
                .use(nullable(RATIOS))
                .inSetter((sample, value) -> sample.ratio = value)
                .use(nullable(KEYS))
                .inSetter((sample, value) -> sample.key = value)
                .use(nullable(Arbitraries.of(true, false)))
                .inSetter((sample, value) -> sample.flag = value)
                .use(nullable(Arbitraries.of(Status.values())))
                .inSetter((sample, value) -> sample.status = value)
                .use(nullable(parts().filter(part -> part.label() != null || part.size() != null)))
                .inSetter((sample, value) -> sample.part = value)
                .use(texts.list().ofMaxSize(3))
                .inSetter((sample, value) -> sample.words = new LinkedHashSet<>(value))
                .use(parts().list().ofMaxSize(3))
                .inSetter((sample, value) -> sample.parts = value)
                .build()
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    Arbitrary<Specification<Sample>> specifications() {
        return nested(tests());
    }

    private Arbitrary<Specification<Sample>> tests() {
        return oneOf(
                ordered(where(Sample.class, "number"), NUMBERS.map(each -> each)),
                ordered(where(Sample.class, "amount"), ASKED_AMOUNTS.map(each -> each)),
                ordered(where(Sample.class, "day"), DAYS.map(each -> each)),
                ordered(where(Sample.class, "moment"), ASKED_MOMENTS.map(each -> each)),
                ordered(where(Sample.class, "ratio"), RATIOS.map(each -> each)),
                ordered(where(Sample.class, "key"), KEYS.map(each -> each)),
                equal(where(Sample::getStatus), Arbitraries.of(Status.values())),
                equal(where(Sample::getFlag), Arbitraries.of(true, false)),
                text(where(Sample.class, "text").text()),
                text(where(Sample.class, "text").text()),
                text(where(Sample::getPart, Part::label)),
                ordered(where(Sample::getPart, Part::size), NUMBERS),
                equal(where(Sample::getPart), parts()),
                many(where(Sample::getWords), texts, text(textElement())),
                many(where(Sample::getParts), parts(), partTests()),
                Arbitraries.of(Specification.all(), Specification.none()));
    }

    private Arbitrary<Specification<Part>> partTests() {
        return nested(oneOf(text(where(Part::label)), ordered(where(Part::size), NUMBERS)));
    }

    /** One to eight tests, composed. Not by recursive arbitraries, which jqwik compares down to the last leaf. */
    private static <T> Arbitrary<Specification<T>> nested(Arbitrary<Specification<T>> tests) {
        return Combinators.combine(
                        tests.list().ofMinSize(1).ofMaxSize(8),
                        Arbitraries.integers().between(0, 15).list().ofSize(8))
                .as(SampleArbitraries::composed);
    }

    /** Each choice has four bits: negate the first part, and or or, negate the result, put it first or last. */
    private static <T> Specification<T> composed(List<Specification<T>> tests, List<Integer> choices) {
        List<Specification<T>> parts = new ArrayList<>(tests);
        for (int i = 0; parts.size() > 1; i++) {
            int choice = choices.get(i);
            Specification<T> first =
                    (choice & 1) == 0 ? parts.remove(0) : parts.remove(0).not();
            Specification<T> second = parts.remove(0);
            Specification<T> both = (choice & 2) == 0 ? first.and(second) : first.or(second);
            parts.add((choice & 8) == 0 ? 0 : parts.size(), (choice & 4) == 0 ? both : both.not());
        }
        return choices.get(7) % 4 == 1 ? parts.get(0).not() : parts.get(0);
    }

    private static <T, V> Arbitrary<Specification<T>> equal(Criteria<T, V> property, Arbitrary<? extends V> given) {
        Arbitrary<V> values = given.map(each -> each);
        return oneOf(
                values.map(property::is),
                values.map(property::isNot),
                values.list().ofMaxSize(3).map(property::in),
                values.list().ofMaxSize(3).map(property::notIn),
                just(property.isNull()),
                just(property.isNotNull()));
    }

    private static <T, V> Arbitrary<Specification<T>> ordered(
            OrderedCriteria<T, V> property, Arbitrary<? extends V> given) {
        Arbitrary<V> values = given.map(each -> each);
        return oneOf(
                equal(property, values),
                values.map(property::lessThan),
                values.map(property::lessThanOrEqual),
                values.map(property::greaterThan),
                values.map(property::greaterThanOrEqual),
                Combinators.combine(values, values).as(property::between));
    }

    private <T> Arbitrary<Specification<T>> text(TextCriteria<T> property) {
        IgnoringCase<T> folded = property.ignoringCase();
        return oneOf(
                ordered(property, texts),
                texts.map(property::startsWith),
                texts.map(property::endsWith),
                texts.map(property::contains),
                texts.map(folded::is),
                texts.map(folded::isNot),
                texts.list().ofMaxSize(3).map(folded::in),
                texts.list().ofMaxSize(3).map(folded::notIn),
                texts.map(folded::startsWith),
                texts.map(folded::endsWith),
                texts.map(folded::contains));
    }

    private static <T, E> Arbitrary<Specification<T>> many(
            ManyCriteria<T, E> property, Arbitrary<E> elements, Arbitrary<Specification<E>> tests) {
        return oneOf(
                tests.map(property::any),
                tests.map(property::none),
                tests.map(property::all),
                elements.map(property::contains),
                just(property.isEmpty()),
                just(property.isNotEmpty()));
    }

    /** Orders of one to three keys. */
    Arbitrary<List<Sort<Sample>>> orders() {
        return Combinators.combine(
                        Arbitraries.of(
                                "number",
                                "text",
                                "text",
                                "amount",
                                "day",
                                "moment",
                                "ratio",
                                "key",
                                "flag",
                                "part.label",
                                "part.size"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(SampleArbitraries::sort)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Sort<Sample> sort(String property, boolean ascending, boolean ignoreCase) {
        boolean text = property.equals("text") || property.equals("part.label");
        return new Sort<>(property, ascending, text && ignoreCase);
    }
}
