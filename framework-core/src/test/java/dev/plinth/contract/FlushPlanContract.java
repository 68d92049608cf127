package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Statistics;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Note;
import dev.plinth.specification.Deleted;
import dev.plinth.unitofwork.FlushPlan;
import dev.plinth.unitofwork.FlushPlan.Action;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a flush would do is told without doing it. */
public abstract class FlushPlanContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Note.class);
    }

    @Test
    void aPlanTellsWhatAFlushWouldDoAndDoesNothing() {
        insert(new Note(1L, "one"), new Note(2L, "two"), new Note(3L, "three"));
        store().takeWrites();
        plinth().transact(uow -> {
            uow.getById(Note.class, 1L).setTitle("confidential");
            uow.remove(uow.getById(Note.class, 2L));
            uow.insert(new Note(4L, "confidential"));
            FlushPlan[] plan = new FlushPlan[1];
            Statistics cost = cost(() -> plan[0] = uow.plan());
            assertThat(cost.statements()).isZero();
            assertThat(plan[0].entries())
                    .extracting(FlushPlan.Entry::action)
                    .containsExactly(Action.DELETE, Action.UPDATE, Action.INSERT);
            assertThat(plan[0])
                    .hasToString(
                            "delete 1 Note (2)\nupdate 1 Note (1): title\ninsert 1 Note (4): id, title, text, scan");
            assertThat(store().takeWrites()).isEmpty();
        });
        assertThat(stored(Note.class, 1L).getTitle()).isEqualTo("confidential");
    }

    @Test
    void nothingChangedIsAnEmptyPlan() {
        insert(new Note(1L, "one"));
        plinth().transact(uow -> {
            Note one = uow.getById(Note.class, 1L);
            assertThat(uow.plan().isEmpty()).isTrue();
            one.setTitle("other");
            assertThat(uow.plan().isEmpty()).isFalse();
            uow.flush();
            assertThat(uow.plan()).hasToString("");
        });
    }

    @Test
    void softDeletesAndRestoresAreCalledSo() {
        UUID ada = saved(new Customer("Ada")).getId();
        UUID bob = saved(new Customer("Bob")).getId();
        plinth().transact(uow -> uow.remove(uow.getById(Customer.class, bob)));
        plinth().transact(uow -> {
            Customer live = uow.getById(Customer.class, ada);
            long version = live.getVersion();
            uow.remove(live);
            uow.restore(Customer.class, bob);
            assertThat(uow.plan())
                    .hasToString(
                            "soft delete 1 Customer (" + ada + "): version\nrestore 1 Customer (" + bob + "): version");
            assertThat(live.getVersion()).isEqualTo(version);
        });
        plinth().read(uow ->
                assertThat(uow.findById(Customer.class, ada, Deleted.ONLY)).isPresent());
    }

    @Test
    void aLongPlanIsShort() {
        plinth().transact(uow -> {
            for (long id = 1; id <= 12; id++) {
                uow.insert(new Note(id, "note"));
            }
            assertThat(uow.plan().entries()).hasSize(1);
            assertThat(uow.plan().entries().get(0).ids()).hasSize(12);
            assertThat(uow.plan().toString()).startsWith("insert 12 Note (1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more): ");
        });
    }
}
