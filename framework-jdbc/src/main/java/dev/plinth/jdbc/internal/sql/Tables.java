package dev.plinth.jdbc.internal.sql;

import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a model. Immutable. */
public final class Tables {
    private final List<EntityTable> all;
    private final List<EntityTable> readOnly;
    private final Map<EntityModel, EntityTable> byEntity = new IdentityHashMap<>();

    /** The tables of a model. */
    public Tables(Model model, Dialect dialect) {
        model.entities().forEach(entity -> byEntity.put(entity, new EntityTable(entity, dialect)));
        this.all = model.written().stream().map(byEntity::get).toList();
        this.readOnly = model.entities().stream()
                .filter(EntityModel::readOnly)
                .map(byEntity::get)
                .toList();
    }

    /** All tables that are Plinth's to create and drop, in the order of the model. */
    public List<EntityTable> all() {
        return all;
    }

    /** The tables and views that are only read, in the order of the model. */
    public List<EntityTable> readOnly() {
        return readOnly;
    }

    /** The table of an entity. */
    public EntityTable of(EntityModel entity) {
        EntityTable table = byEntity.get(entity);
        if (table == null) {
            throw new IllegalArgumentException("The entity '" + entity.name() + "' is not one of the prepared model");
        }
        return table;
    }
}
