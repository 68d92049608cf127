package dev.plinth.internal.loading;

import dev.plinth.backend.SortKey;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import dev.plinth.internal.association.Lazies;
import dev.plinth.internal.association.LazyCollection;
import dev.plinth.internal.association.LazyRef;
import dev.plinth.internal.association.Reference;
import dev.plinth.internal.association.Unloaded;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.HierarchyModel;
import dev.plinth.specification.FetchPlan.Branch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows a fetch plan: level by level, all entities of a level together. */
final class Fetching {
    private final Loader loader;
    private final Members members;
    private final IdentityMap identities;

    Fetching(Loader loader, Members members, IdentityMap identities) {
        this.loader = loader;
        this.members = members;
        this.identities = identities;
    }

    /** What an owner holds for an association. */
    private record Held(Tracked owner, @Nullable Object value) {}

    void fetch(List<Branch> branches, Collection<?> roots) {
        List<Tracked> owners = roots.stream().map(this::tracked).toList();
        for (Branch branch : branches) {
            Map<AssociationModel, List<Held>> held = held(branch, owners);
            Set<Object> next = Collections.newSetFromMap(new IdentityHashMap<>());
            held.forEach((association, values) -> {
                load(branch, association, values);
                addLoaded(association, values, next);
            });
            if (!branch.next().isEmpty() && !next.isEmpty()) {
                fetch(branch.next(), new ArrayList<>(next));
            }
        }
    }

    private Tracked tracked(Object entity) {
        Tracked tracked = identities.findObject(entity);
        if (tracked == null) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_INVALID,
                    "an object of " + entity.getClass().getName()
                            + " is not part of this unit of work, so that nothing can be loaded for it. Find it here first",
                    null);
        }
        return tracked;
    }

    private Map<AssociationModel, List<Held>> held(Branch branch, List<Tracked> owners) {
        Map<AssociationModel, List<Held>> held = new LinkedHashMap<>();
        Set<EntityModel> without = new LinkedHashSet<>();
        for (Tracked owner : owners) {
            AssociationModel association = find(owner.model(), branch.property());
            if (association == null) {
                without.add(owner.model());
            } else {
                held.computeIfAbsent(association, each -> new ArrayList<>())
                        .add(new Held(owner, owner.mapper().association(owner.entity(), association)));
            }
        }
        // among entities of a hierarchy some may have it
        if (held.isEmpty() && !without.isEmpty()) {
            throw unknown(without.iterator().next(), branch.property());
        }
        return held;
    }

    private static @Nullable AssociationModel find(EntityModel entity, String property) {
        return entity.associations().stream()
                .filter(association -> association.path().equals(property))
                .findFirst()
                .orElse(null);
    }

    /** Refuses a plan that does not fit the entity, whatever it would be applied to. */
    static void check(List<Branch> branches, EntityRuntime entity, Function<EntityModel, EntityRuntime> entities) {
        for (Branch branch : branches) {
            List<AssociationModel> known = members(entity.model(), entities)
                    .map(model -> find(model, branch.property()))
                    .filter(Objects::nonNull)
                    .toList();
            if (known.isEmpty()) {
                throw unknown(entity.model(), branch.property());
            }
            for (AssociationModel association : known) {
                if (branch.limit() > 0) {
                    requireMany(association);
                    entities.apply(association.target()).binder().order(branch.order());
                }
            }
            check(branch, known, entities);
        }
    }

    // among the entities that an association leads to some may have what comes next
    private static void check(
            Branch branch, List<AssociationModel> known, Function<EntityModel, EntityRuntime> entities) {
        for (Branch next : branch.next()) {
            List<EntityRuntime> targets = known.stream()
                    .flatMap(association -> association.targets().stream())
                    .distinct()
                    .map(entities)
                    .toList();
            List<EntityRuntime> having = targets.stream()
                    .filter(target ->
                            members(target.model(), entities).anyMatch(model -> find(model, next.property()) != null))
                    .toList();
            (having.isEmpty() ? targets.subList(0, 1) : having)
                    .forEach(target -> check(List.of(next), target, entities));
        }
    }

    /** An entity and those that extend it. */
    private static Stream<EntityModel> members(EntityModel entity, Function<EntityModel, EntityRuntime> entities) {
        HierarchyModel hierarchy = entity.hierarchy();
        EntityRuntime runtime = entities.apply(entity);
        return hierarchy == null
                ? Stream.of(entity)
                : hierarchy.members().stream()
                        .map(member -> runtime.member(member.type()).model())
                        .filter(runtime::covers);
    }

    private static void requireMany(AssociationModel association) {
        if (!association.isMany()) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_INVALID,
                    "'" + association.owner().name() + "." + association.path()
                            + "' is one entity, so that a limit has no meaning. Leave the limit out",
                    null);
        }
    }

    static SpecificationException unknown(EntityModel entity, String property) {
        String known = entity.associations().stream()
                .map(AssociationModel::path)
                .sorted()
                .collect(Collectors.joining(", "));
        return new SpecificationException(
                ErrorCode.PROPERTY_UNKNOWN,
                "'" + entity.name() + "' has no association '" + property + "' that a fetch plan could load. "
                        + (known.isEmpty() ? "It has none at all" : "Use one of " + known),
                null);
    }

    private void load(Branch branch, AssociationModel association, List<Held> values) {
        if (!association.isMany()) {
            loader.loadAll(values.stream()
                    .map(each -> unloaded(each.value()))
                    .filter(Objects::nonNull)
                    .toList());
            return;
        }
        List<LazyCollection> collections = new ArrayList<>();
        for (Held each : values) {
            if (each.value() instanceof LazyCollection collection && !(collection.isLoaded() && collection.isWhole())) {
                collections.add(collection);
            }
        }
        for (int from = 0; from < collections.size(); from += Loader.CHUNK) {
            fill(branch, association, collections.subList(from, Math.min(collections.size(), from + Loader.CHUNK)));
        }
    }

    private void fill(Branch branch, AssociationModel association, List<LazyCollection> collections) {
        if (branch.limit() == 0) {
            members.fill(collections);
            return;
        }
        List<SortKey> order = loader.entity(association.target()).binder().order(branch.order());
        members.fillPart(
                collections,
                branch.limit(),
                order,
                "'" + association.path() + "' holds the first " + branch.limit()
                        + " entities that a fetch plan asked for, and cannot be changed. Load it whole to change it");
    }

    static @Nullable Unloaded unloaded(@Nullable Object value) {
        if (value instanceof LazyRef ref) {
            return ref.unloaded();
        }
        return value instanceof Reference reference ? reference.plinthUnloaded() : null;
    }

    private void addLoaded(AssociationModel association, List<Held> values, Set<Object> next) {
        for (Held each : values) {
            if (association.isMany()) {
                Lazies.members(each.value()).forEach(member -> add(member, next));
            } else {
                add(each.value(), next);
            }
        }
    }

    private void add(@Nullable Object value, Set<Object> next) {
        // what was loaded a moment ago is known by its key
        Object entity = value instanceof LazyRef ref ? loader.known(ref.key()) : Lazies.entity(value);
        if (value instanceof LazyRef ref && entity != null) {
            ref.fill(entity);
        }
        if (entity != null && identities.findObject(entity) != null) {
            next.add(entity);
        }
    }
}
