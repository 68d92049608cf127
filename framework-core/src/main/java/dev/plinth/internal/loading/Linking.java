package dev.plinth.internal.loading;

import dev.plinth.association.Ref;
import dev.plinth.internal.association.LazyCollection;
import dev.plinth.internal.association.LazyList;
import dev.plinth.internal.association.LazyMap;
import dev.plinth.internal.association.LazyRef;
import dev.plinth.internal.association.LazySet;
import dev.plinth.internal.association.Reference;
import dev.plinth.internal.association.Siblings;
import dev.plinth.internal.association.Unloaded;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.mapper.Linker;
import dev.plinth.internal.mapper.ObjectKeys;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts into entities what stands for their associations. One reference for each key: {@code ==} holds. */
final class Linking {
    private static final String IMMUTABLE = "the collection of a record cannot be changed. Make a copy of the record";

    private final LoadHandle handle;
    private final IdentityMap identities;
    private final Function<Class<?>, EntityRuntime> entities;
    private final Map<EntityKey, Object> references = new HashMap<>();
    private final Map<EntityKey, Unloaded> unloaded = new HashMap<>();
    private final Set<Siblings> groups = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Siblings, Map<AssociationModel, List<EntityKey>>> inverses = new IdentityHashMap<>();

    Linking(LoadHandle handle, IdentityMap identities, Function<Class<?>, EntityRuntime> entities) {
        this.handle = handle;
        this.identities = identities;
        this.entities = entities;
    }

    void clear() {
        groups.forEach(Siblings::clear);
        groups.clear();
        references.clear();
        unloaded.clear();
        inverses.clear();
    }

    /** The object that stands for an entity, which is about to be loaded; null where there is none. */
    @Nullable
    Object takeReference(EntityKey key) {
        unloaded.remove(key);
        return references.remove(key);
    }

    /** Lets an object that refers to itself hold itself, and not a reference. */
    void close(EntityMapper mapper, Object entity, EntityKey key) {
        Object reference = takeReference(key);
        if (reference != null) {
            for (AssociationModel association : mapper.model().associations()) {
                if (mapper.association(entity, association) == reference) {
                    mapper.setAssociation(entity, association, entity);
                }
            }
        }
    }

    static void filled(Object reference) {
        ((Reference) reference).plinthUnloaded(null);
    }

    @Nullable
    Unloaded unloaded(EntityKey key) {
        return unloaded.get(key);
    }

    Map<AssociationModel, List<EntityKey>> takeInverses(Siblings siblings) {
        Map<AssociationModel, List<EntityKey>> taken = inverses.remove(siblings);
        return taken == null ? Map.of() : taken;
    }

    /** Whether an object is the one that stands for an entity that is not loaded. */
    boolean isReference(EntityKey key, Object object) {
        return references.get(key) == object;
    }

    Linker linker(Siblings siblings) {
        groups.add(siblings);
        return new Linker() {
            @Override
            public Object toOne(AssociationModel association, EntityKey key) {
                return Linking.this.toOne(association, key, siblings);
            }

            @Override
            public @Nullable Object inverse(AssociationModel association, EntityKey owner) {
                inverses.computeIfAbsent(siblings, each -> new LinkedHashMap<>())
                        .computeIfAbsent(association, each -> new ArrayList<>())
                        .add(owner);
                return null;
            }

            @Override
            public Object toMany(AssociationModel association, EntityKey owner) {
                return collection(association, owner, siblings);
            }
        };
    }

    private Object toOne(AssociationModel association, EntityKey key, Siblings siblings) {
        Tracked known = identities.find(key);
        Object entity = known == null ? null : known.entity();
        if (entity != null) {
            WrongClass.check(association, key, entity);
        }
        EntityRuntime target = entities.apply(key.entity().type());
        if (association.hasHolder()) {
            return entity == null
                    ? new LazyRef(unloaded(association, key, target, siblings))
                    : new LazyRef(key, target.mapper().idOf(key), entity);
        } else if (entity != null) {
            return entity;
        }
        Unloaded what = unloaded(association, key, target, siblings);
        return references.computeIfAbsent(key, each -> {
            Reference reference =
                    entities.apply(association.type()).references().create();
            entities.apply(association.type()).mapper().setId(reference, key);
            reference.plinthUnloaded(what);
            return reference;
        });
    }

    private Unloaded unloaded(AssociationModel association, EntityKey key, EntityRuntime target, Siblings siblings) {
        siblings.add(key);
        Unloaded what = new Unloaded(
                association,
                key,
                target.mapper().idOf(key),
                association.targets().size() == 1
                        ? association.type()
                        : key.entity().type(),
                siblings,
                handle);
        if (identities.find(key) == null) {
            unloaded.putIfAbsent(key, what);
        }
        return what;
    }

