package dev.plinth.backend;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.specification.MatchKind;
import dev.plinth.specification.Operator;
import java.util.List;

/**
 * Which rows are meant. A specification bound to a model: names are resolved, values are those of the columns and can be
 * held by them, policies are applied. Every condition is true or false for every row, never unknown: a test of a column
 * that is null is false, and {@link Not} of it is true. {@link Not} stands only around a {@link Test}, which is where a
 * translator adds a null guard.
 */
public sealed interface Condition {
    /** True for every row. */
    Condition ALWAYS = new Constant(true);
    /** True for no row. */
    Condition NEVER = new Constant(false);

    /** A condition on one column or collection. */
    sealed interface Test extends Condition {}

    /**
     * The same for every row.
     *
     * @param value true for every row, or false
     */
    record Constant(boolean value) implements Condition {}

    /**
     * True where all parts are.
     *
     * @param parts at least two
     */
    record And(List<Condition> parts) implements Condition {
        /** Copies the list. */
        public And {
            parts = List.copyOf(parts);
        }
    }

    /**
     * True where any part is.
     *
     * @param parts at least two
     */
    record Or(List<Condition> parts) implements Condition {
        /** Copies the list. */
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /**
     * True where the test is not, a column that is null included.
     *
     * @param test the test
     */
    record Not(Test test) implements Condition {}

    /**
     * True where the column is null.
     *
     * @param column the column
     */
    record IsNull(ColumnModel column) implements Test {}

    /**
     * True where the column is not null and compares as said. Decimals compare by value, texts by case and code point,
     * offset date-times by instant, UUIDs as unsigned bytes.
     *
     * @param column the column
     * @param operator how
     * @param value what the column is compared with, not null
     */
    record Compare(ColumnModel column, Operator operator, Object value) implements Test {}

    /**
     * True where the column equals one of the values.
     *
     * @param column the column
     * @param values at least one, none of them null
     */
    record In(ColumnModel column, List<?> values) implements Test {
        /** Copies the list. */
        public In {
            values = List.copyOf(values);
        }
    }

    /**
     * True where some columns together equal one of several keys.
     *
     * @param columns at least two
     * @param keys at least one; each has a value per column, none of them null
     */
    record InKeys(List<ColumnModel> columns, List<? extends List<?>> keys) implements Test {
        /** Copies the lists. */
        public InKeys {
            columns = List.copyOf(columns);
            keys = List.copyOf(keys);
        }
    }

    /**
     * True where the text of the column matches. The pattern is plain text: it has no wildcards.
     *
     * @param column a column of text
     * @param kind how
     * @param text the text
     * @param ignoreCase whether case is ignored, per code point: both sides are compared after
     *     {@code toLowerCase(toUpperCase(c))}
     */
    record Match(ColumnModel column, MatchKind kind, String text, boolean ignoreCase) implements Test {}

    /**
     * True where at least one element of the collection meets the condition, whose columns are those of
     * {@link CollectionModel#columns()}.
     *
     * @param collection the collection
     * @param element the condition on an element; {@link #ALWAYS} asks for any element at all
     */
    record Any(CollectionModel collection, Condition element) implements Test {}
}
