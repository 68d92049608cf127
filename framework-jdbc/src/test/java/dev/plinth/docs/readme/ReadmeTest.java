package dev.plinth.docs.readme;

import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.audit.AuditAction;
import dev.plinth.audit.AuditEntry;
import dev.plinth.backend.Backend;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SoftDelete;
import dev.plinth.repository.Repository;
import jakarta.data.Order;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

// docs:taste
@Entity
@SoftDelete
@Audited
class Customer {
    @Id
    @GeneratedValue
    UUID id;

    @Version
    long version;

    String name;
    String city;

    protected Customer() {}

    Customer(String name, String city) {
        this.name = name;
        this.city = city;
    }

    String getName() {
        return name;
    }

    String getCity() {
        return city;
    }

    void moveTo(String city) {
        this.city = city;
    }
}

interface Customers extends Repository<Customer, UUID> {
    default List<Customer> livingIn(String city) {
        return findAll(where(Customer::getCity).is(city), Order.by(asc(Customer::getName)));
    }
}

// end

class ReadmeTest {
    @Test
    void tastes() {
        // docs:taste
        Backend backend = JdbcBackend.url("jdbc:h2:mem:shop"); // or MongoBackend.uri("mongodb://localhost/shop")
        try (Plinth plinth = Plinth.builder(backend)
                .entities(Customer.class)
                .actor(() -> "clerk")
                .build()) {
            plinth.schema().create();
            Customer ada = plinth.transactResult(uow -> uow.insert(new Customer("Ada", "London")));
            plinth.transact(uow -> {
                for (Customer customer : uow.repository(Customers.class).livingIn("London")) {
                    customer.moveTo("Vienna"); // changes are found, versions checked, one batch sent
                }
            });
            plinth.repository(Customers.class).deleteById(ada.id); // soft: hidden, kept, restorable
            List<AuditEntry> history = plinth.audit().history(Customer.class, ada.id); // who, when, from what to what
            // end
            assertThat(history)
                    .extracting(AuditEntry::action)
                    .containsExactly(AuditAction.INSERT, AuditAction.UPDATE, AuditAction.DELETE);
            assertThat(history.get(1).changes().get("city").after()).isEqualTo("Vienna");
            assertThat(plinth.repository(Customers.class).findAll()).isEmpty();
            assertThat(plinth.repository(Customers.class).restore(ada.id).getCity())
                    .isEqualTo("Vienna");
        }
    }
}