    private LazyCollection collection(AssociationModel association, EntityKey owner, Siblings siblings) {
        LazyCollection.State state = new LazyCollection.State(
                association, owner, siblings, handle, association.owner().isRecord() ? IMMUTABLE : null);
        LazyCollection collection = switch (association.shape()) {
            case SET -> new LazySet(state);
            case MAP -> new LazyMap(state);
            default -> new LazyList(state);
        };
        siblings.add(collection);
        return collection;
    }

    /** Lets what an object from elsewhere holds unloaded be loaded here, by its own references and those of its siblings. */
    void adopt(Tracked tracked, Siblings siblings) {
        groups.add(siblings);
        Map<AssociationModel, Object> replaced = new IdentityHashMap<>();
        for (AssociationModel association : tracked.model().associations()) {
            Object value = tracked.mapper().association(tracked.entity(), association);
            if (isOfId(value)) {
                replaced.put(association, ofId(association, value, siblings));
            } else if (value instanceof LazyCollection collection
                    && !collection.isLoaded()
                    && collection.state().source() != handle) {
                collection.state().adopt(siblings, handle);
                siblings.add(collection);
            } else if (value instanceof LazyRef ref) {
                adopt(ref, siblings);
            } else if (value instanceof Reference reference) {
                adopt(tracked, association, reference, siblings);
            }
        }
        replace(tracked, replaced);
    }

    /** Lets what the application has made of ids since then be loaded here. */
    void adoptIds(Tracked tracked, Siblings siblings) {
        Map<AssociationModel, Object> replaced = new IdentityHashMap<>();
        for (AssociationModel association : tracked.model().associations()) {
            Object value = association.hasHolder() ? tracked.mapper().association(tracked.entity(), association) : null;
            if (isOfId(value)) {
                groups.add(siblings);
                replaced.put(association, ofId(association, value, siblings));
            }
        }
        replace(tracked, replaced);
    }

    private static boolean isOfId(@Nullable Object value) {
        return value instanceof Ref<?> ref && !(value instanceof LazyRef) && !ref.isLoaded();
    }

    private Object ofId(AssociationModel association, Object ref, Siblings siblings) {
        EntityKey key = Objects.requireNonNull(
                ObjectKeys.of(ref, type -> entities.apply(type).mapper()));
        return toOne(association, key, siblings);
    }

    private void replace(Tracked tracked, Map<AssociationModel, Object> replaced) {
        if (replaced.isEmpty()) {
            return;
        }
        EntityMapper mapper = tracked.mapper();
        Object entity = tracked.entity();
        if (!tracked.model().isRecord()) {
            replaced.forEach((association, value) -> mapper.setAssociation(entity, association, value));
        } else if (tracked.key() != null) {
            // one that has no id yet is looked at again when it was inserted
            identities.replace(tracked, mapper.toEntity(mapper.toRow(entity), new Linker() {
                @Override
                public @Nullable Object toOne(AssociationModel association, EntityKey key) {
                    Object value = replaced.get(association);
                    return value == null ? mapper.association(entity, association) : value;
                }

                @Override
                public @Nullable Object inverse(AssociationModel association, EntityKey owner) {
                    return mapper.association(entity, association);
                }

                @Override
                public @Nullable Object toMany(AssociationModel association, EntityKey owner) {
                    return mapper.association(entity, association);
                }
            }));
        }
    }

    private void adopt(LazyRef ref, Siblings siblings) {
        Unloaded what = ref.unloaded();
        if (what != null && what.source() != handle) {
            ref.adopt(adopted(what, siblings));
        }
    }

    private void adopt(Tracked tracked, AssociationModel association, Reference reference, Siblings siblings) {
        Unloaded what = reference.plinthUnloaded();
        if (what == null || what.source() == handle) {
            return;
        }
        Tracked known = identities.find(what.key());
        Object other = known != null ? known.entity() : references.get(what.key());
        if (other == null) {
            reference.plinthUnloaded(adopted(what, siblings));
            references.put(what.key(), reference);
        } else if (!tracked.model().isRecord()) {
            tracked.mapper().setAssociation(tracked.entity(), association, other);
        }
    }

    private Unloaded adopted(Unloaded what, Siblings siblings) {
        siblings.add(what.key());
        Unloaded here = what.with(siblings, handle);
        if (identities.find(what.key()) == null) {
            unloaded.putIfAbsent(what.key(), here);
        }
        return here;
    }
}
