package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.catalog.CatalogReader;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.catalog.Rows;
import dev.plinth.jdbc.internal.sql.Catalogs;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.jdbc.internal.sql.Tables;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.impl.DSL;

/** Compares a model with a live database. Used once. */
final class Comparison {
    private final Dialect dialect;
    private final SqlAuthor author;
    private final SchemaAuthor creation;
    private final Mending mending;
    private final CatalogReader catalog;
    private final List<SchemaDifference> found = new ArrayList<>();

    Comparison(Dialect dialect, SqlAuthor author, Connection connection) throws SQLException {
        this.dialect = dialect;
        this.author = author;
        this.creation = new SchemaAuthor(author, dialect);
        this.mending = new Mending(author, dialect);
        this.catalog = new CatalogReader(
                connection, dialect.schema().ignoresCase(), dialect.schema().path(connection));
    }

    List<SchemaDifference> differences(Tables tables, List<TableDesign> designs) throws SQLException {
        for (EntityTable table : tables.all()) {
            if (table.entity().id().generation() instanceof Generation.Sequence sequence) {
                if (dialect.hasSequences()) {
                    compareSequence(table.entity(), sequence);
                } else {
                    compareCounter(table.entity(), sequence);
                }
            }
        }
        for (TableDesign design : designs) {
            compare(design);
        }
        return found;
    }

    private void compare(TableDesign design) throws SQLException {
        Findings findings = new Findings(design);
        LiveTable live = catalog.find(design.name());
        if (live == null) {
            addMissing(design, findings);
        } else {
            LiveTable whole = dialect.schema().complete(catalog.connection(), live);
            new ColumnComparison(dialect, author, catalog, design, whole, findings).compare();
            if (!whole.view() && !design.readOnly()) {
                new KeyComparison(dialect, author, catalog, design, whole, findings).compare();
            }
        }
        found.addAll(findings.all());
    }

    private void addMissing(TableDesign design, Findings findings) throws SQLException {
        List<String> alike = catalog.alike(design.name());
        List<String> statements = new ArrayList<>();
        if (alike.isEmpty() && !design.readOnly()) {
            String schema = Catalogs.schema(design.name());
            if (schema != null) {
                statements.add(creation.createSchema(schema));
            }
            statements.addAll(creation.createTable(design));
        }
        findings.add(
                Kind.TABLE_MISSING,
                Severity.ERROR,
                findings.table() + " does not exist"
                        + (alike.isEmpty()
                                ? ""
                                : ", but one named '" + alike.get(0) + "': say that name in the mapping"),
                statements);
    }

    private void compareSequence(EntityModel entity, Generation.Sequence sequence) throws SQLException {
        Long increment = null;
        for (CatalogReader.Place place : catalog.places(sequence.name())) {
            if (increment == null) {
                increment = dialect.schema()
                        .increment(catalog.connection(), place, sequence.name().name());
            }
        }
        if (increment == null) {
            add(entity, sequence, "the sequence '" + sequence.name() + "' does not exist", create(sequence));
        } else if (increment < sequence.allocationSize()) {
            add(
                    entity,
                    sequence,
                    "the sequence '" + sequence.name() + "' is incremented by " + increment
                            + ", and the model takes blocks of " + sequence.allocationSize()
                            + ": ids would be given out twice",
                    mending.setIncrement(sequence));
        }
    }

    private List<String> create(Generation.Sequence sequence) {
        List<String> statements = new ArrayList<>();
        String schema = Catalogs.schema(sequence.name());
        if (schema != null) {
            statements.add(creation.createSchema(schema));
        }
        statements.addAll(creation.createSequence(sequence));
        return statements;
    }

    private void compareCounter(EntityModel entity, Generation.Sequence sequence) throws SQLException {
        boolean exists = catalog.find(sequence.name()) != null;
        String rows = author.renderInlined(
                author.dsl().select(DSL.inline("1")).from(DSL.table(EntityTable.name(sequence.name()))));
        boolean needsRow = dialect.counters().hasRow();
        if (!exists || needsRow && Rows.texts(catalog.connection(), rows).isEmpty()) {
            add(
                    entity,
                    sequence,
                    "the counter '" + sequence.name() + "' " + (exists ? "has no row" : "does not exist"),
                    create(sequence));
        }
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
