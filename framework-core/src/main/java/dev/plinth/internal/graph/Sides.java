package dev.plinth.internal.graph;

import dev.plinth.association.Ref;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.association.Lazies;
import dev.plinth.internal.association.References;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.ForeignKey;
import dev.plinth.model.AssociationModel.Inverse;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings what was changed on an inverse side to the side that is written: the property of the associated object, its columns
 * without a property, or its links.
 */
final class Sides {
    private final Members members;
    private final LinkEdits links;
    private final Copies copies;
    private final Existing existing;
    private final Undo undo;
    private final Map<String, Map<Object, Relation>> claims = new HashMap<>();
    private final Set<Tracked> orphans = new LinkedHashSet<>();
    private boolean leaving;

    Sides(Members members, LinkEdits links, Copies copies, Existing existing, Undo undo) {
        this.members = members;
        this.links = links;
        this.copies = copies;
        this.existing = existing;
        this.undo = undo;
    }

    /** What has left an association that removes what leaves it. */
    Set<Tracked> orphans() {
        return orphans;
    }

    /** Whether something has left an association and belongs to none now. */
    boolean isLeaving() {
        return leaving;
    }

    void apply(Collection<Relation> relations) {
        relations.forEach(this::claim);
        relations.forEach(this::joined);
        relations.forEach(this::left);
    }

    private static String name(AssociationModel association) {
        return association.owner().root().name() + "." + association.path();
    }

    private void claim(Relation relation) {
        Map<Object, Relation> claimed = claims.computeIfAbsent(name(relation.association()), each -> new HashMap<>());
        for (Object identity : relation.added()) {
            Relation other = claimed.put(identity, relation);
            if (other != null && other != relation && relation.association().keeping() instanceof Inverse) {
                throw conflict("'" + identity + "' was put into '" + relation.association() + "' of "
                        + Members.name(other.owner()) + " and of " + Members.name(relation.owner())
                        + ", but belongs to one only. Put it into one of them");
            }
        }
    }

    // what many may have has not moved because another one has it, too
    boolean isClaimed(AssociationModel association, Object identity) {
        return association.keeping() instanceof Inverse
                && claims.getOrDefault(name(association), Map.of()).containsKey(identity);
    }

    private void joined(Relation relation) {
        AssociationModel association = relation.association();
        for (Object identity : relation.added()) {
            if (association.keeping() instanceof AssociationModel.Links
                    && identity instanceof EntityKey key
                    && existing.has(key)) {
                // a link needs the id only
                continue;
            }
            Tracked member = member(relation, identity);
            if (association.keeping() instanceof Inverse inverse) {
                if (inverse.property() == null) {
                    refer(member, inverse.key().get().columns(), relation.owner());
                } else {
                    join(relation, member, Members.in(member, inverse.property().get()));
                }
            } else if (association.keeping() instanceof AssociationModel.InverseLinks inverse) {
                links.add(member, Members.in(member, inverse.property().get()), relation.owner());
            }
        }
    }

    private Tracked member(Relation relation, Object identity) {
        Tracked member = members.tracked(identity);
        if (member == null) {
            Collection<?> held = Objects.requireNonNull(members.held(relation.owner(), relation.association()));
            for (Object value : held) {
                if (identity.equals(members.identity(value)) && Lazies.entity(value) != null) {
                    References.fill(Objects.requireNonNull(Lazies.entity(value)));
                }
            }
            member = members.tracked(identity);
        }
        if (member == null) {
            throw members.stranger(relation.owner(), relation.association(), identity);
        }
        return member;
    }

    // the object's own property may say the same, nothing yet, or something else
    private void join(Relation relation, Tracked member, AssociationModel property) {
        Object owner = Members.identity(relation.owner());
        Object now = now(member, property);
        if (owner.equals(now)) {
            return;
        } else if (now != null && !now.equals(before(member, property))) {
            throw conflict(Members.name(member) + " is in '" + relation.association() + "' of "
                    + Members.name(relation.owner()) + ", but its '" + property + "' was set to '" + now
                    + "'. Change one side, or both alike");
        }
        set(member, property, relation.owner());
    }

