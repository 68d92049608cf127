package dev.plinth.internal.graph;

import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import java.util.Collection;

/** Loads associations that a flush needs to know. */
@FunctionalInterface
public interface GraphLoader {
    /**
     * Loads an association of some objects, in few queries: afterwards the associated objects are part of the unit of work,
     * and each owner knows its {@link Tracked#members}. What the application has put into an owner is left as it is.
     *
     * @param owners objects of one entity, or of those that extend it, which have rows
     * @param association an association that all of them have
     */
    void load(Collection<Tracked> owners, AssociationModel association);
}
