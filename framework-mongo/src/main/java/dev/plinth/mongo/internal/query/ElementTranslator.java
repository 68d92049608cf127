package dev.plinth.mongo.internal.query;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Condition.And;
import dev.plinth.backend.Condition.Compare;
import dev.plinth.backend.Condition.Constant;
import dev.plinth.backend.Condition.In;
import dev.plinth.backend.Condition.IsNull;
import dev.plinth.backend.Condition.Match;
import dev.plinth.backend.Condition.Not;
import dev.plinth.backend.Condition.Or;
import dev.plinth.backend.Condition.Test;
import dev.plinth.model.Values;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.type.CollectionField;
import dev.plinth.specification.MatchKind;
import dev.plinth.specification.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;

/**
 * Conditions on the elements of an array of plain values. There {@code $elemMatch} takes operators, but neither
 * {@code $and}, {@code $or} nor {@code $nor}, and each operator once. So the condition is brought into the form
 * "any of (all of tests)", and each "all of tests" into one {@link ElementFilter}; "any element meets one of them" is
 * then the same as "any element meets the first, or any element meets the second ...".
 */
final class ElementTranslator {
    private final Engine engine;

    ElementTranslator(Engine engine) {
        this.engine = engine;
    }

    BsonDocument any(CollectionField collection, Condition element) {
        List<BsonDocument> filters = new ArrayList<>();
        for (List<Condition> tests : alternatives(element)) {
            ElementFilter filter = new ElementFilter(engine, tests);
            if (filter.isPossible()) {
                filters.add(elemMatch(collection, filter.operators(collection)));
                if (filter.passesNull()) {
                    // operators on a field inside of the value pass over null elements
                    filters.add(elemMatch(collection, new BsonDocument("$eq", BsonNull.VALUE)));
                }
            }
        }
        if (filters.isEmpty()) {
            return FilterTranslator.never();
        }
        return filters.size() == 1 ? filters.get(0) : new BsonDocument("$or", new BsonArray(filters));
    }

    private static BsonDocument elemMatch(CollectionField collection, BsonDocument operators) {
        return new BsonDocument(collection.path(), new BsonDocument("$elemMatch", operators));
    }

    /** The alternatives, each a list of tests that all have to hold: null or not, comparisons, matches or their opposite. */
    private List<List<Condition>> alternatives(Condition condition) {
        if (condition instanceof Constant constant) {
            return constant.value() ? List.of(List.of()) : List.of();
        }
        if (condition instanceof Or or) {
            return or.parts().stream().flatMap(p -> alternatives(p).stream()).toList();
        }
        if (condition instanceof And and) {
            List<List<Condition>> all = List.of(List.of());
            for (Condition part : and.parts()) {
                List<List<Condition>> more = alternatives(part);
                all = all.stream()
                        .flatMap(one -> more.stream()
                                .map(other -> Stream.concat(one.stream(), other.stream())
                                        .toList()))
                        .toList();
            }
            return all;
        }
        return condition instanceof Not not ? opposite(not.test()) : plain((Test) condition);
    }

    private List<List<Condition>> plain(Test test) {
        if (test instanceof Match match && match.kind() == MatchKind.EQUAL && !match.ignoreCase()) {
            return plain(new Compare(match.column(), Operator.EQUAL, match.text()));
        }
        if (test instanceof In in && Operators.isInexact(engine, in.column())) {
            return in.values().stream()
                    .flatMap(v -> plain(new Compare(in.column(), Operator.EQUAL, v)).stream())
                    .toList();
        }
        if (test instanceof Compare compare
                && compare.operator() == Operator.EQUAL
                && Operators.isInexact(engine, compare.column())) {
            return List.of(List.of(
                    new Compare(compare.column(), Operator.GREATER_OR_EQUAL, compare.value()),
                    new Compare(compare.column(), Operator.LESS_OR_EQUAL, compare.value())));
        }
        return List.of(List.of(test));
    }

    private List<List<Condition>> opposite(Test test) {
        if (test instanceof Match match && match.kind() == MatchKind.EQUAL && !match.ignoreCase()) {
            return opposite(new Compare(match.column(), Operator.EQUAL, match.text()));
        }
        if (test instanceof Compare compare && compare.operator() != Operator.EQUAL) {
            return List.of(
                    List.of(new IsNull(compare.column())),
                    List.of(new Compare(compare.column(), reversed(compare.operator()), compare.value())));
        }
        if (test instanceof Compare compare && Operators.isInexact(engine, compare.column())) {
            return gaps(new In(compare.column(), List.of(compare.value())));
        }
        if (test instanceof In in && Operators.isInexact(engine, in.column())) {
            return gaps(in);
        }
        return List.of(List.of(new Not(test)));
    }

    // none of the values: null, below the first, between two neighbours, or above the last
    private static List<List<Condition>> gaps(In in) {
        List<?> values = in.values().stream().sorted(Values::compare).toList();
        List<List<Condition>> gaps = new ArrayList<>();
        gaps.add(List.of(new IsNull(in.column())));
        gaps.add(List.of(new Compare(in.column(), Operator.LESS, values.get(0))));
        for (int i = 1; i < values.size(); i++) {
            gaps.add(List.of(
                    new Compare(in.column(), Operator.GREATER, values.get(i - 1)),
                    new Compare(in.column(), Operator.LESS, values.get(i))));
        }
        gaps.add(List.of(new Compare(in.column(), Operator.GREATER, values.get(values.size() - 1))));
        return gaps;
    }

    private static Operator reversed(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Operator.GREATER;
            case GREATER -> Operator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Operator.LESS;
            case EQUAL -> throw new IllegalArgumentException("equality has no reversed comparison");
        };
    }
}
