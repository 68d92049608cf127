package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plinth.Plinth;
import dev.plinth.audit.AuditEntry;
import dev.plinth.audit.AuditEntry.ValueChange;
import dev.plinth.contract.domain.Gadget;
import dev.plinth.contract.domain.Gadget.Box;
import dev.plinth.contract.domain.Gadget.Circle;
import dev.plinth.contract.domain.Gadget.Reading;
import dev.plinth.contract.domain.Gadget.Settings;
import dev.plinth.contract.domain.Gadget.Wiring;
import dev.plinth.contract.domain.Manual;
import dev.plinth.contract.domain.Status;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.InvalidValueException;
import dev.plinth.error.SpecificationException;
import dev.plinth.mapping.ColumnMapping;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.model.JsonValue;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Properties that are stored as JSON. */
public abstract class JsonContract extends Contract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456789Z");

    private static final EntityMapping<Bag> BAGS =
            EntityMapping.of(Bag.class).id(Bag::id).column(Bag::content, ColumnMapping::json);

    /** A class that says nothing of its mapping. */
    record Bag(long id, Content content) {}

    record Content(int itemCount) {}

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Gadget.class, Manual.class);
    }

    private static Settings settings() {
        return new Settings(
                "gr\u00fcn \ud83d\ude00",
                new BigDecimal("12345678901234567890.123450"),
                List.of(new Reading(NOON, 0.1, Status.VIP), new Reading(Instant.MIN, -1e300, null)),
                Map.of(LocalDate.of(2026, 2, 28), Duration.ofNanos(1), LocalDate.MIN, Duration.ofDays(3)),
                null);
    }

    private Gadget full() {
        Gadget gadget = new Gadget(1);
        gadget.settings = settings();
        gadget.wiring = new Wiring().connect("red", 7).connect("blue", 3);
        gadget.extras = new LinkedHashMap<>(Map.of("zebra", 1, "ape", List.of("x", true)));
        gadget.extras.put("none", null);
        gadget.readings = new ArrayList<>(List.of(new Reading(NOON, 2.5, null)));
        gadget.marks = new LinkedHashSet<>(List.of(Status.VIP, Status.NEW));
        gadget.anything = "a text alone";
        gadget.box = new Box("b", Map.of("screws", 12));
        return gadget;
    }

    private Gadget stored() {
        return stored(Gadget.class, 1L);
    }

    private long updatesOf(Consumer<Gadget> change) {
        return cost(() -> plinth().transact(uow -> change.accept(uow.getById(Gadget.class, 1L))))
                .updates();
    }

    private void refused(Consumer<Gadget> change, String... words) {
        Gadget gadget = new Gadget(2);
        change.accept(gadget);
        store().takeWrites();
        assertThatThrownBy(() -> insert(gadget))
                .isInstanceOf(InvalidValueException.class)
                .satisfies(hasCode(ErrorCode.VALUE_REFUSED))
                .hasMessageContainingAll(words);
        assertThat(store().takeWrites()).isEmpty();
    }

    @Test
    void recordsClassesMapsAndListsComeOutEqual() {
        insert(full());
        Gadget stored = stored();
        assertThat(stored.settings).usingRecursiveComparison().isEqualTo(settings());
        assertThat(present(stored.settings).limit()).isEqualByComparingTo("12345678901234567890.12345");
        assertThat(present(stored.wiring).wires()).containsExactly("red", "blue");
        assertThat(present(stored.wiring).pins()).containsOnly(entry("red", 7), entry("blue", 3));
        assertThat(stored.extras)
                .containsOnly(entry("ape", List.of("x", true)), entry("none", null), entry("zebra", 1));
        assertThat(stored.readings).containsExactly(new Reading(NOON, 2.5, null));
        assertThat(stored.marks).containsExactly(Status.VIP, Status.NEW);
        assertThat(stored.anything).isEqualTo("a text alone");
        assertThat(stored.box).isEqualTo(new Box("b", Map.of("screws", 12)));
    }

    @Test
    void nullIsNullAndEmptyIsEmpty() {
        insert(new Gadget(1));
        Gadget nulls = stored();
        assertThat(nulls.settings).isNull();
        assertThat(nulls.extras).isNull();
        assertThat(nulls.box).isNull();
        plinth().transact(uow -> {
            Gadget gadget = uow.getById(Gadget.class, 1L);
            gadget.extras = new HashMap<>();
            gadget.readings = List.of();
            gadget.anything = "";
        });
        Gadget empty = stored();
        assertThat(empty.extras).isNotNull().isEmpty();
        assertThat(empty.readings).isNotNull().isEmpty();
        assertThat(empty.anything).isEqualTo("");
        plinth().transact(uow -> uow.getById(Gadget.class, 1L).extras = null);
        assertThat(stored().extras).isNull();
    }

    @Test
    void whatIsOnlyReadIsNoChange() {
        insert(full());
        assertThat(updatesOf(gadget -> assertThat(gadget.settings).isNotNull())).isZero();
        assertThat(updatesOf(gadget -> gadget.extras = new HashMap<>(present(gadget.extras))))
                .isZero();
        assertThat(stored().version).isEqualTo(1);
    }

    @Test
    void aChangeDeepWithinIsFound() {
        insert(full());
        assertThat(updatesOf(gadget -> present(gadget.wiring).connect("green", 1)))
                .isEqualTo(1);
        assertThat(updatesOf(gadget -> present(gadget.readings).add(new Reading(NOON, 3, null))))
                .isEqualTo(1);
        assertThat(updatesOf(gadget -> present(gadget.extras).remove("none"))).isEqualTo(1);
        assertThat(present(stored().wiring).pins()).containsEntry("green", 1);
        assertThat(stored().readings).hasSize(2);
        assertThat(stored().extras).doesNotContainKey("none");
        assertThat(stored().version).isEqualTo(4);
    }

    @Test
    void whatWasGivenMayBeChangedAfterwards() {
        Gadget gadget = full();
        Map<String, @Nullable Object> extras = present(gadget.extras);
        plinth().transact(uow -> {
            uow.insert(gadget);
            uow.flush();
            extras.put("late", 1);
        });
        assertThat(stored().extras).containsEntry("late", 1);
        extras.clear();
        assertThat(stored().extras).isNotEmpty();
    }

    @Test
    void recordsAreReplaced() {
        Manual manual = saved(new Manual(1, 0, List.of("one")));
        plinth().transact(uow -> uow.update(new Manual(1, manual.version(), List.of("one", "two"))));
        assertThat(stored(Manual.class, 1L).pages()).containsExactly("one", "two");
    }

    @Test
    void theAuditTrailHoldsItReadably() {
        insert(full());
        plinth().transact(uow -> uow.getById(Gadget.class, 1L).box = new Box("b", Map.of("screws", 11)));
        List<AuditEntry> history = plinth().audit().history(Gadget.class, 1L);
        assertThat(history.get(0).changes().get("wiring")).isNotNull();
        assertThat(history.get(1).changes())
                .containsOnly(entry("box.content", new ValueChange(Map.of("screws", 12), Map.of("screws", 11))));
    }

    @Test
    void isComparedWithNullOnly() {
        insert(full(), new Gadget(2));
        assertThat(idsOf(where(Gadget.class, "settings").isNull())).containsExactly(2L);
        assertThat(idsOf(where(Gadget.class, "extras").isNotNull())).containsExactly(1L);
        assertThat(idsOf(where(Gadget.class, "box.content").isNotNull())).containsExactly(1L);
        assertThatThrownBy(() -> idsOf(where(Gadget.class, "settings").is(settings())))
                .isInstanceOf(SpecificationException.class)
                .satisfies(hasCode(ErrorCode.PROPERTY_TYPE))
                .hasMessageContaining("settings")
                .hasMessageContaining("JSON");
        assertThatThrownBy(() -> idsOf(where(Gadget.class, "settings").in(List.of(settings()))))
                .isInstanceOf(SpecificationException.class);
        Selection<Gadget> sorted = Selection.of(Gadget.class).orderBy(Order.by(Sort.asc("extras")));
        assertThatThrownBy(() -> plinth().readResult(uow -> uow.find(sorted)))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("extras");
    }

    @Test
    void theSchemaIsWhatItWasCreatedAs() {
        assertThat(plinth().schema().validate()).isEmpty();
    }

    private List<Long> idsOf(Specification<Gadget> specification) {
        return plinth().readResult(uow -> uow.find(Selection.of(Gadget.class).where(specification)).stream()
                .map(each -> each.id)
                .toList());
    }

    @Test
    void whatJsonCannotSayIsRefused() {
        refused(g -> g.extras = new HashMap<>(Map.of("n", Double.NaN)), "Gadget.extras", "NaN");
        refused(
                g -> g.extras = new HashMap<>(Map.of("n", new BigDecimal("1E+100000"))),
                "Gadget.extras",
                "10000 digits");
        refused(
                g -> g.extras = new HashMap<>(Map.of("n", new BigDecimal("1E-100000"))),
                "Gadget.extras",
                "10000 digits");
        refused(
                g -> g.extras = new HashMap<>(Map.of("n", BigInteger.TEN.pow(10_001))),
                "Gadget.extras",
                "10000 digits");
        refused(g -> g.extras = new HashMap<>(Map.of("t", "\ud83d")), "Gadget.extras", "surrogate");
        refused(g -> g.extras = new HashMap<>(Map.of("\ude00", 1)), "Gadget.extras", "surrogate");
        refused(g -> g.anything = new Object(), "Gadget.anything", "Jackson cannot write it");
        refused(
                g -> {
                    g.extras = new HashMap<>();
                    g.extras.put("self", g.extras);
                },
                "Gadget.extras");
        refused(g -> g.box = new Box("b", nothingAsKey()), "Gadget.box.content");
    }

    private static Map<String, Integer> nothingAsKey() {
        Map<String, Integer> map = new HashMap<>();
        map.put(nothing(), 1);
        return map;
    }

    @Test
    void aMapOfManyKeysIsNotSlow() {
        Map<String, Object> many = new LinkedHashMap<>();
        IntStream.range(0, 50_000).forEach(i -> many.put("key " + i, i));
        assertTimeout(Duration.ofSeconds(20), () -> {
            Gadget gadget = new Gadget(1);
            gadget.extras = many;
            insert(gadget);
            assertThat(updatesOf(g -> present(g.extras).put("key 7", "seven"))).isEqualTo(1);
            assertThat(present(stored().extras)).hasSize(50_000).containsEntry("key 7", "seven");
        });
    }

    @Test
    void whatCouldNotBeReadAgainIsRefused() {
        refused(g -> g.shape = new Circle(1), "Gadget.shape", "could not be read again");
    }

    @Test
    void theMapperOfTheApplicationIsUsed() {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_SNAKE_CASE)
                .build();
        ObservedStore.Observer observer = new ObservedStore.Observer(database());
        Plinth own = open(Plinth.builder(observer).json(mapper).mappings(BAGS));
        own.transact(uow -> uow.insert(new Bag(1, new Content(2))));
        assertThat(observer.store().takeWrites())
                .singleElement()
                .satisfies(write -> assertThat(write.changes().get(0).after())
                        .contains(Objects.requireNonNull(JsonValue.parse("{\"ITEM_COUNT\":2}"))));
        assertThat(own.readResult(uow -> uow.getById(Bag.class, 1L)).content()).isEqualTo(new Content(2));
    }
}
