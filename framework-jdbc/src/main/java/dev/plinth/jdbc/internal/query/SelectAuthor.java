package dev.plinth.jdbc.internal.query;

import dev.plinth.backend.Query;
import dev.plinth.backend.SortKey;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.ElementTable;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.Sql;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.Select;
import org.jooq.SelectQuery;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** Writes the statements that read. */
final class SelectAuthor {
    /** The column that numbers the rows of a group. */
    private static final String NUMBER = "plinth_number";

    private final SqlAuthor author;
    private final Dialect dialect;

    SelectAuthor(SqlAuthor author, Dialect dialect) {
        this.author = author;
        this.dialect = dialect;
    }

    Sql find(EntityTable table, Query query) {
        ConditionTranslator translator = new ConditionTranslator(table, dialect);
        Query.PerGroup perGroup = query.perGroup();
        SelectQuery<Record> select;
        if (perGroup == null) {
            select = selectAll(table);
            select.addConditions(translator.translate(query.condition()));
        } else {
            select = firstOfGroups(table, query, perGroup, translator);
        }
        for (SortKey key : query.order()) {
            select.addOrderBy(sort(table, key));
        }
        if (query.limit() > 0) {
            select.addLimit(translator.nextSlot().coerce(Long.class));
        }
        if (query.offset() > 0) {
            select.addOffset(translator.nextSlot().coerce(Long.class));
        }
        return author.render(select);
    }

    // the rows are numbered within their groups by a query that has the alias of the table it stands for
    private SelectQuery<Record> firstOfGroups(
            EntityTable table, Query query, Query.PerGroup perGroup, ConditionTranslator translator) {
        SelectQuery<Record> numbered = selectAll(table);
        numbered.addConditions(translator.translate(query.condition()));
        numbered.addSelect(DSL.rowNumber()
                .over()
                .partitionBy(perGroup.columns().stream().map(table::aliased).toList())
                .orderBy(
                        query.order().isEmpty()
                                ? table.entity().id().columns().stream()
                                        .map(table::aliased)
                                        .toList()
                                : query.order().stream()
                                        .map(key -> sort(table, key))
                                        .toList())
                .as(DSL.name(NUMBER)));
        SelectQuery<Record> select = author.dsl().selectQuery();
        select.addFrom(numbered.asTable(table.alias()));
        select.addSelect(table.aliasedFields());
        select.addConditions(DSL.field(DSL.name(table.alias().last(), NUMBER)).le(translator.nextSlot()));
        return select;
    }

    Sql count(EntityTable table, Query query) {
        ConditionTranslator translator = new ConditionTranslator(table, dialect);
        Select<?> select =
                author.dsl().selectCount().from(table.aliased()).where(translator.translate(query.condition()));
        return author.render(select);
    }

    Sql byKeys(EntityTable table, int keys, boolean lock) {
        SelectQuery<Record> select = selectAll(table);
        List<Field<Object>> id =
                table.entity().id().columns().stream().map(table::aliased).toList();
        select.addConditions(in(id, keys));
        // of rows that are put together none is locked
        select.setForUpdate(lock && dialect.locksRows() && table.parts().isEmpty());
        return author.render(select);
    }

    Sql elements(ElementTable table, int owners) {
        List<Field<Object>> owner =
                table.collection().ownerColumns().stream().map(table::aliased).toList();
        SelectQuery<Record> select = author.dsl().selectQuery();
        select.addFrom(table.aliased());
        select.addSelect(owner);
        select.addSelect(table.aliasedFields());
        select.addConditions(in(owner, owners));
        if (table.isOrdered()) {
            select.addOrderBy(table.aliased(table.orderColumn()));
        }
        return author.render(select);
    }

    private SelectQuery<Record> selectAll(EntityTable table) {
        SelectQuery<Record> select = author.dsl().selectQuery();
        select.addFrom(table.aliased());
        select.addSelect(table.aliasedFields());
        return select;
    }

    private SortField<?> sort(EntityTable table, SortKey key) {
        Field<Object> field = table.aliased(key.column());
        Field<?> by = key.ignoreCase() ? dialect.ignoringCase(field) : field;
        SortField<?> sorted = key.descending() ? by.desc() : by.asc();
        if (!key.column().nullable() || dialect.nullIsSmallest()) {
            return sorted;
        }
        return key.descending() ? sorted.nullsLast() : sorted.nullsFirst();
    }

    /** The id is one of so many, whose values fill the slots from 0, one id after the other. */
    private Condition in(List<Field<Object>> id, int count) {
        if (id.size() == 1 && count == 1) {
            return id.get(0).eq(SqlAuthor.slot(0));
        }
        List<Field<Object>> singles = new ArrayList<>();
        List<RowN> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Field<?>> row = new ArrayList<>();
            for (int j = 0; j < id.size(); j++) {
                row.add(SqlAuthor.slot(i * id.size() + j));
            }
            singles.add(SqlAuthor.slot(i));
            rows.add(DSL.row(row));
        }
        return id.size() == 1 ? id.get(0).in(singles) : dialect.inKeys(id, rows);
    }
}
