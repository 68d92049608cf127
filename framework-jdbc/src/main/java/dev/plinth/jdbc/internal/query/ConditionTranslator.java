package dev.plinth.jdbc.internal.query;

import dev.plinth.backend.Condition;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.ElementTable;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.model.ColumnModel;
import dev.plinth.specification.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.impl.DSL;

/**
 * Turns conditions into SQL. A test that meets null is unknown in SQL, which selects no row just as false does; only
 * the negation of a test needs to say what it means by null.
 */
final class ConditionTranslator {
    private static final int GROUP = 200;

    private final EntityTable table;
    private final Dialect dialect;
    private int slots;

    ConditionTranslator(EntityTable table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    org.jooq.Condition translate(Condition condition) {
        return translate(condition, table::aliased);
    }

    Field<Object> nextSlot() {
        return SqlAuthor.slot(slots++);
    }

    private org.jooq.Condition translate(Condition condition, Function<ColumnModel, Field<Object>> fields) {
        if (condition instanceof Condition.Constant constant) {
            return constant.value() ? DSL.trueCondition() : DSL.falseCondition();
        } else if (condition instanceof Condition.And and) {
            return grouped(translateAll(and.parts(), fields), DSL::and);
        } else if (condition instanceof Condition.Or or) {
            return grouped(translateAll(or.parts(), fields), DSL::or);
        } else if (condition instanceof Condition.Not not) {
            return translateNot(not.test(), fields);
        }
        return translateTest((Condition.Test) condition, fields);
    }

    private List<org.jooq.Condition> translateAll(List<Condition> parts, Function<ColumnModel, Field<Object>> fields) {
        return parts.stream().map(part -> translate(part, fields)).toList();
    }

    // a chain of so many is as deep to a parser, and SQLite's stops at 1000
    private static org.jooq.Condition grouped(
            List<org.jooq.Condition> parts, Function<List<org.jooq.Condition>, org.jooq.Condition> operator) {
        if (parts.size() <= GROUP) {
            return operator.apply(parts);
        }
        List<org.jooq.Condition> groups = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += GROUP) {
            List<org.jooq.Condition> group = parts.subList(from, Math.min(parts.size(), from + GROUP));
            groups.add(DSL.condition("({0})", operator.apply(group)));
        }
        return grouped(groups, operator);
    }

    private org.jooq.Condition translateTest(Condition.Test test, Function<ColumnModel, Field<Object>> fields) {
        if (test instanceof Condition.IsNull isNull) {
            return fields.apply(isNull.column()).isNull();
        } else if (test instanceof Condition.Compare compare) {
            return compare(fields.apply(compare.column()), compare.operator());
        } else if (test instanceof Condition.In in) {
            return in(fields.apply(in.column()), in);
        } else if (test instanceof Condition.InKeys in) {
            return inKeys(fields, in);
        } else if (test instanceof Condition.Match match) {
            return dialect.match(
                    fields.apply(match.column()), match.column(), match.kind(), match.ignoreCase(), nextSlot());
        }
        return any((Condition.Any) test);
    }

    private org.jooq.Condition translateNot(Condition.Test test, Function<ColumnModel, Field<Object>> fields) {
        if (test instanceof Condition.IsNull isNull) {
            return fields.apply(isNull.column()).isNotNull();
        } else if (test instanceof Condition.Any any) {
            return DSL.not(any(any));
        }
        org.jooq.Condition negated = translateTest(test, fields).not();
        List<org.jooq.Condition> parts = new ArrayList<>();
        columnsOf(test).stream()
                .filter(ColumnModel::nullable)
                .forEach(column -> parts.add(fields.apply(column).isNull()));
        parts.add(negated);
        return DSL.or(parts);
    }

    private static List<ColumnModel> columnsOf(Condition.Test test) {
        if (test instanceof Condition.Compare compare) {
            return List.of(compare.column());
        } else if (test instanceof Condition.InKeys in) {
            return in.columns();
        }
        return List.of(test instanceof Condition.In in ? in.column() : ((Condition.Match) test).column());
    }

    private org.jooq.Condition compare(Field<Object> field, Operator operator) {
        Field<Object> slot = nextSlot();
        return switch (operator) {
            case EQUAL -> field.eq(slot);
            case LESS -> field.lt(slot);
            case LESS_OR_EQUAL -> field.le(slot);
            case GREATER -> field.gt(slot);
            case GREATER_OR_EQUAL -> field.ge(slot);
        };
    }

    private org.jooq.Condition in(Field<Object> field, Condition.In in) {
        int size = in.values().size();
        if (Padding.isLarge(size) && dialect.arrayCodec(in.column()) != null) {
            return DSL.or(Padding.arrays(in.values()).stream()
                    .map(part -> dialect.inArray(field, in.column(), nextSlot()))
                    .toList());
        }
        List<Field<Object>> values = new ArrayList<>();
        for (int i = Padding.padded(size); i > 0; i--) {
            values.add(nextSlot());
        }
        return values.size() == 1 ? field.eq(values.get(0)) : field.in(values);
    }

    private org.jooq.Condition inKeys(Function<ColumnModel, Field<Object>> fields, Condition.InKeys in) {
        List<RowN> keys = new ArrayList<>();
        for (int i = Padding.padded(in.keys().size()); i > 0; i--) {
            keys.add(DSL.row(in.columns().stream().map(column -> nextSlot()).toList()));
        }
        return dialect.inKeys(in.columns().stream().map(fields).toList(), keys);
    }

    private org.jooq.Condition any(Condition.Any any) {
        ElementTable elements = table.elements(any.collection());
        List<ColumnModel> id = table.entity().id().columns();
        List<org.jooq.Condition> parts = new ArrayList<>();
        for (int i = 0; i < id.size(); i++) {
            String owner = any.collection().ownerColumns().get(i);
            parts.add(elements.aliased(owner).eq(table.aliased(id.get(i))));
        }
        if (!any.element().equals(Condition.ALWAYS)) {
            parts.add(translate(any.element(), column -> elements.aliased(column.name())));
        }
        return DSL.exists(DSL.selectOne().from(elements.aliased()).where(DSL.and(parts)));
    }
}
