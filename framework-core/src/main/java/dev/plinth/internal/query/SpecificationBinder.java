package dev.plinth.internal.query;

import dev.plinth.backend.Condition;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import dev.plinth.internal.values.RowRules;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.PropertyModel;
import dev.plinth.specification.Path;
import dev.plinth.specification.Specification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns a specification into a condition. Negations are moved down to the tests, so that no translator has to think about
 * the third truth value of SQL anywhere else.
 */
final class SpecificationBinder {
    private static final int GREATEST_DEPTH = 200;

    private final EntityModel entity;
    private final RowRules rules;
    private final Function<Object, @Nullable EntityKey> keys;

    SpecificationBinder(EntityModel entity, RowRules rules, Function<Object, @Nullable EntityKey> keys) {
        this.entity = entity;
        this.rules = rules;
        this.keys = keys;
    }

    Condition bind(Specification<?> specification) {
        requireShallow(specification);
        return bind(specification, false, new EntityScope(entity, rules));
    }

    // what is nested deeper than this is a mistake of a loop, and would end in a stack overflow here or in a database
    private void requireShallow(Specification<?> specification) {
        List<Specification<?>> level = List.of(specification);
        for (int depth = 0; !level.isEmpty(); depth++) {
            if (depth > GREATEST_DEPTH) {
                throw new SpecificationException(
                        ErrorCode.ARGUMENT_INVALID,
                        "a specification of '" + entity.name() + "' is nested more than " + GREATEST_DEPTH
                                + " levels deep. Build long lists with in(...), or as a.and(b).and(c), which stays flat",
                        null);
            }
            List<Specification<?>> next = new ArrayList<>();
            level.forEach(each -> next.addAll(inner(each)));
            level = next;
        }
    }

    private static List<? extends Specification<?>> inner(Specification<?> specification) {
        if (specification instanceof Specification.And<?> and) {
            return and.parts();
        } else if (specification instanceof Specification.Or<?> or) {
            return or.parts();
        } else if (specification instanceof Specification.Not<?> not) {
            return List.of(not.part());
        }
        return specification instanceof Specification.Any<?> any ? List.of(any.element()) : List.of();
    }

    private Condition bind(Specification<?> specification, boolean negated, Scope scope) {
        if (specification instanceof Specification.All) {
            return negated ? Condition.NEVER : Condition.ALWAYS;
        } else if (specification instanceof Specification.None) {
            return negated ? Condition.ALWAYS : Condition.NEVER;
        } else if (specification instanceof Specification.Not<?> not) {
            return bind(not.part(), !negated, scope);
        } else if (specification instanceof Specification.And<?> and) {
            List<Condition> parts = parts(and.parts(), negated, scope);
            return negated ? Conditions.or(parts) : Conditions.and(parts);
        } else if (specification instanceof Specification.Or<?> or) {
            List<Condition> parts = parts(or.parts(), negated, scope);
            return negated ? Conditions.and(parts) : Conditions.or(parts);
        } else if (specification instanceof Specification.Any<?> any) {
            return Conditions.of(any(any, scope), negated);
        }
        return Conditions.of(new TestBinder(scope, keys).bind(specification), negated);
    }

    private List<Condition> parts(List<? extends Specification<?>> parts, boolean negated, Scope scope) {
        return parts.stream().map(part -> bind(part, negated, scope)).toList();
    }

    private Condition any(Specification.Any<?> any, Scope scope) {
        PropertyModel property = scope.property(any.path());
        if (property instanceof PropertyModel.Association to && to.association().isMany()) {
            throw AssociationBinder.beyond(scope.describe(any.path()), to.association());
        }
        if (!(property instanceof PropertyModel.Elements elements)) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_TYPE,
                    "'" + scope.describe(any.path())
                            + "' is not a collection, so 'any', 'none' and 'isEmpty' do not apply."
                            + " Compare its value, or use isNull()",
                    null);
        }
        CollectionModel collection = elements.collection();
        if (collection.keyColumn() != null) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_TYPE,
                    "'" + scope.describe(any.path())
                            + "' is a map, and there are no conditions on maps. Use a List of an"
                            + " embeddable that holds key and value",
                    null);
        }
        Condition element = bind(any.element(), false, new ElementScope(entity, collection, rules));
        return element.equals(Condition.NEVER) ? Condition.NEVER : new Condition.Any(collection, element);
    }

    static SpecificationException unknown(String owner, String path, List<String> known) {
        String closest = closest(path, known);
        return new SpecificationException(
                ErrorCode.PROPERTY_UNKNOWN,
                "'" + owner + "' has no property '" + path + "'."
                        + (closest == null ? "" : " Did you mean '" + closest + "'?")
                        + " It has " + known.stream().collect(Collectors.joining(", ")),
                null);
    }

    // a property at most two edits away (Levenshtein distance)
    private static @Nullable String closest(String path, List<String> known) {
        int most = Math.min(2, path.length() - 1);
        return known.stream()
                .filter(name -> name.equalsIgnoreCase(path) || distance(path, name) <= most)
                .min(Comparator.comparing((String name) -> !name.equalsIgnoreCase(path))
                        .thenComparingInt(name -> distance(path, name)))
                .orElse(null);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = row[j];
                row[j] = best;
            }
        }
        return row[b.length()];
    }

    /** Where the paths of a specification begin. */
    interface Scope {
        PropertyModel property(Path path);

        dev.plinth.internal.values.ColumnRule rule(dev.plinth.model.ColumnModel column);

        String describe(Path path);
    }
}
