package dev.plinth.internal.memory;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.Query.PerGroup;
import dev.plinth.backend.SortKey;
import dev.plinth.internal.memory.Table.Row;
import dev.plinth.internal.memory.TableDefinition.UniqueKey;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Values;
import dev.plinth.specification.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the rows of a query: by id or unique key where the condition fixes one, else by a scan. */
final class Selection {
    private Selection() {}

    static List<Row> rows(Table table, Query query) {
        List<Row> sorted = ofGroups(sorted(matching(table, query.condition()), query.order()), query.perGroup());
        int from = (int) Math.min(query.offset(), sorted.size());
        int size = sorted.size() - from;
        return sorted.subList(from, from + (query.limit() == 0 ? size : Math.min(query.limit(), size)));
    }

    /** The first rows of each group; rows with the same nulls are a group, too. */
    private static List<Row> ofGroups(List<Row> rows, @Nullable PerGroup perGroup) {
        if (perGroup == null) {
            return rows;
        }
        Map<List<?>, Integer> counts = new HashMap<>();
        return rows.stream()
                .filter(row -> counts.merge(group(perGroup, row.values()), 1, Integer::sum) <= perGroup.limit())
                .toList();
    }

    private static List<?> group(PerGroup perGroup, Object[] values) {
        return perGroup.columns().stream()
                .map(column -> values[column.position()])
                .map(value -> value == null ? null : Keys.of(value))
                .toList();
    }

    static List<Row> matching(Table table, Condition condition) {
        Predicate<Object[]> filter = Filters.of(condition);
        List<Row> candidates = candidates(table, condition);
        return candidates == null
                ? table.scan(filter)
                : candidates.stream()
                        .filter(row -> filter.test(row.values()))
                        .sorted(Comparator.comparingLong(Row::serial))
                        .toList();
    }

    /** The only rows that can match, where the condition says so by id or unique key; else null. */
    private static @Nullable List<Row> candidates(Table table, Condition condition) {
        Set<Object> composite = ids(table.definition().id(), condition);
        if (composite != null) {
            return present(composite, table::byId);
        }
        Map<Integer, List<?>> fixed = new HashMap<>();
        boolean live = collect(condition, fixed, table.definition().deletedAt());
        if (fixed.isEmpty()) {
            return null;
        }
        Set<Object> ids = keys(table.definition().id(), fixed);
        if (ids != null) {
            return present(ids, table::byId);
        }
        if (live || table.definition().deletedAt() < 0) {
            for (UniqueKey key : table.definition().keys()) {
                Set<Object> keys = keys(key.positions(), fixed);
                if (keys != null) {
                    return present(keys, value -> table.byKey(key, value));
                }
            }
        }
        return null;
    }

    /** The ids of several columns that the condition lists. */
    private static @Nullable Set<Object> ids(List<Integer> id, Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream()
                    .map(part -> ids(id, part))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        } else if (condition instanceof Condition.InKeys inKeys
                && inKeys.columns().stream().map(ColumnModel::position).toList().equals(id)) {
            return inKeys.keys().stream().map(Keys::of).collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return null;
    }

    /** Collects the columns for which the condition leaves a few values only; tells whether deleted rows are left out. */
    private static boolean collect(Condition condition, Map<Integer, List<?>> fixed, int deletedAt) {
        boolean live = false;
        if (condition instanceof Condition.And and) {
            for (Condition part : and.parts()) {
                live |= collect(part, fixed, deletedAt);
            }
        } else if (condition instanceof Condition.Compare compare && compare.operator() == Operator.EQUAL) {
            fixed.putIfAbsent(compare.column().position(), List.of(compare.value()));
        } else if (condition instanceof Condition.In in) {
            fixed.putIfAbsent(in.column().position(), in.values());
        } else if (condition instanceof Condition.IsNull isNull) {
            live = isNull.column().position() == deletedAt;
        }
        return live;
    }

    private static @Nullable Set<Object> keys(List<Integer> positions, Map<Integer, List<?>> fixed) {
        Set<Object> keys = new LinkedHashSet<>();
        if (positions.size() == 1) {
            List<?> values = fixed.get(positions.get(0));
            if (values == null) {
                return null;
            }
            values.forEach(value -> keys.add(Keys.of(value)));
            return keys;
        }
        List<Object> values = new ArrayList<>();
        for (int position : positions) {
            List<?> one = fixed.get(position);
            if (one == null || one.size() != 1) {
                return null;
            }
            values.add(one.get(0));
        }
        keys.add(Keys.of(values));
        return keys;
    }

    private static List<Row> present(Set<Object> keys, Function<Object, @Nullable Row> lookup) {
        return keys.stream().map(lookup).filter(Objects::nonNull).toList();
    }

    private static List<Row> sorted(List<Row> rows, List<SortKey> order) {
        if (order.isEmpty() || rows.size() < 2) {
            return rows;
        }
        // the keys are made once per row and not once per comparison; equal keys leave the order of insertion
        List<Sortable> sortables = new ArrayList<>(rows.size());
        for (Row row : rows) {
            sortables.add(new Sortable(
                    row, order.stream().map(key -> sortValue(key, row.values())).toArray()));
        }
        sortables.sort((a, b) -> compare(order, a.keys, b.keys));
        return sortables.stream().map(Sortable::row).toList();
    }

    private record Sortable(Row row, @Nullable Object[] keys) {}

    private static @Nullable Object sortValue(SortKey key, Object[] values) {
        ColumnModel column = key.column();
        Object value = values[column.position()];
        return key.ignoreCase() && value != null ? Values.foldCase(value.toString()) : value;
    }

    private static int compare(List<SortKey> order, @Nullable Object[] a, @Nullable Object[] b) {
        for (int i = 0; i < a.length; i++) {
            int comparison = compare(a[i], b[i]);
            if (comparison != 0) {
                return order.get(i).descending() ? -Integer.signum(comparison) : comparison;
            }
        }
        return 0;
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        return Values.compare(a, b);
    }
}
