package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.sql.Columns;
import dev.plinth.jdbc.internal.sql.ConstraintNames;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.ElementTable;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.PartTable;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.jdbc.internal.sql.Tables;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnCheck;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.HierarchyModel;
import dev.plinth.model.KeyModel;
import dev.plinth.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Says what the tables of a model look like on one engine. */
final class Designer {
    private final Dialect dialect;
    private final SqlAuthor author;

    Designer(Dialect dialect, SqlAuthor author) {
        this.dialect = dialect;
        this.author = author;
    }

    /** The tables in an order in which they can be created: what is referred to comes first. */
    List<TableDesign> designs(Tables tables) {
        return CreationOrder.of(designs(tables.all()));
    }

    /** The tables and views that others make. */
    List<TableDesign> readOnly(Tables tables) {
        return designs(tables.readOnly());
    }

    private List<TableDesign> designs(List<EntityTable> tables) {
        List<TableDesign> designs = new ArrayList<>();
        tables.forEach(table -> designs.addAll(entity(table)));
        tables.forEach(table -> table.elements().forEach(elements -> designs.add(elements(elements))));
        return designs;
    }

    /** The sequences (or counters) of a model, each once. */
    static Set<Generation.Sequence> sequences(Tables tables) {
        Set<Generation.Sequence> sequences = new LinkedHashSet<>();
        for (EntityTable table : tables.all()) {
            if (table.entity().id().generation() instanceof Generation.Sequence sequence) {
                sequences.add(sequence);
            }
        }
        return sequences;
    }

    private List<TableDesign> entity(EntityTable table) {
        EntityModel entity = table.entity();
        if (table.parts().isEmpty()) {
            return List.of(entity(
                    table,
                    entity.table(),
                    entity.columns(),
                    true,
                    entity.keys().stream().map(key -> key(entity, key)).toList(),
                    List.of()));
        }
        return table.parts().stream().map(part -> part(table, part)).toList();
    }

    private TableDesign part(EntityTable table, PartTable part) {
        EntityModel entity = table.entity();
        TableName name = part.member().table();
        List<TableDesign.Key> keys = entity.keys().stream()
                .filter(key -> part.columns().containsAll(key.columns()) && (part.whole() || !isOfId(entity, key)))
                .map(key -> key(entity, key))
                // each table of its own has a key of its own
                .map(key -> part.exact() ? key.named(ConstraintNames.of(key.name(), name.name())) : key)
                .toList();
        List<TableDesign.Reference> toRoot = part.whole()
                ? List.of()
                : List.of(reference(part.referenceName(), names(entity.id().columns()), entity));
        return entity(part.table(), name, part.columns(), part.whole(), keys, toRoot);
    }

    // which the table of the root has
    private static boolean isOfId(EntityModel entity, KeyModel key) {
        return entity.id().columns().containsAll(key.columns());
    }

    private TableDesign entity(
            EntityTable table,
            TableName name,
            List<ColumnModel> row,
            boolean whole,
            List<TableDesign.Key> keys,
            List<TableDesign.Reference> toRoot) {
        EntityModel entity = table.entity();
        List<ColumnModel> id = entity.id().columns();
        boolean identity = whole && entity.id().generation() instanceof Generation.Identity;
        List<TableDesign.Column> columns = new ArrayList<>();
        for (ColumnModel column : row) {
            boolean isId = id.contains(column);
            DataType<?> type = dialect.dataType(column).nullable(column.nullable() && !isId);
            String property = column == entity.deletedAt() || column.isHidden() ? null : column.path();
            columns.add(new TableDesign.Column(
                    column.name(), property, identity && isId ? type.identity(true) : type, column.insertable()));
            addOffset(columns, column, property);
        }
        List<TableDesign.Reference> references = new ArrayList<>(toRoot);
        entity.foreignKeys().stream()
                .filter(key -> row.containsAll(key.columns())
                        && canBeReferredTo(key.target().get().root()))
                .map(key -> reference(
                        key.name(), names(key.columns()), key.target().get().root()))
                .forEach(references::add);
        return new TableDesign(
                name, table.table(), table, null, columns, names(id), keys, references, checks(name.name(), "", row));
    }

    // a view has no key to refer to, and rows of several tables have no one
    private static boolean canBeReferredTo(EntityModel target) {
        HierarchyModel hierarchy = target.hierarchy();
        return !target.readOnly()
                && (hierarchy == null || hierarchy.strategy() != HierarchyModel.Strategy.TABLE_PER_CLASS);
    }

    private static TableDesign.Reference reference(String name, List<String> columns, EntityModel target) {
        return new TableDesign.Reference(
                name, columns, target.table(), names(target.id().columns()), false);
    }

    private static List<String> names(List<ColumnModel> columns) {
        return columns.stream().map(ColumnModel::name).toList();
    }

