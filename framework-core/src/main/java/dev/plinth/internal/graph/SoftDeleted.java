package dev.plinth.internal.graph;

import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import java.util.Collection;
import java.util.Map;

/** Finds soft-deleted objects, which collections do not show. */
@FunctionalInterface
public interface SoftDeleted {
    /**
     * Reads the soft-deleted objects that belong to others.
     *
     * @param association the association by which they do
     * @param owners objects that have it, and rows
     * @return the objects, tracked, and what each belongs to; empty where they cannot be soft-deleted
     */
    Map<Tracked, Tracked> of(AssociationModel association, Collection<Tracked> owners);
}
