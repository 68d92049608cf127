package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.sql.Catalogs;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.jdbc.internal.sql.Tables;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Constraint;
import org.jooq.CreateIndexStep;
import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Index;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;

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

    /** What creates everything that is missing. */
    List<String> create(Tables tables, List<TableDesign> designs) {
        List<String> statements = new ArrayList<>(createSurroundings(tables, Set.of()));
        List<String> unchecked = dialect.schema().uncheckedReferences();
        boolean circles = designs.stream().anyMatch(design -> !late(design).isEmpty());
        if (circles && !unchecked.isEmpty()) {
            statements.add(unchecked.get(0));
            designs.forEach(design -> statements.addAll(createTable(design, each -> true)));
            statements.add(unchecked.get(1));
        } else {
            designs.forEach(design -> statements.addAll(createTable(design)));
            designs.forEach(design -> late(design).forEach(each -> statements.addAll(replaceReference(design, each))));
        }
        return statements;
    }

    /** The foreign keys that cannot be created with their table, because another comes later. */
    List<TableDesign.Reference> late(TableDesign design) {
        return design.references().stream().filter(each -> !isInline(each)).toList();
    }

    private boolean isInline(TableDesign.Reference reference) {
        return !reference.late() || dialect.schema().refersForward();
    }

    // there is no adding what is missing only
    private List<String> replaceReference(TableDesign design, TableDesign.Reference reference) {
        return List.of(
                author.renderInlined(dsl.alterTable(design.table()).dropConstraintIfExists(DSL.name(reference.name()))),
                addReference(design, reference));
    }

    /** Adds a foreign key to a table that is there. */
    String addReference(TableDesign design, TableDesign.Reference reference) {
        return author.renderInlined(dsl.alterTable(design.table()).add(reference(reference)));
    }

    /** Drops a foreign key that is there. */
    String dropReference(TableDesign design, String name) {
        return author.renderInlined(dsl.alterTable(design.table()).dropForeignKey(DSL.name(name)));
    }

    /** Whether a table or sequence is among those that are found by a name without a schema. */
    static boolean isIn(Set<String> found, TableName name) {
        return name.schema() == null && name.catalog() == null && found.contains(name.name());
    }

    /**
     * What creates everything but tables.
     *
     * @param elsewhere the sequences without a schema that are there
     */
    List<String> createSurroundings(Tables tables, Set<String> elsewhere) {
        List<String> statements = new ArrayList<>();
        schemas(tables).forEach(schema -> statements.add(createSchema(schema)));
        Designer.sequences(tables).stream()
                .filter(sequence -> !isIn(elsewhere, sequence.name()))
                .forEach(sequence -> statements.addAll(createSequence(sequence)));
        return statements;
    }

    /** What drops a table that is there. */
    String drop(TableDesign design) {
        return author.renderInlined(dsl.dropTableIfExists(design.table()));
    }

    /** What drops the sequences that are there. */
    List<String> dropSequences(Tables tables) {
        List<Query> statements = new ArrayList<>();
        for (Generation.Sequence sequence : Designer.sequences(tables)) {
            statements.add(
                    dialect.hasSequences()
                            ? dsl.dropSequenceIfExists(EntityTable.name(sequence.name()))
                            : dialect.counters().drop(dsl, sequence));
        }
        return rendered(statements);
    }

    private static Set<String> schemas(Tables tables) {
        List<TableName> names = new ArrayList<>();
        for (EntityTable table : tables.all()) {
            if (table.parts().isEmpty()) {
                names.add(table.entity().table());
            }
            table.parts().forEach(part -> names.add(part.member().table()));
            table.elements().forEach(elements -> names.add(elements.collection().table()));
        }
        Designer.sequences(tables).forEach(sequence -> names.add(sequence.name()));
        Set<String> schemas = new LinkedHashSet<>();
        names.stream().map(Catalogs::schema).filter(Objects::nonNull).forEach(schemas::add);
        return schemas;
    }

    String createSchema(String schema) {
        return author.renderInlined(dsl.createSchemaIfNotExists(DSL.name(schema)));
    }

    List<String> createSequence(Generation.Sequence sequence) {
        return rendered(
                dialect.hasSequences()
                        ? List.of(dsl.createSequenceIfNotExists(EntityTable.name(sequence.name()))
                                .startWith(sequence.initialValue())
                                .incrementBy(sequence.allocationSize()))
                        : dialect.counters().create(dsl, sequence));
    }

    /** A sequence that starts with what the database computes. */
    List<String> createSequenceFrom(Generation.Sequence sequence, Field<Long> first) {
        return rendered(
                dialect.hasSequences()
                        ? dialect.schema().createSequence(dsl, sequence, first)
                        : dialect.counters().create(dsl, sequence, first));
    }

    /** A table with its keys and indexes, and those foreign keys that are not late. */
    List<String> createTable(TableDesign design) {
        return createTable(design, this::isInline);
    }

    private List<String> createTable(TableDesign design, Predicate<TableDesign.Reference> inline) {
        CreateTableElementListStep create = dsl.createTableIfNotExists(design.table());
        for (TableDesign.Column column : design.columns()) {
            create = create.column(field(column.name()), column.type());
        }
        List<Constraint> constraints = new ArrayList<>();
        if (!design.primaryKey().isEmpty()) {
            constraints.add(DSL.primaryKey(fields(design.primaryKey())));
        }
        design.references().stream().filter(inline).forEach(each -> constraints.add(reference(each)));
        design.checks().forEach(check -> constraints.add(check(check)));
        create = create.constraints(constraints);
        if (dialect.createsIndexesWhereMissing()) {
            List<String> statements = new ArrayList<>();
            statements.add(author.renderInlined(create));
            statements.addAll(createKeys(design));
            return statements;
        }
        String statement = author.renderInlined(create.indexes(
                design.keys().stream().map(key -> index(design, key)).toList()));
        return List.of(design.keys().stream()
                .map(TableDesign.Key::deletedAt)
                .filter(Objects::nonNull)
                .findFirst()
                .map(deletedAt -> dialect.withHiddenColumns(statement, deletedAt))
                .orElse(statement));
    }

    /** The keys and indexes of a table that is there. */
    List<String> createKeys(TableDesign design) {
        // two keys may need the same column of their own
        Set<String> statements = new LinkedHashSet<>();
        design.keys().forEach(key -> statements.addAll(createKey(design, key)));
        return List.copyOf(statements);
    }

    // as a part of its table
    private Index index(TableDesign design, TableDesign.Key key) {
        Stream<String> hidden = key.deletedAt() == null ? Stream.empty() : dialect.hiddenColumns().stream();
        OrderField<?>[] columns = Stream.concat(
                        key.columns().stream().map(column -> ordered(design, key, column)),
                        hidden.map(SchemaAuthor::field))
                .toArray(OrderField<?>[]::new);
        return Internal.createIndex(DSL.name(key.name()), design.table(), columns, key.unique());
    }

    String columnType(ColumnModel column) {
        String type = typeName(dialect.dataType(column));
        return dialect.codec(column).offset() == null ? type : type + " + int";
    }

    /** A type as in a statement that creates a table. */
    String typeName(DataType<?> dataType) {
        String create = author.renderInlined(dsl.createTable(DSL.name("t")).column(DSL.name("c"), dataType));
        return create.substring(create.indexOf(' ', create.indexOf('(')) + 1, create.lastIndexOf(')'))
                // MariaDB's quotes of names, and the word that jOOQ adds to its times
                .replace("`", "")
                .replaceFirst(" null$", "");
    }

    List<String> createKey(TableDesign design, TableDesign.Key key) {
        Name name = DSL.name(key.name());
        List<OrderField<?>> columns = new ArrayList<>();
        for (String column : key.columns()) {
            columns.add(ordered(design, key, column));
        }
        if (!key.unique()) {
            return rendered(List.of(createIndex(name).on(design.table(), columns)));
        }
        return rendered(
                key.deletedAt() == null
                        ? List.of(createUniqueIndex(name).on(design.table(), columns))
                        : dialect.uniqueAmongLive(dsl, design.owner(), name, columns, key.deletedAt()));
    }

    // an index serves an order only if it puts null where the order does
    private OrderField<?> ordered(TableDesign design, TableDesign.Key key, String column) {
        boolean descending = key.descending().contains(column);
        boolean nullable =
                design.columns().stream().anyMatch(each -> each.name().equals(column) && each.nullable());
        if (nullable && !key.unique() && dialect.schema().nullIsGreatest()) {
            return descending
                    ? field(column).desc().nullsLast()
                    : field(column).asc().nullsFirst();
        }
        return descending ? field(column).desc() : field(column);
    }

    private CreateIndexStep createIndex(Name name) {
        return dialect.createsIndexesWhereMissing() ? dsl.createIndexIfNotExists(name) : dsl.createIndex(name);
    }

    private CreateIndexStep createUniqueIndex(Name name) {
        return dialect.createsIndexesWhereMissing()
                ? dsl.createUniqueIndexIfNotExists(name)
                : dsl.createUniqueIndex(name);
    }

    /** The condition of a check as a statement has it. */
    String text(TableDesign.Check check) {
        return author.renderInlined(check.condition());
    }

    static Constraint check(TableDesign.Check check) {
        return DSL.constraint(DSL.name(check.name())).check(check.condition());
    }

    static Constraint reference(TableDesign.Reference reference) {
        return DSL.constraint(DSL.name(reference.name()))
                .foreignKey(fields(reference.columns()))
                .references(DSL.table(EntityTable.name(reference.target())), fields(reference.targets()));
    }

    static Field<Object> field(String column) {
        return DSL.field(DSL.name(column));
    }

    static List<Field<Object>> fields(List<String> columns) {
        return columns.stream().map(SchemaAuthor::field).toList();
    }

    private List<String> rendered(List<? extends Query> statements) {
        return statements.stream().map(author::renderInlined).toList();
    }
}
