package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.Plinth;
import dev.plinth.audit.AuditAction;
import dev.plinth.audit.AuditEntry;
import dev.plinth.audit.AuditEntry.ValueChange;
import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.Address;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Phone;
import dev.plinth.contract.domain.Product;
import dev.plinth.contract.domain.Status;
import dev.plinth.error.ErrorCode;
import dev.plinth.specification.Selection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every change of an audited entity is written down in the same transaction. */
public abstract class AuditContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Product.class, Currency.class);
    }

    private List<AuditEntry> history(UUID id) {
        return plinth().audit().history(Customer.class, id);
    }

    private AuditEntry last(UUID id) {
        List<AuditEntry> history = history(id);
        return history.get(history.size() - 1);
    }

    private void change(UUID id, Consumer<Customer> change) {
        plinth().transact(uow -> change.accept(uow.getById(Customer.class, id)));
    }

    private static ValueChange from(@Nullable Object before, @Nullable Object after) {
        return new ValueChange(before, after);
    }

    @Test
    void anInsertIsWrittenDown() {
        Customer ada = new Customer("Ada", "ada@example.org");
        ada.setStatus(Status.VIP);
        UUID id = saved(ada).getId();
        List<AuditEntry> history = history(id);
        assertThat(history).hasSize(1);
        AuditEntry entry = history.get(0);
        assertThat(entry.entity()).isEqualTo("Customer");
        assertThat(entry.entityId()).isEqualTo(id.toString());
        assertThat(entry.action()).isEqualTo(AuditAction.INSERT);
        assertThat(entry.actor()).isEqualTo("ada");
        assertThat(entry.at()).isEqualTo(now());
        assertThat(entry.version()).isEqualTo(ada.getVersion());
        assertThat(entry.changes())
                .containsEntry("name", from(null, "Ada"))
                .containsEntry("email", from(null, "ada@example.org"))
                .containsEntry("status", from(null, Status.VIP))
                .doesNotContainKeys("rating", "since", "mood");
    }

    private Instant now() {
        return clock.instant().truncatedTo(store().secondPrecision() == 3 ? ChronoUnit.MILLIS : ChronoUnit.MICROS);
    }

    @Test
    void aPeriodHasTheChangesOfAllEntitiesOfTheType() {
        Customer ada = saved(new Customer("Ada", "ada@example.org"));
        clock.advance(Duration.ofHours(1));
        Instant from = now();
        Customer bob = saved(new Customer("Bob", "bob@example.org"));
        clock.advance(Duration.ofMinutes(1));
        change(ada.getId(), c -> c.setRating(5));
        clock.advance(Duration.ofMinutes(1));
        Instant before = now();
        change(ada.getId(), c -> c.setRating(6));
        assertThat(between(from, before))
                .extracting(AuditEntry::entityId, AuditEntry::action)
                .containsExactly(
                        tuple(bob.getId().toString(), AuditAction.INSERT),
                        tuple(ada.getId().toString(), AuditAction.UPDATE));
        assertThat(between(before, before)).isEmpty();
        plinth().transact(uow -> {
            uow.getById(Customer.class, bob.getId()).setRating(1);
            assertThat(between(before, before.plusSeconds(1))).hasSize(2);
        });
    }

    private List<AuditEntry> between(Instant from, Instant before) {
        try (Stream<AuditEntry> entries = plinth().audit().between(Customer.class, from, before)) {
            return entries.toList();
        }
    }

    @Test
    void anUpdateHasTheChangedPropertiesOnly() {
        Customer ada = new Customer("Ada", "ada@example.org");
        ada.setCredit(new BigDecimal("10.50"));
        UUID id = saved(ada).getId();
        clock.advance(Duration.ofMinutes(5));
        actor = "bob";
        change(id, c -> {
            c.setCredit(new BigDecimal("7.25"));
            c.setSince(LocalDate.of(2026, 3, 1));
            c.setEmail(null);
        });
        AuditEntry entry = last(id);
        assertThat(entry.action()).isEqualTo(AuditAction.UPDATE);
        assertThat(entry.actor()).isEqualTo("bob");
        assertThat(entry.at()).isEqualTo(now());
        assertThat(entry.version()).isEqualTo(stored(Customer.class, id).getVersion());
        assertThat(entry.changes())
                .containsOnlyKeys("credit", "since", "email")
                .containsEntry("credit", from(new BigDecimal("10.50"), new BigDecimal("7.25")))
                .containsEntry("since", from(null, LocalDate.of(2026, 3, 1)))
                .containsEntry("email", from("ada@example.org", null));
    }

    @Test
    void embeddedPropertiesHaveTheirPaths() {
        Customer ada = new Customer("Ada");
        ada.setAddress(Address.in("Vienna"));
        UUID id = saved(ada).getId();
        change(id, c -> c.setAddress(Address.in("Graz")));
        assertThat(last(id).changes())
                .containsOnlyKeys("address.city")
                .containsEntry("address.city", from("Vienna", "Graz"));
    }

    @Test
    void collectionsAreWrittenDownAsAWhole() {
        Customer ada = new Customer("Ada");
        ada.getTags().add("a");
        ada.getNicknames().addAll(List.of("x", "y"));
        UUID id = saved(ada).getId();
        change(id, c -> {
            c.getTags().add("b");
            c.getNicknames().remove("x");
        });
        AuditEntry entry = last(id);
        assertThat(entry.changes()).containsOnlyKeys("tags", "nicknames");
        assertThat(entry.changes()).containsEntry("nicknames", from(List.of("x", "y"), List.of("y")));
        assertThat(entry.changes()).containsEntry("tags", from(Set.of("a"), Set.of("a", "b")));
    }

    @Test
    void collectionsOfEmbeddablesAreWrittenDown() {
        UUID id = saved(new Customer("Ada")).getId();
        change(id, c -> c.getPhones().add(new Phone("home", "123", 4)));
        assertThat(last(id).changes()).containsOnlyKeys("phones");
        assertThat(present(last(id).changes().get("phones")).after())
                .asString()
                .contains("home")
                .contains("123");
    }

    @Test
    void deleteRestoreAndPurgeAreWrittenDown() {
        UUID id = saved(new Customer("Ada", "ada@example.org")).getId();
        plinth().transact(uow -> uow.remove(uow.getById(Customer.class, id)));
        plinth().transact(uow -> uow.restore(Customer.class, id));
        plinth().transact(uow -> uow.purge(Customer.class, id));
        assertThat(history(id))
                .extracting(AuditEntry::action)
                .containsExactly(AuditAction.INSERT, AuditAction.DELETE, AuditAction.RESTORE, AuditAction.PURGE);
    }

    @Test
    void aPurgeKeepsWhatTheRowWas() {
        UUID id = saved(new Customer("Ada", "ada@example.org")).getId();
        plinth().transact(uow -> uow.purge(Customer.class, id));
        assertThat(last(id).action()).isEqualTo(AuditAction.PURGE);
        assertThat(last(id).changes())
                .containsEntry("name", from("Ada", null))
                .containsEntry("email", from("ada@example.org", null));
    }

    @Test
    void aRestoreWithAChangeHasBoth() {
        UUID id = saved(new Customer("Ada")).getId();
        plinth().transact(uow -> uow.remove(uow.getById(Customer.class, id)));
        plinth().transact(uow -> uow.restore(Customer.class, id).setName("Lazarus"));
        List<AuditEntry> history = history(id);
        assertThat(history.stream().map(AuditEntry::action)).contains(AuditAction.RESTORE);
        assertThat(history.stream().flatMap(entry -> entry.changes().keySet().stream()))
                .contains("name");
    }

    @Test
    void recordsAreAuditedToo() {
        Product chair = saved(Product.of("chair", "10.00", "wood"));
        UUID id = present(chair.id());
        plinth().transact(uow -> uow.update(chair.at("12.50")));
        List<AuditEntry> history = plinth().audit().history(Product.class, id);
        assertThat(history).extracting(AuditEntry::action).containsExactly(AuditAction.INSERT, AuditAction.UPDATE);
        assertThat(history.get(1).changes())
                .containsOnlyKeys("price")
                .containsEntry("price", from(new BigDecimal("10.00"), new BigDecimal("12.50")));
        assertThat(history.get(1).version()).isEqualTo(present(chair.version()) + 1);
    }

    @Test
    void theOldestComesFirst() {
        UUID id = saved(new Customer("c0")).getId();
        for (int i = 1; i <= 12; i++) {
            String name = "c" + i;
            change(id, c -> c.setName(name));
        }
        List<AuditEntry> history = history(id);
        assertThat(history).hasSize(13);
        for (int i = 1; i <= 12; i++) {
            assertThat(history.get(i).changes()).containsEntry("name", from("c" + (i - 1), "c" + i));
        }
    }

    @Test
    void eachEntityHasItsOwnHistory() {
        UUID ada = saved(new Customer("Ada")).getId();
        UUID bob = saved(new Customer("Bob")).getId();
        plinth().transact(uow -> {
            uow.getById(Customer.class, ada).setRating(1);
            uow.getById(Customer.class, bob).setRating(2);
        });
        assertThat(history(ada)).hasSize(2);
        assertThat(last(bob).changes()).containsEntry("rating", from(null, 2));
        assertThat(history(UUID.randomUUID())).isEmpty();
    }

    @Test
    void anUnchangedEntityHasNoEntry() {
        UUID id = saved(new Customer("Ada")).getId();
        change(id, c -> c.setMood("sunny"));
        assertThat(history(id)).hasSize(1);
    }

    @Test
    void twoFlushesAreTwoEntries() {
        UUID id = saved(new Customer("Ada")).getId();
        plinth().transact(uow -> {
            Customer ada = uow.getById(Customer.class, id);
            ada.setRating(1);
            uow.flush();
            ada.setRating(2);
        });
        assertThat(history(id)).hasSize(3);
        assertThat(last(id).changes()).containsEntry("rating", from(1, 2));
    }

    @Test
    void workThatIsRolledBackLeavesNoEntry() {
        requires(Capability.ATOMIC_COMMIT);
        UUID id = saved(new Customer("Ada")).getId();
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.getById(Customer.class, id).setRating(1);
                    uow.flush();
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(history(id)).hasSize(1);
    }

    @Test
    void theHistoryIsReadInTheRunningUnitOfWork() {
        plinth().transact(uow -> {
            Customer ada = uow.insert(new Customer("Ada"));
            uow.flush();
            assertThat(history(ada.getId())).hasSize(1);
        });
    }

    @Test
    void aPeriodOfAllEntitiesOfATypeCanBeRead() {
        Instant start = clock.instant();
        UUID ada = saved(new Customer("Ada")).getId();
        insert(Product.of("chair", "1.00"));
        clock.advance(Duration.ofHours(1));
        saved(new Customer("Bob"));
        change(ada, c -> c.setRating(1));
        clock.advance(Duration.ofHours(1));
        change(ada, c -> c.setRating(2));
        assertThat(actions(start.plusSeconds(60), start.plusSeconds(7_000)))
                .containsExactly(AuditAction.INSERT, AuditAction.UPDATE);
        assertThat(actions(start.minusSeconds(1), start.plusSeconds(7_201))).hasSize(4);
        assertThat(actions(start.plusSeconds(8_000), start.plusSeconds(9_000))).isEmpty();
    }

    private List<AuditAction> actions(Instant from, Instant before) {
        try (Stream<AuditEntry> entries = plinth().audit().between(Customer.class, from, before)) {
            return entries.map(AuditEntry::action).toList();
        }
    }

    @Test
    void theActorMayBeUnknown() {
        actor = null;
        UUID id = saved(new Customer("Ada")).getId();
        assertThat(last(id).actor()).isNull();
    }

    @Test
    void anEntityThatIsNotAuditedHasNoHistory() {
        insert(Currency.of("EUR", "Euro", 2));
        assertThatThrownBy(() -> plinth().audit().history(Currency.class, "EUR"))
                .satisfies(hasCode(ErrorCode.ENTITY_STATE))
                .hasMessageContaining("Currency")
                .hasMessageContaining("@Audited");
    }

    private void withActor(Supplier<@Nullable String> actor, Consumer<Plinth> test) {
        try (Plinth other =
                Plinth.builder(database()).entities(Customer.class).actor(actor).build()) {
            other.schema().create();
            try {
                test.accept(other);
            } finally {
                other.schema().drop();
            }
        }
    }

    @Test
    void theActorMayBeLookedUpInTheDatabase() {
        AtomicReference<@Nullable Plinth> self = new AtomicReference<>();
        withActor(
                () -> present(self.get()).readResult(uow -> uow.count(Selection.of(Customer.class))) + " others",
                plinth -> {
                    self.set(plinth);
                    Customer ada = plinth.transactResult(uow -> uow.insert(new Customer("Ada")));
                    assertThat(plinth.audit().history(Customer.class, present(ada.getId())))
                            .extracting(AuditEntry::actor)
                            .containsExactly("0 others");
                });
    }

    @Test
    void anActorThatFailsFailsBeforeAnythingIsSent() {
        withActor(
                () -> {
                    throw new IllegalStateException("nobody is here");
                },
                plinth -> {
                    assertThatThrownBy(() -> plinth.transact(uow -> uow.insert(new Customer("Ada"))))
                            .hasMessage("nobody is here");
                    assertThat(plinth.statistics().inserts()).isZero();
                });
    }

    @Test
    void anActorThatIsTooLongIsRefusedByName() {
        actor = "a".repeat(256);
        assertThatThrownBy(() -> insert(new Customer("Ada")))
                .satisfies(hasCode(ErrorCode.VALUE_TOO_LONG))
                .hasMessageContaining("actor")
                .hasMessageContaining("255");
    }

    @Test
    void historyDoesNotTurnRoundWhenTheClockIsSetBack() {
        UUID id = saved(new Customer("Ada")).getId();
        clock.advance(Duration.ofHours(-5));
        change(id, ada -> ada.setName("Augusta"));
        assertThat(history(id)).extracting(AuditEntry::action).containsExactly(AuditAction.INSERT, AuditAction.UPDATE);
    }
}
