package dev.plinth.internal.graph;

import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.internal.tracking.Tracked.Pending;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.Cascade;
import dev.plinth.model.AssociationModel.ForeignKey;
import dev.plinth.model.AssociationModel.Inverse;
import dev.plinth.model.AssociationModel.InverseLinks;
import dev.plinth.model.ColumnModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Removes what belongs to removed objects, and brings back what was removed with those that come back, level by level. */
final class Removals {
    private final IdentityMap identities;
    private final Members members;
    private final Sides sides;
    private final LinkEdits links;
    private final GraphLoader loader;
    private final SoftDeleted softDeleted;
    private final Undo undo;
    private final Set<Tracked> dropped = new LinkedHashSet<>();
    private final Set<Tracked> done = new LinkedHashSet<>();

    Removals(
            IdentityMap identities,
            Members members,
            Sides sides,
            LinkEdits links,
            GraphLoader loader,
            SoftDeleted softDeleted,
            Undo undo) {
        this.identities = identities;
        this.members = members;
        this.sides = sides;
        this.links = links;
        this.loader = loader;
        this.softDeleted = softDeleted;
        this.undo = undo;
    }

    /** New objects that are not written, because what they belong to is removed. */
    Set<Tracked> dropped() {
        return dropped;
    }

    void run(Collection<Tracked> orphans) {
        for (Tracked restored : List.copyOf(identities.all())) {
            if (restored.pending() == Pending.RESTORE) {
                done.add(restored);
            }
        }
        restore(List.copyOf(done));
        orphans.forEach(orphan -> mark(orphan, Pending.REMOVE));
        List<Tracked> level = removed();
        while (!level.isEmpty()) {
            done.addAll(level);
            for (Map.Entry<AssociationModel, List<Tracked>> each :
                    byAssociation(level).entrySet()) {
                cascade(each.getKey(), each.getValue());
            }
            level = removed();
        }
    }

    private List<Tracked> removed() {
        return identities.all().stream()
                .filter(tracked -> !tracked.isPresent() && !done.contains(tracked))
                .toList();
    }

    private static Map<AssociationModel, List<Tracked>> byAssociation(Collection<Tracked> owners) {
        Map<AssociationModel, List<Tracked>> byAssociation = new LinkedHashMap<>();
        for (Tracked owner : owners) {
            for (AssociationModel association : owner.model().associations()) {
                byAssociation
                        .computeIfAbsent(association, each -> new ArrayList<>())
                        .add(owner);
            }
        }
        return byAssociation;
    }

    static boolean isForGood(Tracked tracked) {
        return tracked.pending() == Pending.PURGE || tracked.model().deletedAt() == null;
    }

    static boolean goesAlong(AssociationModel association) {
        return association.cascades(Cascade.REMOVE) || association.orphanRemoval();
    }

    // a soft delete marks what can be marked, and leaves the rest as it is, under what is hidden then
    private static boolean goesAlong(AssociationModel association, Tracked owner) {
        return goesAlong(association)
                && (isForGood(owner) || association.targets().stream().anyMatch(target -> target.deletedAt() != null));
    }

    private static boolean isReleased(Tracked owner, AssociationModel association) {
        return isForGood(owner)
                && (association.keeping() instanceof InverseLinks
                        || association.keeping() instanceof Inverse inverse && inverse.property() == null);
    }

    private void cascade(AssociationModel association, List<Tracked> owners) {
        List<Tracked> concerned = owners.stream()
                .filter(owner -> goesAlong(association, owner) || isReleased(owner, association))
                .toList();
        List<Tracked> unknown = concerned.stream()
                .filter(owner -> owner.snapshot() != null && isUnknown(owner, association))
                .toList();
        if (!unknown.isEmpty()) {
            loader.load(unknown, association);
        }
        for (Tracked owner : concerned) {
            for (Tracked member : belonging(owner, association)) {
                if (goesAlong(association)) {
                    if (!isForGood(owner) && member.model().deletedAt() == null) {
                        continue;
                    }
                    mark(member, takesForGood(owner, association) ? Pending.PURGE : Pending.REMOVE);
                } else if (member.isPresent() && association.keeping() instanceof Inverse inverse) {
                    sides.release(owner, association, member, inverse);
                } else if (member.isPresent() && association.keeping() instanceof InverseLinks inverse) {
                    links.remove(member, Members.in(member, inverse.property().get()), owner);
                }
            }
        }
        if (goesAlong(association)) {
            List<Tracked> purged = concerned.stream()
                    .filter(owner -> takesForGood(owner, association) && owner.snapshot() != null)
                    .toList();
            softDeleted.of(association, purged).forEach((child, owner) -> mark(child, Pending.PURGE));
            purgeMarked(association, purged);
        }
    }

