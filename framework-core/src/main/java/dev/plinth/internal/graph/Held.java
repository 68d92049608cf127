package dev.plinth.internal.graph;

import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.association.LazyCollection;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.Inverse;
import dev.plinth.model.AssociationModel.Links;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an association holds when a flush looks.
 *
 * @param given the identities of its entities, each once
 * @param leaving the identities of those that are removed, and therefore leave
 * @param unwritten which of the elements, in their order, get no link: what is not there any more, and what is there twice
 */
record Held(Set<Object> given, Set<Object> leaving, BitSet unwritten) {
    Held() {
        this(new LinkedHashSet<>(), new LinkedHashSet<>(), new BitSet());
    }

    /** Refuses a collection that belongs to another object, or to another association. */
    static void requireOwn(Tracked owner, AssociationModel association, @Nullable Object value) {
        if (value instanceof LazyCollection lazy
                && !(lazy.owner().equals(owner.key())
                        && lazy.association().path().equals(association.path()))) {
            throw new EntityStateException(
                    ErrorCode.ASSOCIATION_CONFLICT,
                    "'" + association + "' of " + Members.name(owner) + " holds the collection '" + lazy.association()
                            + "' of '" + lazy.owner()
                            + "', and a collection belongs to one object. Put a copy in: new ArrayList<>(...)"
                            + ", say; elements that can belong to one owner only are moved then",
                    null);
        }
    }

    static EntityStateException aNull(Tracked owner, AssociationModel association) {
        return new EntityStateException(
                ErrorCode.ENTITY_STATE,
                "'" + association + "' of " + Members.name(owner)
                        + " has a null. Take it out: only entities are associated",
                null);
    }

    /** Whether an entity may be in a collection once only: it keeps its place itself. */
    static boolean hasPlaces(AssociationModel association) {
        return association.keeping() instanceof Inverse inverse
                && inverse.key().get().order() != null;
    }

    /** Whether a list of links may lead to one entity several times. */
    static boolean takesTwice(AssociationModel association) {
        return association.keeping() instanceof Links links
                && links.collection().orderColumn() != null;
    }

    static EntityStateException twice(Tracked owner, AssociationModel association, String element) {
        return new EntityStateException(
                ErrorCode.ENTITY_STATE,
                "'" + association + "' of " + Members.name(owner) + " has " + element
                        + " twice, but its place in the list is kept with it, and it has one only. Take it out once",
                null);
    }
}
