package dev.plinth.backend;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import java.util.List;
import java.util.Map;

/**
 * One transaction on a database, used by one thread at a time. Errors are those of {@code dev.plinth.error}; after one,
 * only {@link #rollback} and {@link #close} are called.
 */
public interface StoreSession extends AutoCloseable {
    /**
     * Reads rows, with their element collections. The cursor may hold resources of the session until it is closed.
     *
     * @param query which rows, in which order
     * @return the rows; the caller closes it
     */
    RowCursor find(Query query);

    /**
     * Reads rows as {@link #find} does, for a caller that lets go of each: whatever else the session is asked meanwhile, it
     * holds a bounded number of them, as far as the database and its driver can do that.
     *
     * @param query which rows, in which order
     * @return the rows; the caller closes it
     */
    default RowCursor stream(Query query) {
        return find(query);
    }

    /**
     * Reads rows by id, soft-deleted ones included.
     *
     * @param entity the entity
     * @param keys the ids, each once; any number
     * @param lock whether the rows are locked until the session ends, where the database has row locks
     * @return the rows that exist, in no order
     */
    List<Object[]> findByKeys(EntityModel entity, List<EntityKey> keys, boolean lock);

    /**
     * Reads the links of rows, in their order where it is kept.
     *
     * @param links the links, of the entity of the owners
     * @param owners the ids of the rows, each once; any number
     * @return the links of each row, as they are in it; a row that does not exist, or has none, may be missing
     */
    default Map<EntityKey, List<Object[]>> findLinks(CollectionModel links, List<EntityKey> owners) {
        return owners.isEmpty() ? Map.of() : LinksOfRows.find(this, links, owners);
    }

    /**
     * Counts rows.
     *
     * @param query which rows; its order, offset and limit are not used
     * @return how many there are
     */
    long count(Query query);

    /**
     * Writes rows of one entity that are written alike. All changes are sent, in order, whatever the outcome of each. Where
     * a batch fails half-way and the database cannot take back what was written of it, the error carries a suppressed
     * {@link dev.plinth.error.PartialWriteException} that lists it.
     *
     * @param batch what to write
     * @return the outcome of each change
     */
    WriteResult write(WriteBatch batch);

    /**
     * Takes the next block of ids. It is gone for good: a rollback of this session does not give it back. Asked of the
     * session, because a second connection for it could be one more than a full pool has.
     *
     * @param sequence the sequence
     * @return the first of {@link Generation.Sequence#allocationSize()} consecutive ids that no one else gets
     */
    long nextBlock(Generation.Sequence sequence);

    /** Makes the writes permanent and ends the transaction. */
    void commit();

    /** Takes the writes back, where the database can, and ends the transaction. */
    void rollback();

    /** Gives the connection back; rolls back what was not committed. */
    @Override
    void close();
}
