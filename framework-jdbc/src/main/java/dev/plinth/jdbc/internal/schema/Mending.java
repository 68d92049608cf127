package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.catalog.LiveColumn;
import dev.plinth.jdbc.internal.catalog.LiveIndex;
import dev.plinth.jdbc.internal.sql.ConstraintNames;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.jdbc.internal.sql.TypeFit;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Name;
import org.jooq.Nullability;
import org.jooq.Query;
import org.jooq.impl.DSL;

/** Writes the statements that change what is there. None where the engine cannot change it, or where data is at risk. */
final class Mending {
    private final SqlAuthor author;
    private final DSLContext dsl;
    private final Dialect dialect;

    Mending(SqlAuthor author, Dialect dialect) {
        this.author = author;
        this.dsl = author.dsl();
        this.dialect = dialect;
    }

    // SQLite refuses a new column that must not be null, even in an empty table
    List<String> addColumn(TableDesign table, TableDesign.Column column) {
        boolean possible = dialect.schema().altersColumns() || column.nullable();
        if (!possible) {
            return List.of();
        }
        var add = dsl.alterTable(table.table());
        if (column.nullable() || !dialect.schema().inventsValues()) {
            return of(add.addColumn(DSL.name(column.name()), column.type()));
        }
        // no row passes this check, so that the statement fails where there are any
        Name empty = DSL.name(ConstraintNames.of("ck", table.name().name(), column.name(), "of_rows"));
        return List.of(
                author.renderInlined(add.add(
                        DSL.field(DSL.name(column.name()), column.type()),
                        DSL.constraint(empty)
                                .check(SchemaAuthor.field(column.name()).isNull()))),
                author.renderInlined(dsl.alterTable(table.table()).dropConstraint(empty)));
    }

    /** Gives a column a type wide enough, no narrower than it is, with the collation of the model. */
    List<String> setType(TableDesign table, TableDesign.Column column, LiveColumn live) {
        return setType(table, column, live, live.nullable());
    }

    /** Lets a column take null or not, as the model says. */
    List<String> setNullable(TableDesign table, TableDesign.Column column, LiveColumn live) {
        if (dialect.schema().restatesColumns()) {
            TypeFit fit = dialect.schema().fit(column.type(), live);
            boolean known = fit == TypeFit.FITS || fit == TypeFit.TOO_SMALL;
            return known ? setType(table, column, live, column.nullable()) : List.of();
        }
        var alter = dsl.alterTable(table.table()).alterColumn(SchemaAuthor.field(column.name()));
        return alter(column.nullable() ? alter.dropNotNull() : alter.setNotNull());
    }

    private List<String> setType(TableDesign table, TableDesign.Column column, LiveColumn live, boolean nullable) {
        boolean restates = dialect.schema().restatesColumns();
        if (restates && saysMore(live)) {
            return List.of();
        }
        DataType<?> type = WiderType.of(column.type(), live);
        return alter(dsl.alterTable(table.table())
                .alterColumn(SchemaAuthor.field(column.name()))
                .set(restates ? type.nullable(nullable) : type.nullability(Nullability.DEFAULT)));
    }

    // what a statement that states the whole column again would take away
    private static boolean saysMore(LiveColumn live) {
        return live.hasDefault()
                || live.saysMore()
                || live.generation() != LiveColumn.Generation.NONE
                || live.type() == Types.LONGVARCHAR
                || live.type() == Types.LONGVARBINARY
                || live.typeName().toLowerCase(Locale.ROOT).contains("unsigned");
    }

    List<String> addPrimaryKey(TableDesign table) {
        return alter(dsl.alterTable(table.table()).add(DSL.primaryKey(SchemaAuthor.fields(table.primaryKey()))));
    }

    /** Adds a check, and drops others then: in one statement where the engine can, so that all is done or nothing. */
    List<String> replaceChecks(TableDesign table, List<String> old, TableDesign.Check check) {
        List<String> adding = alter(dsl.alterTable(table.table()).add(SchemaAuthor.check(check)));
        if (adding.isEmpty()) {
            return adding;
        } else if (dialect.schema().altersAtOnce()) {
            String drops = old.stream()
                    .map(name -> ", drop constraint " + dsl.render(DSL.name(name)))
                    .collect(Collectors.joining());
            return List.of(adding.get(0) + drops);
        }
        List<String> statements = new ArrayList<>(adding);
        old.forEach(name -> statements.addAll(dropConstraint(table, name)));
        return statements;
    }

    /**
     * Gives an index the name of another that has gone.
     *
     * @param creation what creates that other one
     */
    List<String> renameIndex(TableDesign table, TableDesign.Key from, TableDesign.Key to, List<String> creation) {
        Name old = EntityTable.name(
                new TableName(table.name().catalog(), table.name().schema(), from.name()));
        if (!dialect.schema().altersColumns()) {
            List<String> statements = new ArrayList<>(creation);
            statements.add(author.renderInlined(dsl.dropIndex(old)));
            return statements;
        }
        return dialect.schema().restatesColumns()
                ? of(dsl.query(
                        "alter table {0} rename index {1} to {2}",
                        table.table(), DSL.name(from.name()), DSL.name(to.name())))
                : of(dsl.alterIndex(old).renameTo(DSL.name(to.name())));
    }

    List<String> addReference(TableDesign table, TableDesign.Reference reference) {
        return alter(dsl.alterTable(table.table()).add(SchemaAuthor.reference(reference)));
    }

    List<String> dropReference(TableDesign table, String name) {
        return alter(dsl.alterTable(table.table()).dropForeignKey(DSL.name(name)));
    }

    List<String> dropConstraint(TableDesign table, String name) {
        return alter(dsl.alterTable(table.table()).dropConstraint(DSL.name(name)));
    }

    List<String> dropIndex(TableDesign table, LiveIndex index) {
        if (index.constraint() != null) {
            return dropConstraint(table, index.constraint());
        }
        TableName name = new TableName(null, table.name().schema(), index.name());
        return of(dsl.dropIndex(EntityTable.name(name)).on(table.table()));
    }

    List<String> setIncrement(Generation.Sequence sequence) {
        return of(dsl.alterSequence(EntityTable.name(sequence.name())).incrementBy(sequence.allocationSize()));
    }

    /** Lets a sequence go on as far as numbers go. */
    List<String> dropEnd(Generation.Sequence sequence) {
        return of(dialect.schema().dropEnd(dsl, EntityTable.name(sequence.name())));
    }

    private List<String> alter(Query query) {
        return dialect.schema().altersColumns() ? of(query) : List.of();
    }

    private List<String> of(Query query) {
        return List.of(author.renderInlined(query));
    }
}
