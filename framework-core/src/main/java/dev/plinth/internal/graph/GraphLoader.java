package dev.plinth.internal.graph;

import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityKey;
import java.util.Collection;
import java.util.Set;

/** Loads associations that a flush needs to know. */
public interface GraphLoader {
    /**
     * Loads an association of some objects, in few queries: afterwards the associated objects are part of the unit of work,
     * and each owner knows its {@link Tracked#members}. What the application has put into an owner is left as it is.
     *
     * @param owners objects of one entity, or of those that extend it, which have rows
     * @param association an association that all of them have
     */
    void load(Collection<Tracked> owners, AssociationModel association);

    /**
     * Looks for rows, in one query.
     *
     * @param keys keys of one hierarchy
     * @return those that have rows, soft-deleted ones among them
     */
    Set<EntityKey> existing(Collection<EntityKey> keys);
}
