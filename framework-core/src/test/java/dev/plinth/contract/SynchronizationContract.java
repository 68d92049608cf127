package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.contract.domain.Note;
import dev.plinth.specification.Selection;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callbacks around the end of a unit of work. */
public abstract class SynchronizationContract extends Contract {
    private final List<String> events = new ArrayList<>();

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Note.class);
    }

    private Synchronization callback(Runnable before, Runnable after) {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                events.add("before");
                before.run();
            }

            @Override
            public void afterCompletion(int status) {
                events.add(status == Status.STATUS_COMMITTED ? "committed" : "status " + status);
                after.run();
            }
        };
    }

    private Synchronization callback() {
        return callback(() -> {}, () -> {});
    }

    @Test
    void isCalledBeforeAndAfterACommit() {
        plinth().transact(uow -> {
            uow.register(callback());
            uow.insert(new Note(1L, "one"));
            events.add("work");
        });
        assertThat(events).containsExactly("work", "before", "committed");
    }

    @Test
    void isCalledAfterARollbackOnly() {
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.register(callback());
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(events).containsExactly("status " + Status.STATUS_ROLLEDBACK);
    }

    @Test
    void mayStillWriteBeforeTheCommit() {
        plinth().transact(uow -> uow.register(callback(() -> uow.insert(new Note(1L, "late")), () -> {})));
        assertThat(found(Note.class, 1L)).isPresent();
    }

    @Test
    void rollsBackByAnExceptionBeforeTheCommit() {
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.insert(new Note(1L, "lost"));
                    uow.register(callback(
                            () -> {
                                throw new IllegalStateException("not today");
                            },
                            () -> {}));
                }))
                .hasMessage("not today");
        assertThat(events).containsExactly("before", "status " + Status.STATUS_ROLLEDBACK);
        assertThat(found(Note.class, 1L)).isEmpty();
    }

    @Test
    void cannotHarmTheCommitAfterwards() {
        plinth().transact(uow -> {
            uow.insert(new Note(1L, "kept"));
            uow.register(callback(() -> {}, () -> {
                throw new IllegalStateException("too late");
            }));
            uow.register(callback());
        });
        assertThat(events).containsExactly("before", "before", "committed", "committed");
        assertThat(found(Note.class, 1L)).isPresent();
    }

    @Test
    void seesTheWorkOfItsUnitWhenItEnds() {
        long[] seen = new long[1];
        plinth().transact(uow -> {
            uow.insert(new Note(1L, "one"));
            uow.register(callback(
                    () -> {}, () -> seen[0] = plinth().readResult(later -> later.count(Selection.of(Note.class)))));
        });
        assertThat(seen[0]).isEqualTo(1);
    }
}
