package dev.plinth.internal.entity;

import dev.plinth.backend.Store;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.query.QueryBinder;
import dev.plinth.internal.values.RowRules;
import dev.plinth.model.EntityModel;
import java.util.function.Function;

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
     * @param mappers the mappers of the entities that it refers to, by class; asked when entities are mapped
     * @return what is needed
     */
    public static EntityRuntime of(EntityModel model, Store store, Function<Class<?>, EntityMapper> mappers) {
        RowRules rules = new RowRules(model, store);
        return new EntityRuntime(model, new EntityMapper(model, mappers), rules, new QueryBinder(model, rules));
    }
}
