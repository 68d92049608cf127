package dev.plinth.internal.graph;

import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds soft-deleted objects, which collections do not show. */
public interface SoftDeleted {
    /**
     * Reads the soft-deleted objects that belong to others.
     *
     * @param association the association by which they do
     * @param owners objects that have it, and rows
     * @return the objects, tracked, and what each belongs to; empty where they cannot be soft-deleted
     */
    Map<Tracked, Tracked> of(AssociationModel association, Collection<Tracked> owners);

    /**
     * Reads the keys of soft-deleted rows that refer to others.
     *
     * @param referring the entity of the rows, which can be soft-deleted
     * @param columns the columns by which they refer
     * @param targets objects that have rows
     * @return the keys, and what each refers to
     */
    Map<EntityKey, Tracked> referring(EntityModel referring, List<ColumnModel> columns, List<Tracked> targets);
}
