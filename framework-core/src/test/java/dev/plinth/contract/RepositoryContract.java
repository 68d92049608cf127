package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Sorts.desc;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.contract.domain.Address;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.CustomerRegister;
import dev.plinth.contract.domain.Customers;
import dev.plinth.contract.domain.Status;
import dev.plinth.error.EntityNotFoundException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.InvalidRepositoryException;
import dev.plinth.error.MultipleResultsException;
import dev.plinth.error.SpecificationException;
import dev.plinth.repository.Repository;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Plinth adds to a repository: specifications, default methods, classes. */
public abstract class RepositoryContract extends Contract {
    private static final Specification<Customer> EVERYONE = Specification.all();
    private static final Order<Customer> BY_NAME = Order.by(asc(Customer::getName));

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class);
    }

    @BeforeEach
    final void threeCustomers() {
        insert(customer("Ada", Status.VIP, "Vienna"), customer("Bob", Status.NEW, "Graz"));
        insert(customer("Cleo", Status.VIP, "Vienna"));
    }

    private static Customer customer(String name, Status status, String city) {
        Customer customer = new Customer(name);
        customer.setStatus(status);
        customer.setAddress(Address.in(city));
        return customer;
    }

    private Customers customers() {
        return plinth().repository(Customers.class);
    }

    private static Specification<Customer> named(String name) {
        return where(Customer::getName).is(name);
    }

    @Test
    void findAllTakesASpecificationAndAnOrder() {
        assertThat(customers().findAll(where(Customer::getStatus).is(Status.VIP)))
                .extracting(Customer::getName)
                .containsExactlyInAnyOrder("Ada", "Cleo");
        assertThat(customers().findAll(EVERYONE, Order.by(desc(Customer::getName))))
                .extracting(Customer::getName)
                .containsExactly("Cleo", "Bob", "Ada");
    }

    @Test
    void findOneFindsTheOnlyOne() {
        assertThat(customers().findOne(named("Bob"))).map(Customer::getStatus).contains(Status.NEW);
        assertThat(customers().findOne(named("Nobody"))).isEmpty();
        assertThatThrownBy(() -> customers().findOne(where(Customer::getStatus).is(Status.VIP)))
                .isInstanceOf(MultipleResultsException.class)
                .satisfies(hasCode(ErrorCode.NOT_UNIQUE))
                .hasMessageContaining("Customer");
    }

    @Test
    void findFirstFindsTheFirst() {
        assertThat(customers().findFirst(EVERYONE, Order.by(desc(Customer::getName))))
                .map(Customer::getName)
                .contains("Cleo");
        assertThat(customers().findFirst(named("Nobody"), BY_NAME)).isEmpty();
    }

    @Test
    void getByIdThrowsWhereThereIsNone() {
        UUID nowhere = UUID.randomUUID();
        assertThatThrownBy(() -> customers().getById(nowhere))
                .isInstanceOf(EntityNotFoundException.class)
                .satisfies(hasCode(ErrorCode.NOT_FOUND))
                .hasMessageContaining("Customer")
                .hasMessageContaining(nowhere.toString());
    }

    @Test
    void countAndExists() {
        assertThat(customers().count(EVERYONE)).isEqualTo(3);
        assertThat(customers().count(named("Nobody"))).isZero();
        assertThat(customers().exists(named("Ada"))).isTrue();
        assertThat(customers().exists(named("Nobody"))).isFalse();
    }

    @Test
    void pagesTakeASpecification() {
        Page<Customer> page =
                customers().page(where(Customer::getStatus).is(Status.VIP), PageRequest.ofSize(1), BY_NAME);
        assertThat(page.content()).extracting(Customer::getName).containsExactly("Ada");
        assertThat(page.totalElements()).isEqualTo(2);
        Page<Customer> next =
                customers().page(where(Customer::getStatus).is(Status.VIP), page.nextPageRequest(), BY_NAME);
        assertThat(next.content()).extracting(Customer::getName).containsExactly("Cleo");
        assertThat(next.hasNext()).isFalse();
    }

    @Test
    void aPageByCursorIsRefused() {
        PageRequest byCursor = PageRequest.ofSize(10).afterCursor(PageRequest.Cursor.forKey("Ada", UUID.randomUUID()));
        assertThatThrownBy(() -> customers().page(EVERYONE, byCursor, BY_NAME))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void streamsAreInOrder() {
        try (Stream<Customer> stream = customers().stream(EVERYONE, BY_NAME)) {
            assertThat(stream.map(Customer::getName)).containsExactly("Ada", "Bob", "Cleo");
        }
    }

    @Test
    void defaultMethodsWorkInsideAndOutside() {
        assertThat(customers().vipsIn("Vienna")).extracting(Customer::getName).containsExactly("Ada", "Cleo");
        plinth().transact(uow ->
                assertThat(uow.repository(Customers.class).vipsIn("Graz")).isEmpty());
        UUID bob = customers().findOne(named("Bob")).orElseThrow().getId();
        customers().promote(bob);
        assertThat(stored(Customer.class, bob).getStatus()).isEqualTo(Status.VIP);
    }

    @Test
    void aClassIsARepositoryToo() {
        CustomerRegister register = plinth().repository(CustomerRegister.class);
        assertThat(register.countNamed("Ada")).isEqualTo(1);
        assertThat(register.findOne(named("Ada"))).isPresent();
        plinth().transact(uow -> {
            uow.insert(new Customer("Ada"));
            assertThat(uow.repository(CustomerRegister.class).countNamed("Ada")).isEqualTo(2);
        });
    }

    @Test
    void aRepositoryIsOnePerPlinth() {
        assertThat(customers()).isSameAs(plinth().repository(Customers.class));
        assertThat(plinth().repository(CustomerRegister.class)).isSameAs(plinth().repository(CustomerRegister.class));
    }

    @Test
    void equalsHashCodeAndToStringWork() {
        assertThat(customers().equals(customers())).isTrue();
        assertThat(customers().hashCode()).isEqualTo(customers().hashCode());
        assertThat(customers().toString()).contains("Customers");
    }

    interface Guessing extends Repository<Customer, UUID> {
        List<Customer> findByNameLike(String name);
    }

    @Test
    void anAbstractMethodIsRefusedByName() {
        assertThatThrownBy(() -> plinth().repository(Guessing.class))
                .isInstanceOf(InvalidRepositoryException.class)
                .satisfies(hasCode(ErrorCode.REPOSITORY_INVALID))
                .hasMessageContaining("Guessing")
                .hasMessageContaining("findByNameLike");
    }

    interface Strangers extends Repository<String, UUID> {}

    @Test
    void aRepositoryOfAnythingElseIsRefused() {
        assertThatThrownBy(() -> plinth().repository(Strangers.class))
                .isInstanceOf(InvalidRepositoryException.class)
                .hasMessageContaining("Strangers")
                .hasMessageContaining("String");
        assertThatThrownBy(() -> plinth().repository(Runnable.class))
                .isInstanceOf(InvalidRepositoryException.class)
                .hasMessageContaining("Runnable");
    }

    interface ByText extends Repository<Customer, String> {}

    @Test
    void aRepositoryByAnIdOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> plinth().repository(ByText.class))
                .isInstanceOf(InvalidRepositoryException.class)
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining("Repository<Customer, UUID>");
    }

    @Test
    void aPageBeyondAllRowsIsRefused() {
        PageRequest farAway = PageRequest.ofPage(Long.MAX_VALUE, Integer.MAX_VALUE, false);
        assertThatThrownBy(() -> customers().page(EVERYONE, farAway, BY_NAME))
                .satisfies(hasCode(ErrorCode.ARGUMENT_INVALID));
    }
}
