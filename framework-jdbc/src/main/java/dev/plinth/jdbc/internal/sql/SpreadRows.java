package dev.plinth.jdbc.internal.sql;

import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.HierarchyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The rows of a hierarchy that are spread over several tables, as one table for queries. */
final class SpreadRows {
    private final EntityTable whole;
    private final List<PartTable> parts;
    private final HierarchyModel hierarchy;

    SpreadRows(EntityTable whole, List<PartTable> parts) {
        this.whole = whole;
        this.parts = parts;
        this.hierarchy = Objects.requireNonNull(whole.entity().hierarchy());
    }

    Table<Record> as(Name alias) {
        return (hierarchy.strategy() == HierarchyModel.Strategy.JOINED ? joined() : union()).asTable(alias);
    }

    private static Name alias(int part) {
        return DSL.name("p" + part);
    }

    private Select<Record> joined() {
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        for (ColumnModel column : whole.entity().columns()) {
            List<Integer> places = places(column);
            fields.addAll(fields(column, name -> {
                List<Field<Object>> found = places.stream()
                        .map(i -> DSL.field(DSL.name(alias(i), DSL.name(name))))
                        .toList();
                // coerced to any class but Object, which javac takes for a value
                Field<?> field = found.size() == 1
                        ? found.get(0)
                        : DSL.coalesce(
                                found.get(0).coerce(String.class),
                                found.subList(1, found.size()).toArray(new Field<?>[0]));
                return field.as(DSL.name(name));
            }));
        }
        Table<Record> from = parts.get(0).table().table().as(alias(0));
        for (int i = 1; i < parts.size(); i++) {
            int place = i;
            List<Condition> same = whole.entity().id().columns().stream()
                    .map(id -> DSL.field(DSL.name(alias(place), DSL.name(id.name())))
                            .eq(DSL.field(DSL.name(alias(0), DSL.name(id.name())))))
                    .toList();
            from = from.leftJoin(parts.get(i).table().table().as(alias(i))).on(DSL.and(same));
        }
        return DSL.select(fields).from(from);
    }

    // the id is that of the root
    private List<Integer> places(ColumnModel column) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).columns().contains(column)) {
                places.add(i);
            }
        }
        return places.get(0) == 0 ? places.subList(0, 1) : places;
    }

    private Select<Record> union() {
        Select<Record> all = null;
        for (PartTable part : parts) {
            List<SelectFieldOrAsterisk> fields = new ArrayList<>();
            for (ColumnModel column : whole.entity().columns()) {
                fields.addAll(fields(column, name -> of(part, column, name).as(DSL.name(name))));
            }
            Select<Record> rows = DSL.select(fields).from(part.table().table());
            all = all == null ? rows : all.unionAll(rows);
        }
        return Objects.requireNonNull(all);
    }

    private Field<?> of(PartTable part, ColumnModel column, String name) {
        if (column == hierarchy.discriminator()) {
            Object value = Objects.requireNonNull(part.member().value());
            return DSL.inline(value instanceof Character c ? c.toString() : value);
        } else if (part.columns().contains(column)) {
            return DSL.field(DSL.name(name));
        }
        // null, of the type that the column has where it is
        Table<Record> home = parts.stream()
                .filter(other -> other.columns().contains(column))
                .map(other -> other.table().table())
                .findFirst()
                .orElseThrow();
        return DSL.field(DSL.select(DSL.field(DSL.name(DSL.name("h"), DSL.name(name))))
                .from(home.as(DSL.name("h")))
                .where(DSL.falseCondition()));
    }

    private interface ByName {
        Field<?> of(String name);
    }

    private List<SelectFieldOrAsterisk> fields(ColumnModel column, ByName byName) {
        Codec codec = whole.codecs().get(column.position());
        List<SelectFieldOrAsterisk> fields = new ArrayList<>();
        fields.add(byName.of(column.name()));
        if (codec.offset() != null) {
            fields.add(byName.of(Columns.offsetOf(column)));
        }
        return fields;
    }
}
