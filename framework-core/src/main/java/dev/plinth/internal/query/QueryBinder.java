package dev.plinth.internal.query;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.SortKey;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import dev.plinth.internal.values.RowRules;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.HierarchyModel;
import dev.plinth.model.PropertyModel;
import dev.plinth.specification.Deleted;
import dev.plinth.specification.Operator;
import dev.plinth.specification.Selection;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds the selections of one entity. Thread-safe. */
public final class QueryBinder {
    private final EntityModel entity;
    private final SpecificationBinder specifications;

    /**
     * Creates the binder of an entity.
     *
     * @param entity the entity
     * @param rules what its columns can hold
     * @param keys the key of an entity or {@code Ref} as the application has it; null where it has none yet
     */
    public QueryBinder(EntityModel entity, RowRules rules, Function<Object, @Nullable EntityKey> keys) {
        this.entity = entity;
        this.specifications = new SpecificationBinder(entity, rules, keys);
    }

    /**
     * Binds a selection.
     *
     * @param selection a selection of the entity
     * @return the query, soft delete included
     * @throws SpecificationException where a property is not known or a value does not fit
     */
    public Query bind(Selection<?> selection) {
        List<SortKey> order = new ArrayList<>();
        for (Sort<?> sort : selection.order()) {
            order.add(sortKey(sort));
        }
        if (selection.limit() > 0 || selection.offset() > 0) {
            addId(order);
        }
        Condition condition = Conditions.and(
                List.of(ofEntity(), visible(selection.deleted()), specifications.bind(selection.specification())));
        return new Query(entity, condition, order, selection.offset(), selection.limit());
    }

    // the one place where reads learn that rows of other entities lie among those of this one
    private Condition ofEntity() {
        HierarchyModel hierarchy = entity.hierarchy();
        if (hierarchy == null || entity.root() == entity) {
            return Condition.ALWAYS;
        }
        List<Object> values = hierarchy.from(entity.type()).stream()
                .flatMap(member -> Stream.ofNullable(member.value()))
                .toList();
        return values.size() == 1
                ? new Condition.Compare(hierarchy.discriminator(), Operator.EQUAL, values.get(0))
                : new Condition.In(hierarchy.discriminator(), values);
    }

    /**
     * The query for entities that belong to others.
     *
     * @param condition which of the entities
     * @param order in which order
     * @param perGroup how many of each owner, or null for all
     * @return the query, without what is soft-deleted
     */
    public Query related(Condition condition, List<SortKey> order, Query.@Nullable PerGroup perGroup) {
        return new Query(
                entity,
                Conditions.and(List.of(ofEntity(), visible(Deleted.EXCLUDED), condition)),
                order,
                0,
                0,
                perGroup);
    }

    /**
     * The order of an association to the entity.
     *
     * @param order the properties that were said
     * @param place the column that keeps the place in a list, or null
     * @return the keys, the id last
     */
    public List<SortKey> order(List<AssociationModel.Ordering> order, @Nullable ColumnModel place) {
        List<SortKey> keys = new ArrayList<>();
        if (place != null) {
            keys.add(new SortKey(place, false, false));
        }
        order.forEach(each -> keys.add(sortKey(each.descending() ? Sort.desc(each.path()) : Sort.asc(each.path()))));
        addId(keys);
        return keys;
    }

    /**
     * The order that a fetch plan gives an association to the entity.
     *
     * @param order the sorts
     * @return the keys, the id last
     */
    public List<SortKey> order(Order<?> order) {
        List<SortKey> keys = new ArrayList<>();
        for (Sort<?> sort : order) {
            keys.add(sortKey(sort));
        }
        addId(keys);
        return keys;
    }

    // the one place where reads learn of soft delete
    private Condition visible(Deleted deleted) {
        ColumnModel deletedAt = entity.deletedAt();
        if (deletedAt == null) {
            return deleted == Deleted.ONLY ? Condition.NEVER : Condition.ALWAYS;
        }
        Condition.IsNull live = new Condition.IsNull(deletedAt);
        return switch (deleted) {
            case EXCLUDED -> live;
            case INCLUDED -> Condition.ALWAYS;
            case ONLY -> new Condition.Not(live);
        };
    }

    private SortKey sortKey(Sort<?> sort) {
        @Nullable
        PropertyModel property = entity.property(sort.property())
                .or(() -> AssociationBinder.sorted(entity, sort.property()))
                .orElse(null);
        if (property == null) {
            throw SpecificationBinder.unknown(entity.name(), sort.property(), entity.paths());
        }
        if (!(property instanceof PropertyModel.Basic basic) || !basic.column().isOrdered()) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_TYPE,
                    "'" + entity.name() + "." + sort.property() + "' has no order to sort by. Sort by one of "
                            + entity.columns().stream()
                                    .filter(c -> c.isOrdered()
                                            && entity.property(c.path()).orElse(null) instanceof PropertyModel.Basic)
                                    .map(ColumnModel::path)
                                    .collect(Collectors.joining(", ")),
                    null);
        }
        boolean text = basic.column().type() == dev.plinth.model.ValueType.STRING;
        if (sort.ignoreCase() && !text) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_TYPE,
                    "'" + entity.name() + "." + sort.property() + "' is not a text, so a sort of it cannot ignore case."
                            + " Use asc or desc",
                    null);
        }
        return new SortKey(basic.column(), sort.isDescending(), sort.ignoreCase());
    }

    // a total order: rows that are alike in everything else come in the order of their ids
    private void addId(List<SortKey> order) {
        for (ColumnModel column : entity.id().columns()) {
            if (order.stream().noneMatch(key -> key.column() == column)) {
                order.add(new SortKey(column, false, false));
            }
        }
    }
}
