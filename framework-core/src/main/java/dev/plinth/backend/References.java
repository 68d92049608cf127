package dev.plinth.backend;

import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.error.Violation;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import dev.plinth.model.Model;
import dev.plinth.model.Values;
import dev.plinth.specification.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks foreign keys and links for a store whose database has no foreign keys: that a row refers only to rows that exist,
 * and that no row is deleted while others refer to it. A batch costs one count for each reference that it writes, and one
 * for each by which others may refer to the rows that it deletes. Immutable.
 */
public final class References {
    private static final int KEYS_AT_A_TIME = 1000;

    /**
     * A way in which rows of one entity refer to those of another.
     *
     * @param columns the columns with the id, of the entity or of an element of the links
     * @param links the links; null for a foreign key
     * @param constraint the foreign key's name, or null
     */
    private record Reference(
            EntityModel entity,
            EntityModel target,
            List<ColumnModel> columns,
            @Nullable CollectionModel links,
            @Nullable String constraint) {
        /** The condition that is met by the rows that refer to one of the keys. */
        Condition to(List<List<?>> keys) {
            return links == null ? among(columns, keys) : new Condition.Any(links, among(columns, keys));
        }

        boolean isWrittenBy(WriteBatch batch) {
            return links == null
                    ? columns.stream().anyMatch(batch.columns()::contains)
                    : batch.collections().contains(links);
        }

        @SuppressWarnings("unchecked")
        List<List<?>> keys(@Nullable Object @Nullable [] row) {
            if (row == null) {
                return List.of();
            } else if (links == null) {
                return keyOf(columns, row);
            }
            List<Object[]> elements = (List<Object[]>) row[links.position()];
            return elements == null
                    ? List.of()
                    : elements.stream()
                            .flatMap(element -> keyOf(columns, element).stream())
                            .toList();
        }

        String path() {
            return entity.name() + "." + (links == null ? columns.get(0).path() : links.path());
        }
    }

    private final Map<EntityModel, List<Reference>> outgoing;
    private final Map<EntityModel, List<Reference>> incoming;

    private References(List<Reference> references) {
        this.outgoing = references.stream().collect(Collectors.groupingBy(Reference::entity));
        this.incoming = references.stream().collect(Collectors.groupingBy(Reference::target));
    }

    /**
     * Collects the references of a model. Entities that are only read have none, and there are none to them: what they
     * are mapped to is not Plinth's.
     *
     * @param model the complete model
     * @return their checks
     */
    public static References of(Model model) {
        List<Reference> references = new ArrayList<>();
        model.written().stream().map(EntityModel::root).distinct().forEach(entity -> {
            for (ForeignKeyModel key : entity.foreignKeys()) {
                if (key.target().get().type().isEnum()) {
                    // what holds a constant holds one that the code has, and the table has all of these
                    continue;
                }
                references.add(new Reference(entity, key.target().get().root(), key.columns(), null, key.name()));
            }
            for (CollectionModel links : entity.collections()) {
                if (links.target() != null) {
                    EntityModel target = links.target().get().root();
                    if (!target.readOnly()) {
                        references.add(new Reference(entity, target, links.columns(), links, null));
                    }
                }
            }
        });
        return new References(references);
    }

    /**
     * Checks a batch that is about to be written.
     *
     * @param batch the batch
     * @param count counts rows as {@link StoreSession#count} does, in the transaction of the write
     * @throws ForeignKeyViolationException where a reference would be broken by a change that is not stale
     */
    public void check(WriteBatch batch, ToLongFunction<Query> count) {
        boolean delete = batch.kind() == WriteBatch.Kind.DELETE;
        List<Reference> concerned = (delete ? incoming : outgoing).getOrDefault(batch.entity(), List.of());
        for (Reference reference : concerned) {
            if ((delete || reference.isWrittenBy(batch)) && isBroken(reference, batch, batch.changes(), count)) {
                // the database that has foreign keys finds a stale change first
                List<Change> effective = effective(batch, count);
                if (effective.size() == batch.changes().size() || isBroken(reference, batch, effective, count)) {
                    throw broken(reference, batch);
                }
            }
        }
    }

    private static boolean isBroken(
            Reference reference, WriteBatch batch, List<Change> changes, ToLongFunction<Query> count) {
        return batch.kind() == WriteBatch.Kind.DELETE
                ? isReferredTo(reference, changes, count)
                : isMissing(reference, changes, count);
    }

