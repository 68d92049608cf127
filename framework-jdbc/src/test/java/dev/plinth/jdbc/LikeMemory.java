package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.SortKey;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.memory.MemoryBackend;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ValueType;
import dev.plinth.specification.MatchKind;
import dev.plinth.specification.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An engine answers random queries as the in-memory backend does, which is the definition of what they mean. */
abstract class LikeMemory {
    private static final List<Object> TEXTS = List.of(
            "",
            "a",
            "A",
            "ab",
            "aB",
            "b%",
            "b_",
            "b!",
            "\\",
            "\u00df",
            "\u1e9e",
            "ss",
            "\u0130",
            "i",
            "I",
            "\u0131",
            "K",
            "\u212a",
            "\u03c3",
            "\u03c2",
            "\u03a3",
            "\u01c5",
            "\ud801\udc00",
            "\ud801\udc28",
            "x\ud801\udc00y",
            "x\ud83d\ude00",
            "(?i)",
            "\\E.*",
            "\\Qa",
            "a\nb",
            "\u0000");
    private static final List<ValueType> TYPES = Stream.of(ValueType.values())
            .filter(type -> type != ValueType.STRING && type != ValueType.JSON)
            .toList();

    private static final EntityModel THING = thing();
    private static final CollectionModel BAG = THING.collections().get(0);

    private final Random random = new Random(20241122);
    private final Store memory = H2.prepared(MemoryBackend.create().connect((k, r, b) -> {}), THING);
    private final Store engine = engine(THING);
    private final StoreSession inMemory = memory.open(false);
    private final StoreSession inEngine = engine.open(false);

    /** A store over new tables of the entities. */
    abstract Store engine(EntityModel... entities);

    private static EntityModel thing() {
        Entities thing = Entities.named("Thing", "thing")
                .with("id", ValueType.INT)
                .with("name", ValueType.STRING)
                .withNullable("nick", ValueType.STRING);
        TYPES.forEach(type -> thing.withNullable("c_" + type, type));
        return thing.elements(
                        "bag",
                        CollectionModel.Kind.LIST,
                        null,
                        Entities.column(0, "text", ValueType.STRING, true),
                        Entities.column(1, "number", ValueType.DECIMAL, true))
                .build();
    }

    @BeforeEach
    final void fill() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            @Nullable Object[] row = new Object[THING.width()];
            row[0] = i;
            for (ColumnModel column : THING.columns().subList(1, THING.columns().size())) {
                row[column.position()] = column.nullable() && random.nextInt(4) == 0 ? null : value(column);
            }
            List<Object[]> bag = new ArrayList<>();
            for (int j = random.nextInt(3); j > 0; j--) {
                bag.add(new Object[] {
                    random.nextInt(4) == 0 ? null : value(BAG.columns().get(0)),
                    random.nextInt(4) == 0 ? null : value(BAG.columns().get(1))
                });
            }
            row[BAG.position()] = bag;
            rows.add(row);
        }
        Rows.insert(inMemory, THING, rows);
        Rows.insert(inEngine, THING, rows);
    }

    @AfterEach
    final void close() {
        inMemory.close();
        inEngine.close();
        memory.close();
        engine.close();
    }

    @Test
    final void sameRowsInTheSameOrder() {
        int hits = 0;
        for (int i = 0; i < 1500; i++) {
            Query query =
                    new Query(THING, condition(THING.columns(), 3), order(), random.nextInt(3), random.nextInt(100));
            List<Object> expected = ids(inMemory, query);
            assertThat(ids(inEngine, query)).as(() -> "" + query).isEqualTo(expected);
            assertThat(inEngine.count(query)).as(() -> "" + query).isEqualTo(inMemory.count(query));
            hits += expected.isEmpty() ? 0 : 1;
        }
        assertThat(hits).isGreaterThan(400);
    }

    @Test
    final void sameElements() {
        Query all = new Query(
                THING, Condition.ALWAYS, List.of(new SortKey(THING.columns().get(0), false, false)), 0, 0);
        List<Object[]> expected = Rows.all(inMemory.find(all));
        List<Object[]> found = Rows.all(inEngine.find(all));
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(elements(found.get(i))).containsExactlyInAnyOrderElementsOf(elements(expected.get(i)));
            found.get(i)[BAG.position()] = null;
            Object[] row = expected.get(i).clone();
            row[BAG.position()] = null;
            assertThat(found.get(i)).isEqualTo(row);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<List<Object>> elements(Object[] row) {
        return ((List<Object[]>) row[BAG.position()])
                .stream().map(java.util.Arrays::asList).toList();
    }

    private static List<Object> ids(StoreSession session, Query query) {
        return Rows.all(session.find(query)).stream().map(row -> row[0]).toList();
    }

    private List<SortKey> order() {
        List<SortKey> order = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            ColumnModel column = pick(THING.columns());
            if (column.isOrdered()) {
                boolean text = column.type() == ValueType.STRING;
                order.add(new SortKey(column, random.nextBoolean(), text && random.nextBoolean()));
            }
        }
        order.add(new SortKey(THING.columns().get(0), random.nextBoolean(), false));
        return order;
    }

    private Condition condition(List<ColumnModel> columns, int depth) {
        int kind = random.nextInt(depth > 0 ? 10 : 7);
        return switch (kind) {
            case 7 -> new Condition.And(List.of(condition(columns, depth - 1), condition(columns, depth - 1)));
            case 8 -> new Condition.Or(List.of(condition(columns, depth - 1), condition(columns, depth - 1)));
            case 9 -> random.nextInt(8) == 0 ? Condition.ALWAYS : condition(columns, depth - 1);
            default -> random.nextBoolean() ? test(columns) : new Condition.Not(test(columns));
        };
    }

    private Condition.Test test(List<ColumnModel> columns) {
        boolean isRoot = columns == THING.columns();
        if (isRoot && random.nextInt(8) == 0) {
            return new Condition.Any(
                    BAG, random.nextInt(4) == 0 ? Condition.ALWAYS : condition(BAG.columns(), random.nextInt(2)));
        }
        ColumnModel column = random.nextInt(3) == 0 ? columns.get(isRoot ? 1 + random.nextInt(2) : 0) : pick(columns);
        if (column.type() == ValueType.STRING && random.nextInt(3) > 0) {
            return new Condition.Match(
                    column, pick(List.of(MatchKind.values())), (String) value(column), random.nextBoolean());
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Condition.IsNull(column);
            case 1 ->
                new Condition.In(
                        column,
                        Stream.generate(() -> value(column))
                                .limit(1 + random.nextInt(9))
                                .toList());
            default ->
                new Condition.Compare(
                        column, column.isOrdered() ? pick(List.of(Operator.values())) : Operator.EQUAL, value(column));
        };
    }

    private Object value(ColumnModel column) {
        return column.type() == ValueType.STRING
                ? pick(ValuesOnEngine.held(engine, column, TEXTS))
                : column.position() == 0 && column.type() == ValueType.INT
                        ? (Object) random.nextInt(300)
                        : pick(ValuesOnEngine.held(engine, column, values(column.type())));
    }

    // characters from U+E000 are where H2's order by UTF-16 differs
    private static List<Object> values(ValueType type) {
        return ValuesOnEngine.values(type).stream()
                .filter(value -> !value.equals('\uffff'))
                .toList();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
