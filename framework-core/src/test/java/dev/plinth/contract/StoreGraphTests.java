package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.SortKey;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.specification.Operator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store does for graphs: keys of several columns, rows by group, links, and references that stay whole. */
public abstract class StoreGraphTests {
    private final LibraryModel library = new LibraryModel();
    private @Nullable Store opened;

    /** A store on an empty database of its own, not yet prepared. */
    protected abstract Store connect();

    @BeforeEach
    void open() {
        Store store = connect();
        opened = store;
        assertThat(store.prepare(library.model)).isEmpty();
        store.createSchema();
    }

    @AfterEach
    void close() {
        Store store = store();
        store.dropSchema();
        store.close();
    }

    private Store store() {
        return Objects.requireNonNull(opened);
    }

    private void commit(Consumer<StoreSession> work) {
        try (StoreSession session = store().open(false)) {
            work.accept(session);
            session.commit();
        }
    }

    private static Object[] row(@Nullable Object... values) {
        return values;
    }

    private void places(StoreSession session) {
        LibraryModel.insert(
                session,
                library.place,
                row("de", 1, "Bonn"),
                row("de", 2, "Ulm"),
                row("fr", 1, "Metz"),
                row("fr", 2, "Nice"));
    }

    private void authors(StoreSession session) {
        LibraryModel.insert(session, library.author, row(1L, "Ada"), row(2L, "Bob"), row(3L, "Cem"));
    }

    private Object[] at(Object[] book, String country, int number) {
        return LibraryModel.with(LibraryModel.with(book, library.placeCountry, country), library.placeNumber, number);
    }

    private Object[] by(Object[] book, long author) {
        return LibraryModel.with(book, library.authorId, author);
    }

    private List<Object> ids(StoreSession session, Query query) {
        return LibraryModel.all(session.find(query)).stream().map(r -> r[0]).toList();
    }

    private List<Object> ids(StoreSession session, Condition condition) {
        List<SortKey> order = List.of(new SortKey(library.bookId, false, false));
        return ids(session, new Query(library.book, condition, order, 0, 0));
    }

    @Test
    void keysOfSeveralColumnsAreFoundTogether() {
        commit(session -> {
            places(session);
            LibraryModel.insert(
                    session,
                    library.book,
                    at(library.book(1, "a"), "de", 1),
                    at(library.book(2, "b"), "de", 2),
                    at(library.book(3, "c"), "fr", 1),
                    LibraryModel.with(library.book(4, "d"), library.placeCountry, "de"),
                    library.book(5, "e"));
            Condition.Test two = new Condition.InKeys(
                    List.of(library.placeCountry, library.placeNumber), List.of(List.of("de", 2), List.of("fr", 1)));
            Condition.Test one =
                    new Condition.InKeys(List.of(library.placeNumber, library.placeCountry), List.of(List.of(1, "de")));
            Condition.Test none =
                    new Condition.InKeys(List.of(library.placeCountry, library.placeNumber), List.of(List.of("fr", 9)));
            assertThat(ids(session, two)).containsExactly(2L, 3L);
            assertThat(ids(session, new Condition.Not(two))).containsExactly(1L, 4L, 5L);
            assertThat(ids(session, one)).containsExactly(1L);
            assertThat(ids(session, new Condition.Not(one))).containsExactly(2L, 3L, 4L, 5L);
            assertThat(ids(session, none)).isEmpty();
            assertThat(ids(session, new Condition.Or(List.of(two, one)))).containsExactly(1L, 2L, 3L);
            assertThat(ids(session, new Condition.And(List.of(two, new Condition.Not(one), notTitled("c")))))
                    .containsExactly(2L);
            assertThat(session.count(new Query(library.book, two, List.of(), 0, 0)))
                    .isEqualTo(2);
        });
    }

    private Condition notTitled(String title) {
        return new Condition.Not(new Condition.Compare(library.title, Operator.EQUAL, title));
    }

    @Test
    void idsOfSeveralColumnsAreFoundTogether() {
        commit(session -> {
            places(session);
            Condition.Test some = new Condition.InKeys(
                    library.place.id().columns(), List.of(List.of("de", 2), List.of("fr", 1), List.of("fr", 7)));
            assertThat(names(session, some)).containsExactly("Ulm", "Metz");
            assertThat(names(session, new Condition.Not(some))).containsExactly("Bonn", "Nice");
            Condition inFrance = new Condition.Compare(library.country, Operator.EQUAL, "fr");
            assertThat(names(session, new Condition.And(List.of(inFrance, some))))
                    .containsExactly("Metz");
        });
    }

    private List<Object> names(StoreSession session, Condition condition) {
        List<SortKey> order =
                List.of(new SortKey(library.country, false, false), new SortKey(library.number, false, false));
        return LibraryModel.all(session.find(new Query(library.place, condition, order, 0, 0))).stream()
                .map(r -> r[2])
                .toList();
    }

