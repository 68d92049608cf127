package dev.plinth.internal.references;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import dev.plinth.model.HierarchyModel;
import dev.plinth.model.Model;
import dev.plinth.schema.DanglingReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Passes over all rows, some at a time, and looks for what they refer to. Soft-deleted rows are rows. */
public final class DanglingReferences {
    private static final int ROWS = 1_000;

    private final Store store;
    private final Model model;

    /**
     * Looks at one database.
     *
     * @param store the database
     * @param model its entities
     */
    public DanglingReferences(Store store, Model model) {
        this.store = store;
        this.model = model.stored();
    }

    /**
     * Looks for references that lead nowhere.
     *
     * @return one for each property that has such
     */
    public List<DanglingReference> find() {
        List<DanglingReference> found = new ArrayList<>();
        try (StoreSession session = store.open(true)) {
            for (EntityModel entity : model.written()) {
                List<Reference> references = references(entity);
                List<UnknownTargets> unknown = polymorphic(entity)
                        .map(association -> new UnknownTargets(entity, association))
                        .toList();
                if (!references.isEmpty()) {
                    pass(session, entity, rows -> {
                        references.forEach(reference -> reference.check(session, rows));
                        unknown.forEach(targets -> targets.check(rows));
                    });
                    references.stream()
                            .filter(reference -> reference.count > 0)
                            .map(Reference::found)
                            .forEach(found::add);
                    unknown.forEach(targets -> found.addAll(targets.found()));
                }
            }
            session.commit();
        }
        return found;
    }

    private static List<Reference> references(EntityModel entity) {
        List<Reference> references = new ArrayList<>();
        for (ForeignKeyModel key : entity.foreignKeys()) {
            references.add(
                    new Reference(entity, path(entity, key), key.target().get().root(), key.columns(), null));
        }
        for (CollectionModel links : entity.collections()) {
            if (links.target() != null) {
                references.add(
                        new Reference(entity, links.path(), links.target().get().root(), links.columns(), links));
            }
        }
        polymorphic(entity).forEach(association -> references.addAll(polymorphic(entity, association)));
        return references;
    }

    // what several entities of a hierarchy declare alike, or inherit, is in the same columns
    private static Stream<AssociationModel> polymorphic(EntityModel entity) {
        Map<AssociationModel.Keeping, AssociationModel> byColumns = new LinkedHashMap<>();
        members(entity)
                .flatMap(member -> member.associations().stream())
                .filter(association ->
                        association.keeping() instanceof AssociationModel.ForeignKey key && key.type() != null)
                .forEach(association -> byColumns.putIfAbsent(association.keeping(), association));
        return byColumns.values().stream();
    }

    private static Stream<EntityModel> members(EntityModel entity) {
        HierarchyModel hierarchy = entity.hierarchy();
        return hierarchy == null
                ? Stream.of(entity)
                : hierarchy.members().stream().map(member -> member.entity().get());
    }

    // one for each entity that it may be: the type column says which
    private static List<Reference> polymorphic(EntityModel entity, AssociationModel association) {
        AssociationModel.ForeignKey key = (AssociationModel.ForeignKey) association.keeping();
        return association.targets().stream()
                .map(target -> new Reference(entity, association.path(), target, key.columns(), null, key.type()))
                .toList();
    }

    private static String path(EntityModel entity, ForeignKeyModel key) {
        return entity.associations().stream()
                .filter(association -> association.keeping() instanceof AssociationModel.ForeignKey kept
                        && kept.columns().equals(key.columns()))
                .map(AssociationModel::path)
                .findFirst()
                .orElse(key.columns().get(0).path());
    }

    private static void pass(StoreSession session, EntityModel entity, Consumer<List<Object[]>> check) {
        try (RowCursor cursor = session.stream(new Query(entity, Condition.ALWAYS, List.of(), 0, 0))) {
            List<Object[]> rows = new ArrayList<>();
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
                if (rows.size() == ROWS) {
                    check.accept(rows);
                    rows.clear();
                }
            }
            if (!rows.isEmpty()) {
                check.accept(rows);
            }
        }
    }

    /** What some columns, or some links, of an entity refer to, and what was found of them. */
    private static final class Reference {
        private final EntityModel entity;
        private final String path;
        private final EntityModel target;
        private final List<ColumnModel> columns;
        private final @Nullable CollectionModel links;
        private final @Nullable ColumnModel type;
        private final List<Object> ids = new ArrayList<>();
        private long count;

        Reference(
                EntityModel entity,
                String path,
                EntityModel target,
                List<ColumnModel> columns,
                @Nullable CollectionModel links) {
            this(entity, path, target, columns, links, null);
        }

        Reference(
                EntityModel entity,
                String path,
                EntityModel target,
                List<ColumnModel> columns,
                @Nullable CollectionModel links,
                @Nullable ColumnModel type) {
            this.type = type;
            this.entity = entity;
            this.path = path;
            this.target = target;
            this.columns = columns;
            this.links = links;
        }

        DanglingReference found() {
            return new DanglingReference(entity.name(), path, target.name(), count, ids);
        }

        void check(StoreSession session, List<Object[]> rows) {
            Map<EntityKey, Set<EntityKey>> referred = links == null ? byColumns(rows) : byLinks(session, links, rows);
            Set<EntityKey> targets = new HashSet<>();
            referred.values().forEach(targets::addAll);
            if (targets.isEmpty()) {
                return;
            }
            Set<EntityKey> there = session.findByKeys(target, List.copyOf(targets), false).stream()
                    .map(row -> EntityKey.of(target, row))
                    .collect(Collectors.toSet());
            for (Object[] row : rows) {
                EntityKey key = EntityKey.of(entity, row);
                if (!there.containsAll(referred.getOrDefault(key, Set.of()))) {
                    count++;
                    if (ids.size() < DanglingReference.MOST_IDS) {
                        ids.add(key.values().size() == 1 ? key.values().get(0) : key.values());
                    }
                }
            }
        }

        private Map<EntityKey, Set<EntityKey>> byColumns(List<Object[]> rows) {
            Map<EntityKey, Set<EntityKey>> referred = new HashMap<>();
            for (Object[] row : rows) {
                if (type == null || target.name().equals(row[type.position()])) {
                    add(referred, EntityKey.of(entity, row), row);
                }
            }
            return referred;
        }

        private Map<EntityKey, Set<EntityKey>> byLinks(
                StoreSession session, CollectionModel collection, List<Object[]> rows) {
            Map<EntityKey, Set<EntityKey>> referred = new HashMap<>();
            List<EntityKey> unread = new ArrayList<>();
            for (Object[] row : rows) {
                EntityKey owner = EntityKey.of(entity, row);
                // a document comes with its links
                if (row[collection.position()] instanceof List<?> elements) {
                    elements.forEach(element -> add(referred, owner, (@Nullable Object[]) element));
                } else {
                    unread.add(owner);
                }
            }
            if (!unread.isEmpty()) {
                session.findLinks(collection, unread)
                        .forEach((owner, elements) -> elements.forEach(element -> add(referred, owner, element)));
            }
            return referred;
        }

        private void add(Map<EntityKey, Set<EntityKey>> referred, EntityKey owner, @Nullable Object[] values) {
            List<@Nullable Object> id = new ArrayList<>();
            columns.forEach(column -> id.add(values[column.position()]));
            if (!id.contains(null)) {
                referred.computeIfAbsent(owner, o -> new HashSet<>()).add(EntityKey.of(target, id));
            }
        }
    }
}