    // a row that is only marked would still refer to the one that is deleted
    private static boolean takesForGood(Tracked owner, AssociationModel association) {
        return owner.pending() == Pending.PURGE || isForGood(owner) && association.keeping() instanceof Inverse;
    }

    // what the application has removed by itself is in no collection any more, and not marked yet
    private void purgeMarked(AssociationModel association, List<Tracked> purged) {
        if (purged.isEmpty() || !(association.keeping() instanceof Inverse inverse)) {
            return;
        }
        List<ColumnModel> columns = inverse.key().get().columns();
        Set<List<@Nullable Object>> keys = new HashSet<>();
        purged.forEach(owner ->
                keys.add(new ArrayList<>(Objects.requireNonNull(owner.key()).values())));
        for (Tracked marked : identities.all()) {
            if (marked.pending() == Pending.REMOVE
                    && marked.model().deletedAt() != null
                    && marked.model().root() == association.target().root()
                    && keys.contains(values(marked, columns))) {
                mark(marked, Pending.PURGE);
            }
        }
    }

    private static List<@Nullable Object> values(Tracked tracked, List<ColumnModel> columns) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(tracked.row()[column.position()]));
        return values;
    }

    private boolean isUnknown(Tracked owner, AssociationModel association) {
        if (association.keeping() instanceof ForeignKey) {
            Object identity = members.identity(owner.mapper().association(owner.entity(), association));
            return identity != null && members.tracked(identity) == null;
        }
        return owner.members(association) == null;
    }

    // what was moved elsewhere does not go along
    private Set<Tracked> belonging(Tracked owner, AssociationModel association) {
        Set<Object> all = new LinkedHashSet<>();
        Collection<?> held = members.held(owner, association);
        all.addAll(members.identities(Objects.requireNonNullElse(held, List.of())));
        List<Object> known = owner.members(association);
        all.addAll(members.identities(Objects.requireNonNullElse(known, List.of())));
        Set<Tracked> belonging = new LinkedHashSet<>();
        for (Object identity : all) {
            Tracked member = members.tracked(identity);
            if (member != null && !sides.isClaimed(association, identity) && isStill(owner, association, member)) {
                belonging.add(member);
            }
        }
        return belonging;
    }

    private boolean isStill(Tracked owner, AssociationModel association, Tracked member) {
        if (association.keeping() instanceof Inverse inverse && inverse.property() != null) {
            Object now = sides.now(member, Members.in(member, inverse.property().get()));
            return now == null || now.equals(Members.identity(owner));
        }
        return true;
    }

    private void mark(Tracked member, Pending pending) {
        Pending former = member.pending();
        boolean softly = member.model().deletedAt() != null;
        Pending now = pending == Pending.PURGE && !softly ? Pending.REMOVE : pending;
        if (former == Pending.INSERT) {
            dropped.add(member);
        } else if (former == Pending.PURGE || former == now || now == Pending.REMOVE && member.isHidden()) {
            return;
        }
        member.pending(now);
        undo.add(() -> {
            member.pending(former);
            dropped.remove(member);
        });
    }

    private void restore(Collection<Tracked> restored) {
        Collection<Tracked> level = restored;
        while (!level.isEmpty()) {
            Set<Tracked> next = new LinkedHashSet<>();
            byAssociation(level).forEach((association, owners) -> {
                if (goesAlong(association)) {
                    softDeleted.of(association, owners).forEach((child, owner) -> {
                        if (child.pending() == Pending.NOTHING
                                && child.isSoftDeleted()
                                && Objects.equals(mark(child), mark(owner))) {
                            child.pending(Pending.RESTORE);
                            undo.add(() -> child.pending(Pending.NOTHING));
                            next.add(child);
                        }
                    });
                }
            });
            level = next;
        }
    }

    private static @Nullable Object mark(Tracked tracked) {
        var deletedAt = Objects.requireNonNull(tracked.model().deletedAt());
        return tracked.row()[deletedAt.position()];
    }
}
