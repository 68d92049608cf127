package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plinth.Statistics;
import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Note;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.PartialWriteException;
import dev.plinth.error.StaleEntityException;
import dev.plinth.error.UnitOfWorkException;
import dev.plinth.specification.Selection;
import jakarta.data.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When writes are sent, and what is left where they fail. */
public abstract class FlushContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Note.class, Currency.class);
    }

    @Test
    void writesWaitForTheFlush() {
        plinth().transact(uow -> {
            Statistics cost = cost(() -> uow.insert(new Note(1L, "one")));
            assertThat(cost.statements()).isZero();
            assertThat(cost(uow::flush).inserts()).isEqualTo(1);
            assertThat(cost(uow::flush).statements()).isZero();
        });
    }

    @Test
    void findByIdNeverFlushes() {
        insert(new Note(1L, "one"));
        plinth().transact(uow -> {
            uow.insert(new Note(2L, "two"));
            Statistics cost = cost(() -> uow.getById(Note.class, 1L).setTitle("changed"));
            assertThat(cost.flushes()).isZero();
            assertThat(cost(() -> uow.findById(Note.class, 3L)).inserts()).isZero();
        });
    }

    @Test
    void aQueryFlushesFirst() {
        insert(new Note(1L, "one"), new Note(2L, "two"), new Note(3L, "three"));
        plinth().transact(uow -> {
            uow.getById(Note.class, 1L).setTitle("changed");
            uow.remove(uow.getById(Note.class, 2L));
            uow.insert(new Note(4L, "changed"));
            List<Note> changed = uow.find(Selection.of(Note.class)
                    .where(where(Note::getTitle).is("changed"))
                    .orderBy(Order.by(asc(Note::getId))));
            assertThat(changed).extracting(Note::getId).containsExactly(1L, 4L);
        });
    }

    @Test
    void countAndStreamFlushFirst() {
        plinth().transact(uow -> {
            uow.insert(new Note(1L, "one"));
            assertThat(uow.count(Selection.of(Note.class))).isEqualTo(1);
            uow.insert(new Note(2L, "two"));
            try (Stream<Note> notes = uow.stream(Selection.of(Note.class))) {
                assertThat(notes.map(Note::getId).toList()).containsExactlyInAnyOrder(1L, 2L);
            }
        });
    }

    @Test
    void aQueryOfAnotherTypeDoesNotFlush() {
        plinth().transact(uow -> {
            uow.insert(new Note(1L, "one"));
            Statistics cost = cost(() -> uow.find(Selection.of(Currency.class)));
            assertThat(cost.flushes()).isZero();
            assertThat(cost.inserts()).isZero();
        });
        assertThat(found(Note.class, 1L)).isPresent();
    }

    @Test
    void aFailedFlushSaysWhichEntityAndLeavesTheValues() {
        insert(new Customer("Ada", "ada@example.org"));
        Customer second = new Customer("Second", "ada@example.org");
        plinthFails(() -> plinth().transact(uow -> {
            uow.insert(second);
            uow.flush();
        }));
        assertThat(second.getName()).isEqualTo("Second");
        assertThat(second.getEmail()).isEqualTo("ada@example.org");
    }

    private static void plinthFails(Step<RuntimeException> step) {
        assertThatThrownBy(step::run)
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("Customer")
                .hasMessageContaining("email")
                .satisfies(error -> {
                    DuplicateKeyException duplicate = (DuplicateKeyException) error;
                    assertThat(duplicate.entity()).isEqualTo("Customer");
                    assertThat(duplicate.properties()).containsExactly("email");
                })
                .hasMessageNotContaining("ada@example.org");
    }

    @Test
    void aFailedUpdateLeavesTheValuesAndTheVersion() {
        insert(new Customer("Ada", "ada@example.org"));
        UUID id = saved(new Customer("Bob", "bob@example.org")).getId();
        Customer[] bob = new Customer[1];
        plinthFails(() -> plinth().transact(uow -> {
            bob[0] = uow.getById(Customer.class, id);
            bob[0].setEmail("ada@example.org");
            bob[0].setRating(9);
        }));
        assertThat(bob[0].getEmail()).isEqualTo("ada@example.org");
        assertThat(bob[0].getRating()).isEqualTo(9);
        assertThat(bob[0].getVersion()).isEqualTo(stored(Customer.class, id).getVersion());
    }

    @Test
    void aFailedFlushClosesTheUnitOfWorkForWriting() {
        insert(new Note(1L, "one"));
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.insert(new Note(1L, "again"));
                    assertThatThrownBy(uow::flush).isInstanceOf(DuplicateKeyException.class);
                    assertThatThrownBy(() -> uow.insert(new Note(2L, "two"))).satisfies(hasCode(ErrorCode.UNIT_BROKEN));
                    assertThatThrownBy(uow::flush).satisfies(hasCode(ErrorCode.UNIT_BROKEN));
                }))
                .isInstanceOf(UnitOfWorkException.class)
                .satisfies(hasCode(ErrorCode.UNIT_BROKEN));
        assertThat(found(Note.class, 2L)).isEmpty();
    }

    @Test
    void aFailureInTheMiddleTakesEverythingBack() {
        requires(Capability.ATOMIC_COMMIT);
        insert(new Note(5L, "five"));
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.insert(Currency.of("EUR", "Euro", 2));
                    uow.insert(new Note(4L, "four"));
                    uow.insert(new Note(5L, "taken"));
                    uow.insert(new Note(6L, "six"));
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(found(Currency.class, "EUR")).isEmpty();
        assertThat(found(Note.class, 4L)).isEmpty();
        assertThat(found(Note.class, 6L)).isEmpty();
    }

    @Test
    void withoutAtomicCommitTheExceptionListsWhatWasWritten() {
        requiresLackOf(Capability.ATOMIC_COMMIT);
        Throwable error = null;
        try {
            plinth().transact(uow -> {
                uow.insert(Currency.of("EUR", "Euro", 2));
                uow.flush();
                throw new IllegalStateException("mine");
            });
        } catch (IllegalStateException e) {
            error = e;
        }
        Optional<PartialWriteException> partial = PartialWriteException.of(present(error));
        assertThat(partial).isPresent();
        assertThat(partial.get().written()).hasSize(1).first().asString().contains("Currency", "EUR");
        assertThat(found(Currency.class, "EUR")).isPresent();
    }

    @Test
    void whatWasWrittenIsListedOnceAndCompletely() {
        requiresLackOf(Capability.ATOMIC_COMMIT);
        insert(Currency.of("USD", "Dollar", 2));
        Throwable error = catchThrowable(() -> plinth().transact(uow -> {
            uow.insert(new Note(1L, "one"));
            uow.flush();
            uow.insert(Currency.of("CHF", "Franc", 2));
            uow.insert(Currency.of("EUR", "Euro", 2));
            uow.insert(Currency.of("USD", "Dollar", 2));
        }));
        assertThat(error.getSuppressed()).hasSize(1).hasOnlyElementsOfType(PartialWriteException.class);
        List<String> written = PartialWriteException.of(error).orElseThrow().written();
        assertThat(written).first().asString().contains("Note", "1");
        assertThat(written).doesNotHaveDuplicates();
        assertThat(error.getSuppressed()[0]).hasMessageContaining(String.join("; ", written));
        for (String code : List.of("CHF", "EUR")) {
            assertThat(written.stream().anyMatch(line -> line.contains(code)))
                    .isEqualTo(found(Currency.class, code).isPresent());
        }
    }

    @Test
    void aLostConnectionTakesEverythingBack() {
        requires(Capability.ATOMIC_COMMIT);
        store().failWriteAfter(1, () -> new IllegalStateException("the line is dead"));
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.insert(Currency.of("EUR", "Euro", 2));
                    uow.flush();
                    uow.insert(new Note(1L, "one"));
                }))
                .hasMessageContaining("the line is dead");
        assertThat(found(Currency.class, "EUR")).isEmpty();
        insert(Currency.of("EUR", "Euro", 2));
    }

    @Test
    void aFailedCommitIsARollback() {
        requires(Capability.ATOMIC_COMMIT);
        Customer ada = new Customer("Ada");
        store().failCommit(() -> new IllegalStateException("no commit today"));
        Statistics cost = cost(() -> assertThatThrownBy(() -> insert(ada)).hasMessageContaining("no commit today"));
        assertThat(cost.commits()).isZero();
        assertThat(cost.rollbacks()).isEqualTo(1);
        assertThat(ada.getId()).isNull();
        insert(ada);
    }

    @Test
    void aRollbackRestoresVersionsAndIds() {
        requires(Capability.ATOMIC_COMMIT);
        UUID id = saved(new Customer("Ada")).getId();
        List<Customer> seen = new ArrayList<>();
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    Customer ada = uow.getById(Customer.class, id);
                    seen.add(ada);
                    seen.add(uow.insert(new Customer("Bob")));
                    ada.setName("Augusta");
                    uow.flush();
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(seen.get(0).getName()).isEqualTo("Augusta");
        assertThat(seen.get(0).getVersion())
                .isEqualTo(stored(Customer.class, id).getVersion());
        assertThat(seen.get(1).getId()).isNull();
        assertThat(seen.get(1).getVersion()).isEqualTo(new Customer("x").getVersion());
        plinth().transact(uow -> uow.update(seen.get(0)));
        assertThat(stored(Customer.class, id).getName()).isEqualTo("Augusta");
    }

    @Test
    void whatHasBeenWrittenInPartIsNotToBeRunAgain() {
        requires(Capability.CONCURRENT_WRITERS);
        UUID id = saved(new Customer("Ada")).getId();
        Throwable error = catchThrowable(() -> plinth().transact(uow -> {
            Customer ada = uow.getById(Customer.class, id);
            uow.insert(new Note(7L, "first"));
            uow.flush();
            plinthOfOther(() ->
                    plinth().transact(other -> other.getById(Customer.class, id).setName("Other")));
            ada.setName("Mine");
        }));
        assertThat(error).isInstanceOf(StaleEntityException.class);
        boolean partly = PartialWriteException.of(error).isPresent();
        assertThat(((StaleEntityException) error).isRetryable()).isEqualTo(!partly);
    }

    // on another thread, where no unit of work is running
    private static void plinthOfOther(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
