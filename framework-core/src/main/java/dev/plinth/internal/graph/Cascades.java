package dev.plinth.internal.graph;

import dev.plinth.internal.association.Lazies;
import dev.plinth.internal.association.References;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.Cascade;
import dev.plinth.model.EntityModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Cascades that happen when the application asks for something, and not with the flush: merge and refresh. */
public final class Cascades {
    private final IdentityMap identities;
    private final Members members;

    /**
     * Prepares the cascades of one unit of work.
     *
     * @param identities the objects of the unit of work
     * @param mappers the mapper of a class of entities
     */
    public Cascades(IdentityMap identities, Function<Class<?>, EntityMapper> mappers) {
        this.identities = identities;
        this.members = new Members(identities, mappers);
    }

    /**
     * What belongs to an object along loaded associations.
     *
     * @param start the object
     * @param cascade what goes along
     * @return the tracked objects, the first one first
     */
    public Set<Tracked> reach(Tracked start, Cascade cascade) {
        Set<Tracked> reached = new LinkedHashSet<>(List.of(start));
        Deque<Tracked> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Object entity : held(open.poll(), cascade)) {
                Tracked tracked = identities.findObject(entity);
                if (tracked != null && reached.add(tracked)) {
                    open.add(tracked);
                }
            }
        }
        return reached;
    }

    /**
     * Lets detached objects, and new ones, that belong to others become part of the unit of work: level by level, those of
     * one entity together.
     *
     * @param roots objects that are tracked
     * @param merge makes objects of one hierarchy part of the unit of work
     */
    public void merge(Collection<?> roots, Consumer<List<Object>> merge) {
        Set<Tracked> seen = new LinkedHashSet<>();
        List<Object> level = new ArrayList<>(roots);
        while (!level.isEmpty()) {
            Map<EntityModel, Set<Object>> detached = new LinkedHashMap<>();
            List<Object> next = new ArrayList<>();
            for (Object entity : level) {
                Tracked tracked = identities.findObject(entity);
                if (tracked != null && seen.add(tracked)) {
                    for (Object member : held(tracked, Cascade.MERGE)) {
                        next.add(member);
                        if (identities.findObject(member) == null) {
                            detached.computeIfAbsent(
                                            members.mapper(member).model().root(),
                                            each -> Collections.newSetFromMap(new IdentityHashMap<>()))
                                    .add(member);
                        }
                    }
                }
            }
            detached.values().forEach(alike -> merge.accept(List.copyOf(alike)));
            level = next;
        }
    }

    private List<Object> held(Tracked holder, Cascade cascade) {
        List<Object> entities = new ArrayList<>();
        if (References.isUnloaded(holder.entity())) {
            return entities;
        }
        for (AssociationModel association : holder.model().associations()) {
            Collection<?> held = association.cascades(cascade) ? members.held(holder, association) : null;
            if (held != null) {
                for (Object member : held) {
                    Object entity = Lazies.entity(member);
                    if (entity != null && !References.isUnloaded(entity)) {
                        entities.add(entity);
                    }
                }
            }
        }
        return entities;
    }
}
