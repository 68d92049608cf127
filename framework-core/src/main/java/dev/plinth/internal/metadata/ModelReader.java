package dev.plinth.internal.metadata;

import dev.plinth.error.Problem;
import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import dev.plinth.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entrance of this room: from classes and mappings to the model. */
public final class ModelReader {
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<EntityModel> entities = new ArrayList<>();
    private final Set<Class<?>> types = new LinkedHashSet<>();

    private ModelReader() {}

    /**
     * What was read.
     *
     * @param model the entities that have no problem
     * @param problems every mistake, in the order of the classes
     */
    public record Result(Model model, List<Problem> problems) {}

    /**
     * Reads a model. Reports mistakes; does not throw for them.
     *
     * @param annotated the classes that are mapped by annotations
     * @param mappings the mappings by code
     * @return the model and its mistakes
     */
    public static Result read(List<Class<?>> annotated, List<EntityMapping<?>> mappings) {
        ModelReader reader = new ModelReader();
        for (Class<?> type : annotated) {
            Problems found = new Problems();
            AnnotationReader annotations = new AnnotationReader(found);
            reader.add(annotations.entity(type), annotations, found);
        }
        for (EntityMapping<?> mapping : mappings) {
            Problems found = new Problems();
            reader.add(mapping.declaration(), new AnnotationReader(found), found);
        }
        reader.checkNames();
        return new Result(new Model(reader.entities), List.copyOf(reader.problems));
    }

    private void add(Declaration.Type said, AnnotationReader annotations, Problems found) {
        if (!types.add(said.type())) {
            found.add(said.type(), "", "the class is mapped twice", "List it once, as a class or as a mapping by code");
        }
        new EntityBuilder(said, annotations, found)
                .build()
                .filter(model -> found.isEmpty())
                .ifPresent(entities::add);
        problems.addAll(found.list());
    }

    private void checkNames() {
        Map<String, EntityModel> names = new HashMap<>();
        Map<String, EntityModel> tables = new HashMap<>();
        for (EntityModel entity : List.copyOf(entities)) {
            EntityModel other = names.putIfAbsent(entity.name(), entity);
            if (other != null) {
                report(
                        entity,
                        "",
                        "the entity's name '" + entity.name() + "' is also that of "
                                + other.type().getName(),
                        "Give one of them another name");
            }
            checkTable(tables, entity, "", entity.table());
            for (CollectionModel collection : entity.collections()) {
                checkTable(tables, entity, collection.path(), collection.table());
            }
        }
    }

    private void checkTable(Map<String, EntityModel> tables, EntityModel entity, String member, TableName table) {
        EntityModel other = tables.putIfAbsent(Names.same(table.toString()), entity);
        if (other != null) {
            report(
                    entity,
                    member,
                    "the table '" + table + "' is also a table of "
                            + other.type().getName(),
                    "Give one of them another table");
        }
    }

    private void report(EntityModel entity, String member, String message, String remedy) {
        entities.remove(entity);
        problems.add(new Problem(entity.type().getName(), member, message, remedy));
    }
}
