package dev.plinth.activerecord;

import dev.plinth.internal.unitofwork.ActiveRecords;

/**
 * An entity that can be stored, removed and read again by calls of its own, for simple cases. The calls are those of the
 * unit of work that runs on the calling thread and whose model has the entity; nothing else about the entity changes, and
 * it may be used with repositories and units of work as any other.
 *
 * <pre>{@code
 * public class Note implements ActiveRecord<Note> { ... }  // an entity
 *
 * plinth.transact(uow -> new Note("milk").save());
 * }</pre>
 *
 * <p>Each call throws {@link dev.plinth.error.UnitOfWorkException} with the code
 * {@link dev.plinth.error.ErrorCode#UNIT_UNCLEAR} where no unit of work that knows the entity runs on this thread, or the
 * units of work of two Plinths do.
 *
 * @param <T> the entity itself
 */
public interface ActiveRecord<T extends ActiveRecord<T>> {
    /**
     * Stores the entity: {@code upsert} of the running unit of work. An object without an id, or with one that no row has,
     * is inserted; the content of a detached object is written to its row after its version was checked; a tracked object
     * needs no call, since its changes are written anyway. An object is written with the next flush; a record at once, so
     * that its copy has the version.
     *
     * @return the object itself; for a record the copy with the new id and version, to be used from now on
     * @throws dev.plinth.error.EntityStateException where the row is soft-deleted, the object was removed in this unit of
     *     work, or another object with its id is tracked
     * @throws dev.plinth.error.StaleEntityException where the row has another version
     */
    default T save() {
        return ActiveRecords.save(self());
    }

    /**
     * Removes the entity: {@code remove} of the running unit of work. It is marked where it can be soft-deleted, else its
     * row is deleted with the next flush.
     *
     * @throws dev.plinth.error.StaleEntityException where the row is gone or has another version
     * @throws dev.plinth.error.EntityStateException where it has no id, or is soft-deleted already
     */
    default void delete() {
        ActiveRecords.delete(this);
    }

    /**
     * Reads the row again. A tracked object is overwritten: {@code refresh} of the running unit of work. A record is read
     * anew, tracked before or not. Changes that were not flushed are lost.
     *
     * @return the object itself; for a record the copy that was read, to be used from now on
     * @throws dev.plinth.error.EntityStateException where an object is not tracked, or not inserted yet
     * @throws dev.plinth.error.StaleEntityException where the row of an object is gone
     * @throws dev.plinth.error.EntityNotFoundException where the row of a record is gone
     */
    default T reload() {
        return ActiveRecords.reload(self());
    }

    @SuppressWarnings("unchecked") // what the type parameter says
    private T self() {
        return (T) this;
    }
}
