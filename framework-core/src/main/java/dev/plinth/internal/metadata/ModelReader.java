package dev.plinth.internal.metadata;

import dev.plinth.backend.DriverType;
import dev.plinth.error.Problem;
import dev.plinth.internal.json.JsonMapping;
import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.model.EntityModel;
import dev.plinth.model.LookupModel;
import dev.plinth.model.Model;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entrance of this room: from classes and mappings to the model. */
public final class ModelReader {
    private final boolean constraints;
    private final DriverTypes driverTypes;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<EntityModel> entities = new ArrayList<>();
    // with those that have mistakes: their names clash all the same
    private final List<EntityModel> named = new ArrayList<>();
    private final Set<Class<?>> types = new LinkedHashSet<>();
    private final Map<Class<?>, AttributeConverter<?, ?>> converters = new HashMap<>();

    private final @Nullable JsonMapping json;
    private final List<Draft> drafts = new ArrayList<>();
    private final Directory directory = new Directory();
    private final List<LookupModel> lookups = new ArrayList<>();

    /** A class that was given; without a declaration where it cannot be an entity. */
    private record Draft(
            Declaration.@Nullable Type said, AnnotationReader annotations, Problems found, boolean first) {}

    private ModelReader(boolean constraints, List<DriverType> driverTypes, @Nullable JsonMapping json) {
        this.constraints = constraints;
        this.driverTypes = new DriverTypes(driverTypes);
        this.json = json;
    }

    /**
     * What was read.
     *
     * @param model the entities that have no problem
     * @param problems every mistake, in the order of the classes
     */
    public record Result(Model model, List<Problem> problems) {}

    /**
     * Reads a model in which the annotations of Jakarta Validation say something of columns.
     *
     * @param annotated the classes that are mapped by annotations
     * @param mappings the mappings by code
     * @return the model and its mistakes
     */
    public static Result read(List<Class<?>> annotated, List<EntityMapping<?>> mappings) {
        return read(annotated, mappings, true, List.of(), JsonMapping.find(null));
    }

    /**
     * Reads a model. Reports mistakes; does not throw for them.
     *
     * @param annotated the classes that are mapped by annotations
     * @param mappings the mappings by code
     * @param constraints whether the annotations of Jakarta Validation say something of columns
     * @param driverTypes the classes of the database's driver that properties may have
     * @param json makes the converters of JSON, or null where Jackson's databind is missing
     * @return the model and its mistakes
     */
    public static Result read(
            List<Class<?>> annotated,
            List<EntityMapping<?>> mappings,
            boolean constraints,
            List<DriverType> driverTypes,
            @Nullable JsonMapping json) {
        ModelReader reader = new ModelReader(constraints, driverTypes, json);
        Hierarchies.complete(annotated).forEach(reader::add);
        mappings.forEach(reader::add);
        reader.build();
        List<LookupModel> enums = reader.directory.lookups().models();
        List<EntityModel> named = new ArrayList<>(reader.named);
        enums.forEach(lookup -> named.add(lookup.entity()));
        Map<EntityModel, List<Problem>> clashes = NameClashes.find(named);
        clashes.values().forEach(reader.problems::addAll);
        reader.entities.removeAll(clashes.keySet());
        List<LookupModel> lookups = new ArrayList<>(enums);
        lookups.addAll(reader.lookups);
        return new Result(new Model(reader.entities, lookups), List.copyOf(reader.problems));
    }

    private void add(Class<?> type) {
        Problems found = new Problems();
        if (type.isAnnotationPresent(Embeddable.class) && !type.isAnnotationPresent(Entity.class)) {
            found.add(
                    type,
                    "",
                    "the class is @Embeddable: a part of entities, and none itself",
                    "Leave it out; it is found where a property of an entity has its type");
            drafts.add(new Draft(null, new AnnotationReader(found), found, false));
        } else if (type.isAnnotationPresent(MappedSuperclass.class) && !type.isAnnotationPresent(Entity.class)) {
            found.add(
                    type,
                    "",
                    "the class is a @MappedSuperclass: a part of entities, and none itself",
                    "Leave it out, and list the entities that extend it");
            drafts.add(new Draft(null, new AnnotationReader(found), found, false));
        } else {
            AnnotationReader annotations = new AnnotationReader(found);
            add(annotations.entity(type), annotations, found);
        }
    }

