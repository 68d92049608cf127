package dev.plinth.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.audit.AuditAction;
import dev.plinth.backend.WriteBatch;
import dev.plinth.error.EntityStateException;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.tracking.RowDifference;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import dev.plinth.model.Generation;
import dev.plinth.model.IdModel;
import dev.plinth.model.KeyModel;
import dev.plinth.model.PropertyModel;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever graph of rows becomes whatever other: after each single step every reference leads to a row, and no unique value
 * occurs twice.
 */
class BatchOrderTest {
    /** The columns of every type: its id, a reference that must be there, one that may be null, a unique value. */
    private static final int ID = 0;

    private static final int PARENT = 1;
    private static final int FRIEND = 2;
    private static final int MARK = 3;
    private static final int ROWS = 5;

    /** Has an id. */
    static final class Thing {
        int id;
    }

    private final EntityModel root = entity("Root", null, () -> this.leaf);
    private final EntityModel branch = entity("Branch", () -> root, () -> this.branch);
    private final EntityModel leaf = entity("Leaf", () -> branch, () -> root);
    private final List<EntityModel> types = List.of(root, branch, leaf);
    private final Map<EntityModel, EntityMapper> mappers = new HashMap<>();

    private static EntityModel entity(
            String name, @Nullable Supplier<EntityModel> parent, Supplier<EntityModel> friend) {
        List<ColumnModel> columns = List.of(
                column(ID, "id", false),
                column(PARENT, "parent", parent == null),
                column(FRIEND, "friend", true),
                column(MARK, "mark", false));
        PropertyModel id = new PropertyModel.Basic("id", "id", field(), columns.get(ID));
        List<ForeignKeyModel> keys = new ArrayList<>();
        keys.add(new ForeignKeyModel("fk_friend", List.of(columns.get(FRIEND)), friend));
        if (parent != null) {
            keys.add(new ForeignKeyModel("fk_parent", List.of(columns.get(PARENT)), parent));
        }
        return new EntityModel(
                name,
                Thing.class,
                new TableName(null, null, name),
                List.of(id),
                columns,
                List.of(),
                new IdModel(id, Integer.class, List.of(columns.get(ID)), new Generation.Assigned()),
                null,
                null,
                false,
                List.of(new KeyModel("uk_mark", List.of(columns.get(MARK)), true)),
                false,
                keys);
    }