    @Test
    void theFirstRowsOfEachGroupAreFound() {
        commit(session -> {
            authors(session);
            LibraryModel.insert(
                    session,
                    library.book,
                    by(library.book(1, "d"), 1),
                    by(library.book(2, "c"), 1),
                    by(library.book(3, "b"), 1),
                    by(library.book(4, "B"), 2),
                    by(library.book(5, "a"), 2),
                    library.book(6, "z"),
                    library.book(7, "y"),
                    library.book(8, "x"),
                    by(library.book(9, "a"), 3));
            assertThat(ids(session, grouped(Condition.ALWAYS, false, 2, 0, 0)))
                    .containsExactly(5L, 9L, 3L, 4L, 2L, 8L, 7L);
            assertThat(ids(session, grouped(Condition.ALWAYS, true, 1, 0, 0))).containsExactly(6L, 1L, 4L, 9L);
            assertThat(ids(session, grouped(Condition.ALWAYS, true, 1, 1, 2))).containsExactly(1L, 4L);
            Condition some = new Condition.In(library.authorId, List.of(1L, 2L));
            assertThat(ids(session, grouped(some, true, 1, 0, 0))).containsExactly(1L, 4L);
        });
    }

    // ignoring case: the order is a computed one
    private Query grouped(Condition condition, boolean descending, int perGroup, int offset, int limit) {
        List<SortKey> order =
                List.of(new SortKey(library.title, descending, true), new SortKey(library.bookId, false, false));
        return new Query(
                library.book, condition, order, offset, limit, new Query.PerGroup(List.of(library.authorId), perGroup));
    }

    @Test
    void groupsOfSeveralColumnsInAPlainOrder() {
        commit(session -> {
            places(session);
            LibraryModel.insert(
                    session,
                    library.book,
                    at(library.book(1, "a"), "de", 1),
                    at(library.book(2, "b"), "de", 2),
                    at(library.book(3, "c"), "de", 1),
                    at(library.book(4, "d"), "fr", 1));
            Query query = new Query(
                    library.book,
                    Condition.ALWAYS,
                    List.of(new SortKey(library.bookId, true, false)),
                    0,
                    0,
                    new Query.PerGroup(List.of(library.placeCountry, library.placeNumber), 1));
            assertThat(ids(session, query)).containsExactly(4L, 3L, 2L);
        });
    }

    @Test
    void linksAreReadWrittenAndSearched() {
        commit(session -> {
            authors(session);
            places(session);
            Object[] first = LibraryModel.with(
                    LibraryModel.with(library.book(1, "a"), library.readers, row(1L), row(2L)),
                    library.soldAt,
                    row("fr", 2),
                    row("de", 1),
                    row("fr", 1));
            Object[] second = LibraryModel.with(library.book(2, "b"), library.readers, row(2L));
            LibraryModel.insert(session, library.book, first, second, library.book(3, "c"));
            assertThat(linked(session, library.book(1, ""), true)).containsExactlyInAnyOrder("[1]", "[2]");
            assertThat(linked(session, library.book(1, ""), false)).containsExactly("[fr, 2]", "[de, 1]", "[fr, 1]");
            assertThat(linked(session, library.book(3, ""), true)).isEmpty();
            assertThat(ids(session, readBy(1L))).containsExactly(1L);
            assertThat(ids(session, readBy(2L, 3L))).containsExactly(1L, 2L);
            assertThat(ids(session, new Condition.Not(readBy(1L)))).containsExactly(2L, 3L);
            Condition sold =
                    new Condition.InKeys(library.soldAt.columns(), List.of(List.of("fr", 1), List.of("de", 9)));
            assertThat(ids(session, new Condition.Any(library.soldAt, sold))).containsExactly(1L);
            Object[] changed = LibraryModel.with(
                    LibraryModel.with(first, library.readers, row(2L), row(3L)),
                    library.soldAt,
                    row("de", 1),
                    row("fr", 1));
            LibraryModel.update(
                    session, library.book, List.of(), List.of(library.readers, library.soldAt), first, changed);
            assertThat(linked(session, changed, true)).containsExactlyInAnyOrder("[2]", "[3]");
            assertThat(linked(session, changed, false)).containsExactly("[de, 1]", "[fr, 1]");
            LibraryModel.delete(session, library.book, second);
            assertThat(ids(session, readBy(2L))).containsExactly(1L);
        });
    }

    private Condition.Any readBy(Long... ids) {
        return new Condition.Any(library.readers, new Condition.In(library.readerId, Arrays.asList(ids)));
    }

