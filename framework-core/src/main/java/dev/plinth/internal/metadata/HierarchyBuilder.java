package dev.plinth.internal.metadata;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.HierarchyModel;
import dev.plinth.model.HierarchyModel.Member;
import dev.plinth.model.IdModel;
import dev.plinth.model.KeyModel;
import dev.plinth.model.ValueType;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Builds the entities of a hierarchy together, since their rows have one layout: first the columns of all of them, then the
 * collections, whose places follow.
 */
final class HierarchyBuilder {
    private final List<EntityBuilder> members;
    private final Directory directory;
    private final EntityBuilder root;
    private final InheritanceReader.Root said;
    private final InheritanceRules rules;

    /**
     * Prepares a hierarchy.
     *
     * @param members the builders of its entities: the root first, each after the one that it extends
     * @param directory finds their models
     */
    HierarchyBuilder(List<EntityBuilder> members, Directory directory) {
        this.members = members;
        this.directory = directory;
        this.root = members.get(0);
        this.said = InheritanceReader.root(root.said().type());
        this.rules = new InheritanceRules(said);
    }

    /** The models, in the order of the builders; empty where there are mistakes. */
    List<EntityModel> build() {
        for (EntityBuilder member : members) {
            if (!member.readRow(directory.find(member.said().type()).orElseThrow())) {
                return List.of();
            }
        }
        root.addDeletedAt();
        ColumnModel discriminator = discriminator();
        root.part().row().add(discriminator);
        share();
        members.forEach(rules::check);
        rules.checkId(root);
        root.checkRow(List.of(discriminator));
        List<CollectionModel> collections = new ArrayList<>();
        members.forEach(member -> member.readCollections(collections));
        root.lookups(collections);
        members.forEach(HierarchyBuilder::refuseLookup);
        share();
        List<KeyModel> keys = root.keys(members.stream()
                .flatMap(member -> member.said().keys().stream())
                .toList());
        checkConcrete();
        members.forEach(member -> checkPermitted(member, member.said().type()));
        HierarchyModel hierarchy = new HierarchyModel(said.strategy(), discriminator, members());
        boolean mistaken = members.stream()
                .anyMatch(member -> member.id() == null || !member.problems().isEmpty());
        return mistaken
                ? List.of()
                : members.stream()
                        .map(member -> member.model(root, collections, keys, hierarchy))
                        .toList();
    }

    private ColumnModel discriminator() {
        ValueType type = switch (said.type()) {
            case STRING -> ValueType.STRING;
            case CHAR -> ValueType.CHAR;
            case INTEGER -> ValueType.INT;
        };
        Class<?> domain = switch (said.type()) {
            case STRING -> String.class;
            case CHAR -> Character.class;
            case INTEGER -> Integer.class;
        };
        return new ColumnModel(
                root.part().row().size(),
                "@DiscriminatorColumn",
                root.name(said.column(), "dtype"),
                type,
                domain,
                null,
                false,
                false,
                type == ValueType.STRING ? said.length() : 0,
                0,
                0,
                -1,
                true,
                true,
                List.of());
    }

    private static void refuseLookup(EntityBuilder member) {
        if (member.said().lookup() != null) {
            member.problems()
                    .add(
                            member.said().type(),
                            "",
                            "it is @Lookup, whose rows are objects of one entity, and a part of a hierarchy",
                            "Remove @Lookup, or let the entity extend none and be extended by none");
        }
    }

    private void checkConcrete() {
        for (EntityBuilder member : members) {
            Class<?> type = member.said().type();
            boolean empty = members.stream()
                    .map(other -> other.said().type())
                    .noneMatch(other -> type.isAssignableFrom(other) && !Modifier.isAbstract(other.getModifiers()));
            if (empty) {
                member.problems()
                        .add(
                                type,
                                "",
                                "it is abstract, and no entity extends it, so that no object of it can be made",
                                "Make it concrete, or add the entities that extend it: entities(...)");
            }
        }
    }

    /** What a sealed entity permits is of the hierarchy; a class between two entities is a part of the lower one. */
    private static void checkPermitted(EntityBuilder member, Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        for (Class<?> each : permitted == null ? new Class<?>[0] : permitted) {
            if (each.isAnnotationPresent(Entity.class)) {
                continue;
            } else if (each.isSealed()) {
                checkPermitted(member, each);
            } else if (!each.isAnnotationPresent(MappedSuperclass.class)) {
                member.problems()
                        .add(
                                member.said().type(),
                                "",
                                "it is sealed and permits " + each.getName() + ", which is not an entity",
                                "Mark that one with @Entity, or with @MappedSuperclass where only entities extend it");
            }
        }
    }

    /** An interface has what all entities right below it have alike; the lower interfaces first. */
    private void share() {
        for (int i = members.size() - 1; i >= 0; i--) {
            EntityBuilder member = members.get(i);
            List<EntityBuilder> below =
                    members.stream().filter(other -> other.parent() == member).toList();
            if (member.isInterface() && !below.isEmpty()) {
                EntityBuilder first = below.get(0);
                below.forEach(other -> checkAlike(first, other));
                member.take(first.id(), first.version(), Common.of(below, member, directory));
            }
        }
    }

    private void checkAlike(EntityBuilder first, EntityBuilder other) {
        IdModel id = first.id();
        IdModel otherId = other.id();
        boolean sameId = id == null
                || otherId == null
                || (id.columns().equals(otherId.columns())
                        && id.type() == otherId.type()
                        && id.generation().equals(otherId.generation()));
        if (!sameId || !Objects.equals(first.version(), other.version())) {
            other.problems()
                    .add(
                            other.said().type(),
                            "",
                            "its " + (sameId ? "version" : "id") + " is not that of "
                                    + first.said().type().getSimpleName() + ", beside it in the hierarchy of "
                                    + root.said().type().getSimpleName(),
                            "Declare both with the same name, type, column and generation");
        }
    }

    private List<Member> members() {
        Map<EntityBuilder, Set<ColumnModel>> columns = new HashMap<>();
        Map<EntityBuilder, Set<ColumnModel>> required = new HashMap<>();
        List<Member> result = new ArrayList<>();
        for (EntityBuilder member : members) {
            EntityBuilder parent = member.parent();
            Set<ColumnModel> own = new LinkedHashSet<>(member.part().own());
            Set<ColumnModel> never = new LinkedHashSet<>(member.part().required());
            if (member.isInterface()) {
                addKey(member, own);
                own.stream().filter(column -> !column.nullable()).forEach(never::add);
            }
            Set<ColumnModel> declared = new LinkedHashSet<>(own);
            if (parent != null) {
                declared.removeAll(Objects.requireNonNull(columns.get(parent)));
                own.addAll(Objects.requireNonNull(columns.get(parent)));
                never.addAll(Objects.requireNonNull(required.get(parent)));
            }
            columns.put(member, own);
            required.put(member, never);
            result.add(new Member(
                    member.said().type(),
                    parent == null ? null : parent.said().type(),
                    rules.value(member),
                    member.known().table(),
                    List.copyOf(declared),
                    member.part().collections(),
                    List.copyOf(never),
                    directory.model(member.said().type())));
        }
        return result;
    }

    // what an interface has of the row are the columns that all entities below it have for the whole hierarchy
    private static void addKey(EntityBuilder member, Set<ColumnModel> own) {
        IdModel id = member.id();
        if (id != null) {
            own.addAll(id.columns());
        }
        ColumnModel version = member.version();
        if (version != null) {
            own.add(version);
        }
    }
}
