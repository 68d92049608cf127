package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.audit.AuditEntry;
import dev.plinth.backend.WriteBatch;
import dev.plinth.contract.domain.Vehicle;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.StaleEntityException;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import dev.plinth.unitofwork.Work;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.exceptions.DataException;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a hierarchy does, wherever its rows are. */
abstract class FleetTests extends Contract {
    protected abstract Class<? extends Vehicle> root();

    protected abstract Class<? extends Vehicle> car();

    protected abstract Class<? extends Vehicle> truck();

    protected abstract Class<? extends Vehicle> tanker();

    protected abstract Vehicle newCar(String id, String plate);

    protected abstract Vehicle newTruck(String id);

    protected abstract Vehicle newTanker(String id);

    /** What the entity has beside what the root has. */
    protected abstract List<Object> stateOf(Vehicle vehicle);

    /** Changes what the entity has beside what the root has. */
    protected abstract void change(Vehicle vehicle);

    private void insertFleet() {
        insert(newCar("c", "W-1"), newTruck("t"), newTanker("x"));
    }

    private <T extends Vehicle> List<T> find(Class<T> type) {
        return plinth().readResult(uow -> uow.find(Selection.of(type).orderBy(Order.by(Sort.asc("id")))));
    }

    private <T extends Vehicle> List<String> ids(Selection<T> selection) {
        return plinth().readResult(uow ->
                uow.find(selection).stream().map(Vehicle::getId).sorted().toList());
    }

    @Test
    void eachIsReadAsWhatItIs() {
        insertFleet();

        List<? extends Vehicle> all = find(root());
        assertThat(all).extracting(Object::getClass).isEqualTo(List.of(car(), truck(), tanker()));
        assertThat(all).extracting(Vehicle::getName).containsExactly("car c", "truck t", "tanker x");
        assertThat(all).extracting(Vehicle::getVersion).containsExactly(1L, 1L, 1L);
        assertThat(all.stream().map(this::stateOf))
                .containsExactly(List.of("W-1", 5, List.of("radio", "heating")), List.of(7), List.of(20, "milk"));
    }

    @Test
    void aQueryFindsTheEntityAndThoseThatExtendIt() {
        insertFleet();

        assertThat(ids(Selection.of(root()))).containsExactly("c", "t", "x");
        assertThat(ids(Selection.of(car()))).containsExactly("c");
        assertThat(ids(Selection.of(truck()))).containsExactly("t", "x");
        assertThat(ids(Selection.of(tanker()))).containsExactly("x");
        plinth().read(uow -> {
            assertThat(uow.count(Selection.of(truck()))).isEqualTo(2);
            assertThat(uow.exists(Selection.of(car()))).isTrue();
            try (Stream<? extends Vehicle> trucks = uow.stream(Selection.of(truck()))) {
                assertThat(trucks.count()).isEqualTo(2);
            }
        });
    }

    private <T extends Vehicle> List<String> having(Class<T> type, String property, Object value) {
        return ids(Selection.of(type).where(Specification.where(type, property).is(value)));
    }

    @Test
    void propertiesOfEachLevelAreAskedFor() {
        insertFleet();
        insert(newCar("d", "W-2"), newTanker("y"));

        assertThat(having(root(), "name", "truck t")).containsExactly("t");
        assertThat(having(car(), "plate", "W-2")).containsExactly("d");
        assertThat(having(car(), "name", "truck t")).isEmpty();
        assertThat(having(tanker(), "load", 20)).containsExactly("x", "y");
        assertThat(having(truck(), "load", 7)).containsExactly("t");
        assertThatThrownBy(() -> having(root(), "load", 7)).hasMessageContaining("load");
    }

    @Test
    void aPageOfMixedEntitiesIsInOrder() {
        insertFleet();
        insert(newCar("d", "W-2"), newTanker("y"));

        List<? extends Vehicle> page = plinth().readResult(uow -> uow.find(
                Selection.of(root()).orderBy(Order.by(Sort.desc("name"))).range(1, 3)));

        assertThat(page).extracting(Vehicle::getName).containsExactly("tanker y", "tanker x", "car d");
    }

    @Test
    void anIdIsFoundByItsEntityAndThoseAbove() {
        insertFleet();

        assertThat(found(root(), "x")).map(Object::getClass).hasValue(tanker());
        assertThat(found(truck(), "x")).isPresent();
        assertThat(found(tanker(), "x")).isPresent();
        assertThat(found(car(), "x")).isEmpty();
        plinth().read(uow -> {
            Vehicle tanker = uow.getById(root(), "x");
            assertThat(uow.getById(truck(), "x")).isSameAs(tanker);
            assertThat(uow.findById(car(), "x")).isEmpty();
        });
    }

    @Test
    void changesOfAllEntitiesAreWritten() {
        insertFleet();

        plinth().transact(uow -> uow.find(Selection.of(root())).forEach(this::change));

        assertThat(find(root()).stream().map(this::stateOf))
                .containsExactly(
                        List.of("W-1", 2, List.of("radio", "heating", "roof")), List.of(8), List.of(20, "oil"));
        assertThat(find(root())).extracting(Vehicle::getVersion).containsExactly(2L, 2L, 2L);
    }

    @Test
    void whatTheRootHasIsWrittenInOneBatch() {
        insertFleet();
        store().takeWrites();

        plinth().transact(uow -> uow.find(Selection.of(root())).forEach(each -> each.setName("all")));

        assertThat(takeWrites(root())).extracting(WriteBatch::kind).containsExactly(WriteBatch.Kind.UPDATE);
        assertThat(find(root())).extracting(Vehicle::getName).containsOnly("all");
    }

