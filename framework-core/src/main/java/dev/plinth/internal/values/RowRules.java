package dev.plinth.internal.values;

import dev.plinth.backend.Capability;
import dev.plinth.backend.Store;
import dev.plinth.error.InvalidValueException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.Problem;
import dev.plinth.internal.mapper.PendingKey;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.HierarchyModel;
import dev.plinth.model.Values;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
                .filter(column -> !defaults && !column.insertable() && isRequired(entity, column))
                .map(column -> new Problem(
                        entity.type().getName(),
                        column.path(),
                        "it is not insertable and takes no null, but " + store.name() + " sets no values itself",
                        "Let it be null there (a boxed type, nullable), or set it in the application"));
    }

    private static boolean isRequired(EntityModel entity, ColumnModel column) {
        HierarchyModel hierarchy = entity.hierarchy();
        return hierarchy == null
                ? entity.requires(column)
                : hierarchy.members().stream()
                        .anyMatch(member -> member.required().contains(column));
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
     * Brings the values that are written to the precision of their columns, in place.
     *
     * @param row a row
     * @param written the positions that are written: of columns and of collections
     * @param before the row as it is in the database, whose elements are left as they are; null for a new row
     * @return the positions whose value has become another one: times that were truncated, sets that have less elements
     */
    public BitSet toPrecision(@Nullable Object[] row, BitSet written, @Nullable Object @Nullable [] before) {
        BitSet truncated = new BitSet();
        for (ColumnRule rule : columns) {
            int position = rule.column().position();
            Object value = row[position];
            if (value == null || rule.isTrivial() || !written.get(position)) {
                continue;
            }
            Object held = rule.toPrecision(value);
            row[position] = held;
            truncated.set(position, held != value && rule.column().type().isTemporal());
        }
        for (CollectionModel collection : entity.collections()) {
            int position = collection.position();
            if (written.get(position)) {
                Set<Object> known = known(collection, before);
                List<?> given = elements(collection, row);
                boolean changed = false;
                for (Object element : given) {
                    changed |= !known.contains(comparable(element))
                            && elementToPrecision(collection, (@Nullable Object[]) element);
                }
                List<?> held = collection.kind() == CollectionModel.Kind.LIST ? given : withoutRepeats(given);
                row[position] = held;
                truncated.set(position, !collection.isLinks() && (changed || held != given));
            }
        }
        return truncated;
    }

    private static List<?> elements(CollectionModel collection, @Nullable Object[] row) {
        // links that were not read are not written either
        return row[collection.position()] instanceof List<?> elements ? elements : List.of();
    }

    // the database has taken them once: what the model says of them now does not keep others from being written
    private static Set<Object> known(CollectionModel collection, @Nullable Object @Nullable [] before) {
        return before == null
                ? Set.of()
                : elements(collection, before).stream()
                        .map(RowRules::comparable)
                        .collect(Collectors.toSet());
    }

    // elements that differ in the entity may be the same in the column: 1.0 and 1.00, times beyond its precision
    private static List<?> withoutRepeats(List<?> elements) {
        Map<Object, Object> distinct = new LinkedHashMap<>();
        elements.forEach(element -> distinct.putIfAbsent(comparable(element), element));
        return distinct.size() == elements.size() ? elements : new ArrayList<>(distinct.values());
    }

    private static Object comparable(Object element) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Object value : (@Nullable Object[]) element) {
            if (value instanceof URI uri) {
                values.add(uri.toString());
            } else {
                values.add(value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value);
            }
        }
        return values;
    }

    private boolean elementToPrecision(CollectionModel collection, @Nullable Object[] element) {
        boolean truncated = false;
        for (ColumnRule rule : rules(collection)) {
            int position = rule.column().position();
            Object value = element[position];
            if (value != null) {
                element[position] = rule.toPrecision(value);
                truncated |= element[position] != value && rule.column().type().isTemporal();
            }
        }
        return truncated;
    }

    private ColumnRule[] rules(CollectionModel collection) {
        return Objects.requireNonNull(elements.get(collection));
    }

    /**
     * Refuses what the database cannot hold, before anything is sent.
     *
     * @param row a row of the columns' precision
     * @param written the positions that are written: of columns and of collections
     * @param before the row as it is in the database, whose elements are not checked; null for a new row
     * @throws InvalidValueException naming entity, property and limit
     * @throws NotNullViolationException naming entity and property
     */
    public void check(@Nullable Object[] row, BitSet written, @Nullable Object @Nullable [] before) {
        for (ColumnRule rule : columns) {
            if (written.get(rule.column().position())) {
                check(rule, row[rule.column().position()]);
            }
        }
        for (CollectionModel collection : entity.collections()) {
            if (written.get(collection.position())) {
                Set<Object> known = known(collection, before);
                for (Object element : elements(collection, row)) {
                    if (!known.contains(comparable(element))) {
                        checkElement(collection, (@Nullable Object[]) element);
                    }
                }
                checkKeys(collection, row);
            }
        }
    }

    // keys that differ in the entity may be the same in the column
    private void checkKeys(CollectionModel collection, @Nullable Object[] row) {
        ColumnModel key = collection.keyColumn();
        if (key == null) {
            return;
        }
        Set<Object> seen = new HashSet<>();
        for (Object element : elements(collection, row)) {
            Object value = ((@Nullable Object[]) element)[key.position()];
            if (value != null && !seen.add(Values.key(value))) {
                throw refusals.ofRepeat(
                        elementPath(collection, key), key, "another key of the map is the same in the column");
            }
        }
    }

    private void check(ColumnRule rule, @Nullable Object value) {
        ColumnModel column = rule.column();
        if (value != null) {
            if (!rule.isTrivial() && !(value instanceof PendingKey)) {
                refuse(rule, value, column.path());
            }
        } else if (entity.requires(column)) {
            throw refusals.ofNull(column.path(), column, "null is not a value of it; set it before it is written");
        }
    }

    private void checkElement(CollectionModel collection, @Nullable Object[] element) {
        for (ColumnRule rule : rules(collection)) {
            checkElement(collection, rule, element[rule.column().position()]);
        }
    }

    private void checkElement(CollectionModel collection, ColumnRule rule, @Nullable Object value) {
        String path = elementPath(collection, rule.column());
        if (value instanceof PendingKey) {
            return;
        } else if (value != null) {
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
