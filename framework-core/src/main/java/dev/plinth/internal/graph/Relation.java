package dev.plinth.internal.graph;

import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A loaded association of one object: what it was in the database, what the application made of it, what it shall be. */
final class Relation {
    private final Tracked owner;
    private final AssociationModel association;
    private final Set<Object> before;
    private final Set<Object> given;
    private final Set<Object> added;
    private final Set<Object> removed;
    private final Set<Object> left = new LinkedHashSet<>();
    private final Set<Object> joined = new LinkedHashSet<>();

    /**
     * @param before the identities of the entities in the database
     * @param given the identities of the entities that the object holds
     */
    Relation(Tracked owner, AssociationModel association, List<Object> before, Set<Object> given) {
        this.owner = owner;
        this.association = association;
        this.before = new LinkedHashSet<>(before);
        this.given = given;
        this.added = without(given, this.before);
        this.removed = without(this.before, given);
    }

    Tracked owner() {
        return owner;
    }

    AssociationModel association() {
        return association;
    }

    private static Set<Object> without(Set<Object> all, Set<Object> others) {
        Set<Object> rest = new LinkedHashSet<>();
        for (Object each : all) {
            if (!others.contains(each)) {
                rest.add(each);
            }
        }
        return rest;
    }

    Set<Object> added() {
        return added;
    }

    Set<Object> removed() {
        return removed;
    }

    Set<Object> given() {
        return given;
    }

    /** The other side says that an entity does not belong to it any more. */
    void leave(Object identity) {
        left.add(identity);
        joined.remove(identity);
    }

    /** The other side says that an entity belongs to it. */
    void join(Object identity) {
        if (!given.contains(identity)) {
            joined.add(identity);
        }
        left.remove(identity);
    }

    boolean isMirrored() {
        return !joined.isEmpty() || !left.isEmpty();
    }

    Set<Object> left() {
        return left;
    }

    Set<Object> joined() {
        return joined;
    }

    /** What it is after the flush. */
    List<Object> result() {
        List<Object> result = new ArrayList<>(given);
        result.removeIf(left::contains);
        result.addAll(joined);
        return result;
    }
}
