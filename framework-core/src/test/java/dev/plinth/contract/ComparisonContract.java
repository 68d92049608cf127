package dev.plinth.contract;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.contract.domain.Specimen;
import dev.plinth.contract.domain.Status;
import dev.plinth.specification.NamedCriteria;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import java.lang.reflect.Field;
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
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every comparison on every type, with nulls: true or false, never unknown. */
public abstract class ComparisonContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Specimen.class);
    }

    /** The ids of the rows that are meant, which must be those of the objects that satisfy the specification. */
    private List<Long> ids(Specification<Specimen> specification) {
        return plinth().readResult(uow -> {
            Selection<Specimen> all = Selection.of(Specimen.class);
            List<Long> found = uow.find(all.where(specification)).stream()
                    .map(each -> each.id)
                    .sorted()
                    .toList();
            List<Long> satisfied = uow.find(all).stream()
                    .filter(specification::isSatisfiedBy)
                    .map(each -> each.id)
                    .sorted()
                    .toList();
            assertThat(found).as(specification.toString()).isEqualTo(satisfied);
            assertThat(uow.count(all.where(specification))).isEqualTo(found.size());
            return found;
        });
    }

    /** Rows 1, 2, 3 with the values and row 4 with null. */
    private void rows(String property, Object... values) {
        for (int i = 0; i < 4; i++) {
            Specimen specimen = Specimens.bare(i + 1);
            set(specimen, property, i < values.length ? values[i] : null);
            insert(specimen);
        }
    }

    private static void set(Specimen specimen, String property, @Nullable Object value) {
        try {
            Field field = Specimen.class.getField(property);
            field.set(specimen, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(property, e);
        }
    }

    private static Stream<Arguments> ordered() {
        return Stream.of(
                Arguments.of("tinyBox", (byte) -128, (byte) 0, (byte) 127),
                Arguments.of("smallBox", (short) -300, (short) 2, (short) 300),
                Arguments.of("mediumBox", Integer.MIN_VALUE, 0, Integer.MAX_VALUE),
                Arguments.of("largeBox", Long.MIN_VALUE, -1L, Long.MAX_VALUE),
                Arguments.of("singleBox", -1.5f, 0.25f, 3.0e30f),
                Arguments.of("twiceBox", -1.5e300, 1e-300, 0.1),
                Arguments.of("letterBox", 'B', 'a', 'ß'),
                Arguments.of("text", "", "Zoo", "ant"),
                Arguments.of("decimal", new BigDecimal("-10"), new BigDecimal("9.5"), new BigDecimal("10.25")),
                Arguments.of("integer", BigInteger.TEN.pow(25).negate(), BigInteger.TWO, BigInteger.TEN),
                Arguments.of("uuid", new UUID(1, -1), new UUID(Long.MAX_VALUE, 0), new UUID(-1, 0)),
                Arguments.of("date", LocalDate.of(1, 1, 1), LocalDate.of(1969, 12, 31), LocalDate.of(2026, 1, 1)),
                Arguments.of("time", LocalTime.MIDNIGHT, LocalTime.of(9, 30), LocalTime.of(23, 59, 59, 999_000_000)),
                Arguments.of(
                        "dateTime",
                        LocalDateTime.of(1969, 12, 31, 23, 59),
                        LocalDateTime.of(2026, 1, 1, 0, 0),
                        LocalDateTime.of(2026, 1, 1, 0, 0, 0, 1_000_000)),
                Arguments.of("instant", Instant.parse("1900-01-01T00:00:00Z"), Instant.EPOCH, Instant.ofEpochMilli(1)),
                Arguments.of(
                        "offsetDateTime",
                        OffsetDateTime.parse("2026-01-01T02:00:00+05:00"),
                        OffsetDateTime.parse("2025-12-31T22:00:00Z"),
                        OffsetDateTime.parse("2025-12-31T20:00:00-05:00")),
                Arguments.of("duration", Duration.ofDays(-2), Duration.ofNanos(-1), Duration.ofHours(30)),
                Arguments.of("year", Year.of(-44), Year.of(999), Year.of(2026)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ordered")
    void valuesInOrder(String property, Object low, Object mid, Object high) {
        rows(property, low, mid, high);
        NamedCriteria<Specimen> value = where(Specimen.class, property);
        assertThat(ids(value.is(mid))).containsExactly(2L);
        assertThat(ids(value.isNot(mid))).containsExactly(1L, 3L, 4L);
        assertThat(ids(value.is(mid).not())).containsExactly(1L, 3L, 4L);
        assertThat(ids(value.lessThan(mid))).containsExactly(1L);
        assertThat(ids(value.lessThanOrEqual(mid))).containsExactly(1L, 2L);
        assertThat(ids(value.greaterThan(mid))).containsExactly(3L);
        assertThat(ids(value.greaterThanOrEqual(mid))).containsExactly(2L, 3L);
        assertThat(ids(value.lessThan(mid).not())).containsExactly(2L, 3L, 4L);
        assertThat(ids(value.greaterThanOrEqual(low).not())).containsExactly(4L);
        assertThat(ids(value.between(low, mid))).containsExactly(1L, 2L);
        assertThat(ids(value.between(mid, mid))).containsExactly(2L);
        assertThat(ids(value.between(high, low))).isEmpty();
        assertThat(ids(value.between(low, mid).not())).containsExactly(3L, 4L);
        assertThat(ids(value.in(low, high))).containsExactly(1L, 3L);
        assertThat(ids(value.notIn(low, high))).containsExactly(2L, 4L);
        assertThat(ids(value.isNull())).containsExactly(4L);
        assertThat(ids(value.isNotNull())).containsExactly(1L, 2L, 3L);
    }

    private static Stream<Arguments> unordered() {
        return Stream.of(
                Arguments.of("flagBox", true, false),
                Arguments.of("status", Status.VIP, Status.NEW),
                Arguments.of("ordinal", Status.VIP, Status.NEW),
                Arguments.of("uri", URI.create("urn:a"), URI.create("urn:A")),
                Arguments.of("bytes", new byte[] {1, 2}, new byte[] {1, 2, 0}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unordered")
    void valuesWithoutOrder(String property, Object one, Object other) {
        rows(property, one, other, one);
        NamedCriteria<Specimen> value = where(Specimen.class, property);
        assertThat(ids(value.is(one))).containsExactly(1L, 3L);
        assertThat(ids(value.isNot(one))).containsExactly(2L, 4L);
        assertThat(ids(value.in(List.of(one, other)))).containsExactly(1L, 2L, 3L);
        assertThat(ids(value.notIn(List.of(other)))).containsExactly(1L, 3L, 4L);
        assertThat(ids(value.isNull())).containsExactly(4L);
    }

    @Test
    void anEmptyInMeansNothingAndAnEmptyNotInEverything() {
        rows("mediumBox", 1, 2, 3);
        NamedCriteria<Specimen> value = where(Specimen.class, "mediumBox");
        assertThat(ids(value.in(List.of()))).isEmpty();
        assertThat(ids(value.notIn(List.of()))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ids(value.in(List.of()).not())).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void thousandsOfValuesAreTakenByIn() {
        rows("largeBox", 7L, 70_000L, 9_999L);
        List<Object> many = LongStream.range(0, 10_000).<Object>mapToObj(i -> i).toList();
        assertThat(ids(where(Specimen.class, "largeBox").in(many))).containsExactly(1L, 3L);
        assertThat(ids(where(Specimen.class, "largeBox").notIn(many))).containsExactly(2L, 4L);
    }

    @Test
    void moreValuesAreTakenByInThanAStatementHasParameters() {
        rows("largeBox", 7L, 700_000L, 149_999L);
        List<Object> many =
                LongStream.range(0, 150_000).<Object>mapToObj(i -> i).toList();
        assertThat(ids(where(Specimen.class, "largeBox").in(many))).containsExactly(1L, 3L);
        assertThat(ids(where(Specimen.class, "largeBox").notIn(many))).containsExactly(2L, 4L);
    }

    private static Stream<Arguments> many() {
        LocalDateTime start = LocalDateTime.of(2026, 1, 1, 0, 0);
        return Stream.of(
                many("singleBox", i -> i + 0.5f),
                many("twiceBox", i -> i + 0.1),
                many("bytes", i -> BigInteger.valueOf(i).toByteArray()),
                many("date", i -> start.toLocalDate().plusDays(i)),
                many("time", i -> LocalTime.ofSecondOfDay(i)),
                many("dateTime", i -> start.plusSeconds(i)),
                many("instant", i -> start.plusSeconds(i).toInstant(ZoneOffset.UTC)));
    }

    private static Arguments many(String property, IntFunction<Object> value) {
        return Arguments.of(property, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("many")
    void seventyThousandValuesOfATypeAreTakenByIn(String property, IntFunction<Object> value) {
        rows(property, value.apply(70_001), value.apply(400), value.apply(69_999));
        List<Object> values = IntStream.range(0, 70_000).mapToObj(value).toList();
        Specification<Specimen> among = where(Specimen.class, property).in(values);
        assertThat(plinth().<List<Specimen>, RuntimeException>readResult(
                                uow -> uow.find(Selection.of(Specimen.class).where(among))))
                .extracting(each -> each.id)
                .containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void allAndNone() {
        rows("mediumBox", 1, 2, 3);
        assertThat(ids(Specification.all())).hasSize(4);
        assertThat(ids(Specification.none())).isEmpty();
        assertThat(ids(Specification.<Specimen>all().not())).isEmpty();
        assertThat(ids(Specification.not(Specification.none()))).hasSize(4);
    }

    @Test
    void andOrNotAreTwoValued() {
        rows("mediumBox", 1, 2, 3);
        Specification<Specimen> one = where(Specimen.class, "mediumBox").is(1);
        Specification<Specimen> large = where(Specimen.class, "mediumBox").greaterThan(1);
        assertThat(ids(one.or(large))).containsExactly(1L, 2L, 3L);
        assertThat(ids(one.or(large).not())).containsExactly(4L);
        assertThat(ids(one.not().and(large.not()))).containsExactly(4L);
        assertThat(ids(one.and(large))).isEmpty();
        assertThat(ids(one.and(large).not())).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ids(one.not().or(large.not()))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ids(one.not().not())).containsExactly(1L);
        assertThat(ids(one.or(large).and(large.or(one)).not().not())).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aDecimalIsComparedByValue() {
        rows("decimal", new BigDecimal("1.5"), new BigDecimal("1"), new BigDecimal("100"));
        NamedCriteria<Specimen> value = where(Specimen.class, "decimal");
        assertThat(ids(value.is(new BigDecimal("1.50")))).containsExactly(1L);
        assertThat(ids(value.is(new BigDecimal("1E+2")))).containsExactly(3L);
        assertThat(ids(value.in(new BigDecimal("1.000"), new BigDecimal("2")))).containsExactly(2L);
    }

    @Test
    void aDecimalThatTheColumnCannotHoldIsComparedExactly() {
        rows("decimal", new BigDecimal("1"), new BigDecimal("2"), new BigDecimal("-1"));
        NamedCriteria<Specimen> value = where(Specimen.class, "decimal");
        BigDecimal justAboveOne = new BigDecimal("1.00000001");
        assertThat(ids(value.is(justAboveOne))).isEmpty();
        assertThat(ids(value.isNot(justAboveOne))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ids(value.in(justAboveOne, new BigDecimal("2")))).containsExactly(2L);
        assertThat(ids(value.lessThan(justAboveOne))).containsExactly(1L, 3L);
        assertThat(ids(value.lessThanOrEqual(justAboveOne))).containsExactly(1L, 3L);
        assertThat(ids(value.greaterThan(justAboveOne))).containsExactly(2L);
        assertThat(ids(value.greaterThanOrEqual(justAboveOne))).containsExactly(2L);
        assertThat(ids(value.greaterThan(new BigDecimal("-1.00000001")))).containsExactly(1L, 2L, 3L);
        BigDecimal huge = BigDecimal.TEN.pow(40);
        assertThat(ids(value.lessThan(huge))).containsExactly(1L, 2L, 3L);
        assertThat(ids(value.greaterThan(huge))).isEmpty();
        assertThat(ids(value.greaterThan(huge.negate()))).containsExactly(1L, 2L, 3L);
        assertThat(ids(value.lessThan(huge.negate()).not())).containsExactly(1L, 2L, 3L, 4L);
        BigDecimal tiny = new BigDecimal("1E-1000000000");
        assertThat(ids(value.lessThan(tiny))).containsExactly(3L);
        assertThat(ids(value.greaterThan(tiny.negate()))).containsExactly(1L, 2L);
        assertThat(ids(value.is(tiny))).isEmpty();
    }

    @Test
    void aTimeThatTheColumnCannotHoldIsComparedExactly() {
        Instant instant = Instant.parse("2026-01-01T00:00:00.123Z");
        rows("instant", instant, instant.plusMillis(1), instant.minusMillis(1));
        NamedCriteria<Specimen> value = where(Specimen.class, "instant");
        Instant finer = instant.plusNanos(1);
        assertThat(ids(value.is(finer))).isEmpty();
        assertThat(ids(value.isNot(finer))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ids(value.lessThan(finer))).containsExactly(1L, 3L);
        assertThat(ids(value.greaterThanOrEqual(finer))).containsExactly(2L);
        assertThat(ids(value.greaterThan(instant.minusNanos(1)))).containsExactly(1L, 2L);
    }

    private static Stream<Arguments> farValues() {
        return Stream.of(
                Arguments.of("instant", Instant.MIN, Instant.EPOCH, Instant.MAX),
                Arguments.of("date", LocalDate.MIN, LocalDate.EPOCH, LocalDate.MAX),
                Arguments.of("dateTime", LocalDateTime.MIN, LocalDateTime.of(2026, 1, 1, 0, 0), LocalDateTime.MAX),
                Arguments.of(
                        "offsetDateTime",
                        OffsetDateTime.MIN,
                        OffsetDateTime.parse("2026-01-01T02:00:00+05:00"),
                        OffsetDateTime.MAX),
                Arguments.of(
                        "decimal",
                        BigDecimal.TEN.pow(60).add(BigDecimal.ONE).negate(),
                        BigDecimal.ONE,
                        BigDecimal.TEN.pow(60).add(BigDecimal.ONE)),
                Arguments.of(
                        "integer",
                        BigInteger.TEN.pow(60).add(BigInteger.ONE).negate(),
                        BigInteger.ONE,
                        BigInteger.TEN.pow(60).add(BigInteger.ONE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("farValues")
    void aValueFarBeyondTheColumnIsComparedExactly(String property, Object least, Object mid, Object greatest) {
        rows(property, mid);
        NamedCriteria<Specimen> value = where(Specimen.class, property);
        assertThat(ids(value.lessThan(greatest))).containsExactly(1L);
        assertThat(ids(value.lessThanOrEqual(greatest))).containsExactly(1L);
        assertThat(ids(value.greaterThan(greatest))).isEmpty();
        assertThat(ids(value.greaterThanOrEqual(greatest))).isEmpty();
        assertThat(ids(value.greaterThan(least))).containsExactly(1L);
        assertThat(ids(value.greaterThanOrEqual(least))).containsExactly(1L);
        assertThat(ids(value.lessThan(least))).isEmpty();
        assertThat(ids(value.lessThanOrEqual(least))).isEmpty();
        assertThat(ids(value.between(least, greatest))).containsExactly(1L);
        assertThat(ids(value.between(least, greatest).not())).containsExactly(2L, 3L, 4L);
        assertThat(ids(value.lessThan(least).not())).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ids(value.greaterThan(least).not())).containsExactly(2L, 3L, 4L);
        assertThat(ids(value.is(greatest))).isEmpty();
        assertThat(ids(value.in(least, mid, greatest))).containsExactly(1L);
        assertThat(ids(value.notIn(least, greatest))).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aTextThatTheColumnCannotHoldIsComparedExactly() {
        rows("text", "a", "b", "x".repeat(255));
        NamedCriteria<Specimen> value = where(Specimen.class, "text");
        assertThat(ids(value.is("x".repeat(256)))).isEmpty();
        assertThat(ids(value.isNot("x".repeat(256)))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ids(value.lessThan("a" + "a".repeat(300)))).containsExactly(1L);
        assertThat(ids(value.greaterThan("x".repeat(256)))).isEmpty();
        assertThat(ids(value.lessThan("x".repeat(256)))).containsExactly(1L, 2L, 3L);
        assertThat(ids(value.text().startsWith("x".repeat(300)))).isEmpty();
        assertThat(ids(value.text().contains("x".repeat(300)).not())).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void negativeZeroEqualsZero() {
        rows("twiceBox", 0.0, -0.0, 1.0);
        NamedCriteria<Specimen> value = where(Specimen.class, "twiceBox");
        assertThat(ids(value.is(0.0))).containsExactly(1L, 2L);
        assertThat(ids(value.is(-0.0))).containsExactly(1L, 2L);
        assertThat(ids(value.lessThan(0.0))).isEmpty();
        assertThat(ids(value.greaterThanOrEqual(-0.0))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void anOffsetDateTimeIsComparedByItsInstant() {
        rows(
                "offsetDateTime",
                OffsetDateTime.parse("2026-01-01T12:00:00Z"),
                OffsetDateTime.parse("2026-01-01T14:00:00+02:00"),
                OffsetDateTime.parse("2026-01-01T12:00:00-01:00"));
        NamedCriteria<Specimen> value = where(Specimen.class, "offsetDateTime");
        assertThat(ids(value.is(OffsetDateTime.parse("2026-01-01T07:00:00-05:00"))))
                .containsExactly(1L, 2L);
    }

    @Test
    void theIdIsAPropertyToo() {
        rows("mediumBox", 1, 2, 3);
        assertThat(ids(where(Specimen.class, "id").between(2L, 3L))).containsExactly(2L, 3L);
    }
}