    private static boolean isReferredTo(Reference reference, List<Change> changes, ToLongFunction<Query> count) {
        List<ColumnModel> id = reference.target().id().columns();
        List<List<?>> keys = new ArrayList<>();
        changes.forEach(change -> keys.addAll(keyOf(id, Objects.requireNonNull(change.before()))));
        for (List<List<?>> some : chunks(keys)) {
            Condition condition = reference.to(some);
            if (reference.entity() == reference.target()) {
                // rows that go together may refer to each other
                List<Condition> parts = new ArrayList<>(List.of(condition));
                chunks(keys).forEach(gone -> parts.add(new Condition.Not(among(id, gone))));
                condition = new Condition.And(parts);
            }
            if (count.applyAsLong(query(reference.entity(), condition)) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMissing(Reference reference, List<Change> changes, ToLongFunction<Query> count) {
        List<ColumnModel> id = reference.target().id().columns();
        Set<Object> inserted = new HashSet<>();
        Map<Object, List<?>> keys = new LinkedHashMap<>();
        for (Change change : changes) {
            Object[] after = Objects.requireNonNull(change.after());
            if (change.before() == null && reference.entity() == reference.target()) {
                keyOf(id, after).forEach(key -> inserted.add(comparable(key)));
            }
            Set<Object> kept = reference.keys(change.before()).stream()
                    .map(References::comparable)
                    .collect(Collectors.toSet());
            for (List<?> key : reference.keys(after)) {
                Object comparable = comparable(key);
                if (!kept.contains(comparable) && !inserted.contains(comparable)) {
                    keys.put(comparable, key);
                }
            }
        }
        for (List<List<?>> some : chunks(List.copyOf(keys.values()))) {
            if (count.applyAsLong(query(reference.target(), among(id, some))) < some.size()) {
                return true;
            }
        }
        return false;
    }

    private static List<Change> effective(WriteBatch batch, ToLongFunction<Query> count) {
        if (batch.guards().isEmpty()) {
            return batch.changes();
        }
        return batch.changes().stream()
                .filter(change -> count.applyAsLong(query(batch.entity(), guards(batch, change))) > 0)
                .toList();
    }

    private static Condition guards(WriteBatch batch, Change change) {
        Object[] before = Objects.requireNonNull(change.before());
        List<Condition> tests = new ArrayList<>();
        for (ColumnModel guard : batch.guards()) {
            Object value = before[guard.position()];
            tests.add(
                    value == null ? new Condition.IsNull(guard) : new Condition.Compare(guard, Operator.EQUAL, value));
        }
        return tests.size() == 1 ? tests.get(0) : new Condition.And(tests);
    }

    private static ForeignKeyViolationException broken(Reference reference, WriteBatch batch) {
        boolean delete = batch.kind() == WriteBatch.Kind.DELETE;
        EntityModel entity = batch.entity();
        List<ColumnModel> columns = delete ? entity.id().columns() : reference.columns();
        List<String> properties =
                columns.stream().map(column -> column.path()).distinct().toList();
        if (!delete && reference.links() != null) {
            properties = List.of(reference.links().path());
        }
        Violation violation = new Violation(
                entity.name(),
                reference.constraint(),
                columns.stream().map(ColumnModel::name).toList(),
                properties);
        String doing = batch.kind().name().toLowerCase(Locale.ROOT).replaceFirst("e?$", "ing");
        return ForeignKeyViolationException.of(
                violation, "while " + doing + " '" + entity.name() + "'", delete, List.of(reference.path()), "", null);
    }

    private static Query query(EntityModel entity, Condition condition) {
        return new Query(entity, condition, List.of(), 0, 0);
    }

    private static Condition.Test among(List<ColumnModel> columns, List<List<?>> keys) {
        return columns.size() == 1
                ? new Condition.In(
                        columns.get(0), keys.stream().map(key -> key.get(0)).toList())
                : new Condition.InKeys(columns, keys);
    }

    /** The key in the columns; none where one of them is null. */
    private static List<List<?>> keyOf(List<ColumnModel> columns, @Nullable Object[] row) {
        List<Object> key = new ArrayList<>();
        for (ColumnModel column : columns) {
            Object value = row[column.position()];
            if (value == null) {
                return List.of();
            }
            key.add(value);
        }
        return List.of(key);
    }

    private static Object comparable(List<?> key) {
        return key.stream().map(Values::key).toList();
    }

    private static List<List<List<?>>> chunks(List<List<?>> keys) {
        List<List<List<?>>> chunks = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += KEYS_AT_A_TIME) {
            chunks.add(keys.subList(from, Math.min(from + KEYS_AT_A_TIME, keys.size())));
        }
        return chunks;
    }
}
