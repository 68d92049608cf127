package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.backend.Change;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.SortKey;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.internal.metadata.ModelReader;
import dev.plinth.mapping.SoftDelete;
import dev.plinth.mapping.SubDocuments;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import dev.plinth.specification.Operator;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An owned collection that a document database keeps in the owner's document: its rows are rows like others. */
public abstract class StoreSubDocumentTests {
    @Entity
    @Table(name = "basket")
    static class Basket {
        @Id
        @Nullable
        Long id;

        @Version
        long version;

        @Nullable
        String name;

        @OneToMany(mappedBy = "basket", cascade = CascadeType.ALL, orphanRemoval = true)
        @SubDocuments
        @Nullable
        List<Line> lines;

        @OneToMany(mappedBy = "basket", cascade = CascadeType.ALL, orphanRemoval = true)
        @SubDocuments
        @Nullable
        List<Coupon> coupons;
    }

    @Entity
    @SoftDelete
    @Table(name = "basket_line", indexes = @Index(name = "ix_line_label", columnList = "label"))
    static class Line {
        @Id
        @Nullable
        Long id;

        @Version
        long version;

        @ManyToOne(optional = false)
        @Nullable
        Basket basket;

        @Nullable
        String label;

        @Nullable
        Integer count;

        @Embedded
        @Nullable
        Box box;

        @ElementCollection
        @Nullable
        List<String> tags;

        @ElementCollection
        @Nullable
        List<Box> parts;
    }

    @Embeddable
    record Box(@Nullable Integer width, @Nullable Integer height) {}

    @Entity
    static class Coupon {
        @EmbeddedId
        @Nullable
        Code id;

        @ManyToOne(optional = false)
        @Nullable
        Basket basket;

        int percent;
    }

    @Embeddable
    record Code(String series, int number) {}

    private final Model model;
    private final EntityModel basket;
    private final EntityModel line;
    private final EntityModel coupon;
    private @Nullable Store opened;

    /** Reads the model. */
    protected StoreSubDocumentTests() {
        ModelReader.Result result = ModelReader.read(List.of(Basket.class, Line.class, Coupon.class), List.of());
        assertThat(result.problems()).isEmpty();
        model = result.model();
        basket = model.find(Basket.class).orElseThrow();
        line = model.find(Line.class).orElseThrow();
        coupon = model.find(Coupon.class).orElseThrow();
    }

    /** A store on an empty database of its own, not yet prepared. */
    protected abstract Store connect();

    @BeforeEach
    void open() {
        Store store = connect();
        opened = store;
        assertThat(store.prepare(model)).isEmpty();
        store.createSchema();
        commit(session -> {
            insert(session, basket, basket(1, "red"), basket(2, "blue"), basket(3, "empty"));
            insert(
                    session,
                    line,
                    with(line(10, 1, "a", 5), Map.of("box.width", 7, "tags", elements("x", "y"))),
                    line(11, 1, "b", 3),
                    line(20, 2, "c", 4),
                    line(21, 2, null, null));
        });
    }

    @AfterEach
    void close() {
        store().dropSchema();
        store().close();
    }

    /** The store. */
    protected final Store store() {
        return Objects.requireNonNull(opened);
    }

    private void commit(Consumer<StoreSession> work) {
        try (StoreSession session = store().open(false)) {
            work.accept(session);
            session.commit();
        }
    }

    private static List<Object[]> elements(Object... values) {
        return Arrays.stream(values).map(value -> new Object[] {value}).toList();
    }

    private static Object[] row(EntityModel entity, Map<String, Object> values) {
        Object[] row = new Object[entity.width()];
        entity.collections().forEach(collection -> row[collection.position()] = List.of());
        return with(entity, row, values);
    }

    private static Object[] with(EntityModel entity, Object[] row, Map<String, Object> values) {
        Object[] copy = row.clone();
        values.forEach((path, value) -> {
            int position = entity.collections().stream()
                    .filter(collection -> collection.path().equals(path))
                    .map(CollectionModel::position)
                    .findFirst()
                    .orElseGet(() -> column(entity, path).position());
            copy[position] = value;
        });
        return copy;
    }

