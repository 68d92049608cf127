package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.Statistics;
import dev.plinth.audit.AuditEntry;
import dev.plinth.backend.Change;
import dev.plinth.backend.WriteBatch;
import dev.plinth.contract.domain.Glossary;
import dev.plinth.contract.domain.Palette;
import dev.plinth.contract.domain.Phone;
import dev.plinth.contract.domain.Scoreboard;
import dev.plinth.contract.domain.Status;
import dev.plinth.error.ErrorCode;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.specification.Selection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Maps of basic values and embeddables that belong to an entity. */
public abstract class MapCollectionContract extends Contract {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Scoreboard.class, Palette.class);
    }

    private void board(Consumer<Scoreboard> change) {
        Scoreboard board = new Scoreboard(1);
        change.accept(board);
        insert(board);
    }

    private void change(Consumer<Scoreboard> change) {
        plinth().transact(uow -> change.accept(uow.getById(Scoreboard.class, 1L)));
    }

    private Scoreboard stored() {
        return stored(Scoreboard.class, 1L);
    }

    @Test
    void comesOutEqual() {
        Map<String, Integer> scores = Map.of("ada", 3, "Ada", 4, "", 0);
        Map<Status, Phone> phones =
                Map.of(Status.VIP, new Phone("home", "1", 2), Status.values()[0], new Phone(null, null, 0));
        board(b -> {
            b.getScores().putAll(scores);
            b.getPhones().putAll(phones);
            b.getLevels().put(new BigDecimal("1.50"), NOON);
        });
        assertThat(stored().getScores()).isEqualTo(scores);
        assertThat(stored().getPhones()).isEqualTo(phones);
        assertThat(stored().getLevels()).containsExactly(Map.entry(new BigDecimal("1.50"), NOON));
    }

    @Test
    void anEmptyOrMissingMapComesOutEmptyAndCanBeFilled() {
        board(b -> b.setScores(nothing()));
        assertThat(stored().getScores()).isEmpty();
        assertThat(stored().getPhones()).isEmpty();
        change(b -> b.getScores().put("new", 1));
        assertThat(stored().getScores()).isEqualTo(Map.of("new", 1));
    }

    @Test
    void entriesAreAddedChangedAndTakenOut() {
        board(b -> b.getScores().putAll(Map.of("a", 1, "b", 2, "c", 3)));
        change(b -> {
            b.getScores().remove("a");
            b.getScores().put("b", 20);
            b.getScores().put("d", 4);
        });
        assertThat(stored().getScores()).isEqualTo(Map.of("b", 20, "c", 3, "d", 4));
        change(b -> b.getScores().remove("d"));
        assertThat(stored().getScores()).isEqualTo(Map.of("b", 20, "c", 3));
        change(b -> b.getScores().put("e", 5));
        assertThat(stored().getScores()).isEqualTo(Map.of("b", 20, "c", 3, "e", 5));
        change(b -> b.getScores().clear());
        assertThat(stored().getScores()).isEmpty();
    }

    @Test
    void valuesThatAreEmbeddablesAreChanged() {
        board(b -> b.getPhones().put(Status.VIP, new Phone("home", "1", 0)));
        change(b -> b.getPhones().put(Status.VIP, new Phone(null, "2", 1)));
        assertThat(stored().getPhones()).isEqualTo(Map.of(Status.VIP, new Phone(null, "2", 1)));
    }

    @Test
    void twoKeysCanSwapTheirValues() {
        board(b -> b.getScores().putAll(Map.of("a", 1, "b", 2)));
        change(b -> b.getScores().putAll(Map.of("a", 2, "b", 1)));
        assertThat(stored().getScores()).isEqualTo(Map.of("a", 2, "b", 1));
    }

    @Test
    void aMapCanBeReplacedByAnyOther() {
        board(b -> b.getScores().put("a", 1));
        change(b -> b.setScores(new TreeMap<>(Map.of("b", 2, "a", 1))));
        assertThat(stored().getScores()).isEqualTo(Map.of("a", 1, "b", 2));
    }

    @Test
    void anEqualMapIsNoChange() {
        board(b -> b.getScores().putAll(Map.of("a", 1, "b", 2)));
        Statistics cost = cost(() -> change(b -> {
            Map<String, Integer> turned = new LinkedHashMap<>();
            turned.put("b", 2);
            turned.put("a", 1);
            b.setScores(turned);
        }));
        assertThat(cost.rowsWritten()).isZero();
    }

    @Test
    void aChangeBumpsTheVersionAndWritesThatMapOnly() {
        board(b -> {
            b.getScores().put("a", 1);
            b.getLevels().put(BigDecimal.ONE, NOON);
        });
        long before = stored().getVersion();
        store().takeWrites();
        change(b -> b.getScores().put("a", 2));
        List<WriteBatch> writes = takeWrites(Scoreboard.class);
        assertThat(writes).hasSize(1);
        assertThat(writes.get(0).collections())
                .extracting(collection -> collection.path())
                .containsExactly("scores");
        assertThat(writes.get(0).changes()).extracting(Change::before).doesNotContainNull();
        assertThat(stored().getVersion()).isEqualTo(before + 1);
    }

    @Test
    void mapsOfManyEntitiesAreReadInFewStatements() {
        insert((Object[]) IntStream.range(0, 60)
                .mapToObj(i -> {
                    Scoreboard board = new Scoreboard(i);
                    board.getScores().putAll(Map.of("n" + i, i, "m", -i));
                    return board;
                })
                .toArray(Scoreboard[]::new));
        Statistics cost = cost(() -> plinth().read(uow -> {
            List<Scoreboard> all = uow.find(Selection.of(Scoreboard.class));
            assertThat(all)
                    .hasSize(60)
                    .allSatisfy(board -> assertThat(board.getScores())
                            .isEqualTo(Map.of("n" + board.getId(), (int) board.getId(), "m", (int) -board.getId())));
        }));
        assertThat(cost.selects()).isLessThanOrEqualTo(4);
    }

    @Test
    void entriesGoWithTheirOwner() {
        board(b -> b.getScores().put("a", 1));
        plinth().transact(uow -> uow.remove(uow.getById(Scoreboard.class, 1L)));
        board(b -> {});
        assertThat(stored().getScores()).isEmpty();
    }

    @Test
    void aRecordHasMapsToo() {
        Palette warm = saved(new Palette("warm", Map.of(1, "red"), 0));
        plinth().transact(uow -> uow.update(warm.with(2, "orange")));
        Palette stored = stored(Palette.class, "warm");
        assertThat(stored.colours()).isEqualTo(Map.of(1, "red", 2, "orange"));
        assertThatThrownBy(() -> stored.colours().put(3, "blue")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nullsAreRefused() {
        assertThatThrownBy(() -> board(b -> b.getScores().put(nothing(), 1)))
                .satisfies(hasCode(ErrorCode.NOT_NULL))
                .hasMessageContaining("Scoreboard.scores.key");
        assertThatThrownBy(() -> board(b -> b.getScores().put("a", nothing())))
                .satisfies(hasCode(ErrorCode.NOT_NULL))
                .hasMessageContaining("Scoreboard.scores.value");
    }

    @Test
    void keysAreCheckedBeforeTheyAreSent() {
        assertThatThrownBy(() -> board(b -> b.getScores().put("x".repeat(41), 1)))
                .satisfies(hasCode(ErrorCode.VALUE_TOO_LONG))
                .hasMessageContaining("Scoreboard.scores.key");
        assertThatThrownBy(() -> board(b -> {
                    b.getLevels().put(new BigDecimal("1.0"), NOON);
                    b.getLevels().put(new BigDecimal("1.00"), NOON.plusSeconds(1));
                }))
                .satisfies(hasCode(ErrorCode.VALUE_REFUSED))
                .hasMessageContaining("another key of the map is the same");
    }

    @Test
    void theTrailHasThemAsMaps() {
        board(b -> b.getScores().put("a", 1));
        change(b -> b.getScores().put("b", 2));
        List<AuditEntry> history = plinth().audit().history(Scoreboard.class, 1L);
        AuditEntry last = history.get(history.size() - 1);
        assertThat(present(last.changes().get("scores")).before()).isEqualTo(Map.of("a", 1));
        assertThat(present(last.changes().get("scores")).after()).isEqualTo(Map.of("a", 1, "b", 2));
    }

    @Test
    void conditionsOnMapsAreRefused() {
        plinth().read(uow -> assertThatThrownBy(() -> uow.find(Selection.of(Scoreboard.class)
                        .where(where(Scoreboard.class, "scores")
                                .elements(Integer.class)
                                .isEmpty())))
                .satisfies(hasCode(ErrorCode.PROPERTY_TYPE))
                .hasMessageContaining("'Scoreboard.scores' is a map"));
    }

    @Test
    void aMapIsMappedByCode() {
        Plinth library = open(Plinth.builder(database())
                .mappings(EntityMapping.of(Glossary.class)
                        .id(Glossary::getId)
                        .entries(
                                Glossary::getWords,
                                e -> e.table("glossary_word")
                                        .key(key -> key.name("term").length(50))
                                        .value(value -> value.name("meaning").length(500)))));
        Glossary glossary = new Glossary(1);
        glossary.getWords().put("plinth", "the base your columns stand on");
        library.transact(uow -> uow.insert(glossary));
        library.transact(uow -> uow.getById(Glossary.class, 1L).getWords().put("column", "stands on a plinth"));
        assertThat(library.<Map<String, String>, RuntimeException>readResult(
                        uow -> uow.getById(Glossary.class, 1L).getWords()))
                .isEqualTo(Map.of("plinth", "the base your columns stand on", "column", "stands on a plinth"));
        assertThat(library.schema().validate()).isEmpty();
    }

    @Test
    void theSchemaFits() {
        assertThat(plinth().schema().validate()).isEmpty();
    }
}
