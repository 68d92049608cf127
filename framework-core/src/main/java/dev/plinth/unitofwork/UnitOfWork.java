package dev.plinth.unitofwork;

import dev.plinth.specification.Deleted;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import jakarta.transaction.Synchronization;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A transaction and the entities it has seen: each row is one object; changes of tracked objects are found when the unit
 * of work is flushed, and written together. Writes are queued until then; their errors appear there. For the thread that
 * began it: use from another is an error.
 *
 * <p>Every method throws {@link dev.plinth.error.UnitOfWorkException} after the end, on another thread, and, where it
 * writes, in a read-only unit of work or after a failed flush; and {@link jakarta.data.exceptions.MappingException} for a
 * class that is not an entity of the model.
 */
public interface UnitOfWork {
    /**
     * A repository that works in this unit of work.
     *
     * @param type the repository's interface or class
     * @param <R> the repository
     * @return the repository, for this thread and until the end of the unit of work
     */
    <R> R repository(Class<R> type);

    /**
     * Finds an entity by id: the tracked object, else the row. Never flushes. An entity that is removed in this unit of
     * work or soft-deleted is not found.
     *
     * @param type the entity
     * @param id its id, not null
     * @param <T> the entity
     * @return the tracked object, or empty where there is none
     */
    default <T> Optional<T> findById(Class<T> type, Object id) {
        return findById(type, id, Deleted.EXCLUDED);
    }

    /**
     * Finds an entity by id, with another view of soft-deleted entities. See {@link #findById(Class, Object)}.
     *
     * @param type the entity
     * @param id its id, not null
     * @param deleted whether soft-deleted entities are seen
     * @param <T> the entity
     * @return the tracked object, or empty where there is none
     */
    <T> Optional<T> findById(Class<T> type, Object id, Deleted deleted);

    /**
     * Finds an entity that must exist.
     *
     * @param type the entity
     * @param id its id, not null
     * @param <T> the entity
     * @return the tracked object
     * @throws dev.plinth.error.EntityNotFoundException where there is none, naming the type and the id
     */
    <T> T getById(Class<T> type, Object id);

    /**
     * Finds entities. Flushes first where pending changes touch the type. An object that is tracked already is returned
     * as it is, not overwritten.
     *
     * @param selection which entities
     * @param <T> the entity
     * @return the tracked objects
     */
    <T> List<T> find(Selection<T> selection);

    /**
     * Loads associations of entities of this unit of work ahead, with one query for each level.
     *
     * @param plan which associations
     * @param entities the entities, perhaps none
     * @param <T> the entity
     * @throws dev.plinth.error.SpecificationException where the plan names what is no association, or an object is not part
     *     of this unit of work
     */
    <T> void fetch(FetchPlan<T> plan, Collection<? extends T> entities);

    /**
     * Passes over entities one by one. Flushes first where pending changes touch the type.
     *
     * @param selection which entities
     * @param <T> the entity
     * @return a stream that holds resources until it is closed, at the latest by the end of the unit of work
     */
    <T> Stream<T> stream(Selection<T> selection);

    /**
     * Counts entities. Flushes first where pending changes touch the type.
     *
     * @param selection which entities; its order, offset and limit are not used
     * @return how many there are
     */
    long count(Selection<?> selection);

    /**
     * Whether there is an entity. Flushes first where pending changes touch the type.
     *
     * @param selection which entities; its order, offset and limit are not used
     * @return true where there is at least one
     */
    boolean exists(Selection<?> selection);

    /**
     * Makes a new entity part of this unit of work; the row is written by the next flush. Ids from UUIDs and sequences
     * are set now, ids that the database generates by the flush.
     *
     * @param entity the new object, not tracked yet
     * @param <T> the entity
     * @return the object; for a record with a generated id the copy that has it. After the flush {@link #current} gives
     *     the copy with the version
     * @throws dev.plinth.error.EntityStateException where it, or another object with its id, is tracked already
     */
    <T> T insert(T entity);

    /**
     * Writes the content of a detached object or of a changed record. The row is read, unless it is tracked, and the
     * object's version is checked against it. A tracked object needs no update: nothing happens.
     *
     * @param entity the object
     * @param <T> the entity
     * @return the object, tracked from now on
     * @throws dev.plinth.error.StaleEntityException where the row is gone or has another version
     * @throws dev.plinth.error.EntityStateException where another object with its id is tracked
     */
    <T> T update(T entity);

