package dev.plinth.internal.graph;

import dev.plinth.internal.association.Lazies;
import dev.plinth.internal.association.References;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.Cascade;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Inserts new objects that are held by others which let them be inserted along. */
final class Newcomers {
    private final IdentityMap identities;
    private final Members members;
    private final Existing existing;
    private final Consumer<Object> insert;
    private final Undo undo;
    private final Map<EntityKey, Set<Object>> ambiguous = new LinkedHashMap<>();

    Newcomers(IdentityMap identities, Members members, Existing existing, Consumer<Object> insert, Undo undo) {
        this.identities = identities;
        this.members = members;
        this.existing = existing;
        this.insert = insert;
        this.undo = undo;
    }

    void insert() {
        Deque<Tracked> open = new ArrayDeque<>(identities.all());
        while (!open.isEmpty()) {
            insert(open);
            existing.find(ambiguous.keySet());
            ambiguous.forEach((key, entities) -> {
                if (!existing.has(key)) {
                    // two new objects of one id are refused
                    entities.forEach(entity -> insert(entity, open));
                }
            });
            ambiguous.clear();
        }
    }

    private void insert(Deque<Tracked> open) {
        while (!open.isEmpty()) {
            Tracked holder = open.poll();
            if (!holder.isPresent() || References.isUnloaded(holder.entity())) {
                continue;
            }
            for (AssociationModel association : holder.model().associations()) {
                if (association.cascades(Cascade.PERSIST)) {
                    insert(holder, association, open);
                }
            }
        }
    }

    private void insert(Tracked holder, AssociationModel association, Deque<Tracked> open) {
        var held = members.held(holder, association);
        if (held == null) {
            return;
        }
        for (Object member : held) {
            Object entity = Lazies.entity(member);
            if (entity != null
                    && !References.isUnloaded(entity)
                    && identities.findObject(entity) == null
                    && !identities.isDismissed(entity)) {
                consider(entity, open);
            }
        }
    }

    private void consider(Object entity, Deque<Tracked> open) {
        if (!mayBeNew(entity)) {
            return;
        } else if (!(members.identity(entity) instanceof EntityKey key)) {
            insert(entity, open);
        } else {
            Tracked known = identities.find(key);
            if (known == null) {
                ambiguous
                        .computeIfAbsent(key, each -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .add(entity);
            } else if (!known.isPresent()) {
                insert(entity, open);
            }
        }
    }

    private void insert(Object entity, Deque<Tracked> open) {
        insert.accept(entity);
        Tracked inserted = Objects.requireNonNull(identities.findObject(entity));
        undo.add(() -> forget(inserted));
        open.add(inserted);
    }

    private void forget(Tracked inserted) {
        identities.remove(inserted);
        @Nullable Object @Nullable [] original = inserted.original();
        if (original != null && !inserted.model().isRecord()) {
            inserted.mapper()
                    .patch(inserted.entity(), original, inserted.model().id().columns());
        }
    }

    // one with a version that is set, or a generated id, has been in the database
    private boolean mayBeNew(Object entity) {
        EntityMapper mapper = members.mapper(entity);
        EntityModel model = mapper.model();
        for (Object part : mapper.idValues(entity)) {
            if (part == null) {
                return true;
            }
        }
        ColumnModel version = model.version();
        if (version == null) {
            return model.id().generation() instanceof Generation.Assigned;
        }
        Object value = mapper.toRow(entity)[version.position()];
        return value == null || value instanceof Number number && number.longValue() == 0;
    }
}
