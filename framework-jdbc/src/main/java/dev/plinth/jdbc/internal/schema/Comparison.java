package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.catalog.CatalogReader;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.sql.Catalogs;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.jdbc.internal.sql.Tables;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Compares a model with a live database. Used once. */
final class Comparison {
    private final Dialect dialect;
    private final SqlAuthor author;
    private final SchemaAuthor creation;
    private final CatalogReader catalog;
    private final List<SchemaDifference> found = new ArrayList<>();
    private final List<SchemaDifference> atLast = new ArrayList<>();

    Comparison(Dialect dialect, SqlAuthor author, Connection connection) throws SQLException {
        this.dialect = dialect;
        this.author = author;
        this.creation = new SchemaAuthor(author, dialect);
        this.catalog = new CatalogReader(
                connection, dialect.schema().ignoresCase(), dialect.schema().path(connection));
    }

    List<SchemaDifference> differences(Tables tables, List<TableDesign> designs) throws SQLException {
        found.addAll(new SequenceComparison(dialect, author, catalog).differences(tables));
        for (TableDesign design : designs) {
            compare(design);
        }
        found.addAll(atLast);
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
            if (whole.view() && design.collection() != null && !design.readOnly()) {
                findings.add(
                        Kind.TABLE_MISSING,
                        Severity.WARNING,
                        findings.table() + " is a view: a collection is written there, if the view lets it be",
                        List.of());
            }
            if (!whole.view() && !design.readOnly()) {
                new KeyComparison(dialect, author, catalog, design, whole, findings).compare();
                compareReferences(design, whole, findings);
            }
        }
        found.addAll(findings.all());
        Findings late = new Findings(design);
        if (!design.readOnly() && (live == null || !live.view())) {
            for (TableDesign.Reference reference : creation.late(design)) {
                new ReferenceComparison(dialect, author, catalog, design, late).compare(reference, live);
            }
        }
        atLast.addAll(late.all());
    }

    // what needs a table that comes later is mended after that
    private void compareReferences(TableDesign design, LiveTable live, Findings findings) throws SQLException {
        List<TableDesign.Reference> late = creation.late(design);
        for (TableDesign.Reference reference : design.references()) {
            if (!late.contains(reference)) {
                new ReferenceComparison(dialect, author, catalog, design, findings).compare(reference, live);
            }
        }
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
}
