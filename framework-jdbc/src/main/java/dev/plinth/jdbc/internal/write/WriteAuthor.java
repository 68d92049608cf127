package dev.plinth.jdbc.internal.write;

import dev.plinth.jdbc.internal.sql.ElementTable;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.Sql;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.model.ColumnModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Writes the statements that write. Slots are numbered from left to right. */
final class WriteAuthor {
    private final SqlAuthor author;

    WriteAuthor(SqlAuthor author) {
        this.author = author;
    }

    Sql insert(EntityTable table, List<ColumnModel> columns) {
        return insert(table.table(), table.plainFields(columns));
    }

    Sql update(EntityTable table, List<ColumnModel> columns, List<Guard> guards) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        table.plainFields(columns).forEach(field -> values.put(field, SqlAuthor.slot(values.size())));
        int firstGuard = values.size();
        if (values.isEmpty()) {
            // changes nothing, but finds out whether the row is still there, and locks it
            Field<Object> id = table.plain(guards.get(0).column());
            values.put(id, id);
        }
        return author.render(author.dsl().update(table.table()).set(values).where(guarded(table, firstGuard, guards)));
    }

    Sql delete(EntityTable table, List<Guard> guards) {
        return author.render(author.dsl().deleteFrom(table.table()).where(guarded(table, 0, guards)));
    }

    /** The slots: the owner's id, the position where elements have one, the element. */
    Sql insert(ElementTable table) {
        List<Field<Object>> fields = new ArrayList<>(table.ownerFields());
        if (table.isOrdered()) {
            fields.add(table.plain(table.orderColumn()));
        }
        fields.addAll(table.fields());
        return insert(table.table(), fields);
    }

    /** The slots: the element, the owner's id, the position. */
    Sql updateAtPosition(ElementTable table) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        table.fields().forEach(field -> values.put(field, SqlAuthor.slot(values.size())));
        Condition at = owned(table, values.size())
                .and(table.plain(table.orderColumn())
                        .eq(SqlAuthor.slot(values.size() + table.ownerFields().size())));
        return author.render(author.dsl().update(table.table()).set(values).where(at));
    }

    /** The slots: the owner's id, the first position. */
    Sql deleteFromPosition(ElementTable table) {
        int owner = table.ownerFields().size();
        return delete(
                table, owned(table, 0).and(table.plain(table.orderColumn()).ge(SqlAuthor.slot(owner))));
    }

    /** The slots: the owner's id, the element. */
    Sql deleteElement(ElementTable table) {
        int slot = table.ownerFields().size();
        Condition condition = owned(table, 0);
        for (int i = 0; i < table.codecs().size(); i++) {
            ColumnModel column = table.collection().columns().get(i);
            Field<Object> field = table.plain(column.name());
            Field<Object> value = SqlAuthor.slot(slot);
            condition = condition.and(column.nullable() ? field.isNotDistinctFrom(value) : field.eq(value));
            slot += table.codecs().get(i).width();
        }
        return delete(table, condition);
    }

    /** The slots: the value's columns, the owner's id, the key. */
    Sql updateAtKey(ElementTable table) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        table.valueFields().forEach(field -> values.put(field, SqlAuthor.slot(values.size())));
        return author.render(author.dsl().update(table.table()).set(values).where(atKey(table, values.size())));
    }

    /** The slots: the owner's id, the key. */
    Sql deleteAtKey(ElementTable table) {
        return delete(table, atKey(table, 0));
    }

    private static Condition atKey(ElementTable table, int firstSlot) {
        int key = firstSlot + table.ownerFields().size();
        return owned(table, firstSlot).and(table.keyField().eq(SqlAuthor.slot(key)));
    }

    /** The slots: the owner's id. */
    Sql deleteAll(ElementTable table) {
        return delete(table, owned(table, 0));
    }

    private Sql insert(Table<Record> table, List<Field<Object>> fields) {
        if (fields.isEmpty()) {
            return author.render(author.dsl().insertInto(table).defaultValues());
        }
        List<Field<Object>> values = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            values.add(SqlAuthor.slot(i));
        }
        Query insert = author.dsl().insertInto(table, fields).values(values);
        return author.render(insert);
    }

    private Sql delete(ElementTable table, Condition condition) {
        return author.render(author.dsl().deleteFrom(table.table()).where(condition));
    }

    private static Condition guarded(EntityTable table, int firstSlot, List<Guard> guards) {
        List<Condition> parts = new ArrayList<>();
        int slot = firstSlot;
        for (Guard guard : guards) {
            Field<Object> field = table.plain(guard.column());
            parts.add(guard.isNull() ? field.isNull() : field.eq(SqlAuthor.slot(slot++)));
        }
        return DSL.and(parts);
    }

    private static Condition owned(ElementTable table, int firstSlot) {
        List<Condition> parts = new ArrayList<>();
        for (Field<Object> field : table.ownerFields()) {
            parts.add(field.eq(SqlAuthor.slot(firstSlot + parts.size())));
        }
        return DSL.and(parts);
    }
}