    private static ColumnModel column(EntityModel entity, String path) {
        return entity.columns().stream()
                .filter(column -> column.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " of " + entity.columns()));
    }

    private Object[] basket(long id, String name) {
        return row(basket, Map.of("id", id, "version", 0L, "name", name));
    }

    private Object[] line(long id, long owner, @Nullable String label, @Nullable Integer count) {
        Object[] row = row(line, Map.of("id", id, "version", 0L, "basket", owner));
        row[column(line, "label").position()] = label;
        row[column(line, "count").position()] = count;
        return row;
    }

    private Object[] with(Object[] row, Map<String, Object> values) {
        return with(line, row, values);
    }

    private Object[] next(Object[] row, Map<String, Object> values) {
        Object[] bumped = with(row, values);
        int version = column(line, "version").position();
        bumped[version] = (Long) row[version] + 1;
        return bumped;
    }

    private static void insert(StoreSession session, EntityModel entity, Object[]... rows) {
        List<Change> changes =
                Arrays.stream(rows).map(row -> new Change(null, row)).toList();
        session.write(new WriteBatch(
                WriteBatch.Kind.INSERT, entity, entity.columns(), entity.collections(), List.of(), changes));
    }

    private List<ColumnModel> guards(EntityModel entity) {
        List<ColumnModel> guards = new ArrayList<>(entity.id().columns());
        if (entity.version() != null) {
            guards.add(entity.version());
        }
        if (entity.deletedAt() != null) {
            guards.add(entity.deletedAt());
        }
        return guards;
    }

    private List<Integer> delete(StoreSession session, EntityModel entity, Object[]... rows) {
        List<Change> changes =
                Arrays.stream(rows).map(row -> new Change(row, null)).toList();
        return session.write(
                        new WriteBatch(WriteBatch.Kind.DELETE, entity, List.of(), List.of(), guards(entity), changes))
                .stale();
    }

    private List<Integer> update(StoreSession session, List<String> paths, Change... changes) {
        List<ColumnModel> columns = line.columns().stream()
                .filter(column -> column == line.version() || paths.contains(column.path()))
                .toList();
        List<CollectionModel> collections = line.collections().stream()
                .filter(collection -> paths.contains(collection.path()))
                .toList();
        return session.write(new WriteBatch(
                        WriteBatch.Kind.UPDATE, line, columns, collections, guards(line), Arrays.asList(changes)))
                .stale();
    }

    private Object[] read(StoreSession session, EntityModel entity, Object id) {
        List<Object[]> rows = session.findByKeys(entity, List.of(new EntityKey(entity, id)), true);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static List<Object> shown(Object[] row) {
        return Arrays.stream(row)
                .map(value -> value instanceof List<?> elements
                        ? elements.stream()
                                .map(element -> Arrays.toString((Object[]) element))
                                .toList()
                        : (Object) String.valueOf(value))
                .toList();
    }

    private Object value(Object[] row, String path) {
        return Objects.requireNonNull(row[column(line, path).position()]);
    }

    private List<Object> ids(StoreSession session, Condition condition) {
        return ids(session, new Query(line, condition, List.of(byId(false)), 0, 0));
    }

    private List<Object> ids(StoreSession session, Query query) {
        return LibraryModel.all(session.find(query)).stream().map(row -> row[0]).toList();
    }

    private SortKey byId(boolean descending) {
        return new SortKey(column(line, "id"), descending, false);
    }

    @Test
    void rowsAreFoundByEveryKindOfCondition() {
        commit(session -> {
            assertThat(ids(session, Condition.ALWAYS)).containsExactly(10L, 11L, 20L, 21L);
            ColumnModel owner = column(line, "basket");
            assertThat(ids(session, new Condition.In(owner, List.of(2L, 3L)))).containsExactly(20L, 21L);
            assertThat(ids(session, new Condition.Not(new Condition.In(owner, List.of(2L, 3L)))))
                    .containsExactly(10L, 11L);
            Condition many = new Condition.Compare(column(line, "count"), Operator.GREATER, 3);
            Condition ofFirst = new Condition.Compare(owner, Operator.EQUAL, 1L);
            assertThat(ids(session, many)).containsExactly(10L, 20L);
            assertThat(ids(session, new Condition.And(List.of(many, ofFirst)))).containsExactly(10L);
            assertThat(ids(session, new Condition.Or(List.of(many, ofFirst)))).containsExactly(10L, 11L, 20L);
            assertThat(ids(session, new Condition.In(column(line, "id"), List.of(11L, 21L, 99L))))
                    .containsExactly(11L, 21L);
            assertThat(ids(session, new Condition.IsNull(column(line, "label"))))
                    .containsExactly(21L);
            assertThat(ids(session, new Condition.Compare(column(line, "box.width"), Operator.EQUAL, 7)))
                    .containsExactly(10L);
            CollectionModel tags = line.collections().get(0);
            Condition tagged =
                    new Condition.Any(tags, new Condition.Compare(tags.columns().get(0), Operator.EQUAL, "y"));
            assertThat(ids(session, tagged)).containsExactly(10L);
            assertThat(session.count(new Query(line, many, List.of(), 0, 0))).isEqualTo(2);
            assertThat(session.count(new Query(line, Condition.NEVER, List.of(), 0, 0)))
                    .isZero();
            assertThat(session.count(new Query(basket, Condition.ALWAYS, List.of(), 0, 0)))
                    .isEqualTo(3);
        });
    }

    @Test
    void rowsAreOrderedCutAndGrouped() {
        commit(session -> {
            assertThat(ids(session, new Query(line, Condition.ALWAYS, List.of(byId(true)), 1, 2)))
                    .containsExactly(20L, 11L);
            SortKey byLabel = new SortKey(column(line, "label"), true, true);
            assertThat(ids(session, new Query(line, Condition.ALWAYS, List.of(byLabel, byId(false)), 0, 3)))
                    .containsExactly(20L, 11L, 10L);
            Query.PerGroup one = new Query.PerGroup(List.of(column(line, "basket")), 1);
            assertThat(ids(session, new Query(line, Condition.ALWAYS, List.of(byId(true)), 0, 0, one)))
                    .containsExactly(21L, 11L);
        });
    }

    @Test
    void aRowIsReadAsItWasWritten() {
        commit(session -> {
            Object[] first = read(session, line, 10L);
            assertThat(value(first, "basket")).isEqualTo(1L);
            assertThat(value(first, "box.width")).isEqualTo(7);
            assertThat(((List<?>) first[line.collections().get(0).position()])).hasSize(2);
            assertThat(session.findByKeys(
                            line,
                            LongStream.of(10, 20, 77)
                                    .mapToObj(id -> new EntityKey(line, id))
                                    .toList(),
                            false))
                    .hasSize(2);
            assertThat(read(session, basket, 1L)[2]).isEqualTo("red");
        });
    }

    @Test
    void updatesChangeTheirFieldsAndFindStaleRows() {
        commit(session -> {
            Object[] first = read(session, line, 10L);
            Object[] second = read(session, line, 11L);
            Object[] third = read(session, line, 20L);
            Object[] changed = next(first, Map.of("label", "A", "tags", elements("z")));
            assertThat(update(
                            session,
                            List.of("label", "tags"),
                            new Change(first, changed),
                            new Change(third, next(third, Map.of("label", "C")))))
                    .isEmpty();
            Object[] boxed = next(
                    second, Map.of("box.width", 1, "box.height", 2, "parts", List.<Object[]>of(new Object[] {3, 4})));
            assertThat(update(session, List.of("box.width", "box.height", "parts"), new Change(second, boxed)))
                    .isEmpty();
            assertThat(shown(read(session, line, 10L))).isEqualTo(shown(changed));
            assertThat(shown(read(session, line, 11L))).isEqualTo(shown(boxed));
            assertThat(value(read(session, line, 20L), "label")).isEqualTo("C");
            Object[] without = boxed.clone();
            without[column(line, "box.width").position()] = null;
            without[column(line, "box.height").position()] = null;
            Object[] unboxed = next(without, Map.of());
            assertThat(update(session, List.of("box.width", "box.height"), new Change(boxed, unboxed)))
                    .isEmpty();
            assertThat(shown(read(session, line, 11L))).isEqualTo(shown(unboxed));
            Object[] fourth = read(session, line, 21L);
            assertThat(update(
                            session,
                            List.of("label"),
                            new Change(first, next(first, Map.of("label", "late"))),
                            new Change(fourth, next(fourth, Map.of("label", "in time")))))
                    .containsExactly(0);
            assertThat(value(read(session, line, 10L), "label")).isEqualTo("A");
            assertThat(value(read(session, line, 21L), "label")).isEqualTo("in time");
        });
    }

    @Test
    void aRowMovesToAnotherOwner() {
        commit(session -> {
            Object[] first = read(session, line, 10L);
            Object[] moved = next(first, Map.of("basket", 3L));
            assertThat(update(session, List.of("basket"), new Change(first, moved)))
                    .isEmpty();
            assertThat(shown(read(session, line, 10L))).isEqualTo(shown(moved));
            assertThat(ids(session, new Condition.Compare(column(line, "basket"), Operator.EQUAL, 1L)))
                    .containsExactly(11L);
            assertThat(update(session, List.of("basket"), new Change(first, next(first, Map.of("basket", 2L)))))
                    .containsExactly(0);
        });
    }

    @Test
    void rowsAreDeletedMarkedAndFoundStale() {
        commit(session -> {
            Object[] first = read(session, line, 10L);
            Object[] second = read(session, line, 11L);
            Object[] marked = second.clone();
            ColumnModel deletedAt = Objects.requireNonNull(line.deletedAt());
            marked[deletedAt.position()] = Instant.EPOCH;
            assertThat(update(session, List.of(deletedAt.path()), new Change(second, next(marked, Map.of()))))
                    .isEmpty();
            assertThat(ids(session, new Condition.IsNull(deletedAt))).containsExactly(10L, 20L, 21L);
            assertThat(delete(session, line, second)).containsExactly(0);
            assertThat(delete(session, line, first, second, read(session, line, 20L)))
                    .containsExactly(1);
            assertThat(ids(session, Condition.ALWAYS)).containsExactly(11L, 21L);
        });
    }

    @Test
    void anOwnerIsDeletedAfterItsRows() {
        try (StoreSession session = store().open(false)) {
            assertThatThrownBy(() -> delete(session, basket, read(session, basket, 1L)))
                    .isInstanceOf(ForeignKeyViolationException.class);
        }
        commit(session -> {
            delete(session, line, read(session, line, 10L), read(session, line, 11L));
            assertThat(delete(session, basket, read(session, basket, 1L))).isEmpty();
            assertThat(ids(session, Condition.ALWAYS)).containsExactly(20L, 21L);
        });
    }

    @Test
    void anIdIsTakenOnceAndAnOwnerHasToExist() {
        refused(DuplicateKeyException.class, line(10, 1, "again", 1));
        refused(DuplicateKeyException.class, line(10, 2, "elsewhere", 1));
        refused(ForeignKeyViolationException.class, line(30, 9, "nowhere", 1));
        commit(session -> assertThat(ids(session, Condition.ALWAYS)).hasSize(4));
    }

    private void refused(Class<? extends RuntimeException> error, Object[] row) {
        try (StoreSession session = store().open(false)) {
            assertThatThrownBy(() -> insert(session, line, row)).isInstanceOf(error);
        }
    }

    @Test
    void idsOfSeveralColumns() {
        commit(session -> {
            Object[] first = coupon("s", 1, 5);
            Object[] second = coupon("s", 2, 10);
            insert(session, coupon, first, second);
            assertThat(shown(read(session, coupon, List.of("s", 2)))).isEqualTo(shown(second));
            Condition both = new Condition.InKeys(coupon.id().columns(), List.of(List.of("s", 1), List.of("t", 1)));
            assertThat(session.count(new Query(coupon, both, List.of(), 0, 0))).isEqualTo(1);
            Object[] changed = with(coupon, first, Map.of("percent", 6));
            session.write(new WriteBatch(
                    WriteBatch.Kind.UPDATE,
                    coupon,
                    List.of(column(coupon, "percent")),
                    List.of(),
                    guards(coupon),
                    List.of(new Change(first, changed))));
            assertThat(shown(read(session, coupon, List.of("s", 1)))).isEqualTo(shown(changed));
            assertThat(delete(session, coupon, changed, second)).isEmpty();
            assertThat(session.count(new Query(coupon, Condition.ALWAYS, List.of(), 0, 0)))
                    .isZero();
        });
    }

    private Object[] coupon(String series, int number, int percent) {
        return row(coupon, Map.of("id.series", series, "id.number", number, "basket", 3L, "percent", percent));
    }

    @Test
    void theSchemaIsAsTheModelWants() {
        assertThat(store().validateSchema()).isEmpty();
        store().createSchema();
        assertThat(store().validateSchema()).isEmpty();
    }
}
