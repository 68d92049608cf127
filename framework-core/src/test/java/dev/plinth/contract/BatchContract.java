package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Statistics;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Note;
import dev.plinth.contract.domain.Receipt;
import dev.plinth.specification.Selection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A flush sends its writes in few batches, in an order that unique keys allow. */
public abstract class BatchContract extends Contract {
    private static final int MANY = 1_000;

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Currency.class, Note.class, Receipt.class);
    }

    private void insertNotes() {
        insert((Object[]) LongStream.range(0, MANY)
                .mapToObj(i -> new Note(i, "note " + i))
                .toArray(Note[]::new));
    }

    private long notes() {
        return plinth().readResult(uow -> uow.count(Selection.of(Note.class)));
    }

    @Test
    void aThousandInsertsAreFewStatements() {
        Statistics cost = cost(this::insertNotes);
        assertThat(cost.inserts()).isBetween(1L, 20L);
        assertThat(cost.batches()).isEqualTo(cost.inserts());
        assertThat(cost.rowsWritten()).isEqualTo(MANY);
        assertThat(cost.flushes()).isEqualTo(1);
        assertThat(notes()).isEqualTo(MANY);
    }

    @Test
    void aThousandUpdatesAreFewStatements() {
        insertNotes();
        Statistics cost = cost(() -> plinth().transact(uow -> {
            for (Note note : uow.find(Selection.of(Note.class))) {
                note.setTitle("changed " + note.getId());
            }
        }));
        assertThat(cost.updates()).isBetween(1L, 20L);
        assertThat(stored(Note.class, 77L).getTitle()).isEqualTo("changed 77");
    }

    @Test
    void aThousandDeletesAreFewStatements() {
        insertNotes();
        Statistics cost = cost(() ->
                plinth().transact(uow -> uow.find(Selection.of(Note.class)).forEach(uow::remove)));
        assertThat(cost.deletes()).isBetween(1L, 20L);
        assertThat(notes()).isZero();
    }

    @Test
    void versionedInsertsWithCollectionsAreFewStatements() {
        Statistics cost = cost(() -> plinth().transact(uow -> {
            for (int i = 0; i < 200; i++) {
                Customer customer = new Customer("c" + i);
                customer.getTags().add("t" + i);
                uow.insert(customer);
            }
        }));
        assertThat(cost.inserts()).isLessThanOrEqualTo(12);
    }

    @Test
    void typesAreBatchedEachWhateverTheOrderOfTheCalls() {
        Statistics cost = cost(() -> plinth().transact(uow -> {
            for (int i = 0; i < 50; i++) {
                uow.insert(new Note((long) i, "n"));
                uow.insert(Currency.of("C" + i, "currency", 2));
                uow.insert(new Receipt(i));
            }
        }));
        assertThat(cost.inserts()).isLessThanOrEqualTo(6);
    }

    @Test
    void updatesOfOneShapeAreOneBatch() {
        insertNotes();
        store().takeWrites();
        plinth().transact(uow -> {
            for (long i = 0; i < 100; i++) {
                Note note = uow.getById(Note.class, i);
                if (i % 2 == 0) {
                    note.setTitle("even");
                } else {
                    note.setText("odd");
                }
            }
        });
        assertThat(takeWrites(Note.class)).hasSize(2);
    }

    @Test
    void aUniqueValueOfADeletedRowIsFreeInTheSameFlush() {
        UUID old = saved(new Customer("Ada", "ada@example.org")).getId();
        plinth().transact(uow -> {
            uow.insert(new Customer("New Ada", "ada@example.org"));
            uow.remove(uow.getById(Customer.class, old));
        });
        List<Customer> all = plinth().readResult(uow -> uow.find(Selection.of(Customer.class)));
        assertThat(all).extracting(Customer::getName).containsExactly("New Ada");
    }

    @Test
    void aUniqueValueThatIsGivenAwayIsFreeInTheSameFlush() {
        UUID old = saved(new Customer("Ada", "ada@example.org")).getId();
        plinth().transact(uow -> {
            uow.insert(new Customer("New Ada", "ada@example.org"));
            uow.getById(Customer.class, old).setEmail("old@example.org");
        });
        assertThat(stored(Customer.class, old).getEmail()).isEqualTo("old@example.org");
    }

    @Test
    void aUniqueValueOfADeletedRowCanBeTakenByAnUpdateInTheSameFlush() {
        UUID taker = saved(new Customer("Bob", "bob@example.org")).getId();
        UUID giver = saved(new Customer("Ada", "ada@example.org")).getId();
        plinth().transact(uow -> {
            uow.getById(Customer.class, taker).setEmail("ada@example.org");
            uow.remove(uow.getById(Customer.class, giver));
        });
        assertThat(stored(Customer.class, taker).getEmail()).isEqualTo("ada@example.org");
    }

    @Test
    void aChainOfUniqueValuesIsHandedOnInOneFlush() {
        List<UUID> ids = IntStream.range(0, 4)
                .mapToObj(i -> saved(new Customer("c" + i, i + "@example.org")).getId())
                .toList();
        plinth().transact(uow -> {
            for (int i = 0; i < 4; i++) {
                uow.getById(Customer.class, ids.get(i)).setEmail((i + 1) + "@example.org");
            }
        });
        assertThat(ids)
                .extracting(id -> stored(Customer.class, id).getEmail())
                .containsExactly("1@example.org", "2@example.org", "3@example.org", "4@example.org");
    }

    @Test
    void uniqueValuesAreSwappedInOneFlush() {
        UUID ada = saved(new Customer("Ada", "ada@example.org")).getId();
        UUID bob = saved(new Customer("Bob", "bob@example.org")).getId();
        plinth().transact(uow -> {
            uow.getById(Customer.class, ada).setEmail("bob@example.org");
            uow.getById(Customer.class, bob).setEmail("ada@example.org");
        });
        assertThat(stored(Customer.class, ada).getEmail()).isEqualTo("bob@example.org");
        assertThat(stored(Customer.class, bob).getEmail()).isEqualTo("ada@example.org");
    }
}
