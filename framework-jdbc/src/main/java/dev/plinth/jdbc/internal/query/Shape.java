package dev.plinth.jdbc.internal.query;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.SortKey;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.jdbc.internal.type.Codecs;
import dev.plinth.model.ColumnModel;
import java.util.List;

/**
 * A query taken apart: what its SQL depends on, as a key, and its values, in the order in which
 * {@link ConditionTranslator} gives out slots.
 */
final class Shape {
    /**
     * What the SQL of a query depends on.
     *
     * @param table the table
     * @param kind the kind of statement
     * @param text everything else
     */
    record Key(EntityTable table, String kind, String text) {}

    private final EntityTable table;
    private final Dialect dialect;
    private final StringBuilder text = new StringBuilder(64);
    private final Binds binds = new Binds();

    private Shape(EntityTable table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    static Shape ofFind(EntityTable table, Dialect dialect, Query query) {
        Shape shape = new Shape(table, dialect);
        shape.add(query.condition(), table.codecs());
        Query.PerGroup perGroup = query.perGroup();
        if (perGroup != null) {
            shape.text.append('G');
            perGroup.columns()
                    .forEach(column -> shape.text.append(column.position()).append(','));
            shape.binds.add(Codecs.LONG, (long) perGroup.limit());
        }
        for (SortKey key : query.order()) {
            shape.text.append(key.descending() ? '-' : '+').append(key.column().position());
            shape.text.append(key.ignoreCase() ? "i" : "");
        }
        if (query.limit() > 0) {
            shape.text.append('L');
            shape.binds.add(Codecs.LONG, (long) query.limit());
        }
        if (query.offset() > 0) {
            shape.text.append('O');
            shape.binds.add(Codecs.LONG, query.offset());
        }
        return shape;
    }

    static Shape ofCount(EntityTable table, Dialect dialect, Query query) {
        Shape shape = new Shape(table, dialect);
        shape.add(query.condition(), table.codecs());
        return shape;
    }

    Key key(String kind) {
        return new Key(table, kind, text.toString());
    }

    Binds binds() {
        return binds;
    }

    private void add(Condition condition, List<Codec> codecs) {
        if (condition instanceof Condition.Constant constant) {
            text.append(constant.value() ? 'T' : 'F');
        } else if (condition instanceof Condition.And and) {
            addAll('&', and.parts(), codecs);
        } else if (condition instanceof Condition.Or or) {
            addAll('|', or.parts(), codecs);
        } else if (condition instanceof Condition.Not not) {
            text.append('!');
            add(not.test(), codecs);
        } else if (condition instanceof Condition.IsNull isNull) {
            text.append('z').append(isNull.column().position());
        } else if (condition instanceof Condition.Compare compare) {
            text.append('c').append(compare.operator().ordinal()).append('.');
            addValue(compare.column(), compare.value(), codecs);
        } else if (condition instanceof Condition.In in) {
            addIn(in, codecs);
        } else if (condition instanceof Condition.InKeys in) {
            addInKeys(in, codecs);
        } else if (condition instanceof Condition.Match match) {
            addMatch(match);
        } else if (condition instanceof Condition.Any any) {
            text.append('e').append(any.collection().position()).append('(');
            add(any.element(), table.elements(any.collection()).codecs());
            text.append(')');
        }
    }

    private void addAll(char kind, List<Condition> parts, List<Codec> codecs) {
        text.append(kind).append('(');
        parts.forEach(part -> add(part, codecs));
        text.append(')');
    }

    private void addValue(ColumnModel column, Object value, List<Codec> codecs) {
        text.append(column.position());
        binds.add(codecs.get(column.position()), value);
    }

    private void addIn(Condition.In in, List<Codec> codecs) {
        int size = in.values().size();
        Codec arrays = Padding.isLarge(size) ? dialect.arrayCodec(in.column()) : null;
        if (arrays != null) {
            List<Object[]> parts = Padding.arrays(in.values());
            text.append('a').append(in.column().position()).append('.').append(parts.size());
            text.append(',');
            parts.forEach(part -> binds.add(arrays, part));
            return;
        }
        int padded = Padding.padded(size);
        Codec codec = codecs.get(in.column().position());
        text.append('n')
                .append(in.column().position())
                .append('.')
                .append(padded)
                .append(',');
        for (int i = 0; i < padded; i++) {
            binds.add(codec, in.values().get(Math.min(i, size - 1)));
        }
    }

    private void addInKeys(Condition.InKeys in, List<Codec> codecs) {
        int size = in.keys().size();
        int padded = Padding.padded(size);
        text.append('k');
        in.columns().forEach(column -> text.append(column.position()).append('.'));
        text.append('x').append(padded).append(',');
        for (int i = 0; i < padded; i++) {
            List<?> key = in.keys().get(Math.min(i, size - 1));
            for (int j = 0; j < in.columns().size(); j++) {
                binds.add(codecs.get(in.columns().get(j).position()), key.get(j));
            }
        }
    }

    private void addMatch(Condition.Match match) {
        text.append(match.ignoreCase() ? 'i' : 'm')
                .append(match.kind().ordinal())
                .append('.');
        text.append(match.column().position());
        String pattern = dialect.pattern(match.column(), match.kind(), match.ignoreCase(), match.text());
        binds.add(Codecs.TEXT, pattern);
    }
}