    @Nullable
    Object now(Tracked member, AssociationModel property) {
        return members.identity(member.mapper().association(member.entity(), property));
    }

    static @Nullable Object before(Tracked member, AssociationModel property) {
        return member.snapshot() == null ? null : member.mapper().foreignKey(member.row(), property);
    }

    private void set(Tracked member, AssociationModel property, @Nullable Tracked owner) {
        if (member.model().isRecord()) {
            refer(member, ((ForeignKey) property.keeping()).columns(), owner);
            copies.refer(member, property, owner);
            return;
        }
        Object former = member.mapper().association(member.entity(), property);
        Object value = owner == null ? null : property.hasHolder() ? Ref.to(owner.entity()) : owner.entity();
        member.mapper().setAssociation(member.entity(), property, value);
        undo.add(() -> member.mapper().setAssociation(member.entity(), property, former));
    }

    /** Lets the columns of a row refer to an object, or to none. */
    void refer(Tracked member, List<ColumnModel> columns, @Nullable Tracked owner) {
        List<Object> key = owner == null ? null : Members.key(owner, columns);
        for (int i = 0; i < columns.size(); i++) {
            member.override(columns.get(i).position(), key == null ? null : key.get(i));
        }
    }

    private void left(Relation relation) {
        for (Object identity : relation.removed()) {
            Tracked member = members.tracked(identity);
            if (member != null && member.isPresent() && !isClaimed(relation.association(), identity)) {
                left(relation, member);
            }
        }
    }

    private void left(Relation relation, Tracked member) {
        AssociationModel association = relation.association();
        if (association.keeping() instanceof AssociationModel.InverseLinks inverse) {
            links.remove(member, Members.in(member, inverse.property().get()), relation.owner());
        } else if (association.keeping() instanceof Inverse inverse && inverse.property() != null) {
            AssociationModel property = Members.in(member, inverse.property().get());
            Object now = now(member, property);
            boolean stays = Members.identity(relation.owner()).equals(now);
            if (now != null && !stays) {
                return;
            }
            leaving = true;
            if (stays && !association.orphanRemoval()) {
                requireNullable(relation.owner(), association, member, columns(property));
                set(member, property, null);
            }
        } else if (association.keeping() instanceof Inverse inverse && !association.orphanRemoval()) {
            leaving = true;
            release(relation.owner(), association, member, inverse);
        }
        if (association.orphanRemoval()) {
            leaving = true;
            orphans.add(member);
        }
    }

    /** Lets the columns without a property refer to nothing. */
    void release(Tracked owner, AssociationModel association, Tracked member, Inverse inverse) {
        List<ColumnModel> columns = inverse.key().get().columns();
        requireNullable(owner, association, member, columns);
        refer(member, columns, null);
        ColumnModel order = inverse.key().get().order();
        if (order != null) {
            member.override(order.position(), null);
        }
    }

    private static List<ColumnModel> columns(AssociationModel property) {
        return ((ForeignKey) property.keeping()).columns();
    }

    private static void requireNullable(
            Tracked owner, AssociationModel association, Tracked member, List<ColumnModel> columns) {
        if (!columns.stream().allMatch(ColumnModel::nullable)) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    Members.name(member) + " was taken out of '" + association + "' of " + Members.name(owner)
                            + ", but it must belong to one: '" + columns.get(0).path()
                            + "' takes no null. Put it into another, remove it, or let it be removed: orphanRemoval = true on '"
                            + association + "'",
                    null);
        }
    }

    private static EntityStateException conflict(String message) {
        return new EntityStateException(ErrorCode.ASSOCIATION_CONFLICT, message, null);
    }
}
