package dev.plinth.internal.unitofwork;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.UnitOfWorkException;
import org.jspecify.annotations.Nullable;

/** What a unit of work may still do. */
final class Guard {
    private final Runtime runtime;
    private final @Nullable Thread owner;
    private final boolean readOnly;
    private boolean ended;
    private @Nullable Throwable failure;

    /**
     * @param owner the thread it belongs to, or null for any
     */
    Guard(Runtime runtime, @Nullable Thread owner, boolean readOnly) {
        this.runtime = runtime;
        this.owner = owner;
        this.readOnly = readOnly;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** From now on the unit of work can only be rolled back. */
    void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    void requireThread() {
        if (owner != null && owner != Thread.currentThread()) {
            throw new UnitOfWorkException(
                    ErrorCode.UNIT_WRONG_THREAD,
                    "this unit of work belongs to the thread '" + owner.getName() + "' and was used from '"
                            + Thread.currentThread().getName()
                            + "'. Begin one on this thread, or hand over results only",
                    null);
        }
    }

    void requireRunning() {
        requireThread();
        if (ended) {
            throw new UnitOfWorkException(
                    ErrorCode.UNIT_CLOSED,
                    "this unit of work has ended. Do the work inside transact(...) or before commit(), or begin a new one",
                    null);
        }
        runtime.requireOpen();
    }

    void requireWritable() {
        requireRunning();
        if (readOnly) {
            throw new UnitOfWorkException(
                    ErrorCode.UNIT_READ_ONLY,
                    "a write in a unit of work that only reads. Use transact(...) in place of read(...)",
                    null);
        }
        requireUnbroken();
    }

    void requireTransact() {
        requireRunning();
        if (readOnly) {
            throw new UnitOfWorkException(
                    ErrorCode.UNIT_READ_ONLY,
                    "transact(...) was called inside read(...), which it would have to join. Call transact(...) outside, or use it"
                            + " in place of the outer read(...)",
                    null);
        }
        requireUnbroken();
    }

    void requireUnbroken() {
        if (failure != null) {
            throw new UnitOfWorkException(
                    ErrorCode.UNIT_BROKEN,
                    "this unit of work can only be rolled back, because something in it failed before: "
                            + failure.getMessage(),
                    failure);
        }
    }
}
