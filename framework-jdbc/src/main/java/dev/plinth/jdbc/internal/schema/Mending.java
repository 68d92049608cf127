package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.catalog.LiveColumn;
import dev.plinth.jdbc.internal.catalog.LiveIndex;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.jdbc.internal.sql.TypeFit;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Nullability;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

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
        return possible
                ? of(dsl.alterTable(table.table()).addColumn(DSL.name(column.name()), column.type()))
                : List.of();
    }

    /** Makes a column's type wide enough, and no narrower than it is. */
    List<String> widen(TableDesign table, TableDesign.Column column, LiveColumn live) {
        DataType<?> type = column.type();
        boolean decimal = live.type() == Types.NUMERIC || live.type() == Types.DECIMAL;
        if (type.getType() == BigDecimal.class) {
            type = numeric(type.precision() - type.scale(), type.scale(), live);
        } else if (decimal) {
            type = numeric(TypeFit.digits(type), 0, live);
        }
        return setType(table, column, type);
    }

    private static DataType<?> numeric(int whole, int scale, LiveColumn live) {
        int newScale = Math.max(scale, live.digits());
        int newWhole = Math.max(whole, live.size() - live.digits());
        return SQLDataType.NUMERIC(newWhole + newScale, newScale);
    }

    /** Gives a column the type with the collation of the model, and no shorter than it is. */
    List<String> collate(TableDesign table, TableDesign.Column column, LiveColumn live) {
        DataType<?> type = column.type();
        boolean longer = live.size() > 0 && type.lengthDefined() && live.size() > type.length();
        if (longer) {
            type = live.size() == Integer.MAX_VALUE
                    ? SQLDataType.CLOB.collation(type.collation())
                    : type.length(live.size());
        }
        return setType(table, column, type);
    }

    private List<String> setType(TableDesign table, TableDesign.Column column, DataType<?> type) {
        return alter(dsl.alterTable(table.table())
                .alterColumn(SchemaAuthor.field(column.name()))
                .set(type.nullability(Nullability.DEFAULT)));
    }

    List<String> setNullable(TableDesign table, TableDesign.Column column) {
        var alter = dsl.alterTable(table.table()).alterColumn(SchemaAuthor.field(column.name()));
        return alter(column.nullable() ? alter.dropNotNull() : alter.setNotNull());
    }

    List<String> addPrimaryKey(TableDesign table) {
        return alter(dsl.alterTable(table.table()).add(DSL.primaryKey(SchemaAuthor.fields(table.primaryKey()))));
    }

    List<String> addCheck(TableDesign table, TableDesign.Check check) {
        return alter(dsl.alterTable(table.table()).add(SchemaAuthor.check(check)));
    }

    List<String> addReference(TableDesign table, TableDesign.Reference reference) {
        return alter(dsl.alterTable(table.table()).add(SchemaAuthor.reference(table, reference)));
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

    private List<String> alter(Query query) {
        return dialect.schema().altersColumns() ? of(query) : List.of();
    }

    private List<String> of(Query query) {
        return List.of(author.renderInlined(query));
    }
}
