package dev.plinth.internal.graph;

import dev.plinth.association.Ref;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records cannot be told what a flush has made of them: a copy takes their place, in the unit of work and in the
 * collections that hold them.
 */
final class Copies {
    private final IdentityMap identities;
    private final Map<Tracked, Map<AssociationModel, Reference>> references = new LinkedHashMap<>();

    /** What a record is to refer to, or null. */
    private record Reference(@Nullable Tracked target) {}

    Copies(IdentityMap identities) {
        this.identities = identities;
    }

    /** Lets a record refer to an object, or to none, once everything is sent. */
    void refer(Tracked copied, AssociationModel property, @Nullable Tracked target) {
        references.computeIfAbsent(copied, each -> new LinkedHashMap<>()).put(property, new Reference(target));
    }

    /** Makes the copies. */
    void refer() {
        references.forEach((copied, properties) -> properties.forEach((property, reference) -> {
            if (!copied.isGone()) {
                Tracked target = reference.target();
                Object value = target == null ? null : property.hasHolder() ? Ref.to(target.entity()) : target.entity();
                identities.replace(copied, copied.mapper().referring(copied.entity(), copied.row(), property, value));
            }
        }));
    }

    /** Puts copies in the place of the records in a collection. */
    @SuppressWarnings("unchecked")
    void renew(Tracked owner, AssociationModel association) {
        if (!association.isMany()
                || association.hasHolder()
                || association.targets().stream().noneMatch(EntityModel::isRecord)) {
            return;
        }
        Object value = owner.mapper().association(owner.entity(), association);
        if (value instanceof List<?> list) {
            renew(owner, association, (List<Object>) list);
        } else if (value instanceof Map<?, ?> map) {
            ((Map<Object, Object>) map).replaceAll((key, each) -> latest(each));
        } else if (value instanceof Collection<?> collection
                && collection.stream().anyMatch(this::isOld)) {
            List<Object> renewed = collection.stream().map(this::latest).toList();
            collection.clear();
            ((Collection<Object>) collection).addAll(renewed);
        }
    }

    private void renew(Tracked owner, AssociationModel association, List<Object> list) {
        if (list.stream().anyMatch(this::isOld)) {
            try {
                list.replaceAll(this::latest);
            } catch (UnsupportedOperationException e) {
                // the application has put in a list that cannot be changed
                List<Object> renewed = new ArrayList<>(list);
                renewed.replaceAll(this::latest);
                owner.mapper().setAssociation(owner.entity(), association, renewed);
            }
        }
    }

    private boolean isOld(Object entity) {
        return latest(entity) != entity;
    }

    private Object latest(Object entity) {
        Tracked tracked = identities.findObject(entity);
        return tracked == null ? entity : tracked.entity();
    }
}