    /**
     * Inserts the object where no row has its id, else updates the row.
     *
     * @param entity the object, with an id unless it is generated
     * @param <T> the entity
     * @return the object (for records the copy), tracked from now on
     * @throws dev.plinth.error.EntityStateException where the row is soft-deleted
     * @throws dev.plinth.error.StaleEntityException where the row has another version
     */
    <T> T upsert(T entity);

    /**
     * Removes an entity: marks it where it can be soft-deleted, else deletes it for good. A detached object is checked
     * against its row's version.
     *
     * @param entity the object
     * @throws dev.plinth.error.StaleEntityException where the row is gone or has another version
     */
    void remove(Object entity);

    /**
     * Updates several objects of one type, reading their rows together. See {@link #update}.
     *
     * @param entities the objects
     * @param <T> the entity
     * @return the tracked objects, in the same order
     */
    <T> List<T> updateAll(Collection<? extends T> entities);

    /**
     * Upserts several objects of one type, reading their rows together. See {@link #upsert}.
     *
     * @param entities the objects
     * @param <T> the entity
     * @return the tracked objects, in the same order
     */
    <T> List<T> upsertAll(Collection<? extends T> entities);

    /**
     * Removes several objects of one type, reading their rows together. See {@link #remove}.
     *
     * @param entities the objects
     */
    void removeAll(Collection<?> entities);

    /**
     * Brings a soft-deleted entity back.
     *
     * @param type the entity
     * @param id its id
     * @param <T> the entity
     * @return the object, tracked; itself where it is not deleted
     * @throws dev.plinth.error.EntityNotFoundException where there is no row
     * @throws dev.plinth.error.EntityStateException where the type is not {@code @SoftDelete}
     */
    <T> T restore(Class<T> type, Object id);

    /**
     * Deletes the row of an entity for good, soft-deleted or not.
     *
     * @param type the entity
     * @param id its id
     * @throws dev.plinth.error.EntityNotFoundException where there is no row
     * @throws dev.plinth.error.EntityStateException where the type is not {@code @SoftDelete}: use {@link #remove}
     */
    void purge(Class<?> type, Object id);

    /**
     * What {@link #flush} would do now. Nothing is sent, and no object is touched.
     *
     * @return the writes, in order; printed, it is a list to read
     * @throws jakarta.data.exceptions.DataException where the flush would be refused before anything is sent
     */
    FlushPlan plan();

    /**
     * Writes all pending changes now.
     *
     * @throws jakarta.data.exceptions.DataException where a write fails: the objects keep the values the application gave
     *     them, and the unit of work can only be rolled back
     */
    void flush();

    /**
     * Reads the row of a tracked object again and overwrites the object. Pending changes of the object are lost.
     *
     * @param entity a tracked object; not a record: read it again instead
     * @throws dev.plinth.error.EntityStateException where it is not tracked, or new
     * @throws dev.plinth.error.StaleEntityException where the row is gone
     */
    void refresh(Object entity);

    /**
     * Forgets a tracked object; its pending changes are not written.
     *
     * @param entity the object; nothing happens where it is not tracked
     */
    void detach(Object entity);

    /**
     * Whether an object is tracked and not removed.
     *
     * @param entity the object
     * @return true where it is
     */
    boolean contains(Object entity);

    /**
     * The object that stands for a record now: after an insert, update or flush a record is replaced by the copy with the
     * new id and version.
     *
     * @param entity a tracked object, or a record that was one in this unit of work
     * @param <T> the entity
     * @return the tracked object
     * @throws dev.plinth.error.EntityStateException where it never was tracked here, or is removed
     */
    <T> T current(T entity);

    /**
     * Whether writes are refused.
     *
     * @return true in a reading unit of work
     */
    boolean isReadOnly();

    /**
     * Registers a callback: before the commit (it may still write), and after the end with a status of
     * {@link jakarta.transaction.Status}.
     *
     * @param synchronization the callback; an exception from its {@code beforeCompletion} rolls back, one from its
     *     {@code afterCompletion} is logged
     */
    void register(Synchronization synchronization);
}
