package dev.plinth.contract;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.contract.domain.Address;
import dev.plinth.contract.domain.Depot;
import dev.plinth.contract.domain.Kiosk;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.specification.Selection;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The properties of mapped superclasses are those of the entity. */
public abstract class MappedSuperclassContract extends Contract {
    private static final Instant OPENED = Instant.parse("2026-03-01T08:00:00Z");

    @Override
    protected List<Class<?>> entities() {
        return List.of(Depot.class, Kiosk.class);
    }

    @Test
    void propertiesOfSuperclassesAreStored() {
        Depot depot = new Depot("north", OPENED, 7);
        depot.moveTo(Address.in("Vienna"));
        insert(depot);

        Depot found = stored(Depot.class, "north");
        assertThat(found.getOpenedAt()).isEqualTo(OPENED);
        assertThat(found.getPlaces()).isEqualTo(7);
        assertThat(found.getVersion()).isEqualTo(1);
        assertThat(present(found.getAddress()).city()).isEqualTo("Vienna");
        assertThat(found.getVisits()).isZero();
    }

    @Test
    void theIdIsOfTheTypeThatTheEntitySays() {
        UUID id = UUID.randomUUID();
        insert(new Kiosk(id, OPENED), new Depot("south", OPENED, 1));

        assertThat(stored(Kiosk.class, id).getId()).isEqualTo(id);
        assertThat(stored(Depot.class, "south").getId()).isEqualTo("south");
    }

    @Test
    void aChangeInASuperclassIsFound() {
        insert(new Depot("north", OPENED, 7));

        plinth().transact(uow -> uow.getById(Depot.class, "north").moveTo(Address.in("Graz")));

        Depot found = stored(Depot.class, "north");
        assertThat(present(found.getAddress()).city()).isEqualTo("Graz");
        assertThat(found.getVersion()).isEqualTo(2);
    }

    @Test
    void aVersionOfASuperclassIsChecked() {
        insert(new Depot("north", OPENED, 7));
        Depot stale = stored(Depot.class, "north");
        plinth().transact(uow -> uow.getById(Depot.class, "north").setPlaces(8));
        stale.setPlaces(9);

        assertThatThrownBy(() -> plinth().transact(uow -> uow.update(stale)))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void propertiesOfSuperclassesAreAskedFor() {
        insert(new Depot("old", OPENED, 1), new Depot("new", OPENED.plusSeconds(60), 1));

        List<Depot> found = plinth().readResult(uow -> uow.find(Selection.of(Depot.class)
                .where(where(Depot::getOpenedAt)
                        .greaterThan(OPENED)
                        .and(where(Depot::getId).is("new")))));

        assertThat(found).extracting(Depot::getId).containsExactly("new");
    }

    @Test
    void softDeleteAndAuditOfASuperclassHold() {
        insert(new Depot("north", OPENED, 7));

        plinth().transact(uow -> uow.remove(uow.getById(Depot.class, "north")));

        assertThat(found(Depot.class, "north")).isEmpty();
        plinth().transact(uow -> uow.restore(Depot.class, "north"));
        assertThat(found(Depot.class, "north")).isPresent();
        assertThat(plinth().audit().history(Depot.class, "north")).hasSize(3);
    }

    @Test
    void anOverrideOfTheColumnCounts() {
        assertThatThrownBy(() -> insert(new Depot("north", nothing(), 7)))
                .isInstanceOf(NotNullViolationException.class)
                .hasMessageContaining("openedAt");
    }
}
