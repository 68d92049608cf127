package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.Statistics;
import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Note;
import dev.plinth.contract.domain.Sensor;
import dev.plinth.contract.domain.Shipment;
import dev.plinth.contract.domain.ShipmentId;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.PartialWriteException;
import dev.plinth.error.StaleEntityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The version is checked on every write; a conflict names what it is about. */
public abstract class OptimisticLockingContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Currency.class, Sensor.class, Shipment.class, Note.class);
    }

    private StaleEntityException stale(Step<RuntimeException> step) {
        StaleEntityException error = catchThrowableOfType(StaleEntityException.class, step::run);
        assertThat(error).as("a conflict").isNotNull().satisfies(hasCode(ErrorCode.STALE));
        assertThat(error.isRetryable())
                .as("retryable, unless part of the work stays")
                .isEqualTo(PartialWriteException.of(error).isEmpty());
        return error;
    }

    private void rename(UUID id, String name) {
        plinth().transact(uow -> uow.getById(Customer.class, id).setName(name));
    }

    @Test
    void anUpdateOfAChangedRowIsStale() {
        requiresWritesBesideReads();
        Customer ada = saved(new Customer("Ada"));
        StaleEntityException error = stale(() -> plinth().transact(uow -> {
            Customer mine = uow.getById(Customer.class, ada.getId());
            elsewhere(other -> other.getById(Customer.class, ada.getId()).setName("theirs"));
            mine.setName("mine");
        }));
        assertThat(error.entity()).isEqualTo("Customer");
        assertThat(error.id()).isEqualTo(ada.getId());
        assertThat(error.expectedVersion()).isEqualTo(ada.getVersion());
        assertThat(error.foundVersion()).isEqualTo(ada.getVersion() + 1);
        assertThat(stored(Customer.class, ada.getId()).getName()).isEqualTo("theirs");
    }

    @Test
    void anUpdateOfADeletedRowIsStale() {
        requiresWritesBesideReads();
        insert(Currency.of("EUR", "Euro", 2));
        StaleEntityException error = stale(() -> plinth().transact(uow -> {
            Currency mine = uow.getById(Currency.class, "EUR");
            elsewhere(other -> other.remove(other.getById(Currency.class, "EUR")));
            uow.update(mine.named("mine"));
        }));
        assertThat(error.foundVersion()).isNull();
        assertThat(error).hasMessageContaining("Currency").hasMessageContaining("deleted");
    }

    @Test
    void aDeleteOfAChangedRowIsStale() {
        requiresWritesBesideReads();
        insert(Currency.of("EUR", "Euro", 2));
        stale(() -> plinth().transact(uow -> {
            Currency mine = uow.getById(Currency.class, "EUR");
            elsewhere(other -> other.update(other.getById(Currency.class, "EUR").named("theirs")));
            uow.remove(mine);
        }));
        assertThat(stored(Currency.class, "EUR").name()).isEqualTo("theirs");
    }

    @Test
    void aSoftDeleteOfAChangedRowIsStale() {
        requiresWritesBesideReads();
        Customer ada = saved(new Customer("Ada"));
        stale(() -> plinth().transact(uow -> {
            Customer mine = uow.getById(Customer.class, ada.getId());
            elsewhere(other -> other.getById(Customer.class, ada.getId()).setName("theirs"));
            uow.remove(mine);
        }));
        assertThat(stored(Customer.class, ada.getId()).getName()).isEqualTo("theirs");
    }

    @Test
    void anUpdateOfASoftDeletedRowIsStale() {
        Customer ada = saved(new Customer("Ada"));
        plinth().transact(uow -> uow.remove(uow.getById(Customer.class, ada.getId())));
        ada.setName("too late");
        StaleEntityException error = stale(() -> plinth().transact(uow -> uow.update(ada)));
        assertThat(error).hasMessageContaining("deleted");
    }

    @Test
    void aDetachedObjectOfAnOldVersionIsStale() {
        Customer ada = saved(new Customer("Ada"));
        rename(ada.getId(), "theirs");
        ada.setName("mine");
        StaleEntityException error = stale(() -> plinth().transact(uow -> uow.update(ada)));
        assertThat(error.entity()).isEqualTo("Customer");
        assertThat(error.id()).isEqualTo(ada.getId());
        assertThat(error.expectedVersion()).isEqualTo(ada.getVersion());
        assertThat(error.foundVersion()).isEqualTo(ada.getVersion() + 1);
    }

    @Test
    void inABatchTheRightEntityIsNamed() {
        requiresWritesBesideReads();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add(saved(new Customer("c" + i)).getId());
        }
        StaleEntityException error = stale(() -> plinth().transact(uow -> {
            List<Customer> all =
                    ids.stream().map(id -> uow.getById(Customer.class, id)).toList();
            elsewhere(other -> other.getById(Customer.class, ids.get(23)).setName("theirs"));
            all.forEach(each -> each.setName("mine"));
        }));
        assertThat(error.id()).isEqualTo(ids.get(23));
        assertThat(error.getMessage()).contains(ids.get(23).toString());
    }

    @Test
    void aConflictTakesTheWholeUnitOfWorkBack() {
        requiresWritesBesideReads();
        requires(Capability.ATOMIC_COMMIT);
        Customer ada = saved(new Customer("Ada"));
        Customer bob = saved(new Customer("Bob"));
        Statistics cost = cost(() -> stale(() -> plinth().transact(uow -> {
            Customer first = uow.getById(Customer.class, ada.getId());
            Customer second = uow.getById(Customer.class, bob.getId());
            elsewhere(other -> other.getById(Customer.class, bob.getId()).setName("theirs"));
            first.setName("mine");
            second.setName("mine");
            uow.insert(new Note(1L, "new"));
        })));
        assertThat(cost.conflicts()).isEqualTo(1);
        assertThat(stored(Customer.class, ada.getId()).getName()).isEqualTo("Ada");
        assertThat(found(Note.class, 1L)).isEmpty();
    }

    @Test
    void aChangeOfACollectionIsAChangeOfItsOwner() {
        requiresWritesBesideReads();
        Customer ada = saved(new Customer("Ada"));
        stale(() -> plinth().transact(uow -> {
            Customer mine = uow.getById(Customer.class, ada.getId());
            elsewhere(other ->
                    other.getById(Customer.class, ada.getId()).getTags().add("theirs"));
            mine.getTags().add("mine");
        }));
        assertThat(stored(Customer.class, ada.getId()).getTags()).containsExactly("theirs");
    }

    @Test
    void anInstantVersionIsTheTimeOfTheChange() {
        Sensor sensor = saved(new Sensor(1, 20.5));
        Instant first = present(sensor.getChangedAt());
        assertThat(Duration.between(first, clock.instant())).isLessThan(Duration.ofMillis(1));
        clock.advance(Duration.ofHours(1));
        plinth().transact(uow -> uow.getById(Sensor.class, 1).setReading(21));
        Instant second = present(stored(Sensor.class, 1).getChangedAt());
        assertThat(Duration.between(first, second)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void anInstantVersionGrowsWhereTheClockDoesNot() {
        insert(new Sensor(1, 0));
        Instant last = present(stored(Sensor.class, 1).getChangedAt());
        for (int i = 1; i <= 5; i++) {
            int reading = i;
            plinth().transact(uow -> uow.getById(Sensor.class, 1).setReading(reading));
            Instant next = present(stored(Sensor.class, 1).getChangedAt());
            assertThat(next).isAfter(last);
            last = next;
        }
        clock.advance(Duration.ofDays(-1));
        plinth().transact(uow -> uow.getById(Sensor.class, 1).setReading(99));
        assertThat(stored(Sensor.class, 1).getChangedAt()).isAfter(last);
    }

    @Test
    void anOldInstantVersionIsStale() {
        Sensor sensor = saved(new Sensor(1, 0));
        plinth().transact(uow -> uow.getById(Sensor.class, 1).setReading(1));
        sensor.setReading(2);
        StaleEntityException error = stale(() -> plinth().transact(uow -> uow.update(sensor)));
        assertThat(error.expectedVersion()).isEqualTo(sensor.getChangedAt());
        assertThat(error.foundVersion()).isEqualTo(stored(Sensor.class, 1).getChangedAt());
    }

    @Test
    void aConflictNamesAnEmbeddedId() {
        ShipmentId id = new ShipmentId("north", 1);
        Shipment old = saved(new Shipment(id, "a"));
        plinth().transact(uow -> uow.getById(Shipment.class, id).setCarrier("b"));
        old.setCarrier("c");
        StaleEntityException error = stale(() -> plinth().transact(uow -> uow.update(old)));
        assertThat(error.id()).isEqualTo(id);
        assertThat(error).hasMessageContaining("north");
    }

    @Test
    void withoutAVersionTheLastWriteWins() {
        insert(new Note(1L, "one"));
        Note mine = stored(Note.class, 1L);
        plinth().transact(uow -> uow.getById(Note.class, 1L).setTitle("theirs"));
        mine.setTitle("mine");
        plinth().transact(uow -> uow.update(mine));
        assertThat(stored(Note.class, 1L).getTitle()).isEqualTo("mine");
    }

    @Test
    void withoutAVersionAMissingRowIsStaleStill() {
        requiresWritesBesideReads();
        insert(new Note(1L, "one"));
        StaleEntityException error = stale(() -> plinth().transact(uow -> {
            Note mine = uow.getById(Note.class, 1L);
            elsewhere(other -> other.remove(other.getById(Note.class, 1L)));
            mine.setTitle("mine");
        }));
        assertThat(error).hasMessageContaining("deleted");
    }

    @Test
    void aVersionThatTheApplicationHasSetOnATrackedObjectIsRefused() {
        UUID id = saved(new Customer("Ada")).getId();
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    Customer ada = uow.getById(Customer.class, id);
                    ada.setName("Augusta");
                    ada.setVersion(4711);
                }))
                .satisfies(hasCode(ErrorCode.ENTITY_STATE))
                .hasMessageContaining("from 1 to 4711");
    }
}
