package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Statistics;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Note;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.StaleEntityException;
import dev.plinth.specification.Selection;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Objects that come from elsewhere: update, upsert, remove, refresh and detach. */
public abstract class DetachedContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Note.class, Currency.class);
    }

    private Customer detached() {
        Customer ada = new Customer("Ada", "ada@example.org");
        ada.getTags().add("a");
        return stored(Customer.class, saved(ada).getId());
    }

    @Test
    void updateWritesWhatIsDifferent() {
        Customer ada = detached();
        long version = ada.getVersion();
        ada.setName("Augusta");
        ada.getTags().add("b");
        store().takeWrites();
        plinth().transact(uow -> {
            assertThat(uow.update(ada)).isSameAs(ada);
            assertThat(uow.contains(ada)).isTrue();
            assertThat(uow.getById(Customer.class, ada.getId())).isSameAs(ada);
        });
        assertThat(takeWrites(Customer.class).get(0).columns())
                .extracting(column -> column.path())
                .containsExactlyInAnyOrder("version", "name");
        assertThat(ada.getVersion()).isEqualTo(version + 1);
        assertThat(stored(Customer.class, ada.getId()).getTags()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void updateOfAnUnchangedObjectWritesNothing() {
        Customer ada = detached();
        Statistics cost = cost(() -> plinth().transact(uow -> uow.update(ada)));
        assertThat(cost.updates()).isZero();
    }

    @Test
    void updateOfManyReadsTheirRowsTogether() {
        List<Note> notes =
                LongStream.range(0, 50).mapToObj(i -> new Note(i, "n" + i)).toList();
        insert(notes.toArray());
        notes.forEach(note -> note.setTitle("changed"));
        Statistics cost = cost(() -> plinth().transact(uow -> uow.updateAll(notes)));
        assertThat(cost.selects()).isLessThanOrEqualTo(2);
        assertThat(cost.updates()).isEqualTo(1);
    }

    @Test
    void updateOfATrackedObjectDoesNothing() {
        Customer ada = detached();
        plinth().transact(uow -> {
            Customer tracked = uow.getById(Customer.class, ada.getId());
            assertThat(uow.update(tracked)).isSameAs(tracked);
        });
    }

    @Test
    void updateIsRefusedWhereAnotherInstanceIsTracked() {
        Customer ada = detached();
        plinth().transact(uow -> {
            uow.getById(Customer.class, ada.getId());
            assertThatThrownBy(() -> uow.update(ada))
                    .satisfies(hasCode(ErrorCode.ENTITY_CONFLICT))
                    .hasMessageContaining("Customer")
                    .hasMessageContaining(ada.getId().toString());
        });
    }

    @Test
    void updateOfAnOldVersionIsStale() {
        Customer ada = detached();
        plinth().transact(uow -> uow.getById(Customer.class, ada.getId()).setName("Newer"));
        ada.setName("Older");
        assertThatThrownBy(() -> plinth().transact(uow -> uow.update(ada))).isInstanceOf(StaleEntityException.class);
        assertThat(stored(Customer.class, ada.getId()).getName()).isEqualTo("Newer");
    }

    @Test
    void updateOfAMissingRowIsStale() {
        assertThatThrownBy(() -> plinth().transact(uow -> uow.update(new Note(1L, "nowhere"))))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("Note")
                .hasMessageContaining("deleted");
    }

    @Test
    void upsertInsertsWhatIsNotThere() {
        plinth().transact(uow -> {
            uow.upsert(new Note(1L, "one"));
            uow.upsert(Currency.of("EUR", "Euro", 2));
            uow.upsert(new Customer("Ada"));
        });
        assertThat(stored(Note.class, 1L).getTitle()).isEqualTo("one");
        assertThat(stored(Currency.class, "EUR").name()).isEqualTo("Euro");
        assertThat(plinth().<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Customer.class))))
                .isEqualTo(1);
    }

    @Test
    void upsertUpdatesWhatIsThere() {
        insert(new Note(1L, "one"));
        Customer ada = detached();
        ada.setName("Augusta");
        Note other = new Note(1L, "first");
        plinth().transact(uow -> {
            assertThat(uow.upsert(other) == other).isTrue();
            uow.upsert(ada);
        });
        assertThat(stored(Note.class, 1L).getTitle()).isEqualTo("first");
        assertThat(stored(Customer.class, ada.getId()).getName()).isEqualTo("Augusta");
    }

    @Test
    void upsertOfAnOldVersionIsStale() {
        Customer ada = detached();
        plinth().transact(uow -> uow.getById(Customer.class, ada.getId()).setName("Newer"));
        assertThatThrownBy(() -> plinth().transact(uow -> uow.upsert(ada))).isInstanceOf(StaleEntityException.class);
    }

    @Test
    void upsertOfASoftDeletedIdIsRefused() {
        Customer ada = detached();
        plinth().transact(uow -> uow.remove(uow.getById(Customer.class, ada.getId())));
        assertThatThrownBy(() -> plinth().transact(uow -> uow.upsert(ada)))
                .satisfies(hasCode(ErrorCode.ENTITY_STATE))
                .hasMessageContaining("Restore");
    }

    @Test
    void removeTakesADetachedObject() {
        insert(new Note(1L, "one"));
        Note note = stored(Note.class, 1L);
        Customer ada = detached();
        plinth().transact(uow -> {
            uow.remove(note);
            uow.remove(ada);
        });
        assertThat(found(Note.class, 1L)).isEmpty();
        assertThat(found(Customer.class, ada.getId())).isEmpty();
    }

    @Test
    void removeOfAnOldVersionIsStale() {
        Customer ada = detached();
        plinth().transact(uow -> uow.getById(Customer.class, ada.getId()).setName("Newer"));
        assertThatThrownBy(() -> plinth().transact(uow -> uow.remove(ada))).isInstanceOf(StaleEntityException.class);
        assertThat(found(Customer.class, ada.getId())).isPresent();
    }

    @Test
    void removeOfAMissingRowIsStale() {
        assertThatThrownBy(() -> plinth().transact(uow -> uow.remove(new Note(1L, "nowhere"))))
                .isInstanceOf(StaleEntityException.class);
    }

    @Test
    void refreshOverwritesTheObject() {
        requiresWritesBesideReads();
        Customer detached = detached();
        plinth().transact(uow -> {
            Customer ada = uow.getById(Customer.class, detached.getId());
            elsewhere(other -> {
                Customer theirs = other.getById(Customer.class, detached.getId());
                theirs.setName("Theirs");
                theirs.getTags().add("t");
            });
            ada.setName("Mine");
            uow.refresh(ada);
            assertThat(ada.getName()).isEqualTo("Theirs");
            assertThat(ada.getTags()).containsExactlyInAnyOrder("a", "t");
            ada.setRating(1);
        });
        assertThat(stored(Customer.class, detached.getId()).getName()).isEqualTo("Theirs");
        assertThat(stored(Customer.class, detached.getId()).getRating()).isEqualTo(1);
    }

    @Test
    void refreshDropsPendingChanges() {
        UUID id = detached().getId();
        Statistics cost = cost(() -> plinth().transact(uow -> {
            Customer ada = uow.getById(Customer.class, id);
            ada.setName("Mine");
            uow.refresh(ada);
            assertThat(ada.getName()).isEqualTo("Ada");
        }));
        assertThat(cost.updates()).isZero();
    }

    @Test
    void refreshNeedsATrackedObjectWithARow() {
        Customer ada = detached();
        plinth().transact(uow -> {
            assertThatThrownBy(() -> uow.refresh(ada)).satisfies(hasCode(ErrorCode.ENTITY_STATE));
            Note note = uow.insert(new Note(1L, "new"));
            assertThatThrownBy(() -> uow.refresh(note)).satisfies(hasCode(ErrorCode.ENTITY_STATE));
        });
    }

    @Test
    void detachForgetsAnObjectAndItsChanges() {
        UUID id = detached().getId();
        plinth().transact(uow -> {
            Customer ada = uow.getById(Customer.class, id);
            ada.setName("Forgotten");
            uow.detach(ada);
            assertThat(uow.contains(ada)).isFalse();
            assertThat(uow.getById(Customer.class, id)).isNotSameAs(ada);
            uow.detach(new Customer("unknown"));
        });
        assertThat(stored(Customer.class, id).getName()).isEqualTo("Ada");
    }

    @Test
    void detachForgetsANewObject() {
        plinth().transact(uow -> uow.detach(uow.insert(new Note(1L, "never"))));
        assertThat(found(Note.class, 1L)).isEmpty();
    }

    @Test
    void updatingWhatWasNeverStoredSaysSo() {
        Customer never = new Customer("Ada");
        never.setId(UUID.randomUUID());
        assertThatThrownBy(() -> plinth().transact(uow -> uow.update(never)))
                .isInstanceOfSatisfying(
                        StaleEntityException.class,
                        stale -> assertThat(stale.isRetryable()).isFalse())
                .hasMessageContaining("never stored")
                .hasMessageContaining("insert");
        assertThatThrownBy(() -> plinth().transact(uow -> uow.update(new Note(7L, "never"))))
                .isInstanceOfSatisfying(
                        StaleEntityException.class,
                        stale -> assertThat(stale.isRetryable()).isFalse())
                .hasMessageContaining("never stored")
                .hasMessageContaining("insert");
    }

    @Test
    void anUpsertThatLosesARaceCanRunAgain() {
        requiresWritesBesideReads();
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.upsert(new Note(1L, "mine"));
                    elsewhere(other -> other.upsert(new Note(1L, "theirs")));
                }))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class,
                        lost -> assertThat(lost.isRetryable()).isTrue())
                .hasMessageContaining("an upsert of 'Note'")
                .hasMessageContaining("'id'");
        plinth().transact(uow -> uow.upsert(new Note(1L, "mine")));
        assertThat(stored(Note.class, 1L).getTitle()).isEqualTo("mine");
        assertThatThrownBy(() -> insert(new Note(1L, "again")))
                .isInstanceOfSatisfying(
                        DuplicateKeyException.class,
                        taken -> assertThat(taken.isRetryable()).isFalse());
    }

    @Test
    void anAssignedIdThatIsMissingIsNamed() {
        assertThatThrownBy(() -> plinth().transact(uow -> uow.upsert(new Note(null, "no id"))))
                .satisfies(hasCode(ErrorCode.ENTITY_ID))
                .hasMessageContaining("'id' is null");
    }
}
