package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.all;
import static dev.plinth.jdbc.Rows.byIds;
import static dev.plinth.jdbc.Rows.find;
import static dev.plinth.jdbc.Rows.insert;
import static dev.plinth.jdbc.Rows.update;
import static dev.plinth.jdbc.Rows.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Change;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.SortKey;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How links and keys of several columns are read and written, and by how many statements. */
abstract class LinksOnEngine {
    private static final EntityModel TAG = Entities.named("Tag", "tag")
            .as(Rows.class)
            .with("id", ValueType.LONG)
            .build();
    private static final EntityModel POST = Entities.named("Post", "post")
            .with("id", ValueType.LONG)
            .withNullable("blog", ValueType.LONG)
            .withNullable("year", ValueType.STRING)
            .withNullable("rank", ValueType.INT)
            .links("tags", null, () -> TAG)
            .links("pinned", "place", () -> TAG)
            .elements("words", CollectionModel.Kind.SET, null, word("word"), word("in_language"))
            .build();
    private static final ColumnModel ID = POST.columns().get(0);
    private static final ColumnModel BLOG = POST.columns().get(1);
    private static final ColumnModel YEAR = POST.columns().get(2);
    private static final ColumnModel RANK = POST.columns().get(3);
    private static final CollectionModel TAGS = POST.collections().get(0);
    private static final CollectionModel PINNED = POST.collections().get(1);
    private static final CollectionModel WORDS = POST.collections().get(2);
    private static final SortKey BY_ID = new SortKey(ID, false, false);

    private final Recorder recorder = new Recorder();
    private Store store;
    private StoreSession session;

    /** A store over new tables of the entities. */
    abstract Store store(StatementListener listener, EntityModel... entities);

    private static ColumnModel word(String name) {
        return Entities.column(name.equals("word") ? 0 : 1, name, ValueType.STRING, true);
    }

    @BeforeEach
    void open() {
        store = store(recorder, TAG, POST);
        session = store.open(false);
        insert(session, TAG, LongStream.rangeClosed(1, 9).mapToObj(Rows::row).toList());
    }

    @AfterEach
    void close() {
        session.close();
        store.close();
    }

    private static Object[] post(long id, @Nullable Object blog, @Nullable Object year, @Nullable Object rank) {
        return Rows.row(id, blog, year, rank, null, null, List.of());
    }

    private static Object[] post(long id, @Nullable List<Object[]> tags, @Nullable List<Object[]> pinned) {
        return Rows.row(id, null, null, null, tags, pinned, List.of());
    }

    private static List<Object[]> tags(Object... ids) {
        return Rows.elements(ids);
    }

    private static Condition.InKeys keys(List<?>... keys) {
        return new Condition.InKeys(List.of(BLOG, YEAR), List.of(keys));
    }

    private List<Object> ids(Condition condition) {
        return find(session, POST, condition, BY_ID).stream().map(row -> row[0]).toList();
    }

    private List<String> sentBy(Runnable action) {
        recorder.take();
        action.run();
        return recorder.take();
    }

