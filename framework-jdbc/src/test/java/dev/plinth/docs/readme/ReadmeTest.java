package dev.plinth.docs.readme;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.audit.AuditAction;
import dev.plinth.audit.AuditEntry;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SoftDelete;
import dev.plinth.repository.Repository;
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

    String getCity() {
        return city;
    }

    void moveTo(String city) {
        this.city = city;
    }
}

interface Customers extends Repository<Customer, UUID> {
    default List<Customer> livingIn(String city) {
        return findAll(where(Customer::getCity).is(city));
    }
}

// end

class ReadmeTest {
    @Test
    void tastes() {
        // docs:taste
        try (Plinth plinth = Plinth.builder(JdbcBackend.url("jdbc:h2:mem:shop")) // or MongoBackend.uri(...)
                .entities(Customer.class)
                .actor(() -> "clerk")
                .build()) {
            plinth.schema().create();
            Customers customers = plinth.repository(Customers.class);
            Customer ada = customers.insert(new Customer("Ada", "London"));
            plinth.transact(uow -> customers.livingIn("London").forEach(c -> c.moveTo("Vienna"))); // no save()
            customers.deleteById(ada.id); // soft: hidden, kept, can be restored
            plinth.audit().history(Customer.class, ada.id).forEach(System.out::println); // who, when, from what to what
            // end
            List<AuditEntry> history = plinth.audit().history(Customer.class, ada.id);
            assertThat(history)
                    .extracting(AuditEntry::action)
                    .containsExactly(AuditAction.INSERT, AuditAction.UPDATE, AuditAction.DELETE);
            assertThat(history.get(1).changes().get("city").after()).isEqualTo("Vienna");
            assertThat(customers.findAll()).isEmpty();
            assertThat(customers.restore(ada.id).getCity()).isEqualTo("Vienna");
            // docs:taste
        }
        // end
    }
}
