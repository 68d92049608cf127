package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.catalog.CatalogReader;
import dev.plinth.jdbc.internal.catalog.LiveSequence;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.catalog.Rows;
import dev.plinth.jdbc.internal.sql.Catalogs;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.jdbc.internal.sql.Tables;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Compares the sequences of a model, or the counters that stand for them. */
final class SequenceComparison {
    private final Dialect dialect;
    private final SqlAuthor author;
    private final SchemaAuthor creation;
    private final Mending mending;
    private final CatalogReader catalog;
    private final List<SchemaDifference> found = new ArrayList<>();

    SequenceComparison(Dialect dialect, SqlAuthor author, CatalogReader catalog) {
        this.dialect = dialect;
        this.author = author;
        this.creation = new SchemaAuthor(author, dialect);
        this.mending = new Mending(author, dialect);
        this.catalog = catalog;
    }

    List<SchemaDifference> differences(Tables tables) throws SQLException {
        Set<Generation.Sequence> compared = new HashSet<>();
        for (EntityTable table : tables.all()) {
            if (table.entity().id().generation() instanceof Generation.Sequence sequence && compared.add(sequence)) {
                if (dialect.hasSequences()) {
                    compareSequence(tables, table.entity(), sequence);
                } else {
                    compareCounter(tables, table.entity(), sequence);
                }
            }
        }
        return found;
    }

    private void compareSequence(Tables tables, EntityModel entity, Generation.Sequence sequence) throws SQLException {
        LiveSequence live = null;
        for (CatalogReader.Place place : catalog.places(sequence.name())) {
            if (live == null) {
                live = dialect.schema()
                        .sequence(catalog.connection(), place, sequence.name().name());
            }
        }
        String name = "the sequence '" + sequence.name() + "'";
        if (live == null) {
            add(entity, sequence, name + " does not exist", create(tables, sequence));
            return;
        }
        if (live.increment() < sequence.allocationSize()) {
            add(
                    entity,
                    sequence,
                    name + " is incremented by " + live.increment() + ", and the model takes blocks of "
                            + sequence.allocationSize() + ": ids would be given out twice",
                    mending.setIncrement(sequence));
        }
        if (live.greatest() < greatest(entity.id().columns().get(0))) {
            add(
                    entity,
                    sequence,
                    name + " ends at " + live.greatest() + ", and the model's ids go further: inserts fail from there",
                    mending.dropEnd(sequence));
        }
    }

    // MariaDB keeps the last number to itself
    private static long greatest(ColumnModel id) {
        return switch (id.type()) {
            case BYTE -> Byte.MAX_VALUE;
            case SHORT -> Short.MAX_VALUE;
            case INT -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE - 1;
        };
    }

    private void compareCounter(Tables tables, EntityModel entity, Generation.Sequence sequence) throws SQLException {
        boolean exists = catalog.find(sequence.name()) != null;
        String rows = author.renderInlined(
                author.dsl().select(DSL.inline("1")).from(DSL.table(EntityTable.name(sequence.name()))));
        boolean needsRow = dialect.counters().hasRow();
        if (!exists || needsRow && Rows.texts(catalog.connection(), rows).isEmpty()) {
            add(
                    entity,
                    sequence,
                    "the counter '" + sequence.name() + "' " + (exists ? "has no row" : "does not exist"),
                    create(tables, sequence));
        }
    }

    private List<String> create(Tables tables, Generation.Sequence sequence) throws SQLException {
        List<String> statements = new ArrayList<>();
        String schema = Catalogs.schema(sequence.name());
        if (schema != null) {
            statements.add(creation.createSchema(schema));
        }
        Field<Long> first = first(tables, sequence);
        statements.addAll(
                first == null ? creation.createSequence(sequence) : creation.createSequenceFrom(sequence, first));
        return statements;
    }

    /** The first id behind those that are there, for the database to find; null where there are no tables of it. */
    private @Nullable Field<Long> first(Tables tables, Generation.Sequence sequence) throws SQLException {
        Select<Record1<Long>> greatest = null;
        Field<Long> id = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
        for (EntityTable table : tables.all()) {
            if (table.entity().id().generation().equals(sequence) && hasId(table)) {
                ColumnModel column = table.entity().id().columns().get(0);
                Field<Long> max = DSL.max(DSL.field(DSL.name(column.name()), SQLDataType.BIGINT));
                Select<Record1<Long>> own = DSL.select(max.as(id)).from(table.table());
                greatest = greatest == null ? own : greatest.unionAll(own);
            }
        }
        if (greatest == null) {
            return null;
        }
        Field<Long> initial = DSL.inline(sequence.initialValue(), SQLDataType.BIGINT);
        return DSL.field(DSL.select(DSL.greatest(DSL.coalesce(DSL.max(id).plus(DSL.inline(1L)), initial), initial))
                .from(greatest.asTable(DSL.name("ids"))));
    }

    private boolean hasId(EntityTable table) throws SQLException {
        LiveTable live = catalog.find(table.entity().table());
        String id = table.entity().id().columns().get(0).name();
        return live != null && live.columns().stream().anyMatch(column -> catalog.same(column.name(), id));
    }

    private void add(EntityModel entity, Generation.Sequence sequence, String message, List<String> statements) {
        found.add(new SchemaDifference(
                Kind.SEQUENCE,
                Severity.ERROR,
                entity.name(),
                entity.id().property().path(),
                sequence.name().toString(),
                null,
                message,
                statements));
    }
}