    private Map<Object, List<Object>> links(CollectionModel links, Object... owners) {
        List<EntityKey> keys =
                List.of(owners).stream().map(id -> new EntityKey(POST, id)).toList();
        return session.findLinks(links, keys).entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().id(),
                        each -> each.getValue().stream().map(link -> link[0]).toList()));
    }

    @Test
    void keysOfAnElementAreFoundTogether() {
        Object[] one =
                with(post(1, null, null, null), WORDS.position(), List.of(Rows.row("a", "en"), Rows.row("b", "de")));
        Object[] two =
                with(post(2, null, null, null), WORDS.position(), List.of(Rows.row("a", "de"), Rows.row("b", null)));
        insert(session, POST, one, two, post(3, null, null, null));
        Condition.Test words = new Condition.InKeys(WORDS.columns(), List.of(List.of("a", "de"), List.of("x", "de")));
        assertThat(ids(new Condition.Any(WORDS, words))).containsExactly(2L);
        assertThat(ids(new Condition.Not(new Condition.Any(WORDS, words)))).containsExactly(1L, 3L);
        Condition.Test both = new Condition.InKeys(
                WORDS.columns(), List.of(List.of("a", "de"), List.of("a", "en"), List.of("b", "de")));
        assertThat(ids(new Condition.Any(WORDS, new Condition.Not(both)))).containsExactly(2L);
    }

    @Test
    void manyKeysOfSeveralColumnsAreFoundByOneStatement() {
        List<List<?>> wanted = new ArrayList<>();
        IntStream.range(0, 3000).forEach(i -> wanted.add(List.of((long) i, "y" + i)));
        insert(session, POST, post(1, 17L, "y17", null), post(2, 17L, "y18", null), post(3, 2999L, "y2999", null));
        List<Object> found = new ArrayList<>();
        assertThat(sentBy(() -> found.addAll(ids(new Condition.InKeys(List.of(BLOG, YEAR), wanted)))))
                .startsWith("SELECT 2");
        assertThat(found).containsExactly(1L, 3L);
        assertThat(ids(new Condition.Not(new Condition.InKeys(List.of(BLOG, YEAR), wanted))))
                .containsExactly(2L);
    }

    @Test
    void linksAreReadOnlyWhenTheyAreAskedFor() {
        insert(
                session,
                POST,
                post(1, tags(1L, 2L), tags(3L, 1L, 3L)),
                post(2, tags(), null),
                post(3, tags(9L), tags(9L)));
        List<Object[]> found = new ArrayList<>();
        // the rows, and their words
        assertThat(sentBy(() -> found.addAll(find(session, POST, Condition.ALWAYS, BY_ID))))
                .hasSize(2);
        found.addAll(byIds(session, POST, 1L));
        found.addAll(all(session.stream(new Query(POST, Condition.ALWAYS, List.of(), 0, 0))));
        assertThat(found).hasSize(7).allSatisfy(row -> {
            assertThat(row[TAGS.position()]).isNull();
            assertThat(row[PINNED.position()]).isNull();
            assertThat(row[WORDS.position()]).isEqualTo(List.of());
        });
        assertThat(sentBy(() -> assertThat(links(TAGS, 1L, 3L).get(1L)).containsExactlyInAnyOrder(1L, 2L)))
                .containsExactly("SELECT 3");
        assertThat(links(PINNED, 1L, 2L, 3L, 4L).get(1L)).containsExactly(3L, 1L, 3L);
        assertThat(links(PINNED, 1L, 2L, 3L, 4L).getOrDefault(2L, List.of())).isEmpty();
        assertThat(session.findLinks(TAGS, List.of())).isEmpty();
    }

    @Test
    void linksOfAThousandOwnersAreReadByOneStatement() {
        List<Object[]> rows = IntStream.range(0, 2100)
                .mapToObj(i -> post(i, tags(1L + i % 9), null))
                .toList();
        insert(session, POST, rows);
        Object[] owners = LongStream.range(0, 2100).boxed().toArray();
        assertThat(sentBy(() -> assertThat(links(TAGS, owners)).hasSize(2100).containsEntry(2000L, List.of(3L))))
                .containsExactly("SELECT 1000", "SELECT 1000", "SELECT 100");
    }

    @Test
    void linksAreWrittenOneByOne() {
        Object[] before = post(1, tags(1L, 2L, 3L), tags(1L, 2L, 3L));
        Object[] after = post(1, tags(2L, 3L, 4L), tags(1L, 4L));
        insert(session, POST, before);
        assertThat(sentBy(() -> update(
                        session, POST, new Change(before, with(before, TAGS.position(), after[TAGS.position()])))))
                .containsExactly("UPDATE 1", "DELETE 1", "INSERT 1");
        assertThat(sentBy(() -> update(
                        session, POST, new Change(before, with(before, PINNED.position(), after[PINNED.position()])))))
                .containsExactly("UPDATE 1", "DELETE 1", "UPDATE 1");
        assertThat(links(TAGS, 1L).get(1L)).containsExactlyInAnyOrder(2L, 3L, 4L);
        assertThat(links(PINNED, 1L).get(1L)).containsExactly(1L, 4L);
    }

    @Test
    void linksThatWereNotReadAreComparedWithWhatIsThere() {
        insert(session, POST, post(1, tags(1L, 2L), tags(5L)), post(2, tags(3L), null));
        Object[] one = post(1, null, null);
        Object[] two = post(2, null, null);
        List<String> sent = sentBy(() -> update(
                session,
                POST,
                new Change(one, with(one, TAGS.position(), tags(2L, 4L))),
                new Change(two, with(two, TAGS.position(), tags(3L)))));
        assertThat(sent).containsExactly("UPDATE 2 batched", "SELECT 3", "DELETE 1", "INSERT 1");
        Object[] known = post(1, tags(2L, 4L), tags(5L));
        update(session, POST, new Change(known, post(1, null, null)));
        assertThat(links(TAGS, 1L).get(1L)).containsExactlyInAnyOrder(2L, 4L);
        assertThat(links(PINNED, 1L).get(1L)).containsExactly(5L);
    }

    @Test
    void rowsWithASetOfIdsOfSeveralColumnsAreFoundById() {
        Supplier<EntityModel> target = () -> TAG;
        EntityModel line = Entities.named("Line", "line")
                .with("number", ValueType.LONG)
                .with("book", ValueType.STRING)
                .idOf(2)
                .links("tags", null, target)
                .build();
        try (Store other = store(recorder, TAG, line);
                StoreSession in = other.open(false)) {
            insert(in, TAG, Rows.row(1L), Rows.row(2L));
            insert(
                    in,
                    line,
                    IntStream.range(0, 600)
                            .mapToObj(i -> Rows.row((long) i, "b" + i % 2, i == 7 ? tags(1L, 2L) : null))
                            .toList());
            Object[] ids = IntStream.range(0, 600)
                    .mapToObj(i -> List.of((long) i, "b" + i % 2))
                    .toArray();
            assertThat(byIds(in, line, ids)).hasSize(600);
            assertThat(byIds(in, line, List.of(7L, "b0"), List.of(7L, "b1"), List.of(8L, "b0")))
                    .hasSize(2);
            EntityKey seven = new EntityKey(line, List.of(7L, "b1"));
            assertThat(in.findLinks(line.collections().get(0), List.of(seven, new EntityKey(line, List.of(7L, "b0"))))
                            .get(seven))
                    .extracting(link -> link[0])
                    .containsExactlyInAnyOrder(1L, 2L);
        }
    }
}