    private static Field field() {
        try {
            return Thing.class.getDeclaredField("id");
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ColumnModel column(int position, String name, boolean nullable) {
        return new ColumnModel(
                position,
                name,
                name,
                ValueType.INT,
                Integer.class,
                null,
                nullable,
                false,
                0,
                0,
                0,
                -1,
                true,
                true,
                List.of());
    }

    /** The rows of one moment. */
    private final class State {
        private final Map<EntityModel, Map<Integer, @Nullable Object[]>> rows = new HashMap<>();

        State() {
            types.forEach(type -> rows.put(type, new TreeMap<>()));
        }

        Map<Integer, @Nullable Object[]> of(EntityModel type) {
            return rows.get(type);
        }

        boolean has(EntityModel type, Object id) {
            return of(type).containsKey((Integer) id);
        }
    }

    private State random(Random random) {
        State state = new State();
        for (EntityModel type : types) {
            List<Integer> parents = type == root
                    ? List.of()
                    : List.copyOf(state.of(type == branch ? root : branch).keySet());
            List<Integer> marks =
                    new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
            Collections.shuffle(marks, random);
            for (int id = 0; id < ROWS; id++) {
                if (random.nextInt(4) > 0 && (type == root || !parents.isEmpty())) {
                    Object parent = type == root ? null : parents.get(random.nextInt(parents.size()));
                    state.of(type).put(id, new @Nullable Object[] {id, parent, null, marks.get(id)});
                }
            }
        }
        for (EntityModel type : types) {
            List<Integer> friends = List.copyOf(state.of(friendOf(type)).keySet());
            for (@Nullable Object[] row : state.of(type).values()) {
                row[FRIEND] =
                        friends.isEmpty() || random.nextBoolean() ? null : friends.get(random.nextInt(friends.size()));
            }
        }
        return state;
    }

    private static EntityModel friendOf(EntityModel type) {
        return type.foreignKeys().get(0).target().get();
    }

    private List<PlannedChange> changes(State before, State after, Random random) {
        List<PlannedChange> changes = new ArrayList<>();
        for (EntityModel type : types) {
            for (int id = 0; id < ROWS; id++) {
                change(type, before.of(type).get(id), after.of(type).get(id)).ifPresent(changes::add);
            }
        }
        Collections.shuffle(changes, random);
        return changes;
    }

    private Optional<PlannedChange> change(
            EntityModel type, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after) {
        BitSet positions = new BitSet();
        WriteBatch.Kind kind;
        AuditAction action;
        if (before == null && after == null) {
            return Optional.empty();
        } else if (before == null) {
            positions.set(0, type.width());
            kind = WriteBatch.Kind.INSERT;
            action = AuditAction.INSERT;
        } else if (after == null) {
            kind = WriteBatch.Kind.DELETE;
            action = AuditAction.DELETE;
        } else {
            positions.or(RowDifference.of(type, before, after));
            kind = WriteBatch.Kind.UPDATE;
            action = AuditAction.UPDATE;
            if (positions.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new PlannedChange(
                tracked(type, before == null ? Objects.requireNonNull(after) : before),
                kind,
                action,
                before,
                after,
                positions));
    }

    private Tracked tracked(EntityModel type, @Nullable Object[] row) {
        EntityMapper mapper = mappers.computeIfAbsent(type, each -> new EntityMapper(each, any -> null));
        return Tracked.managed(mapper, new Thing(), EntityKey.of(type, row), row);
    }

    /** Does what a database does: refuses what breaks a constraint. */
    private void apply(State state, Step step) {
        Map<Integer, @Nullable Object[]> table = state.of(step.entity());
        Integer id = (Integer) step.row()[ID];
        if (step.kind() == WriteBatch.Kind.INSERT) {
            assertThat(table).doesNotContainKey(id);
            table.put(id, Objects.requireNonNull(step.after()).clone());
        } else if (step.kind() == WriteBatch.Kind.DELETE) {
            assertThat(table.remove(id)).isNotNull();
        } else {
            @Nullable Object[] row = table.get(id);
            assertThat(row).isEqualTo(step.before());
            step.positions().stream().forEach(i -> row[i] = Objects.requireNonNull(step.after())[i]);
        }
        for (EntityModel type : types) {
            assertThat(state.of(type).values().stream().map(row -> row[MARK]))
                    .doesNotHaveDuplicates()
                    .doesNotContainNull();
            for (@Nullable Object[] row : state.of(type).values()) {
                for (ForeignKeyModel key : type.foreignKeys()) {
                    Object target = row[key.columns().get(0).position()];
                    assertThat(target == null || state.has(key.target().get(), target))
                            .as(key.name())
                            .isTrue();
                }
            }
        }
    }

    @Property(tries = 3000)
    void everyStepIsLegal(@ForAll long seed) {
        Random random = new Random(seed);
        State before = random(random);
        State after = random(random);
        List<PlannedChange> changes = changes(before, after, random);
        State copy = new State();
        types.forEach(type -> before.of(type).forEach((id, row) -> copy.of(type).put(id, row.clone())));
        for (List<Step> batch : BatchOrder.of(changes, pending -> pending)) {
            assertThat(batch).extracting(Step::shape).containsOnly(batch.get(0).shape());
            batch.forEach(step -> apply(copy, step));
        }
        for (EntityModel type : types) {
            assertThat(copy.of(type).keySet()).isEqualTo(after.of(type).keySet());
            copy.of(type)
                    .forEach((id, row) ->
                            assertThat(row).isEqualTo(after.of(type).get(id)));
        }
    }

    private PlannedChange inserted(EntityModel type, int id, @Nullable Object parent, @Nullable Object friend) {
        return change(type, null, new @Nullable Object[] {id, parent, friend, id})
                .orElseThrow();
    }

    @Test
    void aThousandParentsWithTheirChildrenAreTwoBatches() {
        List<PlannedChange> changes = new ArrayList<>();
        for (int id = 0; id < 1000; id++) {
            for (int child = 0; child < 3; child++) {
                changes.add(inserted(branch, id * 3 + child, id, null));
            }
            changes.add(inserted(root, id, null, null));
        }
        assertThat(BatchOrder.of(changes, pending -> pending)).hasSize(2);
    }

    @Test
    void aTreeIsABatchForEachLevelAndALongChainNeedsNoStack() {
        List<PlannedChange> changes = new ArrayList<>();
        for (int id = 0; id < 20_000; id++) {
            changes.add(inserted(branch, id, 0, id == 0 ? null : id - 1));
        }
        changes.add(inserted(root, 0, null, null));
        Collections.reverse(changes);
        assertThat(BatchOrder.of(changes, pending -> pending)).hasSize(20_001);
    }

    @Test
    void circlesOfOneKindAreCutAtOnePlace() {
        List<PlannedChange> changes = new ArrayList<>();
        for (int id = 0; id < 500; id++) {
            changes.add(inserted(root, id, null, id));
            changes.add(inserted(branch, id, id, null));
            changes.add(inserted(leaf, id, id, id));
        }
        assertThat(BatchOrder.of(changes, pending -> pending)).hasSize(4);
    }

    @Test
    void aCircleThatCannotBeCutIsRefusedByName() {
        EntityModel[] pair = new EntityModel[2];
        pair[0] = entity("One", () -> pair[1], () -> pair[0]);
        pair[1] = entity("Two", () -> pair[0], () -> pair[1]);
        List<PlannedChange> changes = List.of(inserted(pair[0], 1, 1, null), inserted(pair[1], 1, 1, null));
        assertThatThrownBy(() -> BatchOrder.of(changes, pending -> pending))
                .isInstanceOf(EntityStateException.class)
                .hasMessageContaining("'One.parent' and 'Two.parent'");
    }
}
