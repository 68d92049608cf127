package dev.plinth.internal.graph;

import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.association.Lazies;
import dev.plinth.internal.association.References;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.RowDifference;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.Cascade;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Refuses other objects of an id that is part of the unit of work: what was changed of them would be lost. Where an
 * association is nothing but a reference, only the id counts, and any object will do.
 */
final class Doubles {
    private final IdentityMap identities;
    private final Members members;

    Doubles(IdentityMap identities, Members members) {
        this.identities = identities;
        this.members = members;
    }

    void refuse() {
        for (Tracked holder : identities.all()) {
            if (holder.isPresent() && !References.isUnloaded(holder.entity())) {
                for (AssociationModel association : holder.model().associations()) {
                    Collection<?> held = takesMembers(association) ? members.held(holder, association) : null;
                    if (held != null) {
                        held.forEach(member -> refuse(holder, association, member));
                    }
                }
            }
        }
    }

    private static boolean takesMembers(AssociationModel association) {
        return association.cascades(Cascade.PERSIST)
                || association.cascades(Cascade.MERGE)
                || association.orphanRemoval();
    }

    private void refuse(Tracked holder, AssociationModel association, @Nullable Object member) {
        Object entity = Lazies.entity(member);
        if (entity == null || References.isUnloaded(entity) || identities.findObject(entity) != null) {
            return;
        }
        Object identity = members.identity(entity);
        Tracked tracked = identity == null ? null : members.tracked(identity);
        if (tracked != null && tracked.isPresent() && !(tracked.model().isRecord() && isSame(tracked, entity))) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_CONFLICT,
                    "another object with the id of '" + tracked.key() + "' is part of this unit of work, but '"
                            + association.path() + "' of " + Members.name(holder) + " has a copy of it. "
                            + (tracked.model().isRecord()
                                    ? "Give the copy to update(...) first"
                                    : "Copy the changes to that one, and put that one in"),
                    null);
        }
    }

    private static boolean isSame(Tracked tracked, Object copy) {
        @Nullable Object[] row = tracked.toRow();
        @Nullable Object[] other = tracked.mapper().toRow(copy);
        for (int position : tracked.mapper().hidden()) {
            other[position] = row[position];
        }
        return RowDifference.of(tracked.model(), row, other).isEmpty();
    }
}
