package dev.plinth.backend;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.util.List;

/**
 * Changes to rows of one entity that are written alike: the same kind, the same columns, the same guards.
 *
 * @param kind what is done to the rows
 * @param entity the entity; of a hierarchy the root, whose rows may be of several subtypes
 * @param columns the columns that are written, in order of position: for an insert all but an id that the database sets;
 *     for an update those that changed; empty for a delete, and for an update of collections alone
 * @param collections the collections that are written; for an insert those that may have elements
 * @param guards the columns that must have, in the database, the value of the change's {@code before} row: the id
 *     first, then the version and the soft-delete marker where the entity has them; empty for an insert. Where the
 *     before value of a guard other than the id is null, the column must be null; this is the same for all changes of
 *     one batch
 * @param changes the changes, at least one
 */
public record WriteBatch(
        Kind kind,
        EntityModel entity,
        List<ColumnModel> columns,
        List<CollectionModel> collections,
        List<ColumnModel> guards,
        List<Change> changes) {
    /** What is done to the rows. */
    public enum Kind {
        /** New rows are written. */
        INSERT,
        /** Existing rows are changed. */
        UPDATE,
        /** Existing rows are removed for good, with their collections. */
        DELETE
    }

    /** Copies the lists. A database knows rows of the root of a hierarchy only. */
    public WriteBatch {
        entity = entity.root();
        columns = List.copyOf(columns);
        collections = List.copyOf(collections);
        guards = List.copyOf(guards);
        changes = List.copyOf(changes);
    }
}
