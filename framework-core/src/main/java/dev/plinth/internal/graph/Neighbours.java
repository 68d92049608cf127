package dev.plinth.internal.graph;

import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityModel;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which entities a change can lead to along associations, in either direction and over any number of steps. */
public final class Neighbours {
    private final Map<EntityModel, Set<EntityModel>> reached = new IdentityHashMap<>();

    /**
     * Follows the associations of a model.
     *
     * @param entities all entities of a model
     */
    public Neighbours(Collection<EntityModel> entities) {
        Map<EntityModel, Set<EntityModel>> steps = new IdentityHashMap<>();
        for (EntityModel entity : entities) {
            for (AssociationModel association : entity.associations()) {
                for (EntityModel target : association.targets()) {
                    steps.computeIfAbsent(entity.root(), each -> new LinkedHashSet<>())
                            .add(target.root());
                    steps.computeIfAbsent(target.root(), each -> new LinkedHashSet<>())
                            .add(entity.root());
                }
            }
        }
        for (EntityModel entity : entities) {
            if (!reached.containsKey(entity.root())) {
                Set<EntityModel> all = reach(entity.root(), steps);
                all.forEach(each -> reached.put(each, all));
            }
        }
    }

    private static Set<EntityModel> reach(EntityModel start, Map<EntityModel, Set<EntityModel>> steps) {
        Set<EntityModel> all = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<EntityModel> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            EntityModel next = open.poll();
            if (all.add(next)) {
                open.addAll(steps.getOrDefault(next, Set.of()));
            }
        }
        return all;
    }

    /**
     * Whether a change of one entity's object may lead to a change of another's row.
     *
     * @param from the one
     * @param to the other
     * @return false where no associations connect them
     */
    public boolean isReached(EntityModel from, EntityModel to) {
        return reached.getOrDefault(to.root(), Set.of()).contains(from.root());
    }
}
