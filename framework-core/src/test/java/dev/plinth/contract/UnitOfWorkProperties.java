package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.backend.Capability;
import dev.plinth.contract.History.Kind;
import dev.plinth.contract.History.Row;
import dev.plinth.contract.History.Step;
import dev.plinth.contract.History.Unit;
import dev.plinth.contract.domain.Customer;
import dev.plinth.specification.Deleted;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.ManualUnitOfWork;
import dev.plinth.unitofwork.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/**
 * A property-based proof of the unit of work: after any history of inserts, changes, exchanged unique values, soft deletes,
 * restores, purges, flushes, queries, commits and rollbacks the database holds what a plain model holds, each row with the
 * right version and each entity with the right number of audit entries.
 */
public abstract class UnitOfWorkProperties implements TestEngine {
    private static final int SLOTS = 4;

    private @Nullable Plinth plinth;
    private boolean atomic;

    @BeforeProperty
    final void open() {
        ObservedStore.Observer observer = new ObservedStore.Observer(database());
        plinth = Plinth.builder(observer).entities(Customer.class).build();
        atomic = observer.store().capabilities().contains(Capability.ATOMIC_COMMIT);
    }

    @AfterProperty
    final void close() {
        plinth().schema().drop();
        plinth().close();
    }

    private Plinth plinth() {
        return Contract.present(plinth);
    }

    @Provide
    final Arbitrary<List<Unit>> histories() {
        Arbitrary<Integer> slots = Arbitraries.integers().between(0, SLOTS - 1);
        Arbitrary<Step> steps = Combinators.combine(
                        Arbitraries.of(Kind.values()), slots, slots, Arbitraries.of("", "a", "b", "c"))
                .as(Step::new);
        return Combinators.combine(steps.list().ofMaxSize(15), Arbitraries.of(true, true, false))
                .as(Unit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    /** 100 histories. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    final void theDatabaseHoldsWhatTheModelHolds(@ForAll("histories") List<Unit> units) {
        plinth().schema().drop();
        plinth().schema().create();
        History model = new History();
        for (Unit unit : units) {
            // without atomic commits a rollback keeps what was flushed
            run(unit, model, unit.commits() || !atomic);
            compare(model);
        }
    }

    private void run(Unit unit, History model, boolean commits) {
        model.begin();
        try (ManualUnitOfWork uow = plinth().begin()) {
            for (Step step : unit.steps()) {
                if (model.isPossible(step)) {
                    model.apply(step);
                    apply(step, uow, model);
                }
            }
            if (commits) {
                uow.commit();
            }
        }
        if (commits) {
            model.flush();
        } else {
            model.rollback();
        }
    }

    private static UUID id(int slot) {
        return new UUID(0x7000, slot + 1);
    }

    private static void apply(Step step, UnitOfWork uow, History model) {
        UUID id = id(step.slot());
        switch (step.kind()) {
            case INSERT -> {
                Customer customer = new Customer("new");
                customer.setId(id);
                customer.setEmail(History.mail(step.text()));
                uow.insert(customer);
            }
            case RENAME -> uow.getById(Customer.class, id).setName(step.text());
            case MAIL -> uow.getById(Customer.class, id).setEmail(History.mail(step.text()));
            case SWAP_MAILS -> swap(uow.getById(Customer.class, id), uow.getById(Customer.class, id(step.other())));
            case TAG -> {
                Customer customer = uow.getById(Customer.class, id);
                customer.setTags(History.toggled(customer.getTags(), step.text()));
            }
            case REMOVE -> uow.remove(uow.getById(Customer.class, id));
            case RESTORE -> uow.restore(Customer.class, id);
            case PURGE -> uow.purge(Customer.class, id);
            case FLUSH -> uow.flush();
            case QUERY ->
                assertThat(uow.find(Selection.of(Customer.class)).stream()
                                .map(Customer::getName)
                                .sorted())
                        .containsExactlyElementsOf(model.liveNames());
        }
    }

    private static void swap(Customer one, Customer two) {
        String mail = one.getEmail();
        one.setEmail(two.getEmail());
        two.setEmail(mail);
    }

    private void compare(History model) {
        plinth().read(uow -> {
            Map<UUID, Customer> all = byId(uow, Deleted.INCLUDED);
            Map<UUID, Customer> dead = byId(uow, Deleted.ONLY);
            assertThat(all).hasSize(model.rows().size());
            for (int slot = 0; slot < SLOTS; slot++) {
                Row row = model.rows().get(slot);
                Customer customer = all.get(id(slot));
                assertThat(customer == null).isEqualTo(row == null);
                if (row != null && customer != null) {
                    assertThat(new Row(
                                    customer.getName(),
                                    customer.getEmail(),
                                    new TreeSet<>(customer.getTags()),
                                    dead.containsKey(id(slot))))
                            .isEqualTo(row);
                    assertThat(customer.getVersion()).as("version").isEqualTo(model.version(slot));
                }
                assertThat(plinth().audit().history(Customer.class, id(slot)))
                        .as("audit entries of " + id(slot))
                        .hasSize(model.entries(slot));
            }
        });
    }

    private static Map<UUID, Customer> byId(UnitOfWork uow, Deleted deleted) {
        return uow.find(Selection.of(Customer.class).deleted(deleted)).stream()
                .collect(Collectors.toMap(Customer::getId, Function.identity()));
    }
}
