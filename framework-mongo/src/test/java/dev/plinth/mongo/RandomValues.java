package dev.plinth.mongo;

import dev.plinth.backend.Condition;
import dev.plinth.backend.SortKey;
import dev.plinth.backend.Store;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.JsonValue;
import dev.plinth.model.ValueType;
import dev.plinth.specification.MatchKind;
import dev.plinth.specification.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Rows and conditions by chance, over few values, so that they meet. */
final class RandomValues {
    private static final List<String> TEXTS = List.of(
            "", "a", "A", "ab", "aB", "b", " a", "a\n", "\na", "a\nb", "ä", "Ä", "ß", "ẞ", "straße", "STRASSE", "İ",
            "i", "ı", "I", "K", "k", "\u212a", "ſ", "s", "Σ", "σ", "ς", "😀", "😀a", "𐐀", "𐐨", "a\0b", "\0", ".*",
            "a.b", "^a", "a$", "$a", "\\Qa\\E", "[a]", "(", "%", "a_b", "#", "x y", "e\u0301", "é", "É");

    private final Random random;
    private final Store store;

    /** Values that the store holds. */
    RandomValues(long seed, Store store) {
        this.random = new Random(seed);
        this.store = store;
    }

    Object[] row(EntityModel entity, long id) {
        Object[] row = new Object[entity.width()];
        for (ColumnModel column : entity.columns()) {
            row[column.position()] = column.nullable() && random.nextInt(4) == 0 ? null : value(column);
        }
        for (CollectionModel collection : entity.collections()) {
            row[collection.position()] = IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> element(collection))
                    .toList();
        }
        row[entity.id().columns().get(0).position()] = id;
        row[java.util.Objects.requireNonNull(entity.version()).position()] = 0L;
        return row;
    }

    private Object[] element(CollectionModel collection) {
        Object[] element = new Object[collection.columns().size()];
        for (ColumnModel column : collection.columns()) {
            element[column.position()] = column.nullable() && random.nextInt(4) == 0 ? null : value(column);
        }
        return element;
    }

    Object value(ColumnModel column) {
        Store.ValueCheck check = store.check(column);
        Object value = any(column);
        while (check != null && check.refusal(value) != null) {
            value = any(column);
        }
        return value;
    }

    private Object any(ColumnModel column) {
        return switch (column.type()) {
            case BOOLEAN -> random.nextBoolean();
            case BYTE -> pick((byte) 0, (byte) 1, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> pick((short) 0, (short) 1, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT -> pick(0, 1, 2, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> pick(0L, 1L, 1L << 53, (1L << 53) + 1, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 1);
            case FLOAT -> pick(0f, -0f, 1.1f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY);
            case DOUBLE ->
                pick(0d, -0d, 1.1d, 0.1d + 0.2d, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY);
            case CHAR -> pick('a', 'A', 'ä', '\0', '\uffff', 'ß');
            case STRING -> text();
            case DECIMAL -> decimal(column);
            case BIG_INTEGER ->
                pick(
                        BigInteger.ZERO,
                        BigInteger.TEN.pow(33),
                        BigInteger.TEN.pow(33).add(BigInteger.ONE),
                        BigInteger.TEN.pow(33).negate());
            case UUID ->
                pick(
                        new UUID(0, 0),
                        new UUID(0, 1),
                        new UUID(0, -1),
                        new UUID(-1, 0),
                        new UUID(Long.MIN_VALUE, 5),
                        new UUID(Long.MAX_VALUE, 5));
            case BYTES -> pick(new byte[0], new byte[] {0}, new byte[] {-1, 0, 1}, new byte[] {1});
            case URI -> pick(URI.create("a:b"), URI.create("A:b"), URI.create("/x"), URI.create("x%20y"));
            case YEAR -> pick(Year.of(0), Year.of(2000), Year.of(Year.MIN_VALUE), Year.of(Year.MAX_VALUE));
            case DURATION ->
                pick(
                        Duration.ZERO,
                        Duration.ofNanos(1),
                        Duration.ofNanos(-1),
                        Duration.ofSeconds(Long.MIN_VALUE),
                        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
                        Duration.ofSeconds(Long.MAX_VALUE, 999_999_998));
            case JSON -> JsonValue.of(pick(Map.of(), List.of("a", 1), Map.of("b", Map.of("c", 1.5))));
            default -> time(column.type());
        };
    }

    private Object time(ValueType type) {
        Instant instant = pick(
                Instant.EPOCH,
                Instant.ofEpochMilli(1),
                Instant.ofEpochMilli(-1),
                Instant.parse("2024-02-29T23:59:59.999Z"),
                Instant.parse("-9999-01-01T00:00:00Z"),
                Instant.parse("+99999-12-31T23:59:59.999Z"));
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return switch (type) {
            case INSTANT -> instant;
            case OFFSET_DATE_TIME ->
                instant.atOffset(pick(ZoneOffset.UTC, ZoneOffset.ofHours(5), ZoneOffset.ofTotalSeconds(-3601)));
            case LOCAL_DATE_TIME -> local;
            case LOCAL_DATE -> local.toLocalDate();
            case LOCAL_TIME -> pick(local.toLocalTime(), LocalTime.NOON, LocalTime.MIDNIGHT);
            default -> throw new IllegalArgumentException(type.name());
        };
    }

    // with trailing zeros now and then, and more digits than a double has
    private BigDecimal decimal(ColumnModel column) {
        BigDecimal value = pick(
                BigDecimal.ZERO,
                BigDecimal.ONE,
                new BigDecimal("1.10"),
                new BigDecimal("0.1"),
                new BigDecimal("123456789012345678.12"),
                new BigDecimal("123456789012345678.11"),
                new BigDecimal("-1.1"));
        int scale = random.nextBoolean() ? column.scale() : Math.min(2, column.scale());
        return value.scale() > column.scale() ? BigDecimal.ZERO : value.setScale(Math.max(scale, value.scale()));
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    Condition condition(List<ColumnModel> columns, List<CollectionModel> collections, int depth) {
        int kind = random.nextInt(depth == 0 ? 8 : 12);
        if (kind < 8) {
            Condition.Test test = test(columns, collections, depth);
            return random.nextInt(3) == 0 ? new Condition.Not(test) : test;
        }
        List<Condition> parts = IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> condition(columns, collections, depth - 1))
                .toList();
        return kind < 10 ? new Condition.And(parts) : new Condition.Or(parts);
    }

    private Condition.Test test(List<ColumnModel> columns, List<CollectionModel> collections, int depth) {
        if (!collections.isEmpty() && random.nextInt(3) == 0) {
            CollectionModel collection = collections.get(random.nextInt(collections.size()));
            boolean all = random.nextInt(8) == 0;
            return new Condition.Any(
                    collection,
                    all ? Condition.ALWAYS : condition(collection.columns(), List.of(), Math.min(depth + 1, 2)));
        }
        ColumnModel column = columns.get(random.nextInt(columns.size()));
        int kind = random.nextInt(6);
        if (kind == 0) {
            return new Condition.IsNull(column);
        }
        if (kind == 1) {
            return new Condition.In(
                    column,
                    IntStream.range(0, 1 + random.nextInt(3))
                            .mapToObj(i -> value(column))
                            .toList());
        }
        if (column.type() == ValueType.STRING && kind < 4) {
            return new Condition.Match(column, pick(MatchKind.values()), text(), random.nextBoolean());
        }
        Operator operator = column.type().isOrdered() ? pick(Operator.values()) : Operator.EQUAL;
        return new Condition.Compare(column, operator, value(column));
    }

    List<SortKey> order(EntityModel entity) {
        List<SortKey> order = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            ColumnModel column =
                    entity.columns().get(random.nextInt(entity.columns().size()));
            if (column.type().isOrdered()) {
                order.add(new SortKey(
                        column, random.nextBoolean(), column.type() == ValueType.STRING && random.nextBoolean()));
            }
        }
        order.add(new SortKey(entity.id().columns().get(0), random.nextBoolean(), false));
        return order;
    }

    /** A number below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }
}
