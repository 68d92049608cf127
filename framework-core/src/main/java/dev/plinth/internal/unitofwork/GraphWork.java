package dev.plinth.internal.unitofwork;

import dev.plinth.backend.StoreSession;
import dev.plinth.internal.association.References;
import dev.plinth.internal.graph.Cascades;
import dev.plinth.internal.graph.GraphWalk;
import dev.plinth.internal.loading.Loader;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.policy.Conflicts;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel.Cascade;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a unit of work does along associations. */
final class GraphWork {
    private final Runtime runtime;
    private final IdentityMap identities;
    private final Reads reads;
    private final Loader loader;
    private final GraphWalk graph;
    private final Cascades cascades;

    GraphWork(
            Runtime runtime,
            Supplier<StoreSession> session,
            IdentityMap identities,
            Reads reads,
            Writes writes,
            Loader loader) {
        this.runtime = runtime;
        this.identities = identities;
        this.reads = reads;
        this.loader = loader;
        Function<Class<?>, EntityMapper> mappers = type -> runtime.entity(type).mapper();
        GraphAccess access = new GraphAccess(runtime, session, identities, reads, loader);
        this.graph = new GraphWalk(
                identities,
                mappers,
                object -> writes.insert(runtime.entity(References.typeOf(object)), object),
                access,
                access,
                session,
                runtime.inverses(),
                runtime.referrers());
        this.cascades = new Cascades(identities, mappers);
    }

    GraphWalk.Walked walk() {
        return runtime.isGraph() ? graph.walk() : graph.none();
    }

    /** Whether anything is known that a flush of it might write rows of an entity for. */
    boolean isConcerned(EntityModel entity) {
        return identities.all().stream()
                .anyMatch(tracked -> runtime.neighbours().isReached(tracked.model(), entity));
    }

    /** References that were made of ids load from now on: their owners are part of the unit of work. */
    void adoptIds() {
        if (runtime.isGraph()) {
            loader.adoptIds(identities.all());
        }
    }

    /** What a flush would do along associations is done, looked at and taken back. */
    <V> V tryOut(Function<GraphWalk.Walked, V> look) {
        GraphWalk.Walked walked = walk();
        try {
            return look.apply(walked);
        } finally {
            walked.undo();
        }
    }

    void merge(List<?> roots, Consumer<List<Object>> merge) {
        if (runtime.isGraph()) {
            cascades.merge(roots, merge);
        }
    }

    /** Reads an object again, with those that are read again along with it: one query for each entity. */
    void refresh(Tracked tracked) {
        Map<EntityModel, Map<EntityKey, Tracked>> together = new LinkedHashMap<>();
        for (Tracked each : cascades.reach(tracked, Cascade.REFRESH)) {
            if (each.snapshot() != null && each.isPresent() && !each.model().isRecord()) {
                together.computeIfAbsent(each.model().root(), root -> new LinkedHashMap<>())
                        .put(EntityKey.of(each.model(), each.row()), each);
            }
        }
        together.forEach((root, objects) -> {
            Map<EntityKey, Object[]> rows = reads.rows(runtime.entity(root.type()), objects.keySet());
            objects.forEach((key, object) -> refresh(object, rows.get(key), object == tracked));
        });
    }

    private void refresh(Tracked tracked, @Nullable Object @Nullable [] row, boolean first) {
        if (row != null) {
            loader.overwrite(tracked, row);
            tracked.reread(row);
        } else if (first) {
            throw Conflicts.stale(tracked.mapper(), tracked.row(), null);
        } else {
            identities.remove(tracked);
        }
    }
}
