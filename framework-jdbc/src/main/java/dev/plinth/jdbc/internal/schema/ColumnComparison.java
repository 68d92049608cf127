package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.catalog.CatalogReader;
import dev.plinth.jdbc.internal.catalog.LiveColumn;
import dev.plinth.jdbc.internal.catalog.LiveColumn.Generation;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.jdbc.internal.sql.TypeFit;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jooq.DataType;
import org.jooq.Nullability;

/** Compares the columns of one table. */
final class ColumnComparison {
    private final Dialect dialect;
    private final SqlAuthor author;
    private final Mending mending;
    private final CatalogReader catalog;
    private final TableDesign table;
    private final LiveTable live;
    private final Findings findings;
    /** Whether nothing is written, so that only what can be read counts, and others decide what it looks like. */
    private final boolean onlyRead;

    ColumnComparison(
            Dialect dialect,
            SqlAuthor author,
            CatalogReader catalog,
            TableDesign table,
            LiveTable live,
            Findings findings) {
        this.dialect = dialect;
        this.author = author;
        this.mending = new Mending(author, dialect);
        this.catalog = catalog;
        this.table = table;
        this.live = live;
        this.findings = findings;
        this.onlyRead = live.view() || table.readOnly();
    }

    void compare() {
        for (TableDesign.Column column : table.columns()) {
            Optional<LiveColumn> found = live.columns().stream()
                    .filter(each -> catalog.same(each.name(), column.name()))
                    .findFirst();
            if (found.isEmpty()) {
                addMissing(column);
            } else {
                compare(column, found.get());
            }
        }
        if (!onlyRead) {
            live.columns().stream().filter(this::isInTheWay).forEach(this::addUnknown);
        }
    }

    private void addMissing(TableDesign.Column column) {
        Optional<String> alike = live.columns().stream()
                .map(LiveColumn::name)
                .filter(name -> name.equalsIgnoreCase(column.name()))
                .findFirst();
        boolean guess = onlyRead || alike.isPresent();
        findings.add(
                Kind.COLUMN_MISSING,
                Severity.ERROR,
                column,
                findings.table() + " has no column '" + column.name() + "'"
                        + alike.map(name -> ", but one named '" + name + "': say that name in the mapping")
                                .orElse(
                                        column.nullable() || onlyRead
                                                ? ""
                                                : ", which must not be null: where there are rows, add it as one that"
                                                        + " takes null, fill it, and let it refuse null then"),
                guess ? List.of() : mending.addColumn(table, column));
    }

    private void compare(TableDesign.Column column, LiveColumn found) {
        compareType(column, found);
        compareCollation(column, found);
        if (!onlyRead) {
            compareNullability(column, found);
            compareGeneration(column, found);
        }
    }

    private void compareType(TableDesign.Column column, LiveColumn found) {
        TypeFit fit = dialect.schema().fit(column.type(), found);
        String is = findings.column(found.name()) + " is of the type " + named(found);
        String needed = typeName(column.type());
        switch (fit) {
            case FITS -> {}
            case PADS ->
                findings.add(
                        Kind.COLUMN_TYPE,
                        Severity.WARNING,
                        column,
                        is + ", which adds spaces to shorter texts; the model needs " + needed,
                        List.of());
            case TOO_SMALL ->
                findings.add(
                        Kind.COLUMN_SIZE,
                        Severity.ERROR,
                        column,
                        is + ", which is too small for the model's values: it needs " + needed,
                        onlyRead ? List.of() : mending.setType(table, column, found));
            case OTHER ->
                findings.add(
                        Kind.COLUMN_TYPE,
                        Severity.ERROR,
                        column,
                        is + ", which does not hold the model's values: it needs " + needed,
                        List.of());
        }
    }

    private String typeName(DataType<?> type) {
        return new SchemaAuthor(author, dialect)
                .typeName(type.identity(false).nullability(Nullability.DEFAULT))
                .replaceFirst(" collate .*", "");
    }

    private static String named(LiveColumn column) {
        String name = column.typeName();
        if (name.indexOf('(') >= 0) {
            return name;
        }
        return switch (column.type()) {
            case Types.NUMERIC, Types.DECIMAL ->
                column.size() == 0
                        ? name
                        : name + "(" + column.size() + (column.digits() > 0 ? ", " + column.digits() : "") + ")";
            case Types.CHAR, Types.VARCHAR, Types.BINARY, Types.VARBINARY ->
                column.size() > 0 && column.size() < 100_000 ? name + "(" + column.size() + ")" : name;
            case Types.TIME, Types.TIMESTAMP, Types.TIME_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE ->
                name.replaceFirst("^\\w+", "$0(" + column.digits() + ")");
            default -> name;
        };
    }

    private void compareCollation(TableDesign.Column column, LiveColumn found) {
        LiveColumn.Collation collation = found.collation();
        if (collation == null || column.type().getType() != String.class) {
            return;
        }
        String why = collation.exact()
                ? "sorts it in another order than by code point"
                : "may take different texts for equal";
        findings.add(
                Kind.COLUMN_COLLATION,
                collation.exact() ? Severity.WARNING : Severity.ERROR,
                column,
                findings.column(found.name()) + " has the collation '" + collation.name() + "', which " + why,
                onlyRead ? List.of() : mending.setType(table, column, found));
    }

    private void compareNullability(TableDesign.Column column, LiveColumn found) {
        boolean key = table.primaryKey().contains(column.name());
        if (!column.written() || key && found.nullable() || column.nullable() == found.nullable()) {
            return;
        }
        findings.add(
                Kind.COLUMN_NULLABILITY,
                column.nullable() ? Severity.ERROR : Severity.WARNING,
                column,
                column.nullable()
                        ? findings.column(found.name()) + " refuses null, which the model allows"
                        : findings.column(found.name()) + " takes null, which the model does not allow",
                mending.setNullable(table, column, found));
    }

    private void compareGeneration(TableDesign.Column column, LiveColumn found) {
        boolean generated = found.generation() != Generation.NONE || found.hasDefault();
        if (column.identity() && !generated) {
            findings.add(
                    Kind.COLUMN_GENERATED,
                    Severity.WARNING,
                    column,
                    findings.column(found.name())
                            + " has neither an identity nor a default, and the model leaves its values"
                            + " to the database: inserts fail, unless a trigger sets it",
                    List.of());
        } else if (!column.identity() && column.written() && found.generation() == Generation.ALWAYS) {
            findings.add(
                    Kind.COLUMN_GENERATED,
                    Severity.ERROR,
                    column,
                    findings.column(found.name()) + " is always made by the database, and the model writes it",
                    List.of());
        }
    }

    // an insert would fail, because it says nothing of this column
    private boolean isInTheWay(LiveColumn column) {
        boolean known = table.columns().stream().anyMatch(each -> catalog.same(each.name(), column.name()))
                || dialect.hiddenColumns().contains(column.name());
        return !known && !column.nullable() && !column.hasDefault() && column.generation() == Generation.NONE;
    }

    private void addUnknown(LiveColumn column) {
        findings.add(
                Kind.COLUMN_UNKNOWN,
                Severity.ERROR,
                null,
                column.name(),
                findings.column(column.name()) + " must not be null and has no default, and the model does not know it:"
                        + " inserts fail. Map it, or give it a default",
                List.of());
    }
}
