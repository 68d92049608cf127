package dev.plinth.docs.readme;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.Statistics;
import dev.plinth.audit.AuditAction;
import dev.plinth.audit.AuditEntry;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SoftDelete;
import dev.plinth.repository.Repository;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
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

// docs:graph
@Entity
class Invoice {
    @Id
    @GeneratedValue
    UUID id;

    @ManyToOne
    Customer customer;

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL, orphanRemoval = true)
    List<Item> items = new ArrayList<>();

    // end
    protected Invoice() {}

    Invoice(Customer customer) {
        this.customer = customer;
    }

    void add(String product) {
        items.add(new Item(this, product));
    }

    // docs:graph
    Customer getCustomer() {
        return customer;
    }

    List<Item> getItems() {
        return items;
    }
}

@Entity
class Item {
    @Id
    @GeneratedValue
    UUID id;

    @ManyToOne
    Invoice invoice;

    String product;
    // end

    protected Item() {}

    Item(Invoice invoice, String product) {
        this.invoice = invoice;
        this.product = product;
    }
    // docs:graph
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

    @Test
    void loadsInOneStatementPerLevel() {
        try (Plinth plinth = Plinth.builder(JdbcBackend.url("jdbc:h2:mem:" + UUID.randomUUID()))
                .entities(Customer.class, Invoice.class, Item.class)
                .build()) {
            plinth.schema().create();
            plinth.transact(uow -> {
                for (int i = 0; i < 5; i++) {
                    Invoice invoice = new Invoice(uow.insert(new Customer("Ada " + i, "London")));
                    invoice.add("screw");
                    invoice.add("nail");
                    uow.insert(invoice);
                }
            });
            List<String> lines = new ArrayList<>();
            Statistics before = plinth.statistics();
            // docs:graph
            FetchPlan<Invoice> whole = FetchPlan.of(Invoice::getItems).and(FetchPlan.of(Invoice::getCustomer));
            plinth.read(uow -> {
                for (Invoice invoice : uow.find(Selection.of(Invoice.class).fetch(whole))) { // 3 statements in all
                    invoice.getItems()
                            .forEach(item -> lines.add(invoice.getCustomer().getCity() + ": " + item.product));
                }
            });
            // end
            assertThat(lines).hasSize(10).contains("London: nail");
            assertThat(plinth.statistics().since(before).statements()).isEqualTo(3);
        }
    }
}
