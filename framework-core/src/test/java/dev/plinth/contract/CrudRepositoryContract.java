package dev.plinth.contract;

import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Sorts.desc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Statistics;
import dev.plinth.contract.domain.Currencies;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Customers;
import jakarta.data.Order;
import jakarta.data.exceptions.EntityExistsException;
import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The methods that Jakarta Data gives a repository, as its documentation has them. */
public abstract class CrudRepositoryContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Currency.class);
    }

    private Customers customers() {
        return plinth().repository(Customers.class);
    }

    private Currencies currencies() {
        return plinth().repository(Currencies.class);
    }

    @Test
    void insertReturnsTheEntity() {
        Customer ada = new Customer("Ada");
        assertThat(customers().insert(ada)).isSameAs(ada);
        assertThat(customers().findById(ada.getId())).isPresent();
    }

    @Test
    void insertAllReturnsTheEntitiesInOrder() {
        List<Customer> all = List.of(new Customer("a"), new Customer("b"), new Customer("c"));
        Statistics cost = cost(() -> assertThat(customers().insertAll(all)).isEqualTo(all));
        assertThat(cost.commits()).isEqualTo(1);
        assertThat(currencies().insertAll(List.of(Currency.of("EUR", "Euro", 2), Currency.of("USD", "Dollar", 2))))
                .extracting(Currency::code)
                .containsExactly("EUR", "USD");
    }

    @Test
    void insertOfATakenIdIsRefused() {
        currencies().insert(Currency.of("EUR", "Euro", 2));
        assertThatThrownBy(() -> currencies().insert(Currency.of("EUR", "again", 2)))
                .isInstanceOf(EntityExistsException.class);
    }

    @Test
    void updateReturnsTheEntity() {
        Customer ada = customers().insert(new Customer("Ada"));
        ada.setName("Augusta");
        assertThat(customers().update(ada)).isSameAs(ada);
        assertThat(customers().getById(ada.getId()).getName()).isEqualTo("Augusta");
    }

    @Test
    void updateOfAMissingOrOldEntityIsRefused() {
        assertThatThrownBy(() -> currencies().update(Currency.of("EUR", "Euro", 2)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        Currency euro = currencies().insert(Currency.of("EUR", "Euro", 2));
        currencies().update(euro.named("b"));
        assertThatThrownBy(() -> currencies().update(euro.named("c")))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void updateAllIsOneUnitOfWork() {
        List<Currency> all =
                currencies().insertAll(List.of(Currency.of("EUR", "Euro", 2), Currency.of("USD", "Dollar", 2)));
        Statistics cost = cost(() -> assertThat(currencies()
                        .updateAll(all.stream().map(each -> each.named("x")).toList()))
                .extracting(Currency::name)
                .containsExactly("x", "x"));
        assertThat(cost.commits()).isEqualTo(1);
        assertThat(cost.updates()).isEqualTo(1);
    }

    @Test
    void saveInsertsOrUpdates() {
        Currency euro = currencies().save(Currency.of("EUR", "Euro", 2));
        assertThat(currencies().save(euro.named("x")).version()).isEqualTo(euro.version() + 1);
        Customer ada = customers().save(new Customer("Ada"));
        ada.setName("Augusta");
        customers().save(ada);
        assertThat(customers().getById(ada.getId()).getName()).isEqualTo("Augusta");
    }

    @Test
    void saveAllTakesBoth() {
        Currency euro = currencies().insert(Currency.of("EUR", "Euro", 2));
        List<Currency> saved = currencies().saveAll(List.of(euro.named("x"), Currency.of("USD", "Dollar", 2)));
        assertThat(saved).extracting(Currency::name).containsExactly("x", "Dollar");
        assertThat(count()).isEqualTo(2);
    }

    private long count() {
        try (Stream<Currency> all = currencies().findAll()) {
            return all.count();
        }
    }

    @Test
    void findAllFindsAll() {
        customers().insertAll(List.of(new Customer("a"), new Customer("b")));
        try (Stream<Customer> all = customers().findAll()) {
            assertThat(all.map(Customer::getName)).containsExactlyInAnyOrder("a", "b");
        }
    }

    @Test
    void findByIdFindsOneOrNone() {
        UUID id = customers().insert(new Customer("Ada")).getId();
        assertThat(customers().findById(id)).map(Customer::getName).contains("Ada");
        assertThat(customers().findById(UUID.randomUUID())).isEmpty();
    }

    @Test
    void deleteTakesAnEntity() {
        Currency euro = currencies().insert(Currency.of("EUR", "Euro", 2));
        currencies().delete(euro);
        assertThat(count()).isZero();
        assertThatThrownBy(() -> currencies().delete(euro)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void deleteAllTakesMany() {
        List<Currency> all =
                currencies().insertAll(List.of(Currency.of("EUR", "Euro", 2), Currency.of("USD", "Dollar", 2)));
        currencies().insert(Currency.of("JPY", "Yen", 0));
        Statistics cost = cost(() -> currencies().deleteAll(all));
        assertThat(cost.deletes()).isEqualTo(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void deleteByIdDoesNothingWhereThereIsNothing() {
        currencies().insert(Currency.of("EUR", "Euro", 2));
        currencies().deleteById("USD");
        assertThat(count()).isEqualTo(1);
        currencies().deleteById("EUR");
        assertThat(count()).isZero();
    }

    @Test
    void deleteByIdIsASoftDelete() {
        UUID id = customers().insert(new Customer("Ada")).getId();
        customers().deleteById(id);
        assertThat(customers().findById(id)).isEmpty();
        assertThat(customers().onlyDeleted().findById(id)).isPresent();
    }

    @Test
    void nullArgumentsAreRefused() {
        assertThatThrownBy(() -> customers().findById(nothing())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> customers().insert(Contract.<Customer>nothing()))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> customers().deleteAll(nothing())).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> customers().save(Contract.<Customer>nothing()))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void pagesAreInOrderAndCountTheTotal() {
        for (int i = 0; i < 25; i++) {
            currencies().insert(Currency.of("C%02d".formatted(i), "same", i % 3));
        }
        Order<Currency> order = Order.by(desc(Currency::digits), asc(Currency::code));
        Page<Currency> first = currencies().findAll(PageRequest.ofSize(10), order);
        assertThat(first.content()).hasSize(10).isSortedAccordingTo((a, b) -> b.digits() - a.digits());
        assertThat(first.totalElements()).isEqualTo(25);
        assertThat(first.totalPages()).isEqualTo(3);
        assertThat(first.hasNext()).isTrue();
        assertThat(first.hasPrevious()).isFalse();
        Page<Currency> last = currencies().findAll(PageRequest.ofPage(3).size(10), order);
        assertThat(last.content()).hasSize(5);
        assertThat(last.numberOfElements()).isEqualTo(5);
        assertThat(last.hasNext()).isFalse();
        assertThat(last.hasPrevious()).isTrue();
        assertThat(last.previousPageRequest().page()).isEqualTo(2);
        assertThatThrownBy(last::nextPageRequest).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void pagesWithoutTotalDoNotCount() {
        currencies().insert(Currency.of("EUR", "Euro", 2));
        Page<Currency> page =
                currencies().findAll(PageRequest.ofSize(10).withoutTotal(), Order.by(asc(Currency::code)));
        assertThat(page.hasTotals()).isFalse();
        assertThat(page.content()).hasSize(1);
        assertThatThrownBy(page::totalElements).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(page::totalPages).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void pagesBehindTheLastAreEmpty() {
        currencies().insert(Currency.of("EUR", "Euro", 2));
        Page<Currency> page = currencies().findAll(PageRequest.ofPage(9).size(10), Order.by(asc(Currency::code)));
        assertThat(page.content()).isEmpty();
        assertThat(page.hasContent()).isFalse();
        assertThat(page.hasNext()).isFalse();
        assertThat(page.totalElements()).isEqualTo(1);
    }

    @Test
    void walkingThroughThePagesSeesEachRowOnce() {
        for (int i = 0; i < 23; i++) {
            currencies().insert(Currency.of("C%02d".formatted(i), "same", 0));
        }
        Order<Currency> allAlike = Order.by(asc(Currency::name));
        Page<Currency> page = currencies().findAll(PageRequest.ofSize(5), allAlike);
        Set<String> seen = new TreeSet<>();
        page.forEach(each -> seen.add(each.code()));
        while (page.hasNext()) {
            page = currencies().findAll(page.nextPageRequest(), allAlike);
            page.forEach(each -> seen.add(each.code()));
        }
        assertThat(seen).hasSize(23);
    }
}
