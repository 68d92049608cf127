package dev.plinth.internal.query;

import dev.plinth.backend.Condition;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import dev.plinth.internal.access.Accessors;
import dev.plinth.internal.values.ColumnRule;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.PropertyModel;
import dev.plinth.model.ValueType;
import dev.plinth.specification.MatchKind;
import dev.plinth.specification.Operator;
import dev.plinth.specification.Path;
import dev.plinth.specification.Specification;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds the tests of single properties: the values become those of the columns. */
final class TestBinder {
    private final SpecificationBinder.Scope scope;
    private final AssociationBinder associations;

    TestBinder(SpecificationBinder.Scope scope, Function<Object, @Nullable EntityKey> keys) {
        this.scope = scope;
        this.associations = new AssociationBinder(scope, keys);
    }

    Condition bind(Specification<?> test) {
        if (test instanceof Specification.IsNull<?> isNull) {
            return isNull(isNull.path());
        } else if (test instanceof Specification.Comparison<?> comparison) {
            return comparison.operator() == Operator.EQUAL
                    ? equal(comparison.path(), scope.property(comparison.path()), comparison.value())
                    : ordered(comparison);
        } else if (test instanceof Specification.In<?> in) {
            return in(in);
        } else if (test instanceof Specification.Match<?> match) {
            return match(match);
        }
        throw new IllegalStateException("unknown specification " + test.getClass());
    }

