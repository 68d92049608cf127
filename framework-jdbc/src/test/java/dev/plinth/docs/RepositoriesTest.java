package dev.plinth.docs;

import static dev.plinth.specification.Sorts.asc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Statistics;
import dev.plinth.error.EntityNotFoundException;
import dev.plinth.error.MultipleResultsException;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepositoriesTest extends Guide {
    @Test
    void areInterfaces() {
        // docs:use
        Customers customers = plinth.repository(Customers.class); // thread-safe; keep it, inject it
        List<Customer> vips = customers.vipsIn("Vienna"); // a unit of work of its own; results are detached
        plinth.transact(uow -> {
            Customer one = customers.getById(ada.getId()); // joins this unit of work; the result is tracked
            one.rename("Ada Lovelace");
        });
        // end
        assertThat(vips).hasSize(1);
        assertThat(customers.getById(ada.getId()).getName()).isEqualTo("Ada Lovelace");
        assertThat(plinth.repository(Customers.class)).isSameAs(customers);
    }

    @Test
    void areClasses() {
        // docs:class-use
        CustomerDesk desk = plinth.repository(CustomerDesk.class);
        int raised = desk.raiseCredits(new BigDecimal("100"), new BigDecimal("100"));
        // end
        assertThat(raised).isEqualTo(2);
        assertThat(customers.findAll())
                .extracting(Customer::getCredit)
                .allSatisfy(credit -> assertThat(credit).isGreaterThanOrEqualTo(new BigDecimal("100")));
    }

    @Test
    void find() {
        Specification<Customer> vip = CustomerSpecs.vip();
        Order<Customer> byName = Order.by(asc(Customer::getName));
        assertThat(customers.findAll(vip)).hasSize(2);
        assertThat(customers.findFirst(vip, byName))
                .get()
                .extracting(Customer::getName)
                .isEqualTo("Ada");
        assertThat(customers.findOne(CustomerSpecs.livesIn("Vienna"))).isPresent();
        assertThatThrownBy(() -> customers.findOne(vip)).isInstanceOf(MultipleResultsException.class);
        assertThatThrownBy(() -> customers.getById(UUID.randomUUID())).isInstanceOf(EntityNotFoundException.class);
        assertThat(customers.count(vip)).isEqualTo(2);
        assertThat(customers.exists(vip)).isTrue();
    }

    @Test
    void returnCopiesOfRecords() {
        Statistics before = plinth.statistics();
        Currency pound = plinth.repository(Currencies.class).insert(new Currency("GBP", "Pound", 2, 0));
        assertThat(pound.version()).isEqualTo(1);
        assertThat(plinth.statistics().since(before).inserts()).isEqualTo(1);
        Currency saved = plinth.repository(Currencies.class).save(new Currency("USD", "Dollar", 2, 0));
        assertThat(saved.version()).isEqualTo(1);
        assertThat(plinth.repository(Currencies.class)
                        .save(new Currency("USD", "US dollar", 2, 1))
                        .version())
                .isEqualTo(2);
    }

    /** Of a record. */
    public interface Currencies extends dev.plinth.repository.Repository<Currency, String> {}

    @Test
    void closeTheirStreams() {
        for (int i = 0; i < 30; i++) {
            try (Stream<Customer> all = customers.findAll()) {
                assertThat(all.limit(1)).hasSize(1);
            }
        }
    }

    @Test
    void giveConnectionsBackAtTheEndOfAStream() {
        for (int i = 0; i < 12; i++) {
            assertThat(customers.findAll().count()).isEqualTo(3);
        }
    }
}
