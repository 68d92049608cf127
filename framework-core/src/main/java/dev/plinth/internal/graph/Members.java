package dev.plinth.internal.graph;

import dev.plinth.association.Ref;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.association.Lazies;
import dev.plinth.internal.association.References;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.mapper.Misplaced;
import dev.plinth.internal.mapper.PendingKey;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells which entity an object means. Its identity is its key; of a new one that has none yet, what is tracked of it.
 * Neither {@code equals} nor {@code hashCode} of an entity is called.
 */
final class Members {
    private final IdentityMap identities;
    private final Function<Class<?>, EntityMapper> mappers;

    Members(IdentityMap identities, Function<Class<?>, EntityMapper> mappers) {
        this.identities = identities;
        this.mappers = mappers;
    }

    EntityMapper mapper(Object entity) {
        return mappers.apply(References.typeOf(entity));
    }

    static Object identity(Tracked tracked) {
        EntityKey key = tracked.key();
        return key == null ? tracked : key;
    }

    /** The identity of what a property, or an element of a collection, holds; null for null. */
    @Nullable
    Object identity(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        EntityKey known = Lazies.key(value);
        if (known != null) {
            return known;
        }
        Object entity = Lazies.entity(value);
        if (entity == null) {
            Ref<?> ref = (Ref<?>) value;
            return mappers.apply(ref.type()).toKey(ref.id());
        }
        Tracked tracked = identities.findObject(entity);
        if (tracked != null) {
            return identity(tracked);
        }
        List<Object> id = new ArrayList<>();
        for (Object part : mapper(entity).idValues(entity)) {
            if (part == null) {
                return new PendingKey(entity, 0);
            }
            id.add(part);
        }
        return EntityKey.of(mapper(entity).model(), id);
    }

    /** The identities of what a collection holds. */
    List<Object> identities(Collection<?> values) {
        List<Object> found = new ArrayList<>(values.size());
        for (Object value : values) {
            Object identity = identity(value);
            if (identity != null) {
                found.add(identity);
            }
        }
        return found;
    }

    /** What is tracked of an entity, or null. */
    @Nullable
    Tracked tracked(Object identity) {
        return identity instanceof Tracked tracked
                ? tracked
                : identity instanceof EntityKey key ? identities.find(key) : null;
    }

    /** The entities that belong to an object's association now; null where that is not known. */
    @Nullable
    Collection<?> held(Tracked owner, AssociationModel association) {
        Object value = owner.mapper().association(owner.entity(), association);
        Held.requireOwn(owner, association, value);
        if (!association.isMany()) {
            return value == null ? List.of() : List.of(value);
        } else if (value == null && owner.model().isRecord()) {
            return null;
        }
        return Lazies.isWhole(value) ? fitting(association, Lazies.members(value)) : null;
    }

    private static Collection<?> fitting(AssociationModel association, Collection<?> held) {
        for (Object member : held) {
            if (member != null) {
                Misplaced.refuse(association, member);
            }
        }
        return held;
    }

    /** Takes down what an association holds: each entity once, and none that is removed. */
    Held given(Tracked owner, AssociationModel association, Collection<?> values) {
        Held held = new Held();
        int index = 0;
        for (Object value : values) {
            Object identity = identity(value);
            if (identity == null) {
                throw Held.aNull(owner, association);
            }
            Tracked member = tracked(identity);
            boolean isDismissed = isDismissed(value);
            if (isDismissed || member != null && !member.isPresent()) {
                held.leaving().add(identity);
                held.unwritten().set(index, isDismissed);
            } else if (!held.given().add(identity)) {
                if (Held.hasPlaces(association)) {
                    throw Held.twice(owner, association, member == null ? "'" + identity + "'" : name(member));
                }
                held.unwritten().set(index, !Held.takesTwice(association));
            }
            index++;
        }
        return held;
    }

    /** Whether a new object was removed before it was written. */
    boolean isDismissed(@Nullable Object value) {
        Object entity = Lazies.entity(value);
        return entity != null && identities.isDismissed(entity);
    }

    /** The id of an object in the columns of a row that refers to it. */
    static List<Object> key(Tracked target, List<ColumnModel> columns) {
        EntityKey key = target.key();
        List<Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(
                    key == null
                            ? new PendingKey(target.entity(), i)
                            : key.values().get(i));
        }
        return values;
    }

    /** The association of an object that another entity of its hierarchy has declared. */
    static AssociationModel in(Tracked owner, AssociationModel association) {
        return owner.model().associations().stream()
                .filter(each -> each.path().equals(association.path()))
                .findFirst()
                .orElse(association);
    }

    static String name(Tracked tracked) {
        return tracked.key() == null
                ? "a new '" + tracked.model().name() + "'"
                : "'" + tracked.model().name() + " " + tracked.key().id() + "'";
    }

    /** Refuses an element that is neither part of the unit of work nor inserted along. */
    EntityStateException stranger(Tracked owner, AssociationModel association, Object identity) {
        boolean isNew = identity instanceof PendingKey;
        return isNew
                ? new EntityStateException(
                        ErrorCode.UNSAVED_REFERENCE,
                        name(owner) + " has in '" + association.path() + "' a new '"
                                + ((PendingKey) identity).target().getClass().getSimpleName()
                                + "' that is not part of this unit of work. Insert it first, or let it be inserted along: cascade ="
                                + " CascadeType.PERSIST on '" + association.path() + "'",
                        null)
                : new EntityStateException(
                        ErrorCode.ENTITY_STATE,
                        name(owner) + " has in '" + association.path() + "' the detached '" + identity
                                + "'. Put the object in that this unit of work finds, or give the detached one to update(...) first",
                        null);
    }
}
