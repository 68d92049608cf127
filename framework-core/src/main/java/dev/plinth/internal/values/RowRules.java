package dev.plinth.internal.values;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Store;
import dev.plinth.error.InvalidValueException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.Problem;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rows of one entity can hold. Immutable. */
public final class RowRules {
    private final EntityModel entity;
    private final ColumnRule[] columns;
    private final Map<CollectionModel, ColumnRule[]> elements = new HashMap<>();
    private final Refusals refusals;

    /**
     * Collects the rules of an entity.
     *
     * @param entity the entity
     * @param store the database
     */
    public RowRules(EntityModel entity, Store store) {
        this.entity = entity;
        this.refusals = new Refusals(entity);
        this.columns = rules(entity.columns(), store);
        for (CollectionModel collection : entity.collections()) {
            elements.put(collection, rules(collection.columns(), store));
        }
    }

    /**
     * What a mapping demands and the database does not have.
     *
     * @param entity the entity
     * @param store the database
     * @return the demands that cannot be met
     */
    public static List<Problem> problems(EntityModel entity, Store store) {
        return Stream.concat(precisions(entity, store), absentDefaults(entity, store))
                .toList();
    }

    private static Stream<Problem> absentDefaults(EntityModel entity, Store store) {
        boolean defaults = store.capabilities().contains(Capability.DATABASE_VALUES) || entity.readOnly();
        return entity.columns().stream()
                .filter(column -> !defaults && !column.insertable() && !column.nullable())
                .map(column -> new Problem(
                        entity.type().getName(),
                        column.path(),
                        "it is not insertable and takes no null, but " + store.name() + " sets no values itself",
                        "Let it be null there (a boxed type, nullable), or set it in the application"));
    }

    private static Stream<Problem> precisions(EntityModel entity, Store store) {
        return Stream.concat(
                entity.columns().stream().flatMap(column -> precision(entity, column, column.path(), store)),
                entity.collections().stream()
                        .flatMap(collection -> collection.columns().stream()
                                .flatMap(column -> precision(entity, column, elementPath(collection, column), store))));
    }

    private static Stream<Problem> precision(EntityModel entity, ColumnModel column, String path, Store store) {
        return column.secondPrecision() <= store.secondPrecision()
                ? Stream.empty()
                : Stream.of(new Problem(
                        entity.type().getName(),
                        path,
                        "@Column(secondPrecision = " + column.secondPrecision() + "), but " + store.name() + " keeps "
                                + store.secondPrecision() + " digits of a second",
                        "Lower it, or store the time in a column of another type"));
    }

    private static String elementPath(CollectionModel collection, ColumnModel column) {
        return collection.isBasic() ? collection.path() : collection.path() + "." + column.path();
    }

    private static ColumnRule[] rules(List<ColumnModel> columns, Store store) {
        return columns.stream().map(column -> new ColumnRule(column, store)).toArray(ColumnRule[]::new);
    }

    /**
     * The rule of a column.
     *
     * @param column a column of the entity
     * @return its rule
     */
    public ColumnRule of(ColumnModel column) {
        return columns[column.position()];
    }

    /**
     * The rule of an element's column.
     *
     * @param collection a collection of the entity
     * @param column a column of its elements
     * @return its rule
     */
    public ColumnRule of(CollectionModel collection, ColumnModel column) {
        return elements.get(collection)[column.position()];
    }

    /**
     * Brings every value of a row to the precision of its column, in place.
     *
     * @param row a row
     * @return the columns whose value has become another one: times that were truncated
     */
    public List<ColumnModel> toPrecision(@Nullable Object[] row) {
        List<ColumnModel> truncated = List.of();
        for (ColumnRule rule : columns) {
            int position = rule.column().position();
            Object value = row[position];
            if (value == null || rule.isTrivial()) {
                continue;
            }
            Object held = rule.toPrecision(value);
            if (held != value) {
                row[position] = held;
                if (rule.column().type().isTemporal()) {
                    truncated = truncated.isEmpty() ? new ArrayList<>() : truncated;
                    truncated.add(rule.column());
                }
            }
        }
        for (CollectionModel collection : entity.collections()) {
            for (Object element : (List<?>) java.util.Objects.requireNonNull(row[collection.position()])) {
                elementToPrecision(collection, (@Nullable Object[]) element);
            }
            if (collection.kind() == CollectionModel.Kind.SET) {
                row[collection.position()] = withoutRepeats((List<?>) row[collection.position()]);
            }
        }
        return truncated;
    }

    // elements that differ in the entity may be the same in the column: 1.0 and 1.00, times beyond its precision
    private static List<?> withoutRepeats(List<?> elements) {
        Map<List<@Nullable Object>, Object> distinct = new LinkedHashMap<>();
        for (Object element : elements) {
            List<@Nullable Object> key = new ArrayList<>();
            for (Object value : (@Nullable Object[]) element) {
                key.add(value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value);
            }
            distinct.putIfAbsent(key, element);
        }
        return distinct.size() == elements.size() ? elements : new ArrayList<>(distinct.values());
    }

    private void elementToPrecision(CollectionModel collection, @Nullable Object[] element) {
        for (ColumnRule rule : elements.get(collection)) {
            Object value = element[rule.column().position()];
            if (value != null) {
                element[rule.column().position()] = rule.toPrecision(value);
            }
        }
    }

    /**
     * Refuses a row that the database cannot hold, before anything is sent.
     *
     * @param row a row of the columns' precision
     * @param unset the columns that may still be null, because the database sets them
     * @throws InvalidValueException naming entity, property and limit
     * @throws NotNullViolationException naming entity and property
     */
    public void check(@Nullable Object[] row, Predicate<ColumnModel> unset) {
        for (ColumnRule rule : columns) {
            Object value = row[rule.column().position()];
            if (value == null) {
                if (!rule.column().nullable() && !unset.test(rule.column())) {
                    throw refusals.ofNull(
                            rule.column().path(),
                            rule.column(),
                            "null is not a value of it; set it before it is written");
                }
            } else if (!rule.isTrivial()) {
                refuse(rule, value, rule.column().path());
            }
        }
        for (CollectionModel collection : entity.collections()) {
            for (Object element : (List<?>) java.util.Objects.requireNonNull(row[collection.position()])) {
                for (ColumnRule rule : elements.get(collection)) {
                    checkElement(
                            collection,
                            rule,
                            ((@Nullable Object[]) element)[rule.column().position()]);
                }
            }
        }
    }

    private void checkElement(CollectionModel collection, ColumnRule rule, @Nullable Object value) {
        String path = elementPath(collection, rule.column());
        if (value != null) {
            refuse(rule, value, path);
        } else if (!rule.column().nullable()) {
            throw refusals.ofNull(path, rule.column(), "null is not an element of it; leave it out");
        }
    }

    private void refuse(ColumnRule rule, Object value, String path) {
        String refusal = rule.refusal(value);
        if (refusal != null) {
            throw refusals.of(path, rule.column(), value, refusal);
        }
    }
}
