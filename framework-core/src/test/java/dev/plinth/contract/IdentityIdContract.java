package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Statistics;
import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.Ticket;
import dev.plinth.specification.Selection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ids that the database sets when rows are written. */
public abstract class IdentityIdContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Ticket.class);
    }

    @Override
    protected final Set<Capability> needs() {
        return Set.of(Capability.IDENTITY);
    }

    @Test
    void theIdIsSetByTheFlush() {
        plinth().transact(uow -> {
            Ticket ticket = uow.insert(new Ticket("one"));
            assertThat(ticket.getId()).isNull();
            uow.flush();
            assertThat(ticket.getId()).isNotNull();
            assertThat(uow.findById(Ticket.class, present(ticket.getId()))).containsSame(ticket);
            assertThat(uow.find(Selection.of(Ticket.class))).hasSize(1).first().isSameAs(ticket);
        });
    }

    @Test
    void insertsAreBatchedAndEachObjectGetsItsOwnId() {
        List<Ticket> tickets =
                IntStream.range(0, 300).mapToObj(i -> new Ticket("t" + i)).toList();
        Statistics cost = cost(() -> plinth().transact(uow -> tickets.forEach(uow::insert)));
        assertThat(cost.inserts()).isLessThan(10);
        assertThat(cost.rowsWritten()).isEqualTo(300);
        plinth().read(uow -> tickets.forEach(t -> assertThat(
                        uow.getById(Ticket.class, present(t.getId())).getTitle())
                .isEqualTo(t.getTitle())));
    }

    @Test
    void anInsertedObjectCanBeChangedAndRemovedAfterTheFlush() {
        Ticket changed = new Ticket("one");
        Ticket removed = new Ticket("two");
        plinth().transact(uow -> {
            uow.insert(changed);
            uow.insert(removed);
            uow.flush();
            changed.setTitle("first");
            uow.remove(removed);
        });
        assertThat(stored(Ticket.class, present(changed.getId())).getTitle()).isEqualTo("first");
        assertThat(found(Ticket.class, present(removed.getId()))).isEmpty();
    }

    @Test
    void anObjectRemovedBeforeTheFlushIsNeverWritten() {
        Statistics cost = cost(() -> plinth().transact(uow -> uow.remove(uow.insert(new Ticket("never")))));
        assertThat(cost.inserts()).isZero();
    }

    @Test
    void aRollbackTakesTheIdBack() {
        Ticket ticket = new Ticket("one");
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.insert(ticket);
                    uow.flush();
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(ticket.getId()).isNull();
        insert(ticket);
        assertThat(found(Ticket.class, present(ticket.getId()))).isPresent();
    }

    @Test
    void anIntVersionCounts() {
        Ticket ticket = saved(new Ticket("one"));
        int first = ticket.getVersion();
        plinth().transact(uow ->
                uow.getById(Ticket.class, present(ticket.getId())).setTitle("two"));
        assertThat(stored(Ticket.class, present(ticket.getId())).getVersion()).isEqualTo(first + 1);
    }
}
