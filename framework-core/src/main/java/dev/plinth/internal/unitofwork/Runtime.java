package dev.plinth.internal.unitofwork;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Store;
import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.UnitOfWorkException;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.flush.AuditSink;
import dev.plinth.internal.flush.Validation;
import dev.plinth.internal.graph.GraphWalk;
import dev.plinth.internal.graph.Neighbours;
import dev.plinth.internal.ids.SequenceBlocks;
import dev.plinth.internal.ids.TimeOrderedUuids;
import dev.plinth.internal.monitoring.Counters;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import dev.plinth.model.Model;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all units of work of one Plinth share. Thread-safe. */
public final class Runtime {
    private final Store store;
    private final Clock clock;
    private final Counters counters;
    private final Map<Class<?>, EntityRuntime> entities;
    private final Map<AssociationModel, AssociationModel> inverses;
    private final Map<EntityModel, Map<ForeignKeyModel, EntityModel>> referrers;
    private final Neighbours neighbours;
    private final boolean graph;
    private final Validation validation;
    private final boolean strict;
    private final AuditSink audit;
    private final TimeOrderedUuids uuids;
    private final SequenceBlocks sequences = new SequenceBlocks();
    private final boolean atomic;
    private final boolean databaseValues;
    private volatile boolean closed;

    /**
     * Puts the parts together.
     *
     * @param store the database
     * @param model every entity
     * @param clock the clock
     * @param counters what counts
     * @param uuids makes ids
     * @param validation validates what is written
     * @param strict whether associations are loaded only where that was planned
     * @param audit given what is needed for each entity, describes changes for the audit trail
     */
    public Runtime(
            Store store,
            Model model,
            Clock clock,
            Counters counters,
            TimeOrderedUuids uuids,
            Validation validation,
            boolean strict,
            Function<Map<Class<?>, EntityRuntime>, AuditSink> audit) {
        this.store = store;
        this.clock = clock;
        this.counters = counters;
        this.uuids = uuids;
        this.validation = validation;
        this.strict = strict;
        this.entities = EntityRuntime.all(model, store, type -> entity(type).mapper());
        this.inverses = GraphWalk.inverses(model.entities());
        this.referrers = GraphWalk.referrers(model.entities());
        this.neighbours = new Neighbours(model.entities());
        this.graph = model.entities().stream()
                .anyMatch(entity -> !entity.associations().isEmpty());
        this.audit = audit.apply(entities);
        this.databaseValues = store.capabilities().contains(Capability.DATABASE_VALUES);
        this.atomic = store.capabilities().contains(Capability.ATOMIC_COMMIT);
    }

    Store store() {
        return store;
    }

    Clock clock() {
        return clock;
    }

    Counters counters() {
        return counters;
    }

    AuditSink audit() {
        return audit;
    }

    Validation validation() {
        return validation;
    }

    TimeOrderedUuids uuids() {
        return uuids;
    }

    SequenceBlocks sequences() {
        return sequences;
    }

    /** Forgets the ids that were taken from sequences and not given out yet. */
    public void forgetIds() {
        sequences.forget();
    }

    boolean isStrict() {
        return strict;
    }

    /** Whether some entities refer to others. */
    boolean isGraph() {
        return graph;
    }

    /** The other side of each association that has one. */
    Map<AssociationModel, AssociationModel> inverses() {
        return inverses;
    }

    /** The foreign keys that lead to each entity from those which can be soft-deleted. */
    Map<EntityModel, Map<ForeignKeyModel, EntityModel>> referrers() {
        return referrers;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    boolean hasDatabaseValues() {
        return databaseValues;
    }

    boolean isAtomic() {
        return atomic;
    }

    /**
     * What is needed to work with a type.
     *
     * @param type a class
     * @return what is needed
     * @throws EntityMappingException where the class is not an entity of the model
     */
    public EntityRuntime entity(Class<?> type) {
        EntityRuntime entity = entities.get(Given.entity(type));
        if (entity == null) {
            throw new EntityMappingException(
                    ErrorCode.MAPPING_FAILED,
                    "'" + type.getName() + "' is not an entity of this Plinth. " + remedy(type),
                    null);
        }
        return entity;
    }

    private String remedy(Class<?> type) {
        String permitted = permitted(type).distinct().collect(Collectors.joining(" or "));
        if (!permitted.isEmpty()) {
            return "It is sealed: name one of its entities, " + permitted;
        }
        Class<?> parent = type.getSuperclass();
        return parent != null && entities.containsKey(parent)
                ? "Its superclass '" + parent.getSimpleName() + "' is: use objects of exactly that class"
                : "Add it to the builder: entities(" + type.getSimpleName() + ".class)";
    }

    private Stream<String> permitted(Class<?> type) {
        return !type.isSealed()
                ? Stream.empty()
                : Stream.of(type.getPermittedSubclasses())
                        .flatMap(each -> entities.containsKey(each)
                                ? Stream.of(each.getSimpleName() + ".class")
                                : permitted(each));
    }

    /**
     * Ends every use.
     *
     * @return whether it had not ended before
     */
    public synchronized boolean close() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    boolean isOpen() {
        return !closed;
    }

    boolean isEntity(Class<?> type) {
        return entities.containsKey(type);
    }

    /** Refuses use after the end. */
    public void requireOpen() {
        if (closed) {
            throw new UnitOfWorkException(
                    ErrorCode.UNIT_CLOSED, "this Plinth is closed. Build a new one to go on", null);
        }
    }
}
