package dev.plinth.mongo.internal.query;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Condition.Compare;
import dev.plinth.backend.Condition.In;
import dev.plinth.backend.Condition.IsNull;
import dev.plinth.backend.Condition.Match;
import dev.plinth.backend.Condition.Not;
import dev.plinth.model.Values;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.type.CollectionField;
import dev.plinth.mongo.internal.type.ColumnField;
import dev.plinth.specification.Operator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonRegularExpression;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Tests that one element, a plain value, has to pass: merged so that each operator comes at most once. */
final class ElementFilter {
    private final Engine engine;
    private final Map<Operator, Object> bounds = new EnumMap<>(Operator.class);
    private final List<Object> excluded = new ArrayList<>();
    private final List<String> patterns = new ArrayList<>();
    private final List<String> excludedPatterns = new ArrayList<>();
    private @Nullable List<?> allowed;
    private boolean isNull;
    private boolean isNotNull;

    ElementFilter(Engine engine, List<Condition> tests) {
        this.engine = engine;
        tests.forEach(this::add);
    }

    private void add(Condition test) {
        if (test instanceof IsNull) {
            isNull = true;
        } else if (test instanceof Compare compare && compare.operator() == Operator.EQUAL) {
            allow(List.of(compare.value()));
        } else if (test instanceof Compare compare) {
            isNotNull = true;
            bounds.merge(compare.operator(), compare.value(), (a, b) -> Operators.tighter(compare.operator(), a, b));
        } else if (test instanceof In in) {
            allow(in.values());
        } else if (test instanceof Match match) {
            isNotNull = true;
            patterns.add(Patterns.of(match));
        } else if (test instanceof Not not) {
            exclude(not.test());
        }
    }

    private void exclude(Condition.Test test) {
        if (test instanceof IsNull) {
            isNotNull = true;
        } else if (test instanceof Compare compare) {
            excluded.add(compare.value());
        } else if (test instanceof In in) {
            excluded.addAll(in.values());
        } else if (test instanceof Match match) {
            excludedPatterns.add(Patterns.of(match));
        }
    }

    private void allow(List<?> values) {
        isNotNull = true;
        List<?> before = allowed;
        allowed = before == null
                ? values
                : before.stream()
                        .filter(v -> values.stream().anyMatch(w -> Values.same(v, w)))
                        .toList();
    }

    /** Whether any value at all can pass. */
    boolean isPossible() {
        return !(isNull && isNotNull) && !(allowed != null && filteredAllowed().isEmpty());
    }

    /** Whether null passes. */
    boolean passesNull() {
        return !isNotNull;
    }

    /** The operators for {@code $elemMatch}. */
    BsonDocument operators(CollectionField collection) {
        if (isNull) {
            return new BsonDocument("$eq", BsonNull.VALUE);
        }
        ColumnField field = collection.element();
        if (!field.path().equals(field.comparedPath())) {
            return inSubDocument(field);
        }
        BsonDocument operators = new BsonDocument();
        bounds.forEach((operator, value) -> operators.append(Operators.name(operator), field.compared(value)));
        if (allowed != null) {
            operators.append("$in", array(filteredAllowed().stream().map(field::compared)));
        } else if (!patterns.isEmpty()) {
            // a regular expression as a value of $in can stand beside other operators
            operators.append("$in", array(Stream.of(new BsonRegularExpression(all(patterns)))));
        }
        BsonArray none = array(Stream.concat(
                excluded.stream().map(field::compared),
                excludedPatterns.stream().map(BsonRegularExpression::new)));
        if (isNotNull && operators.isEmpty()) {
            none.add(BsonNull.VALUE);
        }
        if (!none.isEmpty() || operators.isEmpty()) {
            operators.append("$nin", none);
        }
        return operators;
    }

    // the value is a sub-document of which one field is compared; null elements have none
    private BsonDocument inSubDocument(ColumnField field) {
        BsonDocument operators = new BsonDocument();
        bounds.forEach((operator, value) -> operators.append(Operators.name(operator), field.compared(value)));
        if (allowed != null) {
            operators.append("$in", array(filteredAllowed().stream().map(field::compared)));
        }
        BsonArray none = array(excluded.stream().map(field::compared));
        if (isNotNull) {
            none.add(BsonNull.VALUE);
        }
        return new BsonDocument(field.comparedPath(), operators.append("$nin", none));
    }

    private List<?> filteredAllowed() {
        Pattern all = Pattern.compile(all(patterns));
        return allowed == null
                ? List.of()
                : allowed.stream()
                        .filter(v ->
                                patterns.isEmpty() || all.matcher(v.toString()).find())
                        .toList();
    }

    private static String all(List<String> patterns) {
        if (patterns.size() == 1) {
            return patterns.get(0);
        }
        StringBuilder all = new StringBuilder("^");
        for (String pattern : patterns) {
            all.append("(?=")
                    .append(pattern.startsWith("^") ? "" : Patterns.ANYTHING + "*")
                    .append(pattern)
                    .append(')');
        }
        return all.toString();
    }

    private static BsonArray array(Stream<? extends BsonValue> values) {
        BsonArray array = new BsonArray();
        values.forEach(array::add);
        return array;
    }
}
