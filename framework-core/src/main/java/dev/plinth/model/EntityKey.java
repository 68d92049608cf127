package dev.plinth.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What identifies an entity in a database: the entity and the values of its id columns.
 *
 * @param entity the entity; where it extends another, the root of the hierarchy
 * @param id the id column's value; a list of them where the id has several columns
 */
public record EntityKey(EntityModel entity, Object id) {
    /** Identity is that of the hierarchy's root. */
    public EntityKey {
        entity = entity.root();
    }

    /**
     * Reads the key out of a row.
     *
     * @param entity the entity
     * @param row a row of it
     * @return the key
     * @throws NullPointerException where an id column is null
     */
    public static EntityKey of(EntityModel entity, Object[] row) {
        List<ColumnModel> columns = entity.id().columns();
        if (columns.size() == 1) {
            return new EntityKey(entity, normal(row[columns.get(0).position()]));
        }
        List<Object> values = new ArrayList<>(columns.size());
        for (ColumnModel column : columns) {
            values.add(normal(row[column.position()]));
        }
        return new EntityKey(entity, Collections.unmodifiableList(values));
    }

    /**
     * The key of an id.
     *
     * @param entity the entity
     * @param values one value per id column
     * @return the key
     */
    public static EntityKey of(EntityModel entity, List<?> values) {
        return new EntityKey(
                entity,
                values.size() == 1
                        ? normal(values.get(0))
                        : values.stream().map(EntityKey::normal).toList());
    }

    // 1.0 and 1.00 are one id
    private static Object normal(Object value) {
        return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
    }

    /**
     * The values of the id columns.
     *
     * @return one value per id column
     */
    public List<?> values() {
        return id instanceof List<?> list ? list : List.of(id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntityKey that && entity == that.entity && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode() * 31 + System.identityHashCode(entity);
    }

    @Override
    public String toString() {
        return entity.name() + " " + id;
    }
}
