package dev.plinth.internal.loading;

import dev.plinth.backend.StoreSession;
import dev.plinth.error.EntityNotFoundException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.association.LazyCollection;
import dev.plinth.internal.association.Reference;
import dev.plinth.internal.association.References;
import dev.plinth.internal.association.Siblings;
import dev.plinth.internal.association.Unloaded;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.HierarchyModel;
import dev.plinth.specification.FetchPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes entities of rows and loads their associations, within one identity map. Entities whose rows were read together are
 * siblings: an association that is touched of one is loaded for all, at most {@value #CHUNK} at a time, so that the number of
 * queries depends on the number of levels and not on the number of entities. For one thread.
 */
public final class Loader {
    static final int CHUNK = 1000;

    private final Supplier<StoreSession> session;
    private final Function<Class<?>, EntityRuntime> entities;
    private final IdentityMap identities;
    private final Consumer<EntityModel> beforeRead;
    private final LoadHandle handle;
    private final Linking linking;
    private final Members members;
    private final Map<EntityModel, Siblings> foundById = new HashMap<>();
    private final Map<EntityModel, Set<EntityModel>> withInverses = new HashMap<>();

    /**
     * Creates a loader.
     *
     * @param session what is asked
     * @param entities what is needed to work with a class of entities
     * @param identities where the objects are known
     * @param strict whether a touch of what is not loaded is refused
     * @param beforeRead told of an entity before its rows are looked for by another property than the id
     */
    public Loader(
            Supplier<StoreSession> session,
            Function<Class<?>, EntityRuntime> entities,
            IdentityMap identities,
            boolean strict,
            Consumer<EntityModel> beforeRead) {
        this.session = session;
        this.entities = entities;
        this.identities = identities;
        this.beforeRead = beforeRead;
        this.handle = new LoadHandle(this, strict);
        this.linking = new Linking(handle, identities, entities);
        this.members = new Members(this, identities);
    }

    StoreSession session() {
        return session.get();
    }

    EntityRuntime entity(EntityModel model) {
        return entities.apply(model.type());
    }

    /** Tells the unit of work that rows are about to be looked for. */
    void beforeRead(EntityModel model) {
        beforeRead.accept(model);
    }

    /**
     * Tells the unit of work that objects are about to be made of rows of an entity: the inverse sides of one-to-ones are
     * read for them at once, and must not be while an object waits for its own.
     *
     * @param model the entity
     */
    public void beforeMaking(EntityModel model) {
        withInverses.computeIfAbsent(model.root(), root -> {
            Set<EntityModel> targets = new LinkedHashSet<>();
            addInverses(root, targets);
            return targets;
        });
        withInverses.get(model.root()).forEach(beforeRead);
    }

    private void addInverses(EntityModel model, Set<EntityModel> targets) {
        HierarchyModel hierarchy = model.hierarchy();
        Stream<EntityModel> all = hierarchy == null
                ? Stream.of(model)
                : hierarchy.members().stream()
                        .map(member -> entities.apply(member.type()).model());
        all.flatMap(each -> each.associations().stream())
                .filter(association ->
                        !association.isMany() && association.keeping() instanceof AssociationModel.Inverse)
                .map(association -> association.target().root())
                .filter(targets::add)
                .toList()
                .forEach(target -> addInverses(target, targets));
    }

    /** Ends every load: what is touched from now on is refused. */
    public void end() {
        handle.end();
        linking.clear();
        foundById.clear();
    }

    /**
     * The object of a row: the tracked one, not overwritten, else a new one. After the last row of a query {@link #finish}
     * is called.
     *
     * @param entity the entity
     * @param row a row of it
     * @param siblings what was read with it
     * @return the object
     */
    public Object toEntity(EntityRuntime entity, @Nullable Object[] row, Siblings siblings) {
        EntityKey key = EntityKey.of(entity.model(), row);
        Tracked known = identities.find(key);
        if (known != null) {
            return known.entity();
        }
        Object reference = linking.takeReference(key);
        EntityMapper mapper = entity.of(row).mapper();
        Object object;
        if (reference == null) {
            object = mapper.toEntity(row, linking.linker(siblings));
            linking.close(mapper, object, key);
        } else {
            Unloaded unloaded = ((Reference) reference).plinthUnloaded();
            if (unloaded != null
                    && References.typeOf(reference) != mapper.model().type()) {
                throw WrongClass.of(unloaded.association(), key, mapper.model().type());
            }
            mapper.overwrite(reference, row, linking.linker(siblings));
            Linking.filled(reference);
            object = reference;
        }
        identities.add(Tracked.managed(mapper, object, key, row));
        return object;
    }

    /**
     * Loads what cannot wait: the inverse sides of one-to-ones, of which it is not known whether they are null.
     *
     * @param siblings what was read together
     */
    public void finish(Siblings siblings) {
        Map<AssociationModel, List<EntityKey>> inverses = linking.takeInverses(siblings);
        inverses.forEach((association, owners) -> members.loadOnes(association, owners));
    }

    /**
     * Overwrites an object with a row that was read again. Its associations are unloaded.
     *
     * @param tracked what is known of the object
     * @param row the row as it is in the database now
     */
    public void overwrite(Tracked tracked, @Nullable Object[] row) {
        Siblings siblings = new Siblings();
        tracked.mapper().overwrite(tracked.entity(), row, linking.linker(siblings));
        finish(siblings);
    }

    /**
     * The entity of an id that some entity refers to, loaded with its siblings.
     *
     * @param key the key
     * @return the entity, or null where nothing is known of the key
     */
    public @Nullable Object findReferred(EntityKey key) {
        Unloaded unloaded = linking.unloaded(key);
        if (unloaded == null) {
            return null;
        }
        read(key, unloaded.siblings());
        return known(key);
    }

    /**
     * What was found by id, one by one, is loaded together further on.
     *
     * @param entity the entity
     * @return the siblings of all that was found so
     */
    public Siblings foundById(EntityModel entity) {
        return foundById.computeIfAbsent(entity.root(), each -> new Siblings());
    }

    /** The loaded object of a key. */
    @Nullable
    Object known(EntityKey key) {
        Tracked tracked = identities.find(key);
        return tracked == null ? null : tracked.entity();
    }

    Object load(Unloaded reference) {
        read(reference.key(), reference.siblings());
        Object entity = known(reference.key());
        if (entity == null) {
            throw new EntityNotFoundException(
                    ErrorCode.NOT_FOUND,
                    "'" + reference.association().owner().name() + "."
                            + reference.association().path() + "' refers to '" + reference.key()
                            + "', and there is no such row. Look for others with schema().validateReferences()",
                    null);
        }
        WrongClass.check(reference.association(), reference.key(), entity);
        return entity;
    }

    /** Reads an entity with its siblings, and tells which were asked for. */
    private Set<EntityKey> read(EntityKey key, Siblings siblings) {
        List<EntityKey> keys = siblings.take(key, CHUNK, each -> identities.find(each) == null);
        EntityRuntime entity = entity(key.entity());
        beforeMaking(key.entity());
        Siblings read = new Siblings();
        // to a column that pads its texts, or does not tell capitals, another id is the same
        Set<EntityKey> asked = Set.copyOf(keys);
        for (Object[] row : session().findByKeys(key.entity(), keys, false)) {
            if (asked.contains(EntityKey.of(key.entity(), row))) {
                toEntity(entity, row, read);
            }
        }
        finish(read);
        return asked;
    }

    void load(LazyCollection collection) {
        members.fill(collection.state().siblings().take(collection, CHUNK));
    }

    /**
     * Reads the members of an association as the database has them, without changing what the owners hold.
     *
     * @param owners the owners, which have rows
     * @param association an association that holds many
     */
    public void readMembers(Collection<Tracked> owners, AssociationModel association) {
        members.read(owners, association);
    }

    /**
     * Loads what a plan asks for.
     *
     * @param plan the plan
     * @param roots the entities that it begins at
     */
    public void fetch(FetchPlan<?> plan, Collection<?> roots) {
        loadAll(roots.stream().map(Fetching::unloaded).filter(Objects::nonNull).toList());
        new Fetching(this, members, identities).fetch(plan.branches(), new ArrayList<>(roots));
    }

    /**
     * Whether an object stands for an entity of this identity map that is not loaded.
     *
     * @param object an entity
     * @return true where it does
     */
    public boolean isReference(Object object) {
        Unloaded unloaded = Fetching.unloaded(object);
        return unloaded != null && linking.isReference(unloaded.key(), object);
    }

    /**
     * Refuses a plan that does not fit an entity.
     *
     * @param plan the plan
     * @param entity the entity that it begins at
     */
    public void check(FetchPlan<?> plan, EntityRuntime entity) {
        Fetching.check(plan.branches(), entity, this::entity);
    }

    /** Loads the entities of references that are not loaded yet. */
    void loadAll(List<Unloaded> references) {
        Siblings together = new Siblings();
        Set<EntityKey> left = new LinkedHashSet<>();
        for (Unloaded reference : references) {
            if (identities.find(reference.key()) == null && left.add(reference.key())) {
                together.add(reference.key());
            }
        }
        while (!left.isEmpty()) {
            left.removeAll(read(left.iterator().next(), together));
        }
    }

    /**
     * Lets an object that came from elsewhere load what it holds unloaded.
     *
     * @param tracked what is known of the object
     */
    public void adopt(Tracked tracked) {
        linking.adopt(tracked, adopted(tracked));
    }

    /**
     * Lets references that the application made of ids load their entities.
     *
     * @param objects what is known of the objects that may have such references
     */
    public void adoptIds(Collection<Tracked> objects) {
        objects.forEach(tracked -> {
            if (tracked.isPresent() && !References.isUnloaded(tracked.entity())) {
                linking.adoptIds(tracked, adopted(tracked));
            }
        });
    }

    // what comes from elsewhere one by one is loaded together further on, as is what was found by id
    private Siblings adopted(Tracked tracked) {
        return foundById(tracked.model());
    }

    /**
     * The reference to an entity that is not loaded.
     *
     * @param key its key
     * @return whether one is held by some entity
     */
    public boolean isReferred(EntityKey key) {
        return linking.unloaded(key) != null;
    }
}
