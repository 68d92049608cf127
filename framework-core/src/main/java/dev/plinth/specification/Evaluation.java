package dev.plinth.specification;

import dev.plinth.model.Values;
import org.jspecify.annotations.Nullable;

/** Evaluates a specification on an object. */
final class Evaluation {
    private Evaluation() {}

    static boolean holds(Specification<?> specification, @Nullable Object candidate) {
        if (specification instanceof Specification.All) {
            return true;
        } else if (specification instanceof Specification.None) {
            return false;
        } else if (specification instanceof Specification.And<?> and) {
            return and.parts().stream().allMatch(part -> holds(part, candidate));
        } else if (specification instanceof Specification.Or<?> or) {
            return or.parts().stream().anyMatch(part -> holds(part, candidate));
        } else if (specification instanceof Specification.Not<?> not) {
            return !holds(not.part(), candidate);
        } else if (specification instanceof Specification.Any<?> any) {
            return candidate != null
                    && any.path().readMany(candidate).stream().anyMatch(element -> holds(any.element(), element));
        }
        return test(specification, candidate);
    }

    private static boolean test(Specification<?> test, @Nullable Object candidate) {
        if (test instanceof Specification.IsNull<?> isNull) {
            return isNull.path().read(candidate) == null;
        } else if (test instanceof Specification.Comparison<?> comparison) {
            Object value = comparison.path().read(candidate);
            return value != null && compare(value, comparison.operator(), comparison.value());
        } else if (test instanceof Specification.In<?> in) {
            Object value = in.path().read(candidate);
            return value != null && in.values().stream().anyMatch(each -> Equality.same(value, each));
        } else if (test instanceof Specification.Match<?> match) {
            return match.path().read(candidate) instanceof String text && matches(text, match);
        }
        throw new IllegalStateException("unknown specification " + test.getClass());
    }

    private static boolean compare(Object value, Operator operator, Object other) {
        return operator == Operator.EQUAL
                ? Equality.same(value, other)
                : operator.accepts(Values.compare(value, other));
    }

    private static boolean matches(String text, Specification.Match<?> match) {
        return match.ignoreCase()
                ? match.kind().matches(Values.foldCase(text), Values.foldCase(match.text()))
                : match.kind().matches(text, match.text());
    }
}