    private List<String> linked(StoreSession session, Object[] book, boolean readers) {
        EntityKey key = EntityKey.of(library.book, book);
        Map<EntityKey, List<Object[]>> found =
                session.findLinks(readers ? library.readers : library.soldAt, List.of(key));
        return found.getOrDefault(key, List.of()).stream().map(Arrays::toString).toList();
    }

    @Test
    void aRowRefersOnlyToOneThatExists() {
        commit(session -> {
            authors(session);
            places(session);
            LibraryModel.insert(session, library.book, by(library.book(1, "a"), 1), library.book(2, "b"));
        });
        absent("fk_book_author", session -> insert(session, by(library.book(3, "c"), 9)));
        absent("fk_book_place", session -> insert(session, at(library.book(3, "c"), "de", 9)));
        absent("fk_book_sequel", session -> insert(session, sequel(3, 4)));
        absent("fk_book_author", session -> {
            Object[] before = by(library.book(1, "a"), 1);
            LibraryModel.update(session, library.book, List.of(library.authorId), List.of(), before, by(before, 9));
        });
        absent(null, session -> insert(session, LibraryModel.with(library.book(3, "c"), library.readers, row(9L))));
        absent(null, session -> insert(session, LibraryModel.with(library.book(3, "c"), library.soldAt, row("fr", 9))));
        absent(null, session -> {
            Object[] before = library.book(2, "b");
            Object[] after = LibraryModel.with(before, library.readers, row(9L));
            LibraryModel.update(session, library.book, List.of(), List.of(library.readers), before, after);
        });
        commit(session -> {
            insert(session, LibraryModel.with(library.book(3, "c"), library.placeNumber, 9));
            LibraryModel.insert(session, library.book, sequel(4, 4), sequel(5, 4), sequel(6, 5));
            assertThat(ids(session, Condition.ALWAYS)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        });
    }

    private Object[] sequel(long id, long of) {
        return LibraryModel.with(library.book(id, "s"), library.sequelOf, of);
    }

    private void insert(StoreSession session, Object[] book) {
        LibraryModel.insert(session, library.book, book);
    }

    private void absent(@Nullable String constraint, Consumer<StoreSession> work) {
        ForeignKeyViolationException error = refused(work);
        assertThat(error).hasMessageContaining("a row refers to one that does not exist");
        if (constraint != null && tellsForeignKeys()) {
            assertThat(error.constraint()).isEqualTo(constraint);
            assertThat(error.entity()).isEqualTo("Book");
        }
    }

    private ForeignKeyViolationException refused(Consumer<StoreSession> work) {
        try (StoreSession session = store().open(false)) {
            return Objects.requireNonNull(
                    catchThrowableOfType(ForeignKeyViolationException.class, () -> work.accept(session)));
        }
    }

    /** Whether a violation names the foreign key. */
    protected boolean tellsForeignKeys() {
        return true;
    }

    @Test
    void aRowThatOthersReferToStays() {
        Object[] chained = LibraryModel.with(
                LibraryModel.with(sequel(2, 1), library.readers, row(2L)), library.soldAt, row("fr", 2));
        commit(session -> {
            authors(session);
            places(session);
            LibraryModel.insert(session, library.book, at(by(library.book(1, "a"), 1), "de", 1), chained);
        });
        inUse(library.author, row(1L, "Ada"));
        inUse(library.author, row(2L, "Bob"));
        inUse(library.place, row("de", 1, "Bonn"));
        inUse(library.place, row("fr", 2, "Nice"));
        inUse(library.book, library.book(1, "a"));
        commit(session -> {
            LibraryModel.delete(session, library.author, row(3L, "Cem"));
            LibraryModel.delete(session, library.book, chained);
            LibraryModel.delete(session, library.book, library.book(1, "a"));
            LibraryModel.delete(session, library.author, row(1L, "Ada"), row(2L, "Bob"));
            LibraryModel.delete(session, library.place, row("de", 1, "Bonn"), row("fr", 2, "Nice"));
        });
        try (StoreSession session = store().open(true)) {
            assertThat(Stream.of(library.author, library.book, library.place)
                            .map(entity -> session.count(new Query(entity, Condition.ALWAYS, List.of(), 0, 0))))
                    .containsExactly(0L, 0L, 2L);
        }
    }

    private void inUse(EntityModel entity, Object[] row) {
        ForeignKeyViolationException error = refused(session -> LibraryModel.delete(session, entity, row));
        assertThat(error).hasMessageContaining("a row was deleted that others refer to");
    }

    @Test
    void aRowThatIsGoneIsNotInUse() {
        commit(session -> {
            authors(session);
            LibraryModel.insert(session, library.book, by(library.book(1, "a"), 1));
            assertThat(LibraryModel.delete(session, library.author, row(8L, "nobody"))
                            .stale())
                    .containsExactly(0);
        });
    }
}
