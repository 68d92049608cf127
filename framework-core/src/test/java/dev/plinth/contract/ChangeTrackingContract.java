package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Statistics;
import dev.plinth.backend.WriteBatch;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Note;
import dev.plinth.contract.domain.Status;
import dev.plinth.model.ColumnModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Changes of tracked objects are found by comparing; nothing but what changed is written. */
public abstract class ChangeTrackingContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Note.class);
    }

    private UUID ada() {
        Customer ada = new Customer("Ada", "ada@example.org");
        ada.setCredit(new BigDecimal("10.50"));
        return saved(ada).getId();
    }

    private Statistics change(UUID id, Consumer<Customer> change) {
        store().takeWrites();
        return cost(() -> plinth().transact(uow -> change.accept(uow.getById(Customer.class, id))));
    }

    @Test
    void anUntouchedEntityCostsNoStatement() {
        Statistics cost = change(ada(), ada -> {});
        assertThat(cost.selects()).isLessThanOrEqualTo(4);
        assertThat(cost.statements() - cost.selects()).isZero();
        assertThat(cost.flushes()).isZero();
    }

    @Test
    void aUnitOfWorkWithoutWorkCostsNoStatement() {
        assertThat(cost(() -> plinth().transact(uow -> {})).statements()).isZero();
    }

    @Test
    void onlyChangedColumnsAreWritten() {
        UUID id = ada();
        change(id, ada -> {
            ada.setRating(5);
            ada.setNewsletter(true);
        });
        List<WriteBatch> writes = takeWrites(Customer.class);
        assertThat(writes).hasSize(1);
        assertThat(writes.get(0).columns())
                .extracting(ColumnModel::path)
                .containsExactlyInAnyOrder("version", "rating", "newsletter");
        assertThat(writes.get(0).collections()).isEmpty();
    }

    @Test
    void aChangeThatIsTakenBackIsNone() {
        Statistics cost = change(ada(), ada -> {
            ada.setName("Augusta");
            ada.setName("Ada");
        });
        assertThat(cost.updates()).isZero();
    }

    @Test
    void anEqualValueIsNoChange() {
        Statistics cost = change(ada(), ada -> {
            ada.setEmail(new StringBuilder("ada@").append("example.org").toString());
            ada.setCredit(new BigDecimal("10.5"));
        });
        assertThat(cost.updates()).isZero();
    }

    @Test
    void aTransientPropertyIsNoChange() {
        UUID id = ada();
        assertThat(change(id, ada -> ada.setMood("sunny")).updates()).isZero();
        assertThat(stored(Customer.class, id).getMood()).isNull();
    }

    @Test
    void changesOfOthersToOtherColumnsSurvive() {
        requiresWritesBesideReads();
        Note note = new Note(1L, "title");
        note.setText("text");
        insert(note);
        plinth().transact(uow -> {
            Note mine = uow.getById(Note.class, 1L);
            elsewhere(other -> other.getById(Note.class, 1L).setTitle("theirs"));
            mine.setText("mine");
        });
        Note stored = stored(Note.class, 1L);
        assertThat(stored.getTitle()).isEqualTo("theirs");
        assertThat(stored.getText()).isEqualTo("mine");
    }

    @Test
    void bytesThatAreChangedInPlaceAreNoticed() {
        Note note = new Note(1L, "scan");
        note.setScan(new byte[] {1, 2, 3});
        insert(note);
        plinth().transact(uow -> present(uow.getById(Note.class, 1L).getScan())[1] = 9);
        assertThat(stored(Note.class, 1L).getScan()).containsExactly(1, 9, 3);
    }

    @Test
    void equalBytesAreNoChange() {
        Note note = new Note(1L, "scan");
        note.setScan(new byte[] {1, 2, 3});
        insert(note);
        Statistics cost =
                cost(() -> plinth().transact(uow -> uow.getById(Note.class, 1L).setScan(new byte[] {1, 2, 3})));
        assertThat(cost.updates()).isZero();
    }

    @Test
    void bytesChangedAfterAFlushAreNoticedAgain() {
        Note note = new Note(1L, "scan");
        byte[] scan = {1};
        note.setScan(scan);
        plinth().transact(uow -> {
            uow.insert(note);
            uow.flush();
            scan[0] = 2;
            uow.flush();
            scan[0] = 3;
        });
        assertThat(stored(Note.class, 1L).getScan()).containsExactly(3);
    }

    @Test
    void aChangeBeforeTheFirstFlushIsPartOfTheInsert() {
        Statistics cost = cost(() -> plinth().transact(uow -> {
            Note note = uow.insert(new Note(1L, "first"));
            note.setTitle("second");
        }));
        assertThat(cost.inserts()).isEqualTo(1);
        assertThat(cost.updates()).isZero();
        assertThat(stored(Note.class, 1L).getTitle()).isEqualTo("second");
    }

    @Test
    void anObjectThatIsRemovedBeforeTheFirstFlushIsNeverWritten() {
        Statistics cost = cost(() -> plinth().transact(uow -> uow.remove(uow.insert(new Note(1L, "never")))));
        assertThat(cost.statements()).isZero();
        assertThat(found(Note.class, 1L)).isEmpty();
    }

    @Test
    void aChangeOfARemovedObjectIsNotWritten() {
        insert(new Note(1L, "one"));
        Statistics cost = cost(() -> plinth().transact(uow -> {
            Note note = uow.getById(Note.class, 1L);
            note.setTitle("changed");
            uow.remove(note);
        }));
        assertThat(cost.updates()).isZero();
        assertThat(cost.deletes()).isEqualTo(1);
    }

    @Test
    void nullAndValueAreToldApart() {
        UUID id = ada();
        change(id, ada -> {
            ada.setEmail(null);
            ada.setStatus(Status.NEW);
        });
        assertThat(stored(Customer.class, id).getEmail()).isNull();
        assertThat(stored(Customer.class, id).getStatus()).isEqualTo(Status.NEW);
        change(id, ada -> {
            ada.setEmail("");
            ada.setStatus(null);
        });
        assertThat(stored(Customer.class, id).getEmail()).isEmpty();
        assertThat(stored(Customer.class, id).getStatus()).isNull();
    }

    @Test
    void theVersionIsRaisedOnceForEachFlushThatWrites() {
        UUID id = ada();
        long version = stored(Customer.class, id).getVersion();
        plinth().transact(uow -> {
            Customer ada = uow.getById(Customer.class, id);
            ada.setRating(1);
            ada.setName("Augusta");
            uow.flush();
            assertThat(ada.getVersion()).isEqualTo(version + 1);
            uow.flush();
            ada.setRating(2);
        });
        assertThat(stored(Customer.class, id).getVersion()).isEqualTo(version + 2);
    }
}
