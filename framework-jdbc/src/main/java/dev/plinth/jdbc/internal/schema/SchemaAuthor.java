package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.sql.Columns;
import dev.plinth.jdbc.internal.sql.Counters;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.ElementTable;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.jdbc.internal.sql.Tables;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.KeyModel;
import dev.plinth.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Constraint;
import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes the statements that create and drop what a model needs. */
final class SchemaAuthor {
    private final SqlAuthor author;
    private final DSLContext dsl;
    private final Dialect dialect;

    SchemaAuthor(SqlAuthor author, Dialect dialect) {
        this.author = author;
        this.dsl = author.dsl();
        this.dialect = dialect;
    }

    List<String> create(Tables tables) {
        List<Query> statements = new ArrayList<>();
        schemas(tables).forEach(schema -> statements.add(dsl.createSchemaIfNotExists(DSL.name(schema))));
        for (Generation.Sequence sequence : sequences(tables)) {
            statements.addAll(createSequence(sequence));
        }
        for (EntityTable table : tables.all()) {
            statements.add(createTable(table));
            table.entity().keys().forEach(key -> statements.addAll(createKey(table, key)));
        }
        for (EntityTable table : tables.all()) {
            table.elements().forEach(elements -> statements.addAll(createElements(elements)));
        }
        return statements.stream().map(author::renderInlined).toList();
    }

    List<String> drop(Tables tables) {
        List<Query> statements = new ArrayList<>();
        for (EntityTable table : tables.all()) {
            table.elements().forEach(elements -> statements.add(dsl.dropTableIfExists(elements.table())));
        }
        tables.all().forEach(table -> statements.add(dsl.dropTableIfExists(table.table())));
        for (Generation.Sequence sequence : sequences(tables)) {
            statements.add(
                    dialect.hasSequences()
                            ? dsl.dropSequenceIfExists(EntityTable.name(sequence.name()))
                            : Counters.drop(dsl, sequence));
        }
        return statements.stream().map(author::renderInlined).toList();
    }

    private List<Query> createSequence(Generation.Sequence sequence) {
        return dialect.hasSequences()
                ? List.of(dsl.createSequenceIfNotExists(EntityTable.name(sequence.name()))
                        .startWith(sequence.initialValue())
                        .incrementBy(sequence.allocationSize()))
                : Counters.create(dsl, sequence);
    }

    private static Set<String> schemas(Tables tables) {
        List<TableName> names = new ArrayList<>();
        for (EntityTable table : tables.all()) {
            names.add(table.entity().table());
            table.elements().forEach(elements -> names.add(elements.collection().table()));
        }
        sequences(tables).forEach(sequence -> names.add(sequence.name()));
        Set<String> schemas = new LinkedHashSet<>();
        names.stream().map(TableName::schema).filter(Objects::nonNull).forEach(schemas::add);
        return schemas;
    }

    private static Set<Generation.Sequence> sequences(Tables tables) {
        Set<Generation.Sequence> sequences = new LinkedHashSet<>();
        for (EntityTable table : tables.all()) {
            if (table.entity().id().generation() instanceof Generation.Sequence sequence) {
                sequences.add(sequence);
            }
        }
        return sequences;
    }

    private Query createTable(EntityTable table) {
        EntityModel entity = table.entity();
        boolean identity = entity.id().generation() instanceof Generation.Identity;
        CreateTableElementListStep create = dsl.createTableIfNotExists(table.table());
        for (ColumnModel column : entity.columns()) {
            boolean isId = entity.id().columns().contains(column);
            DataType<?> type = dialect.dataType(column).nullable(column.nullable() && !isId);
            create = create.column(table.plain(column), identity && isId ? type.identity(true) : type);
            create = withOffset(create, column);
        }
        List<Field<Object>> id =
                entity.id().columns().stream().map(table::plain).toList();
        return create.constraints(DSL.primaryKey(id));
    }

    String columnType(ColumnModel column) {
        String create =
                author.renderInlined(dsl.createTable(DSL.name("t")).column(DSL.name("c"), dialect.dataType(column)));
        String type = create.substring(create.indexOf(' ', create.indexOf('(')) + 1, create.lastIndexOf(')'));
        return dialect.codec(column).offset() == null ? type : type + " + int";
    }

    private CreateTableElementListStep withOffset(CreateTableElementListStep create, ColumnModel column) {
        return dialect.codec(column).offset() == null
                ? create
                : create.column(
                        DSL.field(DSL.name(Columns.offsetOf(column))), SQLDataType.INTEGER.nullable(column.nullable()));
    }

    private List<Query> createKey(EntityTable table, KeyModel key) {
        Name name = DSL.name(key.name());
        List<Field<Object>> columns = key.columns().stream().map(table::plain).toList();
        ColumnModel deletedAt = table.entity().deletedAt();
        if (!key.unique()) {
            return List.of(dsl.createIndexIfNotExists(name).on(table.table(), columns));
        }
        return deletedAt == null
                ? List.of(dsl.createUniqueIndexIfNotExists(name).on(table.table(), columns))
                : dialect.uniqueAmongLive(dsl, table, name, columns, deletedAt);
    }

    private List<Query> createElements(ElementTable table) {
        EntityTable owner = table.owner();
        String name = table.collection().table().name();
        List<ColumnModel> id = owner.entity().id().columns();
        CreateTableElementListStep create = dsl.createTableIfNotExists(table.table());
        for (int i = 0; i < id.size(); i++) {
            DataType<?> type = dialect.dataType(id.get(i)).nullable(false);
            create = create.column(table.ownerFields().get(i), type);
        }
        if (table.isOrdered()) {
            create = create.column(table.plain(table.orderColumn()), SQLDataType.INTEGER.nullable(false));
        }
        for (ColumnModel column : table.collection().columns()) {
            create = create.column(
                    table.plain(column.name()), dialect.dataType(column).nullable(column.nullable()));
            create = withOffset(create, column);
        }
        create = create.constraints(constraints(table, name));
        if (table.isOrdered()) {
            return List.of(create);
        }
        // the primary key of an ordered collection starts with the owner, others need an index to be found by
        return List.of(
                create, dsl.createIndexIfNotExists(generated("ix_", name)).on(table.table(), table.ownerFields()));
    }

    // no engine takes less than 63; a longer name keeps its start and is told apart by a hash
    private static Name generated(String prefix, String table) {
        String name = prefix + table + "_owner";
        return DSL.name(name.length() <= 63 ? name : name.substring(0, 54) + String.format("_%08x", name.hashCode()));
    }

    private static List<Constraint> constraints(ElementTable table, String name) {
        EntityTable owner = table.owner();
        List<Field<Object>> id =
                owner.entity().id().columns().stream().map(owner::plain).toList();
        Constraint toOwner = DSL.constraint(generated("fk_", name))
                .foreignKey(table.ownerFields())
                .references(owner.table(), id);
        if (!table.isOrdered()) {
            return List.of(toOwner);
        }
        List<Field<Object>> key = new ArrayList<>(table.ownerFields());
        key.add(table.plain(table.orderColumn()));
        return List.of(DSL.primaryKey(key), toOwner);
    }
}
