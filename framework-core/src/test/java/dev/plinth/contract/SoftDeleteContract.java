package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plinth.Statistics;
import dev.plinth.backend.Capability;
import dev.plinth.backend.WriteBatch;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Customers;
import dev.plinth.contract.domain.Product;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.EntityNotFoundException;
import dev.plinth.error.ErrorCode;
import dev.plinth.model.ColumnModel;
import dev.plinth.specification.Deleted;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A removed row is marked: no read sees it unless it asks, its unique values are free, and it can come back. */
public abstract class SoftDeleteContract extends Contract {
    private static final Order<Customer> BY_NAME = Order.by(asc(Customer::getName));

    private UUID live = new UUID(0, 0);
    private UUID dead = new UUID(0, 0);

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Product.class, Currency.class);
    }

    @BeforeEach
    final void oneLiveAndOneDead() {
        live = saved(new Customer("Live", "live@example.org")).getId();
        Customer gone = new Customer("Dead", "dead@example.org");
        gone.getTags().add("t");
        dead = saved(gone).getId();
        plinth().transact(uow -> uow.remove(uow.getById(Customer.class, dead)));
    }

    private Customers customers() {
        return plinth().repository(Customers.class);
    }

    @Test
    void noReadSeesADeletedRow() {
        Specification<Customer> isDead = where(Customer::getName).is("Dead");
        assertThat(customers().findById(dead)).isEmpty();
        assertThat(customers().findAll(isDead)).isEmpty();
        assertThat(customers().findAll(isDead, BY_NAME)).isEmpty();
        assertThat(customers().findOne(isDead)).isEmpty();
        assertThat(customers().findFirst(isDead, BY_NAME)).isEmpty();
        assertThat(customers().count(isDead)).isZero();
        assertThat(customers().exists(isDead)).isFalse();
        assertThat(customers().count(Specification.all())).isEqualTo(1);
        assertThatThrownBy(() -> customers().getById(dead)).isInstanceOf(EntityNotFoundException.class);
        plinth().read(uow -> {
            assertThat(uow.findById(Customer.class, dead)).isEmpty();
            assertThat(uow.count(Selection.of(Customer.class))).isEqualTo(1);
        });
    }

    @Test
    void noPageOrStreamSeesADeletedRow() {
        Page<Customer> page = customers().page(Specification.all(), PageRequest.ofSize(10), BY_NAME);
        assertThat(page.content()).extracting(Customer::getName).containsExactly("Live");
        assertThat(page.totalElements()).isEqualTo(1);
        try (Stream<Customer> all = customers().findAll();
                Stream<Customer> ordered = customers().stream(Specification.all(), BY_NAME)) {
            assertThat(all.map(Customer::getName)).containsExactly("Live");
            assertThat(ordered.map(Customer::getName)).containsExactly("Live");
        }
        assertThat(customers().findAll(PageRequest.ofSize(10), BY_NAME).content())
                .hasSize(1);
    }

    @Test
    void aNegationDoesNotSeeADeletedRow() {
        assertThat(customers().findAll(where(Customer::getName).is("Live").not()))
                .isEmpty();
        assertThat(customers()
                        .findAll(where(Customer::getName)
                                .is("Dead")
                                .or(where(Customer::getName).is("Live"))))
                .hasSize(1);
    }

    @Test
    void withDeletedSeesAll() {
        assertThat(customers().withDeleted().findAll(Specification.all(), BY_NAME))
                .extracting(Customer::getName)
                .containsExactly("Dead", "Live");
        assertThat(customers().withDeleted().count(Specification.all())).isEqualTo(2);
        assertThat(customers().withDeleted().getById(dead).getTags()).containsExactly("t");
        assertThat(customers().withDeleted().getById(live).getName()).isEqualTo("Live");
    }

    @Test
    void onlyDeletedSeesTheDeleted() {
        assertThat(customers().onlyDeleted().findAll(Specification.all()))
                .extracting(Customer::getName)
                .containsExactly("Dead");
        assertThat(customers().onlyDeleted().findById(live)).isEmpty();
        assertThat(customers().onlyDeleted().findById(dead)).isPresent();
        assertThat(customers().onlyDeleted().exists(Specification.all())).isTrue();
        assertThat(customers().onlyDeleted().exists(where(Customer::getName).is("Live")))
                .isFalse();
    }

    @Test
    void aSelectionSaysWhatItSees() {
        plinth().read(uow -> {
            Selection<Customer> all = Selection.of(Customer.class);
            assertThat(uow.count(all.deleted(Deleted.INCLUDED))).isEqualTo(2);
            assertThat(uow.count(all.deleted(Deleted.ONLY))).isEqualTo(1);
            assertThat(uow.count(all.deleted(Deleted.EXCLUDED))).isEqualTo(1);
        });
    }

    @Test
    void findByIdDoesNotSeeADeletedRowThatWasReadOtherwise() {
        plinth().transact(uow -> {
            assertThat(uow.repository(Customers.class).withDeleted().findById(dead))
                    .isPresent();
            assertThat(uow.findById(Customer.class, dead)).isEmpty();
        });
    }

    @Test
    void aDeleteIsAnUpdateThatRaisesTheVersion() {
        long before = stored(Customer.class, live).getVersion();
        Statistics cost = cost(() -> plinth().transact(uow -> uow.remove(uow.getById(Customer.class, live))));
        assertThat(cost.deletes()).isZero();
        assertThat(customers().withDeleted().getById(live).getVersion()).isEqualTo(before + 1);
    }

    @Test
    void restoreBringsTheRowBack() {
        long before = customers().withDeleted().getById(dead).getVersion();
        Customer restored = customers().restore(dead);
        assertThat(restored.getName()).isEqualTo("Dead");
        assertThat(restored.getTags()).containsExactly("t");
        Customer stored = stored(Customer.class, dead);
        assertThat(stored.getVersion()).isEqualTo(before + 1);
        assertThat(restored.getVersion()).isEqualTo(stored.getVersion());
        assertThat(customers().onlyDeleted().count(Specification.all())).isZero();
    }

    @Test
    void restoreInAUnitOfWorkIsTracked() {
        plinth().transact(uow -> {
            Customer restored = uow.restore(Customer.class, dead);
            assertThat(uow.contains(restored)).isTrue();
            assertThat(uow.findById(Customer.class, dead)).containsSame(restored);
            restored.setName("Lazarus");
        });
        assertThat(stored(Customer.class, dead).getName()).isEqualTo("Lazarus");
    }

    @Test
    void restoreOfALiveRowIsNothing() {
        Statistics cost =
                cost(() -> assertThat(customers().restore(live).getName()).isEqualTo("Live"));
        assertThat(cost.updates()).isZero();
    }

    @Test
    void aRemovalIsTakenBackInTheSameUnitOfWork() {
        plinth().transact(uow -> {
            uow.remove(uow.getById(Customer.class, live));
            uow.flush();
            uow.restore(Customer.class, live);
        });
        assertThat(found(Customer.class, live)).isPresent();
    }

    @Test
    void aRestoreThatIsTakenBackLeavesTheRowAsItWas() {
        long version = customers().withDeleted().getById(dead).getVersion();
        plinth().transact(uow -> {
            Customer restored = uow.restore(Customer.class, dead);
            restored.setName("Lazarus");
            uow.remove(restored);
            assertThat(uow.contains(restored)).isFalse();
        });
        Customer stored = customers().onlyDeleted().getById(dead);
        assertThat(stored.getName()).isEqualTo("Dead");
        assertThat(stored.getVersion()).isEqualTo(version);
    }

    @Test
    void restoreAndPurgeNeedARow() {
        UUID nowhere = UUID.randomUUID();
        assertThatThrownBy(() -> customers().restore(nowhere))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Customer")
                .hasMessageContaining(nowhere.toString());
        assertThatThrownBy(() -> customers().purge(nowhere)).isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void aUniqueValueOfADeletedRowIsFree() {
        requires(Capability.UNIQUE_AMONG_LIVE);
        insert(new Customer("Next", "dead@example.org"));
        plinth().transact(uow -> uow.remove(uow.repository(Customers.class)
                .findAll(where(Customer::getName).is("Next"))
                .get(0)));
        insert(new Customer("Third", "dead@example.org"));
        assertThat(customers().withDeleted().count(where(Customer::getEmail).is("dead@example.org")))
                .isEqualTo(3);
        assertThatThrownBy(() -> insert(new Customer("Fourth", "dead@example.org")))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void restoreIsRefusedWhereTheUniqueValueIsTaken() {
        requires(Capability.UNIQUE_AMONG_LIVE);
        insert(new Customer("Next", "dead@example.org"));
        assertThatThrownBy(() -> customers().restore(dead))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("Customer");
        assertThat(found(Customer.class, dead)).isEmpty();
    }

    @Test
    void manyRowsWithoutAUniqueValueCanLive() {
        insert(new Customer("a"), new Customer("b"), new Customer("c"));
        assertThat(customers().count(where(Customer::getEmail).isNull())).isEqualTo(3);
    }

    @Test
    void purgeDeletesForGood() {
        customers().purge(dead);
        assertThat(customers().withDeleted().findById(dead)).isEmpty();
        customers().purge(live);
        assertThat(customers().withDeleted().count(Specification.all())).isZero();
    }

    @Test
    void aPurgedObjectIsGoneFromItsUnitOfWork() {
        plinth().transact(uow -> {
            Customer tracked = uow.getById(Customer.class, live);
            uow.purge(Customer.class, live);
            assertThat(uow.contains(tracked)).isFalse();
            assertThat(uow.findById(Customer.class, live)).isEmpty();
        });
        assertThat(customers().withDeleted().findById(live)).isEmpty();
    }

    @Test
    void restoreAndPurgeAreRefusedForOtherEntities() {
        insert(Currency.of("EUR", "Euro", 2));
        plinth().transact(uow -> {
            assertThatThrownBy(() -> uow.purge(Currency.class, "EUR"))
                    .satisfies(hasCode(ErrorCode.ENTITY_STATE))
                    .hasMessageContaining("Currency")
                    .hasMessageContaining("remove");
            assertThatThrownBy(() -> uow.restore(Currency.class, "EUR")).satisfies(hasCode(ErrorCode.ENTITY_STATE));
        });
    }

    @Test
    void recordsAreSoftDeletedToo() {
        Product chair = saved(Product.of("chair", "1.00"));
        UUID id = present(chair.id());
        plinth().transact(uow -> uow.remove(uow.getById(Product.class, id)));
        assertThat(found(Product.class, id)).isEmpty();
        Product restored = plinth().transactResult(uow -> {
            Product product = uow.restore(Product.class, id);
            uow.flush();
            return uow.current(product);
        });
        assertThat(restored.version()).isEqualTo(present(chair.version()) + 2);
        assertThat(stored(Product.class, id)).isEqualTo(restored);
    }

    @Test
    void theColumnHoldsTheTimeOfTheDeletion() {
        store().takeWrites();
        plinth().transact(uow -> uow.remove(uow.getById(Customer.class, live)));
        WriteBatch write = takeWrites(Customer.class).get(0);
        ColumnModel deletedAt = present(write.entity().deletedAt());
        assertThat(write.columns()).contains(deletedAt);
        assertThat((Instant) present(present(write.changes().get(0).after())[deletedAt.position()]))
                .isCloseTo(clock.instant(), within(1, ChronoUnit.MILLIS));
    }
}