    @Test
    void aStaleVersionIsFoundWhateverHasChanged() {
        insertFleet();
        Vehicle stale = stored(tanker(), "x");
        plinth().transact(uow -> uow.getById(root(), "x").setName("other"));
        change(stale);

        assertThatThrownBy(() -> plinth().transact(uow -> uow.update(stale)))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("Tanker");
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    change(uow.getById(tanker(), "x"));
                    elsewhere(other -> other.getById(root(), "x").setName("elsewhere"));
                }))
                .isInstanceOf(DataException.class);
    }

    @Test
    void detachedEntitiesOfSeveralClassesAreUpdatedTogether() {
        insertFleet();
        List<? extends Vehicle> detached = find(root());
        detached.forEach(this::change);

        plinth().transact(uow -> uow.updateAll(detached));

        assertThat(find(root())).extracting(Vehicle::getVersion).containsExactly(2L, 2L, 2L);
    }

    @Test
    void whatIsRemovedIsMarkedForAllOfTheHierarchy() {
        insertFleet();

        plinth().transact(uow -> uow.find(Selection.of(truck())).forEach(uow::remove));

        assertThat(ids(Selection.of(root()))).containsExactly("c");
        plinth().transact(uow -> {
            uow.restore(root(), "t");
            uow.purge(tanker(), "x");
        });
        assertThat(ids(Selection.of(root()))).containsExactly("c", "t");
        plinth().read(uow -> assertThat(uow.count(Selection.of(root()))).isEqualTo(2));
    }

    @Test
    void theHistoryIsThatOfTheEntity() {
        insertFleet();
        plinth().transact(uow -> change(uow.getById(root(), "x")));

        List<AuditEntry> history = plinth().audit().history(root(), "x");
        assertThat(history).hasSize(2);
        assertThat(history.get(1).changes()).containsOnlyKeys("liquid");
        assertThat(history.get(0).changes()).containsOnlyKeys("name", "load", "liquid");
        assertThat(plinth().audit().history(tanker(), "x")).hasSize(2);
        assertThat(plinth().audit().history(car(), "x")).isEmpty();
    }

    @Test
    void whatASubtypeDemandsIsDemandedOfItAlone() {
        assertThatThrownBy(() -> insert(newCar("c", nothing())))
                .isInstanceOf(NotNullViolationException.class)
                .hasMessageContaining("plate");

        insert(newTruck("t"));
        assertThat(ids(Selection.of(root()))).containsExactly("t");
    }

    /** An object that was read before another one with its id took its place, with the same version. */
    private Vehicle replaced(Vehicle before, Vehicle now) {
        insert(before);
        plinth().transact(uow -> uow.purge(root(), before.getId()));
        insert(now);
        assertThat(before.getVersion()).isEqualTo(now.getVersion());
        return before;
    }

    @Test
    void anObjectKeepsItsEntity() {
        keepsItsEntity(replaced(newTruck("a"), newTanker("a")), newTanker("a"));
        keepsItsEntity(replaced(newTanker("b"), newTruck("b")), newTruck("b"));
        keepsItsEntity(replaced(newTruck("c"), newCar("c", "W-1")), newCar("c", "W-1"));
        keepsItsEntity(replaced(newCar("d", "W-2"), newTanker("d")), newTanker("d"));
        keepsItsEntity(newTruck("d"), newTanker("d"));
    }

    private void keepsItsEntity(Vehicle given, Vehicle stored) {
        refusesAnotherEntity(given, stored, uow -> uow.update(given));
        refusesAnotherEntity(given, stored, uow -> uow.updateAll(List.of(given)));
        refusesAnotherEntity(given, stored, uow -> uow.upsert(given));
        refusesAnotherEntity(given, stored, uow -> uow.remove(given));
        refusesAnotherEntity(given, stored, uow -> {
            uow.getById(root(), given.getId());
            uow.update(given);
        });
        refusesAnotherEntity(given, stored, uow -> {
            uow.getById(root(), given.getId());
            uow.upsert(given);
        });
        refusesAnotherEntity(given, stored, uow -> {
            uow.getById(root(), given.getId());
            uow.remove(given);
        });
        Vehicle after = stored(root(), given.getId());
        assertThat(after).hasSameClassAs(stored);
        assertThat(stateOf(after)).isEqualTo(stateOf(stored));
        assertThat(after.getVersion()).isEqualTo(1);
    }

    private void refusesAnotherEntity(Vehicle given, Vehicle stored, Work<RuntimeException> work) {
        String is = entity(stored);
        String not = entity(given);
        assertThatThrownBy(() -> plinth().transact(work))
                .isInstanceOfSatisfying(
                        EntityStateException.class,
                        e -> assertThat(e.isRetryable()).isFalse())
                .hasMessageStartingWith(
                        "PL-206: '" + is + " " + given.getId() + "' is a '" + is + "', not a '" + not + "'");
    }

    private static String entity(Vehicle vehicle) {
        return vehicle.getClass().getAnnotation(Entity.class).name();
    }

    @Test
    void anIdIsUniqueAmongAll() {
        insertFleet();

        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.getById(car(), "c");
                    uow.insert(newTruck("c"));
                }))
                .isInstanceOf(EntityStateException.class)
                .hasMessageContaining("id");
        assertThatThrownBy(() -> insert(newTanker("x"))).isInstanceOf(DataException.class);
    }

    @Test
    void theSchemaThatIsCreatedIsTheOneOfTheModel() {
        assertThat(plinth().schema().validate()).isEmpty();
    }
}