    private void addOffset(List<TableDesign.Column> columns, ColumnModel column, @Nullable String property) {
        if (dialect.codec(column).offset() != null) {
            columns.add(new TableDesign.Column(
                    Columns.offsetOf(column),
                    property,
                    SQLDataType.INTEGER.nullable(column.nullable()),
                    column.insertable()));
        }
    }

    private static TableDesign.Key key(EntityModel entity, KeyModel key) {
        return new TableDesign.Key(
                key.name(),
                key.columns().stream().map(ColumnModel::name).toList(),
                key.descending().stream().map(ColumnModel::name).toList(),
                key.unique(),
                key.unique() ? entity.deletedAt() : null);
    }

    private TableDesign elements(ElementTable table) {
        EntityTable owner = table.owner();
        List<ColumnModel> id = owner.entity().id().columns();
        List<String> references = table.collection().ownerColumns();
        String path = table.collection().path();
        String name = table.collection().table().name();
        List<TableDesign.Column> columns = new ArrayList<>();
        for (int i = 0; i < id.size(); i++) {
            DataType<?> type = dialect.dataType(id.get(i)).nullable(false);
            columns.add(new TableDesign.Column(references.get(i), path, type, true));
        }
        if (table.isOrdered()) {
            columns.add(new TableDesign.Column(table.orderColumn(), path, SQLDataType.INTEGER.nullable(false), true));
        }
        for (ColumnModel column : table.collection().columns()) {
            boolean nullable = column.nullable() && !table.collection().isLinks();
            DataType<?> type = dialect.dataType(column).nullable(nullable);
            columns.add(new TableDesign.Column(column.name(), within(path, column), type, true));
            addOffset(columns, column, within(path, column));
        }
        return new TableDesign(
                table.collection().table(),
                table.table(),
                owner,
                table.collection(),
                columns,
                primaryKey(table),
                keys(table),
                references(table),
                checks(name, path, table.collection().columns()));
    }

    private static List<String> primaryKey(ElementTable table) {
        ColumnModel mapKey = table.collection().keyColumn();
        if (!table.isOrdered() && !table.collection().isLinks() && mapKey == null) {
            return List.of();
        }
        List<String> key = new ArrayList<>(table.collection().ownerColumns());
        if (table.isOrdered()) {
            key.add(table.orderColumn());
        } else if (mapKey != null) {
            key.add(mapKey.name());
        } else {
            key.addAll(names(table.collection().columns()));
        }
        return key;
    }

    // a primary key starts with the owner, without one an index does; what is linked to is found by another
    private static List<TableDesign.Key> keys(ElementTable table) {
        String name = table.collection().table().name();
        List<TableDesign.Key> keys = new ArrayList<>();
        if (primaryKey(table).isEmpty()) {
            keys.add(index(
                    ConstraintNames.of("ix", name, "owner"), table.collection().ownerColumns()));
        }
        if (table.collection().isLinks()) {
            keys.add(index(
                    ConstraintNames.of("ix", name, "target"),
                    names(table.collection().columns())));
        }
        return keys;
    }

    private static TableDesign.Key index(String name, List<String> columns) {
        return new TableDesign.Key(name, columns, List.of(), false, null);
    }

    private static List<TableDesign.Reference> references(ElementTable table) {
        CollectionModel collection = table.collection();
        String name = collection.table().name();
        List<TableDesign.Reference> references = new ArrayList<>();
        if (canBeReferredTo(table.owner().entity())) {
            references.add(reference(
                    ConstraintNames.toOwner(name),
                    collection.ownerColumns(),
                    table.owner().entity()));
        }
        if (collection.target() != null
                && canBeReferredTo(collection.target().get().root())) {
            references.add(reference(
                    ConstraintNames.toTarget(name),
                    names(collection.columns()),
                    collection.target().get().root()));
        }
        return references;
    }

    private static String within(String path, ColumnModel column) {
        return path.isEmpty() || column.path().isEmpty() ? path + column.path() : path + "." + column.path();
    }

    private List<TableDesign.Check> checks(String table, String path, List<ColumnModel> columns) {
        List<TableDesign.Check> checks = new ArrayList<>();
        for (ColumnModel column : columns) {
            List<Condition> conditions = dialect.schema().conditions(DSL.field(DSL.name(column.name())), column);
            if (!conditions.isEmpty()) {
                Condition all = DSL.and(conditions);
                checks.add(new TableDesign.Check(
                        ConstraintNames.check(table, column.name(), author.renderInlined(all)),
                        ConstraintNames.checkStart(table, column.name()),
                        column.name(),
                        within(path, column),
                        all,
                        column.checks().stream().anyMatch(ColumnCheck.OneOf.class::isInstance)));
            }
        }
        return checks;
    }
}
