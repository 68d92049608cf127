package dev.plinth.internal.entity;

import dev.plinth.backend.Store;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.query.QueryBinder;
import dev.plinth.internal.values.RowRules;
import dev.plinth.model.EntityModel;

/**
 * What is needed to work with the entities of one type.
 *
 * @param model the entity
 * @param mapper its mapper
 * @param rules its rules
 * @param binder its binder
 */
public record EntityRuntime(EntityModel model, EntityMapper mapper, RowRules rules, QueryBinder binder) {
    /**
     * Makes it for an entity.
     *
     * @param model the entity
     * @param store the database
     * @return what is needed
     */
    public static EntityRuntime of(EntityModel model, Store store) {
        RowRules rules = new RowRules(model, store);
        return new EntityRuntime(model, new EntityMapper(model), rules, new QueryBinder(model, rules));
    }
}
