package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.Declaration.Role;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Generation;
import dev.plinth.model.IdModel;
import dev.plinth.model.PropertyModel;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of an id of several properties that a class stands for: it has the same properties, by name and type. */
final class IdClassRules {
    private final Declaration.Type said;
    private final AnnotationReader annotations;
    private final IdRules ids;
    private final Problems problems;
    private final Site site;

    IdClassRules(Declaration.Type said, AnnotationReader annotations, IdRules ids, Problems problems) {
        this.said = said;
        this.annotations = annotations;
        this.ids = ids;
        this.problems = problems;
        this.site = new Site(said.type(), "", said.byCode());
    }

    /** The id; null where there are mistakes. */
    @Nullable
    IdModel id(List<Field> idFields, Map<Field, PropertyModel> models, Class<?> type) {
        if (type.isArray()
                || type.isPrimitive()
                || type.getPackageName().startsWith("java.")
                || !Structure.check(type, problems)) {
            report(
                    "the id class " + type.getTypeName() + " is not a class or record with the properties of the id",
                    "Write one that has the properties " + names(idFields));
            return null;
        }
        annotations.checkIdClass(type);
        Map<String, Field> parts = new LinkedHashMap<>();
        Structure.fields(type).forEach(field -> parts.put(field.getName(), field));
        List<PropertyModel> properties = new ArrayList<>();
        List<ColumnModel> columns = new ArrayList<>();
        for (Field field : idFields) {
            checkId(field);
            Field part = parts.remove(field.getName());
            if (isCounterpart(field, part, type) && models.get(field) instanceof PropertyModel.Basic basic) {
                ids.checkType(new Site(said.type(), field.getName(), said.byCode()), basic.column());
                properties.add(new PropertyModel.Basic(field.getName(), basic.path(), part, basic.column()));
                columns.add(basic.column());
            }
        }
        parts.values()
                .forEach(part -> report(
                        "the id class " + type.getName() + " has the property '" + part.getName()
                                + "', which is not part of the entity's id",
                        "Remove it there, or mark the entity's property of that name with " + id()));
        return properties.size() < idFields.size()
                ? null
                : new IdModel(
                        new PropertyModel.Embedded("", "", idFields.get(0), type, properties),
                        type,
                        columns,
                        new Generation.Assigned());
    }

    private void checkId(Field field) {
        Declaration.Property property = said.properties().get(field.getName());
        Site where = new Site(said.type(), field.getName(), said.byCode());
        if (property != null && property.roles().contains(Role.EMBEDDED_ID)) {
            problems.add(
                    where,
                    "an id is an embeddable or has an id class, not both",
                    "Remove " + site.say("@IdClass", "'idClass'") + ", or mark the single properties with " + id());
        } else if (property != null && property.generation() != null) {
            problems.add(
                    where,
                    "only an id of one property can be generated",
                    "Remove " + site.say("@GeneratedValue", "'generated'") + " and set the id in the constructor");
        }
    }

    private boolean isCounterpart(Field field, @Nullable Field part, Class<?> type) {
        Class<?> own = Lineage.type(field, said.type());
        if (part == null) {
            report(
                    "the id class " + type.getName() + " has no property '" + field.getName()
                            + "', which is part of the entity's id",
                    "Give it one of the type " + own.getTypeName());
            return false;
        } else if (Lineage.type(part, type) != own) {
            report(
                    "the property '" + field.getName() + "' is of type "
                            + Lineage.type(part, type).getTypeName() + " in the id class " + type.getName()
                            + " and of type "
                            + own.getTypeName() + " in the entity",
                    "Give both the same type");
            return false;
        } else if (Modifier.isFinal(part.getModifiers()) && !type.isRecord()) {
            report(
                    "the field '" + part.getName() + "' of the id class " + type.getName()
                            + " is final, so that it cannot be read into",
                    "Drop 'final', or make the class a record");
            return false;
        }
        return true;
    }

    private void report(String message, String remedy) {
        problems.add(site, message, remedy);
    }

    private String id() {
        return site.say("@Id", "'id'");
    }

    private static String names(List<Field> fields) {
        return fields.stream().map(Field::getName).collect(Collectors.joining(", "));
    }
}
