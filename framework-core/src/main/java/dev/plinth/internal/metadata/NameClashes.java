package dev.plinth.internal.metadata;

import dev.plinth.error.Problem;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import dev.plinth.model.Generation;
import dev.plinth.model.HierarchyModel;
import dev.plinth.model.KeyModel;
import dev.plinth.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds names that two entities of a model claim. The entity that comes later has the problem. */
final class NameClashes {
    private final Map<String, EntityModel> entityNames = new HashMap<>();
    private final Map<String, EntityModel> tables = new HashMap<>();
    private final Map<String, EntityModel> keys = new HashMap<>();
    private final Map<String, EntityModel> foreignKeys = new HashMap<>();
    private final Map<String, Generation.Sequence> sequences = new HashMap<>();
    private final Map<EntityModel, List<Problem>> found = new LinkedHashMap<>();

    private NameClashes() {}

    static Map<EntityModel, List<Problem>> find(List<EntityModel> entities) {
        NameClashes clashes = new NameClashes();
        entities.forEach(clashes::check);
        entities.forEach(clashes::checkShared);
        return clashes.found;
    }

    private void check(EntityModel entity) {
        claim(entityNames, entity.name(), entity, "", "the entity's name '" + entity.name() + "'", "name");
        HierarchyModel hierarchy = entity.hierarchy();
        boolean first = entity.root() == entity;
        if (first || Objects.requireNonNull(hierarchy).strategy() != HierarchyModel.Strategy.SINGLE_TABLE) {
            checkOwnTable(entity);
        }
        if (first) {
            // speaks for the whole row
            checkRow(entity);
        }
    }

    private void checkOwnTable(EntityModel entity) {
        HierarchyModel hierarchy = entity.hierarchy();
        boolean tableless = hierarchy != null
                && hierarchy.strategy() == HierarchyModel.Strategy.TABLE_PER_CLASS
                && entity.isAbstract();
        if (!tableless) {
            checkTable(entity, "", entity.table());
        }
    }

    private void checkRow(EntityModel entity) {
        for (CollectionModel collection : entity.collections()) {
            checkTable(entity, collection.path(), collection.table());
        }
        for (KeyModel key : entity.keys()) {
            String name = new TableName(entity.table().catalog(), entity.table().schema(), key.name()).toString();
            claim(keys, name, entity, "", "the key or index name '" + key.name() + "'", "name");
        }
        for (ForeignKeyModel key : entity.foreignKeys()) {
            String name = new TableName(entity.table().catalog(), entity.table().schema(), key.name()).toString();
            claim(foreignKeys, name, entity, "", "the foreign key name '" + key.name() + "'", "name");
        }
        if (entity.id().generation() instanceof Generation.Sequence sequence) {
            checkSequence(entity, sequence);
        }
    }

    /** On some engines tables, indexes and sequences have their names in common. */
    private void checkShared(EntityModel entity) {
        if (entity.root() != entity) {
            return;
        }
        for (KeyModel key : entity.keys()) {
            TableName name =
                    new TableName(entity.table().catalog(), entity.table().schema(), key.name());
            checkShared(entity, "", "the key or index", name);
        }
        if (entity.id().generation() instanceof Generation.Sequence sequence) {
            checkShared(entity, entity.id().property().name(), "the sequence", sequence.name());
        }
    }

    private void checkShared(EntityModel entity, String member, String what, TableName name) {
        EntityModel other = tables.get(Names.same(name.toString()));
        if (other != null) {
            report(
                    entity,
                    member,
                    what + " '" + name + "' has the name of a table, that of "
                            + other.type().getName(),
                    "Give one of them another name");
        }
    }

    private void checkTable(EntityModel entity, String member, TableName table) {
        claim(tables, table.toString(), entity, member, "the table '" + table + "'", "table");
    }

    private void claim(
            Map<String, EntityModel> taken,
            String name,
            EntityModel entity,
            String member,
            String what,
            String remedy) {
        EntityModel other = taken.putIfAbsent(Names.same(name), entity);
        if (other != null) {
            report(
                    entity,
                    member,
                    what + " is also used by " + other.type().getName(),
                    "Give one of them another " + remedy);
        }
    }

    private void checkSequence(EntityModel entity, Generation.Sequence sequence) {
        Generation.Sequence other =
                sequences.putIfAbsent(Names.same(sequence.name().toString()), sequence);
        if (other != null && !other.equals(sequence)) {
            report(
                    entity,
                    entity.id().property().name(),
                    "the sequence '" + sequence.name() + "' is used by another entity with another initial value or"
                            + " allocation size",
                    "Say the same of it at both, or give one of them another sequence");
        }
    }

    private void report(EntityModel entity, String member, String message, String remedy) {
        found.computeIfAbsent(entity, e -> new ArrayList<>())
                .add(new Problem(entity.type().getName(), member, message, remedy));
    }
}
