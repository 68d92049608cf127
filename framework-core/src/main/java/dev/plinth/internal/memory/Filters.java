package dev.plinth.internal.memory;

import dev.plinth.backend.Condition;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Values;
import dev.plinth.specification.MatchKind;
import dev.plinth.specification.Operator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns a condition into a predicate on rows. Every test of a null is false, and its negation true. */
final class Filters {
    private Filters() {}

    static Predicate<Object[]> of(Condition condition) {
        if (condition instanceof Condition.Constant constant) {
            boolean value = constant.value();
            return row -> value;
        } else if (condition instanceof Condition.And and) {
            return all(and.parts().stream().map(Filters::of).toList());
        } else if (condition instanceof Condition.Or or) {
            return any(or.parts().stream().map(Filters::of).toList());
        } else if (condition instanceof Condition.Not not) {
            return of(not.test()).negate();
        }
        return ofTest((Condition.Test) condition);
    }

    private static Predicate<Object[]> ofTest(Condition.Test test) {
        if (test instanceof Condition.IsNull isNull) {
            int position = isNull.column().position();
            return row -> row[position] == null;
        } else if (test instanceof Condition.Compare compare) {
            return ofCompare(compare);
        } else if (test instanceof Condition.In in) {
            int position = in.column().position();
            Set<Object> keys = in.values().stream().map(Keys::of).collect(Collectors.toUnmodifiableSet());
            return row -> row[position] != null && keys.contains(Keys.of(row[position]));
        } else if (test instanceof Condition.InKeys inKeys) {
            return ofKeys(inKeys);
        } else if (test instanceof Condition.Match match) {
            return ofMatch(match);
        }
        Condition.Any any = (Condition.Any) test;
        int position = any.collection().position();
        Predicate<Object[]> element = of(any.element());
        return row -> {
            for (Object each : (List<?>) row[position]) {
                if (element.test((Object[]) each)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<Object[]> ofKeys(Condition.InKeys inKeys) {
        List<Integer> positions =
                inKeys.columns().stream().map(ColumnModel::position).toList();
        Set<Object> keys = inKeys.keys().stream().map(Keys::of).collect(Collectors.toUnmodifiableSet());
        return row -> {
            Object key = Keys.of(row, positions);
            return key != null && keys.contains(key);
        };
    }

    private static Predicate<Object[]> ofCompare(Condition.Compare compare) {
        int position = compare.column().position();
        Operator operator = compare.operator();
        Object value = compare.value();
        if (operator == Operator.EQUAL) {
            return row -> row[position] != null && Values.same(row[position], value);
        }
        return row -> row[position] != null && operator.accepts(Values.compare(row[position], value));
    }

    private static Predicate<Object[]> ofMatch(Condition.Match match) {
        int position = match.column().position();
        MatchKind kind = match.kind();
        if (!match.ignoreCase()) {
            return row -> row[position] != null && kind.matches(row[position].toString(), match.text());
        }
        String folded = Values.foldCase(match.text());
        return row -> row[position] != null && kind.matches(Values.foldCase(row[position].toString()), folded);
    }

    private static Predicate<Object[]> all(List<Predicate<Object[]>> parts) {
        return row -> {
            for (Predicate<Object[]> part : parts) {
                if (!part.test(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<Object[]> any(List<Predicate<Object[]>> parts) {
        return row -> {
            for (Predicate<Object[]> part : parts) {
                if (part.test(row)) {
                    return true;
                }
            }
            return false;
        };
    }
}
