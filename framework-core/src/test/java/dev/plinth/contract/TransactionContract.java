package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Statistics;
import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.Currencies;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Note;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.UnitOfWorkException;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.ManualUnitOfWork;
import dev.plinth.unitofwork.UnitOfWork;
import jakarta.data.exceptions.MappingException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Units of work begin, nest and end; their work is kept as a whole or not at all. */
public abstract class TransactionContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Note.class, Currency.class);
    }

    private long notes() {
        return plinth().readResult(uow -> uow.count(Selection.of(Note.class)));
    }

    @Test
    void aCommitKeepsTheWork() {
        plinth().transact(uow -> uow.insert(new Note(1L, "kept")));
        assertThat(stored(Note.class, 1L).getTitle()).isEqualTo("kept");
    }

    @Test
    void anExceptionRollsBackAndPassesThroughUnchanged() {
        IllegalArgumentException error = new IllegalArgumentException("mine");
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.insert(new Note(1L, "lost"));
                    throw error;
                }))
                .isSameAs(error);
        assertThat(notes()).isZero();
    }

    @Test
    void aCheckedExceptionRollsBackAndPassesThroughUnchanged() {
        IOException error = new IOException("mine");
        assertThatThrownBy(this::failWith).isInstanceOf(IOException.class).hasMessage("disk full");
        assertThatThrownBy(() -> plinth().readResult(uow -> {
                    throw error;
                }))
                .isSameAs(error);
        assertThat(notes()).isZero();
    }

    private void failWith() throws IOException {
        plinth().transact(uow -> {
            uow.insert(new Note(1L, "lost"));
            throw new IOException("disk full");
        });
    }

    @Test
    void anErrorRollsBackToo() {
        AssertionError error = new AssertionError("mine");
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.insert(new Note(1L, "lost"));
                    throw error;
                }))
                .isSameAs(error);
        assertThat(notes()).isZero();
    }

    @Test
    void whatWasFlushedIsTakenBackByARollback() {
        requires(Capability.ATOMIC_COMMIT);
        insert(new Note(1L, "before"), new Note(2L, "stays"));
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.getById(Note.class, 1L).setTitle("after");
                    uow.remove(uow.getById(Note.class, 2L));
                    uow.insert(new Note(3L, "new"));
                    uow.flush();
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(notes()).isEqualTo(2);
        assertThat(stored(Note.class, 1L).getTitle()).isEqualTo("before");
    }

    @Test
    void uncommittedWorkIsHiddenFromOthers() {
        requires(Capability.ISOLATED_READS);
        plinth().transact(uow -> {
            uow.insert(new Note(1L, "soon"));
            uow.flush();
            onAnotherThread(() -> assertThat(notes()).isZero());
        });
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void theValueOfTheWorkIsReturned() {
        insert(new Note(1L, "one"));
        String title =
                plinth().transactResult(uow -> uow.getById(Note.class, 1L).getTitle());
        assertThat(title).isEqualTo("one");
        assertThat(plinth().<Object, RuntimeException>readResult(uow -> null)).isNull();
    }

    @Test
    void aReadingUnitOfWorkRefusesWrites() {
        insert(new Note(1L, "one"));
        plinth().read(uow -> {
            assertThat(uow.isReadOnly()).isTrue();
            Note one = uow.getById(Note.class, 1L);
            assertThatThrownBy(() -> uow.insert(new Note(2L, "two"))).satisfies(hasCode(ErrorCode.UNIT_READ_ONLY));
            assertThatThrownBy(() -> uow.update(one)).satisfies(hasCode(ErrorCode.UNIT_READ_ONLY));
            assertThatThrownBy(() -> uow.upsert(one)).satisfies(hasCode(ErrorCode.UNIT_READ_ONLY));
            assertThatThrownBy(() -> uow.remove(one)).satisfies(hasCode(ErrorCode.UNIT_READ_ONLY));
            assertThatThrownBy(uow::flush).satisfies(hasCode(ErrorCode.UNIT_READ_ONLY));
        });
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void aChangeInAReadingUnitOfWorkIsNotWritten() {
        insert(new Note(1L, "one"));
        plinth().read(uow -> uow.getById(Note.class, 1L).setTitle("changed"));
        assertThat(stored(Note.class, 1L).getTitle()).isEqualTo("one");
    }

    @Test
    void writingWorkInsideAReadingUnitOfWorkIsRefused() {
        plinth().read(outer -> assertThatThrownBy(() -> plinth().transact(uow -> {}))
                .isInstanceOf(UnitOfWorkException.class)
                .satisfies(hasCode(ErrorCode.UNIT_READ_ONLY)));
    }

    @Test
    void beginAndCommit() {
        try (ManualUnitOfWork uow = plinth().begin()) {
            uow.insert(new Note(1L, "kept"));
            uow.commit();
        }
        assertThat(notes()).isEqualTo(1);
        assertThat(plinth().current()).isEmpty();
    }

    @Test
    void beginWithoutCommitRollsBack() {
        try (ManualUnitOfWork uow = plinth().begin()) {
            uow.insert(new Note(1L, "lost"));
        }
        assertThat(notes()).isZero();
        assertThat(plinth().current()).isEmpty();
    }

    @Test
    void beginAndRollBack() {
        try (ManualUnitOfWork uow = plinth().begin()) {
            uow.insert(new Note(1L, "lost"));
            uow.rollback();
            assertThatThrownBy(uow::commit).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
        }
        assertThat(notes()).isZero();
    }

    @Test
    void nestedWorkJoins() {
        Statistics cost = cost(() -> plinth().transact(outer -> {
            outer.insert(new Note(1L, "outer"));
            plinth().transact(inner -> {
                assertThat(inner.findById(Note.class, 1L)).isPresent();
                inner.insert(new Note(2L, "inner"));
            });
            assertThat(outer.findById(Note.class, 2L)).isPresent();
            long counted = plinth().readResult(inner -> inner.count(Selection.of(Note.class)));
            assertThat(counted).isEqualTo(2);
        }));
        assertThat(cost.commits()).isEqualTo(1);
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void aNestedFailureDoomsTheOuterUnitOfWork() {
        assertThatThrownBy(() -> plinth().transact(outer -> {
                    outer.insert(new Note(1L, "outer"));
                    assertThatThrownBy(() -> plinth().transact(inner -> {
                                throw new IllegalStateException("inner");
                            }))
                            .hasMessage("inner");
                }))
                .isInstanceOf(UnitOfWorkException.class);
        assertThat(notes()).isZero();
    }

    @Test
    void aNestedCommitIsLeftToTheOuterUnitOfWork() {
        try (ManualUnitOfWork outer = plinth().begin()) {
            try (ManualUnitOfWork inner = plinth().begin()) {
                inner.insert(new Note(1L, "inner"));
                inner.commit();
            }
            assertThat(outer.findById(Note.class, 1L)).isPresent();
            assertThat(plinth().current()).isPresent();
        }
        assertThat(notes()).isZero();
    }

    @Test
    void aNestedRollbackDoomsTheOuterUnitOfWork() {
        try (ManualUnitOfWork outer = plinth().begin()) {
            outer.insert(new Note(1L, "outer"));
            try (ManualUnitOfWork inner = plinth().begin()) {
                inner.rollback();
            }
            assertThatThrownBy(outer::commit).isInstanceOf(UnitOfWorkException.class);
        }
        assertThat(notes()).isZero();
    }

    @Test
    void theRunningUnitOfWorkIsKnown() {
        assertThat(plinth().current()).isEmpty();
        plinth().transact(uow -> assertThat(plinth().current()).isPresent());
        plinth().read(uow ->
                assertThat(plinth().current().map(UnitOfWork::isReadOnly)).contains(true));
        assertThat(plinth().current()).isEmpty();
    }

    @Test
    void anotherThreadIsRefused() {
        insert(new Note(1L, "one"));
        plinth().transact(uow -> {
            assertThatThrownBy(() -> onAnotherThread(() -> uow.findById(Note.class, 1L)))
                    .satisfies(hasCode(ErrorCode.UNIT_WRONG_THREAD));
            assertThatThrownBy(() -> onAnotherThread(() -> uow.insert(new Note(2L, "two"))))
                    .satisfies(hasCode(ErrorCode.UNIT_WRONG_THREAD));
        });
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void anEndedUnitOfWorkIsRefused() {
        insert(new Note(1L, "one"));
        AtomicReference<UnitOfWork> leaked = new AtomicReference<>();
        AtomicReference<Currencies> repository = new AtomicReference<>();
        plinth().transact(uow -> {
            leaked.set(uow);
            repository.set(uow.repository(Currencies.class));
        });
        UnitOfWork uow = present(leaked.get());
        assertThatThrownBy(() -> uow.findById(Note.class, 1L)).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
        assertThatThrownBy(() -> uow.insert(new Note(2L, "two"))).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
        assertThatThrownBy(uow::flush).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
        assertThatThrownBy(() -> present(repository.get()).findById("EUR")).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
    }

    @Test
    void aClassThatIsNotAnEntityIsRefused() {
        plinth().transact(uow -> {
            assertThatThrownBy(() -> uow.findById(String.class, "x"))
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("java.lang.String");
            assertThatThrownBy(() -> uow.insert("x")).isInstanceOf(MappingException.class);
            assertThatThrownBy(() -> uow.find(Selection.of(String.class))).isInstanceOf(MappingException.class);
        });
    }

    @Test
    void anIdOfAnotherTypeIsRefused() {
        plinth().transact(uow -> assertThatThrownBy(() -> uow.findById(Note.class, "one"))
                .hasMessageContaining("java.lang.Long")
                .hasMessageContaining("java.lang.String"));
    }

    @Test
    void aStreamReadAfterItsUnitOfWorkIsNotEmptyButRefused() {
        insert(new Note(1L, "one"), new Note(2L, "two"));
        Stream<Note> escaped = plinth().readResult(uow -> uow.stream(Selection.of(Note.class)));
        assertThatThrownBy(escaped::toList).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
        Iterator<Note> half = plinth().readResult(uow -> {
            Iterator<Note> notes = uow.stream(Selection.of(Note.class)).iterator();
            notes.next();
            return notes;
        });
        assertThatThrownBy(() -> half.forEachRemaining(note -> {})).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
    }

    @Test
    void aCallbackThatIsNullIsRefusedAtOnce() {
        plinth().transact(uow ->
                assertThatThrownBy(() -> uow.register(null)).satisfies(hasCode(ErrorCode.ARGUMENT_NULL)));
    }

    @Test
    void aTransactInsideAReadIsCalledByItsName() {
        assertThatThrownBy(() -> plinth().read(uow -> plinth().transact(inner -> {})))
                .satisfies(hasCode(ErrorCode.UNIT_READ_ONLY))
                .hasMessageContaining("transact(...) was called inside read(...)");
    }
}
