package dev.plinth.internal.graph;

import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.error.Violation;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.internal.tracking.Tracked.Pending;
import dev.plinth.model.AssociationModel.Inverse;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses to delete rows that soft-deleted ones refer to. The database would refuse it too, and the application would look
 * in vain for what refers to the row: nothing shows it.
 */
final class SoftReferrers {
    private final IdentityMap identities;
    private final SoftDeleted softDeleted;
    private final Map<EntityModel, Map<ForeignKeyModel, EntityModel>> referrers;

    SoftReferrers(
            IdentityMap identities,
            SoftDeleted softDeleted,
            Map<EntityModel, Map<ForeignKeyModel, EntityModel>> referrers) {
        this.identities = identities;
        this.softDeleted = softDeleted;
        this.referrers = referrers;
    }

    /** The foreign keys that lead to each entity from those which can be soft-deleted. */
    static Map<EntityModel, Map<ForeignKeyModel, EntityModel>> of(Collection<EntityModel> entities) {
        Map<EntityModel, Map<ForeignKeyModel, EntityModel>> referrers = new LinkedHashMap<>();
        for (EntityModel entity : entities) {
            if (entity.root() == entity && entity.deletedAt() != null) {
                for (ForeignKeyModel key : entity.foreignKeys()) {
                    referrers
                            .computeIfAbsent(key.target().get().root(), each -> new LinkedHashMap<>())
                            .put(key, entity);
                }
            }
        }
        return referrers;
    }

    /** Looks for what refers to the objects that a flush is about to delete for good. */
    void check() {
        Map<EntityModel, List<Tracked>> deleted = new LinkedHashMap<>();
        for (EntityModel root : referrers.keySet()) {
            List<Tracked> gone = identities.all().stream()
                    .filter(tracked -> tracked.model().root() == root && isDeleted(tracked))
                    .toList();
            if (!gone.isEmpty()) {
                deleted.put(root, gone);
            }
        }
        deleted.forEach((root, gone) -> referrers.getOrDefault(root, Map.of()).forEach((key, entity) -> {
            List<Tracked> concerned = gone.stream()
                    .filter(each -> !takesAlong(each.model(), key.columns()))
                    .toList();
            softDeleted.referring(entity, key.columns(), concerned).forEach((referrer, target) -> {
                Tracked known = identities.find(referrer);
                // one that is brought back may be about to refer to another
                if (known == null || known.pending() != Pending.PURGE && known.pending() != Pending.RESTORE) {
                    throw refused(target, key, referrer.toString());
                }
            });
        }));
    }

    private static boolean isDeleted(Tracked tracked) {
        return tracked.snapshot() != null && !tracked.isPresent() && Removals.isForGood(tracked);
    }

    private static boolean takesAlong(EntityModel owner, List<ColumnModel> columns) {
        return owner.associations().stream()
                .anyMatch(association -> Removals.goesAlong(association)
                        && association.keeping() instanceof Inverse inverse
                        && inverse.key().get().columns().equals(columns));
    }

    private static ForeignKeyViolationException refused(Tracked target, ForeignKeyModel key, String referrer) {
        return new ForeignKeyViolationException(
                new Violation(
                        target.model().name(),
                        key.name(),
                        key.columns().stream().map(ColumnModel::name).toList(),
                        key.columns().stream().map(ColumnModel::path).toList()),
                Members.name(target) + " cannot be deleted: the soft-deleted '" + referrer + "' refers to it by '"
                        + key.columns().get(0).path()
                        + "'. Purge that one first, or let it go along: cascade = CascadeType.REMOVE on a collection of '"
                        + target.model().name() + "'. Nothing was sent",
                null);
    }
}
