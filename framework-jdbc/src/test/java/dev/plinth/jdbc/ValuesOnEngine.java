package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.byIds;
import static dev.plinth.jdbc.Rows.count;
import static dev.plinth.jdbc.Rows.find;
import static dev.plinth.jdbc.Rows.insert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Condition;
import dev.plinth.backend.SortKey;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.JsonValue;
import dev.plinth.model.ValueType;
import dev.plinth.specification.Operator;
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
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type: what goes in comes out, is found by its value, and is ordered as the model says. */
abstract class ValuesOnEngine {
    /** A store over new tables of the entities. */
    abstract Store store(EntityModel... entities);

    /** Values of each type, in ascending order where the type has one. */
    static List<Object> values(ValueType type) {
        return switch (type) {
            case BOOLEAN -> List.of(false, true);
            case BYTE -> List.of(Byte.MIN_VALUE, (byte) 0, Byte.MAX_VALUE);
            case SHORT -> List.of(Short.MIN_VALUE, (short) 0, Short.MAX_VALUE);
            case INT -> List.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE);
            case LONG -> List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE);
            case FLOAT ->
                List.of(
                        Float.NEGATIVE_INFINITY,
                        -Float.MAX_VALUE,
                        0.0f,
                        Float.MIN_VALUE,
                        0.1f,
                        Float.MAX_VALUE,
                        Float.POSITIVE_INFINITY);
            case DOUBLE ->
                List.of(
                        Double.NEGATIVE_INFINITY,
                        -Double.MAX_VALUE,
                        0.0,
                        Double.MIN_VALUE,
                        0.1,
                        Double.MAX_VALUE,
                        Double.POSITIVE_INFINITY);
            case CHAR -> List.of('\u0000', ' ', 'A', 'a', '\u00df', '\uffff');
            case STRING ->
                List.of("", "\u0000", " ", "  a ", "A", "a", "a ", "a%_!\\'\"", "b\n", "\u00e9", "\ud83d\ude00");
            case DECIMAL ->
                List.of(
                        new BigDecimal("-99999999999999999999999999.9999"),
                        new BigDecimal("0.0000"),
                        new BigDecimal("0.0001"),
                        new BigDecimal("1.5000"));
            case BIG_INTEGER -> List.of(BigInteger.TEN.pow(29).negate(), BigInteger.ZERO, BigInteger.TEN.pow(29));
            case UUID ->
                List.of(new UUID(0, 0), new UUID(1, 1), new UUID(1, -1), new UUID(Long.MIN_VALUE, 0), new UUID(-1, -1));
            case BYTES -> List.of(new byte[0], new byte[] {0}, new byte[] {-1, 0, 127, -128}, new byte[255]);
            case LOCAL_DATE ->
                List.of(
                        LocalDate.MIN,
                        LocalDate.of(0, 2, 29),
                        LocalDate.of(1582, 10, 10),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(12345, 1, 1),
                        LocalDate.MAX);
            case LOCAL_TIME -> List.of(LocalTime.MIN, LocalTime.NOON, LocalTime.of(23, 59, 59, 999_999_000));
            case LOCAL_DATE_TIME ->
                List.of(
                        LocalDateTime.MIN,
                        LocalDateTime.of(1582, 10, 10, 3, 30),
                        LocalDateTime.of(2024, 3, 31, 2, 30),
                        LocalDateTime.MAX.withNano(999_999_000));
            case INSTANT ->
                List.of(
                        Instant.MIN,
                        Instant.parse("1582-10-10T00:00:00.000001Z"),
                        Instant.EPOCH,
                        Instant.MAX.minusNanos(999));
            case OFFSET_DATE_TIME ->
                List.of(
                        OffsetDateTime.MIN,
                        OffsetDateTime.of(2020, 1, 1, 12, 0, 0, 1000, ZoneOffset.ofHours(2)),
                        OffsetDateTime.of(2020, 1, 1, 11, 0, 0, 1000, ZoneOffset.UTC),
                        OffsetDateTime.of(2020, 1, 1, 11, 0, 0, 2000, ZoneOffset.ofHoursMinutesSeconds(-5, -30, -7)),
                        OffsetDateTime.MAX.withNano(999_999_000));
            case DURATION ->
                List.of(
                        Duration.ofSeconds(Long.MIN_VALUE),
                        Duration.ofSeconds(Long.MIN_VALUE, 999_999_999),
                        Duration.ofNanos(-1),
                        Duration.ZERO,
                        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
            case YEAR -> List.of(Year.of(Year.MIN_VALUE), Year.of(2024), Year.of(Year.MAX_VALUE));
            case JSON ->
                Stream.of(
                                "{}",
                                "[]",
                                "0",
                                "\"\\u0000\"",
                                "{\"b\":[1.50,null,true],\"a\":{\"\":\"\ud83d\ude00\"}}",
                                "1E+400")
                        .<Object>map(JsonValue::parse)
                        .toList();
            case URI -> List.of(URI.create(""), URI.create("mailto:a@b"), URI.create("http://h/%20?q=\u00e9#f"));
        };
    }

    static Stream<Arguments> allTypes() {
        return Stream.of(ValueType.values()).map(type -> Arguments.of(type, values(type)));
    }

    /** The values that the engine does not refuse. */
    static List<Object> held(Store store, ColumnModel column, List<Object> values) {
        Store.ValueCheck check = store.check(column);
        return values.stream()
                .filter(value -> check == null || check.refusal(value) == null)
                .toList();
    }

    private static EntityModel entity(ValueType type) {
        return Entities.named("Thing", "Thing")
                .with("id", ValueType.INT)
                .withNullable("order", type)
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allTypes")
    final void comesBackEqualAndIsFoundByItsValue(ValueType type, List<Object> all) {
        EntityModel entity = entity(type);
        ColumnModel column = entity.columns().get(1);
        try (Store store = store(entity);
                StoreSession session = store.open(false)) {
            List<Object> values = held(store, column, all);
            insert(session, entity, new Object[] {-1, null});
            for (int i = 0; i < values.size(); i++) {
                insert(session, entity, new Object[] {i, values.get(i)});
            }
            assertThat(byIds(session, entity, -1).get(0)[1]).isNull();
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                assertThat(byIds(session, entity, i).get(0)[1])
                        .isEqualTo(value)
                        .satisfies(
                                read -> assertThat(Objects.requireNonNull(read).getClass())
                                        .isEqualTo(type.javaType()));
                if (type == ValueType.JSON) {
                    continue; // it is compared with null only
                }
                Condition equal = new Condition.Compare(column, Operator.EQUAL, value);
                assertThat(find(session, entity, equal))
                        .extracting(row -> row[0])
                        .contains(i);
                for (int times : List.of(3, 1100)) { // the longer list is sent as an array
                    assertThat(count(session, entity, new Condition.In(column, Collections.nCopies(times, value))))
                            .isEqualTo(count(session, entity, equal));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allTypes")
    final void isOrdered(ValueType type, List<Object> all) {
        if (!type.isOrdered()) {
            return;
        }
        EntityModel entity = entity(type);
        ColumnModel column = entity.columns().get(1);
        try (Store store = store(entity);
                StoreSession session = store.open(false)) {
            List<Object> values = held(store, column, all);
            for (int i = values.size() - 1; i >= 0; i--) {
                insert(session, entity, new Object[] {i, values.get(i)});
            }
            insert(session, entity, new Object[] {-1, null});
            SortKey byId = new SortKey(entity.columns().get(0), false, false);
            assertThat(find(session, entity, Condition.ALWAYS, new SortKey(column, false, false), byId))
                    .extracting(row -> (Integer) row[0])
                    .isSorted();
            assertThat(find(session, entity, Condition.ALWAYS, new SortKey(column, true, false)))
                    .last()
                    .satisfies(row -> assertThat(row[0]).isEqualTo(-1));
            Object middle = values.get(values.size() / 2);
            assertThat(find(session, entity, new Condition.Compare(column, Operator.LESS, middle), byId))
                    .extracting(row -> row[0])
                    .doesNotContain(-1, values.size() / 2, values.size() - 1)
                    .contains(0);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ValueType.class,
            names = {"LONG", "INT", "SHORT", "STRING", "UUID", "CHAR", "DECIMAL", "LOCAL_DATE", "URI", "INSTANT"})
    final void canBeAnId(ValueType type) {
        EntityModel entity = Entities.named("Thing", "thing").with("id", type).build();
        try (Store store = store(entity);
                StoreSession session = store.open(false)) {
            List<Object> values = held(store, entity.columns().get(0), values(type));
            List<Object[]> rows =
                    values.stream().map(value -> new Object[] {value}).toList();
            insert(session, entity, rows);
            assertThat(byIds(session, entity, values.toArray()))
                    .extracting(row -> row[0])
                    .containsExactlyInAnyOrderElementsOf(values);
        }
    }

    @Test
    final void largeTextAndBytesAreKept() {
        EntityModel entity = Entities.named("Letter", "letter")
                .with("id", ValueType.INT)
                .withLarge("text", ValueType.STRING, 5_000_000)
                .withLarge("scan", ValueType.BYTES, 5_000_000)
                .build();
        String text = "\u0001\ud83d\ude00x".repeat(700_000);
        byte[] scan = new byte[3_000_000];
        new java.util.Random(1).nextBytes(scan);
        try (Store store = store(entity);
                StoreSession session = store.open(false)) {
            insert(session, entity, new Object[] {1, text, scan}, new Object[] {2, "", new byte[0]});
            insert(session, entity, new Object[] {3, null, null});
            Object[] row = byIds(session, entity, 1).get(0);
            assertThat(row[1]).isEqualTo(text);
            assertThat(row[2]).isEqualTo(scan);
            assertThat(byIds(session, entity, 2).get(0)).isEqualTo(new Object[] {2, "", new byte[0]});
            Condition same = new Condition.Compare(entity.columns().get(2), Operator.EQUAL, scan);
            assertThat(find(session, entity, same)).extracting(r -> r[0]).containsExactly(1);
        }
    }
}
