package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.audit.AuditAction;
import dev.plinth.audit.AuditEntry;
import dev.plinth.error.StaleEntityException;
import dev.plinth.specification.Deleted;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PoliciesTest extends Guide {
    @Test
    void deleteSoftly() {
        UUID id = grace.getId();
        // docs:soft-delete
        customers.deleteById(id); // or uow.remove(customer): marks the row
        customers.findById(id); // empty, as in every other read
        customers.onlyDeleted().findAll(Specification.all()); // the bin
        customers.withDeleted().getById(id); // deleted or not
        customers.restore(id); // brings it back
        // end
        assertThat(customers.findById(id)).isPresent();
        assertThat(customers.onlyDeleted().findAll(Specification.all())).isEmpty();
        customers.deleteById(id);
        assertThat(customers.findById(id)).isEmpty();
        assertThat(customers.onlyDeleted().findAll(Specification.all())).hasSize(1);
        long bin =
                plinth.readResult(uow -> uow.count(Selection.of(Customer.class).deleted(Deleted.ONLY)));
        assertThat(bin).isEqualTo(1);
        // docs:unique-again
        customers.insert(new Customer("Grace II", "grace@example.org")); // the deleted one does not hold the address
        // end
        // docs:purge
        customers.purge(id); // the row is gone
        // end
        assertThat(customers.withDeleted().findById(id)).isEmpty();
        assertThat(plinth.audit().history(Customer.class, id))
                .extracting(AuditEntry::action)
                .containsExactly(
                        AuditAction.INSERT,
                        AuditAction.DELETE,
                        AuditAction.RESTORE,
                        AuditAction.DELETE,
                        AuditAction.PURGE);
    }

    @Test
    void audit() {
        List<String> lines = new ArrayList<>();
        customers.deleteById(linus.getId());
        plinth.transact(uow -> {
            Customer customer = uow.getById(Customer.class, ada.getId());
            customer.grant(new BigDecimal("200"));
            customer.moveTo(new Address("Praterstraße 1", "Vienna"));
        });
        UUID adaId = ada.getId();
        // docs:history
        for (AuditEntry entry : plinth.audit().history(Customer.class, adaId)) {
            entry.changes()
                    .forEach((property, change) -> lines.add(entry.actor() + " " + entry.action() + " " + property
                            + ": " + change.before() + " -> " + change.after()));
        }
        // clerk UPDATE credit: 150.00 -> 200.00
        // clerk UPDATE address.street: Dorset Street 1 -> Praterstraße 1
        // clerk UPDATE address.city: London -> Vienna
        // end
        assertThat(lines)
                .endsWith(
                        "clerk UPDATE credit: 150.00 -> 200.00",
                        "clerk UPDATE address.street: Dorset Street 1 -> Praterstraße 1",
                        "clerk UPDATE address.city: London -> Vienna");
        List<AuditEntry> history = plinth.audit().history(Customer.class, adaId);
        assertThat(history).hasSize(2);
        assertThat(history.get(1).version()).isEqualTo(2L);
        assertThat(history.get(0).entityId()).isEqualTo(adaId.toString());
        assertThat(history.get(0).changes()).doesNotContainKeys("id", "version");
        assertThat(history.get(0).changes().get("tags").after()).isEqualTo(java.util.Set.of("early"));
        Instant morning = Instant.now().minus(Duration.ofHours(1));
        Instant evening = Instant.now().plus(Duration.ofHours(1));
        List<String> ids = new ArrayList<>();
        // docs:between
        try (Stream<AuditEntry> today = plinth.audit().between(Customer.class, morning, evening)) {
            today.map(AuditEntry::entityId).distinct().forEach(ids::add);
        }
        // end
        assertThat(ids).hasSize(3);
        AuditEntry removal =
                plinth.audit().history(Customer.class, linus.getId()).get(1);
        assertThat(removal.action()).isEqualTo(AuditAction.DELETE);
        assertThat(removal.changes()).isEmpty();
    }

    @Test
    void lockOptimistically() {
        Customer first = customers.getById(ada.getId());
        Customer second = customers.getById(ada.getId());
        first.rename("Ada L.");
        customers.update(first);
        second.rename("Ada K.");
        StaleEntityException conflict =
                catchThrowableOfType(StaleEntityException.class, () -> customers.update(second));
        assertThat(conflict.entity()).isEqualTo("Customer");
        assertThat(conflict.id()).isEqualTo(ada.getId());
        assertThat(conflict.expectedVersion()).isEqualTo(1L);
        assertThat(conflict.foundVersion()).isEqualTo(2L);
        assertThat(second.getVersion()).isEqualTo(1);
        assertThat(conflict.getMessage())
                .isEqualTo("PL-401: 'Customer' with id " + ada.getId()
                        + " was read with version 1, but the database has version 2: someone else has changed it."
                        + " Read it again and repeat the change");
    }
}