    private void add(EntityMapping<?> mapping) {
        Problems found = new Problems();
        AnnotationReader annotations = new AnnotationReader(found);
        Declaration.Type said = mapping.declaration();
        annotations.checkSilent(said.type());
        add(said, annotations, found);
    }

    private void add(Declaration.Type said, AnnotationReader annotations, Problems found) {
        boolean first = types.add(said.type());
        if (!first) {
            found.add(said.type(), "", "the class is mapped twice", "List it once, as a class or as a mapping by code");
        }
        drafts.add(new Draft(said, annotations, found, first));
    }

    /** All entities are outlined first, since they may refer to each other; their mistakes show when they are built. */
    private void build() {
        for (Draft draft : drafts) {
            if (draft.said != null && draft.first) {
                Problems unheard = new Problems();
                directory.add(builder(draft.said, new AnnotationReader(unheard), unheard, new Directory(), null)
                        .outline());
            }
        }
        Outlines.inherit(directory);
        Map<Class<?>, EntityModel> built = new HashMap<>();
        Set<Class<?>> roots = new HashSet<>();
        for (Draft draft : drafts) {
            if (draft.said != null && draft.first && isPart(draft.said)) {
                Class<?> root = Hierarchies.root(draft.said.type());
                if (roots.add(root)) {
                    buildHierarchy(root).forEach(model -> built.put(model.type(), model));
                }
            } else if (draft.said != null) {
                build(draft.said, draft).ifPresent(model -> built.putIfAbsent(model.type(), model));
            }
        }
        directory.runChecks();
        for (Draft draft : drafts) {
            problems.addAll(draft.found.list());
            EntityModel model = draft.said == null ? null : built.get(draft.said.type());
            if (model != null && draft.first && draft.found.isEmpty()) {
                entities.add(model);
                addLookup(draft.said, model);
            }
        }
    }

    private boolean isPart(Declaration.Type said) {
        return !said.byCode()
                && said.type().isAnnotationPresent(Entity.class)
                && Hierarchies.isPart(said.type(), types);
    }

    private void addLookup(Declaration.Type said, EntityModel model) {
        if (said.lookup() != null) {
            lookups.add(new LookupModel(model, said.lookup()));
        }
    }

    private Optional<EntityModel> build(Declaration.Type said, Draft draft) {
        Outline outline = directory.find(said.type()).orElseThrow();
        Optional<EntityModel> model =
                builder(said, draft.annotations, draft.found, directory, null).build(outline);
        if (draft.first) {
            model.ifPresent(named::add);
            model.ifPresent(directory::add);
        }
        return model;
    }

    private List<EntityModel> buildHierarchy(Class<?> root) {
        Map<Class<?>, EntityBuilder> members = new LinkedHashMap<>();
        addMembers(root, members);
        List<EntityModel> models = new HierarchyBuilder(List.copyOf(members.values()), directory).build();
        named.addAll(models);
        models.forEach(directory::add);
        return models;
    }

    // each after the one that it extends
    private void addMembers(Class<?> type, Map<Class<?>, EntityBuilder> members) {
        for (Draft draft : drafts) {
            Declaration.Type said = draft.said;
            if (said != null && draft.first && said.type() == type) {
                Class<?> parent = Hierarchies.parent(type);
                EntityBuilder above = parent == null ? null : members.get(parent);
                members.put(type, builder(said, draft.annotations, draft.found, directory, above));
            }
        }
        types.stream()
                .filter(other -> !members.containsKey(other) && Hierarchies.parent(other) == type)
                .forEach(other -> addMembers(other, members));
    }

    private EntityBuilder builder(
            Declaration.Type said,
            AnnotationReader annotations,
            Problems found,
            Directory known,
            @Nullable EntityBuilder parent) {
        return new EntityBuilder(
                said,
                annotations,
                new AttributeConverters(converters, driverTypes, jsonOf(said, found), found),
                found,
                constraints,
                known,
                parent);
    }

    private JsonColumns jsonOf(Declaration.Type said, Problems found) {
        return new JsonColumns(json, said.name() == null ? said.type().getSimpleName() : said.name(), found);
    }
}
