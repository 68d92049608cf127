package dev.plinth.docs;

import dev.plinth.Plinth;
import dev.plinth.jdbc.JdbcBackend;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A Plinth with three customers and a currency, on a database of its own. */
abstract class Guide {
    protected Plinth plinth;
    protected Customers customers;
    protected Customer ada;
    protected Customer grace;
    protected Customer linus;

    @BeforeEach
    final void open() {
        plinth = Plinth.builder(JdbcBackend.url("jdbc:h2:mem:" + UUID.randomUUID()))
                .entities(Customer.class, Currency.class)
                .actor(() -> "clerk")
                .build();
        plinth.schema().create();
        customers = plinth.repository(Customers.class);
        ada = new Customer("Ada", "ada@example.org");
        ada.moveTo(new Address("Dorset Street 1", "London"));
        ada.promote();
        ada.grant(new BigDecimal("150"));
        ada.joined(LocalDate.of(2024, 3, 1));
        ada.tag("early");
        ada.getPhones().add(new Phone("home", "+44 1"));
        grace = new Customer("Grace", "grace@example.org");
        grace.moveTo(new Address("Praterstraße 1", "Vienna"));
        grace.promote();
        linus = new Customer("linus", "linus@example.org");
        plinth.transact(uow -> {
            uow.insert(ada);
            uow.insert(grace);
            uow.insert(linus);
            uow.insert(new Currency("EUR", "Euro", 2, 0));
        });
    }

    @AfterEach
    final void close() {
        plinth.close();
    }
}
