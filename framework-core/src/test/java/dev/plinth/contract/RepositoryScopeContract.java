package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Statistics;
import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Customers;
import dev.plinth.error.ErrorCode;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which unit of work a repository works in. */
public abstract class RepositoryScopeContract extends Contract {
    private static final Specification<Customer> EVERYONE = Specification.all();
    private static final Order<Customer> BY_NAME = Order.by(asc(Customer::getName));

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class);
    }

    private Customers customers() {
        return plinth().repository(Customers.class);
    }

    @Test
    void outsideEachCallIsAUnitOfWorkOfItsOwn() {
        Statistics cost = cost(() -> {
            UUID id = customers().insert(new Customer("Ada")).getId();
            customers().getById(id).setName("not written");
            assertThat(customers().getById(id).getName()).isEqualTo("Ada");
            assertThat(customers().getById(id)).isNotSameAs(customers().getById(id));
        });
        assertThat(cost.updates()).isZero();
    }

    @Test
    void outsideResultsAreDetached() {
        Customer ada = customers().insert(new Customer("Ada"));
        plinth().transact(uow -> assertThat(uow.contains(ada)).isFalse());
        Customer found = customers().getById(ada.getId());
        found.setName("Augusta");
        customers().update(found);
        assertThat(stored(Customer.class, ada.getId()).getName()).isEqualTo("Augusta");
    }

    @Test
    void insideASharedRepositoryJoins() {
        plinth().transact(uow -> {
            Customer ada = customers().insert(new Customer("Ada"));
            assertThat(uow.contains(ada)).isTrue();
            assertThat(customers().getById(ada.getId())).isSameAs(ada);
            assertThat(uow.repository(Customers.class).getById(ada.getId())).isSameAs(ada);
            ada.setName("Augusta");
            assertThat(customers().count(where(Customer::getName).is("Augusta")))
                    .isEqualTo(1);
        });
        assertThat(customers().count(where(Customer::getName).is("Augusta"))).isEqualTo(1);
    }

    @Test
    void insideARolledBackUnitOfWorkNothingStays() {
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    customers().insert(new Customer("Ada"));
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(customers().count(EVERYONE)).isZero();
    }

    @Test
    void aFailedCallDoomsTheUnitOfWorkThatItWroteIn() {
        requires(Capability.ATOMIC_COMMIT);
        insert(new Customer("Ada", "ada@example.org"));
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    customers().insert(new Customer("Bob"));
                    customers().insert(new Customer("Second", "ada@example.org"));
                }))
                .satisfies(hasCode(ErrorCode.DUPLICATE_KEY));
        assertThat(customers().count(EVERYONE)).isEqualTo(1);
    }

    @Test
    void insideAReadingUnitOfWorkWritesAreRefused() {
        plinth().read(uow -> {
            assertThatThrownBy(() -> customers().insert(new Customer("Ada")))
                    .satisfies(hasCode(ErrorCode.UNIT_READ_ONLY));
            assertThat(customers().count(EVERYONE)).isZero();
        });
    }

    @Test
    void aStreamOutsideLivesUntilItIsClosed() {
        insert(new Customer("a"), new Customer("b"), new Customer("c"));
        try (Stream<Customer> stream = customers().stream(EVERYONE, BY_NAME)) {
            Iterator<Customer> each = stream.iterator();
            assertThat(each.next().getName()).isEqualTo("a");
            assertThat(customers().count(EVERYONE)).isEqualTo(3);
            assertThat(each.next().getName()).isEqualTo("b");
        }
        insert(new Customer("d"));
        try (Stream<Customer> stream = customers().findAll()) {
            assertThat(stream.count()).isEqualTo(4);
        }
    }

    @Test
    void manyAbandonedStreamsThatAreClosedLeaveNothingOpen() {
        insert(new Customer("a"), new Customer("b"));
        for (int i = 0; i < 50; i++) {
            try (Stream<Customer> stream = customers().stream(EVERYONE, BY_NAME)) {
                assertThat(stream.findFirst()).isPresent();
            }
        }
        assertThat(customers().count(EVERYONE)).isEqualTo(2);
    }

    @Test
    void aStreamInsideEndsWithItsUnitOfWork() {
        insert(new Customer("a"), new Customer("b"));
        AtomicReference<Iterator<Customer>> leaked = new AtomicReference<>();
        plinth().read(uow -> {
            Iterator<Customer> each =
                    uow.repository(Customers.class).stream(EVERYONE, BY_NAME).iterator();
            assertThat(each.next().getName()).isEqualTo("a");
            leaked.set(each);
        });
        Iterator<Customer> iterator = present(leaked.get());
        assertThatThrownBy(() -> {
                    iterator.next();
                    iterator.next();
                })
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void writesAreAllowedWhileAStreamRuns() {
        for (int i = 0; i < 30; i++) {
            insert(new Customer("c%02d".formatted(i)));
        }
        plinth().transact(uow -> {
            try (Stream<Customer> stream = uow.repository(Customers.class).stream(EVERYONE, BY_NAME)) {
                stream.forEach(each -> each.setRating(5));
            }
        });
        assertThat(customers().count(where(Customer::getRating).is(5))).isEqualTo(30);
    }
}
