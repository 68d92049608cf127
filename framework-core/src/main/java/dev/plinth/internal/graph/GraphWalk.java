package dev.plinth.internal.graph;

import dev.plinth.backend.StoreSession;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.Inverse;
import dev.plinth.model.AssociationModel.InverseLinks;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a flush does along the associations of one unit of work. A walk decides it and leaves it with the objects; it is
 * settled once everything is sent, or undone. For one thread.
 */
public final class GraphWalk {
    private final IdentityMap identities;
    private final Function<Class<?>, EntityMapper> mappers;
    private final Consumer<Object> insert;
    private final GraphLoader loader;
    private final SoftDeleted softDeleted;
    private final Supplier<StoreSession> session;
    private final Map<AssociationModel, AssociationModel> inverses;
    private final SoftReferrers referrers;
    private final Existing existing;

    /**
     * Prepares walks of one unit of work.
     *
     * @param identities the objects of the unit of work
     * @param mappers the mapper of a class of entities
     * @param insert makes a new object part of the unit of work
     * @param loader loads associations
     * @param softDeleted finds what was removed softly
     * @param session what links are read from
     * @param inverses from {@link #inverses}
     * @param referrers from {@link #referrers}
     */
    public GraphWalk(
            IdentityMap identities,
            Function<Class<?>, EntityMapper> mappers,
            Consumer<Object> insert,
            GraphLoader loader,
            SoftDeleted softDeleted,
            Supplier<StoreSession> session,
            Map<AssociationModel, AssociationModel> inverses,
            Map<EntityModel, Map<ForeignKeyModel, EntityModel>> referrers) {
        this.identities = identities;
        this.mappers = mappers;
        this.insert = insert;
        this.loader = loader;
        this.softDeleted = softDeleted;
        this.session = session;
        this.inverses = inverses;
        this.referrers = new SoftReferrers(identities, softDeleted, referrers);
        this.existing = new Existing(loader);
    }

    /**
     * The other side of each association that has one and is written itself.
     *
     * @param entities all entities of a model
     * @return the inverse side by the side that is written
     */
    public static Map<AssociationModel, AssociationModel> inverses(Collection<EntityModel> entities) {
        Map<String, AssociationModel> byName = new HashMap<>();
        Map<AssociationModel, AssociationModel> inverses = new IdentityHashMap<>();
        for (EntityModel entity : entities) {
            for (AssociationModel association : entity.associations()) {
                if (association.keeping() instanceof Inverse inverse && inverse.property() != null) {
                    byName.put(name(inverse.property().get()), association);
                } else if (association.keeping() instanceof InverseLinks inverse) {
                    byName.put(name(inverse.property().get()), association);
                }
            }
        }
        for (EntityModel entity : entities) {
            for (AssociationModel association : entity.associations()) {
                AssociationModel inverse = byName.get(name(association));
                if (inverse != null) {
                    inverses.put(association, inverse);
                }
            }
        }
        return inverses;
    }

    /**
     * The foreign keys that lead to each entity from those which can be soft-deleted.
     *
     * @param entities all entities of a model
     * @return the keys, and whose they are
     */
    public static Map<EntityModel, Map<ForeignKeyModel, EntityModel>> referrers(Collection<EntityModel> entities) {
        return SoftReferrers.of(entities);
    }

    private static String name(AssociationModel association) {
        return association.owner().root().name() + "." + association.path();
    }

    /**
     * Decides what a flush does.
     *
     * @return to be settled or undone
     */
    public Walked walk() {
        Undo undo = new Undo();
        undo.add(() -> identities.all().forEach(Tracked::clearOverrides));
        try {
            return walk(undo);
        } catch (RuntimeException | Error e) {
            undo.run();
            throw e;
        }
    }

    /**
     * What is decided where no entity refers to another: nothing.
     *
     * @return all objects
     */
    public Walked none() {
        return new Walked(identities, new Undo(), null, existing, Set.of(), false, () -> {});
    }

    private Walked walk(Undo undo) {
        Members members = new Members(identities, mappers);
        existing.forget(identities.all());
        new Newcomers(identities, members, existing, insert, undo).insert();
        new Doubles(identities, members).refuse();
        Relations relations = new Relations(members, loader, session);
        relations.collect(identities.all());
        LinkEdits links = new LinkEdits(members, relations);
        Copies copies = new Copies(identities);
        Sides sides = new Sides(members, links, copies, existing, undo);
        sides.apply(relations.all());
        Removals removals = new Removals(identities, members, sides, links, loader, softDeleted, undo);
        removals.run(sides.orphans());
        links.apply();
        readLinksOfDeleted(relations);
        Mirror mirror = new Mirror(members, relations, sides, copies);
        mirror.note(identities.all(), inverses);
        return new Walked(
                identities,
                undo,
                mirror,
                existing,
                Set.copyOf(removals.dropped()),
                sides.isLeaving(),
                referrers::check);
    }

    // rows that are deleted together may be linked: those with the links go first
    private void readLinksOfDeleted(Relations relations) {
        List<Tracked> deleted = identities.all().stream()
                .filter(tracked -> !tracked.isPresent())
                .toList();
        for (EntityModel entity :
                deleted.stream().map(Tracked::model).collect(Collectors.toCollection(LinkedHashSet::new))) {
            for (CollectionModel links : entity.collections()) {
                if (links.target() != null
                        && deleted.stream()
                                .anyMatch(tracked -> tracked.model().root()
                                        == links.target().get().root())) {
                    relations.readLinks(
                            links,
                            deleted.stream()
                                    .filter(tracked -> tracked.model() == entity)
                                    .toList());
                }
            }
        }
    }

    /** What a walk has decided. */
    public static final class Walked {
        private final IdentityMap identities;
        private final Undo undo;
        private final @Nullable Mirror mirror;
        private final Existing existing;
        private final Set<Tracked> dropped;
        private final boolean leaving;
        private final Runnable check;

        private Walked(
                IdentityMap identities,
                Undo undo,
                @Nullable Mirror mirror,
                Existing existing,
                Set<Tracked> dropped,
                boolean leaving,
                Runnable check) {
            this.existing = existing;
            this.leaving = leaving;
            this.check = check;
            this.identities = identities;
            this.undo = undo;
            this.mirror = mirror;
            this.dropped = dropped;
        }

        /**
         * The objects to be written, as far as they have changed.
         *
         * @return everything that is tracked, but new objects that are removed along with others
         */
        public List<Tracked> objects() {
            return dropped.isEmpty()
                    ? identities.all()
                    : identities.all().stream()
                            .filter(tracked -> !dropped.contains(tracked))
                            .toList();
        }

        /**
         * Whether something has left an association and belongs to none now: it may be on its way to another.
         *
         * @return true where a flush would remove it, or let it go
         */
        public boolean isLeaving() {
            return leaving;
        }

        /** Refuses what the database would refuse without saying why. */
        public void check() {
            check.run();
        }

        /** Lets the objects follow what was written. */
        public void settle() {
            if (mirror != null) {
                dropped.forEach(identities::remove);
                existing.written();
                mirror.apply();
                identities.all().forEach(Tracked::clearOverrides);
            }
            identities.forgetDismissed();
        }

        /** Takes back what was done to objects. */
        public void undo() {
            undo.run();
        }
    }
}
