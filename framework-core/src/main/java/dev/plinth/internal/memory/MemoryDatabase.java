package dev.plinth.internal.memory;

import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.LockTimeoutException;
import dev.plinth.model.TableName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What all stores over one database share: the committed tables, the one right to write, and the counters, which as in SQL
 * are not part of any transaction.
 *
 * <p>The right to write is a permit, and {@link #writer} says who has it. Whoever takes its own name off {@code writer}
 * gives the permit back, so that a commit and the closing of the store under it can race: one of them wins, once.
 */
public final class MemoryDatabase {
    private final Duration lockTimeout;
    private final Semaphore permit = new Semaphore(1, true);
    private final AtomicReference<@Nullable Object> writer = new AtomicReference<>();
    private final Map<TableName, AtomicLong> sequences = new ConcurrentHashMap<>();
    private final Map<TableName, AtomicLong> identities = new ConcurrentHashMap<>();
    private volatile Snapshot committed = Snapshot.EMPTY;

    /**
     * Creates an empty database.
     *
     * @param lockTimeout how long a writer waits for the writer before it
     */
    public MemoryDatabase(Duration lockTimeout) {
        this.lockTimeout = lockTimeout;
    }

    /**
     * Connects to this database.
     *
     * @param listener is told of every statement
     * @return the store
     */
    public Store connect(StatementListener listener) {
        return new MemoryStore(this, listener);
    }

    Snapshot committed() {
        return committed;
    }

    /** Waits for the right to write and gives the newest tables, which nobody else changes until the right is given back. */
    Snapshot beginWrite(Object newWriter) {
        try {
            if (!permit.tryAcquire(lockTimeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LockTimeoutException(
                        "another unit of work is writing to this in-memory database and did not end within "
                                + lockTimeout + ". One unit of work writes at a time: run this one again, after the"
                                + " other one has ended",
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    ErrorCode.DATABASE,
                    "the thread was interrupted while it waited to write to an in-memory database",
                    e);
        }
        writer.set(newWriter);
        return committed;
    }

    /** Makes the tables of a writer the committed ones and takes its right to write; false where it had lost it. */
    boolean commit(Object oldWriter, Snapshot next) {
        if (!writer.compareAndSet(oldWriter, null)) {
            return false;
        }
        committed = next;
        permit.release();
        return true;
    }

    /** Takes the right to write from a writer that may have it. */
    void endWrite(Object oldWriter) {
        if (writer.compareAndSet(oldWriter, null)) {
            permit.release();
        }
    }

    /** Makes a sequence; false where it is there already. */
    boolean createSequence(TableName name, long initialValue) {
        return sequences.putIfAbsent(name, new AtomicLong(initialValue)) == null;
    }

    boolean hasSequence(TableName name) {
        return sequences.containsKey(name);
    }

    boolean dropSequence(TableName name) {
        return sequences.remove(name) != null;
    }

    long nextBlock(TableName name, int size) {
        AtomicLong sequence = sequences.get(name);
        if (sequence == null) {
            throw Snapshot.missing("sequence", name);
        }
        return sequence.getAndAdd(size);
    }

    /** The counter of the ids that this database sets in a table; holds the last one that was used. */
    AtomicLong identity(TableName table) {
        return identities.computeIfAbsent(table, name -> new AtomicLong());
    }

    void dropIdentity(TableName table) {
        identities.remove(table);
    }
}