    private Condition isNull(Path path) {
        PropertyModel property = scope.property(path);
        if (property instanceof PropertyModel.Elements) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_TYPE,
                    "'" + scope.describe(path) + "' is a collection, which is never null. Use isEmpty()",
                    null);
        }
        List<ColumnModel> columns = property instanceof PropertyModel.Association to
                ? associations.columns(path, to.association())
                : columns(property);
        return Conditions.and(columns.stream()
                .map(column -> column.nullable() ? (Condition) new Condition.IsNull(column) : Condition.NEVER)
                .toList());
    }

    private static List<ColumnModel> columns(PropertyModel property) {
        if (property instanceof PropertyModel.Basic basic) {
            return List.of(basic.column());
        }
        return ((PropertyModel.Embedded) property)
                .properties().stream().flatMap(p -> columns(p).stream()).toList();
    }

    private Condition equal(Path path, PropertyModel property, Object value) {
        if (property instanceof PropertyModel.Basic basic) {
            Object stored = storable(path, basic.column(), value);
            return stored == null ? Condition.NEVER : new Condition.Compare(basic.column(), Operator.EQUAL, stored);
        } else if (property instanceof PropertyModel.Embedded embedded) {
            return equalEmbedded(path, embedded, value);
        } else if (property instanceof PropertyModel.Association to) {
            return associations.equal(path, to.association(), value);
        }
        throw new SpecificationException(
                ErrorCode.PROPERTY_TYPE,
                "'" + scope.describe(path)
                        + "' is a collection and has no single value. Use contains(), any() or none()",
                null);
    }

    private Condition equalEmbedded(Path path, PropertyModel.Embedded embedded, Object value) {
        if (!embedded.type().isInstance(value)) {
            throw wrongType(path, embedded.type(), value);
        }
        List<Condition> parts = new ArrayList<>();
        for (PropertyModel part : embedded.properties()) {
            Object partValue = Accessors.read(part.field(), value);
            if (partValue != null) {
                parts.add(equal(path, part, partValue));
            } else {
                columns(part).forEach(column -> parts.add(new Condition.IsNull(column)));
            }
        }
        // such an embeddable is read as null, which equals nothing; as an element of a collection it exists
        boolean nothing = !path.isEmpty() && parts.stream().allMatch(Condition.IsNull.class::isInstance);
        return nothing ? Condition.NEVER : Conditions.and(parts);
    }

    private Condition in(Specification.In<?> in) {
        PropertyModel property = scope.property(in.path());
        if (property instanceof PropertyModel.Association to) {
            return associations.in(in.path(), to.association(), in.values());
        }
        if (!(property instanceof PropertyModel.Basic basic)) {
            return Conditions.or(in.values().stream()
                    .map(value -> equal(in.path(), property, value))
                    .toList());
        }
        List<Object> values = new ArrayList<>();
        for (Object value : in.values()) {
            Object stored = storable(in.path(), basic.column(), value);
            if (stored != null) {
                values.add(stored);
            }
        }
        return values.isEmpty() ? Condition.NEVER : new Condition.In(basic.column(), values);
    }

    private Condition ordered(Specification.Comparison<?> comparison) {
        ColumnModel column = basic(comparison.path());
        if (!column.isOrdered()) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_TYPE,
                    "'" + scope.describe(comparison.path()) + "' ("
                            + column.domainType().getSimpleName()
                            + ") has no order, only equality. Use is(), isNot() or in()",
                    null);
        }
        ColumnRule rule = scope.rule(column);
        Object value = stored(comparison.path(), column, comparison.value());
        refuseNaN(comparison.path(), value);
        Object floor = rule.floor(value);
        Operator operator = comparison.operator();
        boolean less = operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL;
        if (floor == null) {
            // the column holds nothing that is less
            return less ? Condition.NEVER : Conditions.of(new Condition.IsNull(column), true);
        }
        if (!ColumnRule.isExact(value, floor)) {
            // the value lies between two that the column can hold: less than it is the lower one or less
            operator = less ? Operator.LESS_OR_EQUAL : Operator.GREATER;
        }
        return new Condition.Compare(column, operator, floor);
    }

    private Condition match(Specification.Match<?> match) {
        ColumnModel column = basic(match.path());
        if (column.type() != ValueType.STRING || column.converter() != null) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_TYPE,
                    "'" + scope.describe(match.path()) + "' ("
                            + column.domainType().getSimpleName() + ") "
                            + (column.converter() == null
                                    ? "is not a text"
                                    : "has a converter, so parts of its text mean nothing in the database")
                            + ". Compare its value with is()",
                    null);
        }
        if (match.text().isEmpty() && match.kind() != MatchKind.EQUAL) {
            return Conditions.of(new Condition.IsNull(column), true);
        }
        return scope.rule(column).refusal(match.text()) != null
                ? Condition.NEVER
                : new Condition.Match(column, match.kind(), match.text(), match.ignoreCase());
    }

    private ColumnModel basic(Path path) {
        if (scope.property(path) instanceof PropertyModel.Basic basic) {
            return basic.column();
        }
        throw new SpecificationException(
                ErrorCode.PROPERTY_TYPE,
                "'" + scope.describe(path) + "' is not a single value. Name one of its properties",
                null);
    }

    // the value as the column holds it, or null where the column cannot hold it
    private @Nullable Object storable(Path path, ColumnModel column, Object value) {
        if (column.type() == ValueType.JSON) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_TYPE,
                    "'" + scope.describe(path)
                            + "' is stored as JSON, which is compared with null only. Use isNull() or"
                            + " isNotNull(), and keep what is looked for in a property of its own",
                    null);
        }
        Object stored = stored(path, column, value);
        refuseNaN(path, stored);
        Object held = scope.rule(column).toPrecision(stored);
        return ColumnRule.isExact(stored, held) && scope.rule(column).refusal(held) == null ? held : null;
    }

    private void refuseNaN(Path path, Object value) {
        if (value instanceof Number number && Double.isNaN(number.doubleValue())) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_INVALID,
                    "'" + scope.describe(path) + "' is compared with NaN. Use isNull()",
                    null);
        }
    }

    private Object stored(Path path, ColumnModel column, Object value) {
        Class<?> domain = MethodType.methodType(column.domainType()).wrap().returnType();
        Object given = Widening.of(value, domain);
        if (!domain.isInstance(given)) {
            throw wrongType(path, domain, value);
        }
        return java.util.Objects.requireNonNull(column.toStored(given));
    }

    private SpecificationException wrongType(Path path, Class<?> type, Object value) {
        return new SpecificationException(
                ErrorCode.PROPERTY_TYPE,
                "'" + scope.describe(path) + "' is a " + type.getName() + ", but a "
                        + value.getClass().getName() + " was given. Convert it first",
                null);
    }
}
