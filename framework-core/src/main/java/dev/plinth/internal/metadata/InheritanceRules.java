package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.InheritanceReader.Root;
import dev.plinth.mapping.Audited;
import dev.plinth.mapping.ReadOnly;
import dev.plinth.mapping.SoftDelete;
import dev.plinth.model.Generation;
import dev.plinth.model.HierarchyModel.Strategy;
import dev.plinth.model.IdModel;
import dev.plinth.model.PropertyModel;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What entities of a hierarchy may say, and which of them. */
final class InheritanceRules {
    private static final List<Class<? extends Annotation>> OF_ROOT = List.of(
            Inheritance.class,
            DiscriminatorColumn.class,
            SoftDelete.class,
            Audited.class,
            ReadOnly.class,
            IdClass.class);

    private final Root root;
    private final Map<Object, Class<?>> values = new HashMap<>();

    InheritanceRules(Root root) {
        this.root = root;
    }

    /** Checks what an entity says that extends another, or is extended. */
    void check(EntityBuilder entity) {
        EntityBuilder parent = entity.parent();
        if (parent != null) {
            checkBelow(entity, parent);
        }
        Class<?> type = entity.said().type();
        boolean isAbstract = Modifier.isAbstract(type.getModifiers());
        boolean tableless = root.strategy() == Strategy.SINGLE_TABLE
                ? parent != null
                : root.strategy() == Strategy.TABLE_PER_CLASS && isAbstract;
        if (tableless && entity.said().table().name() != null) {
            entity.problems()
                    .add(
                            type,
                            "",
                            "it names a table, but its rows are in "
                                    + (root.strategy() == Strategy.SINGLE_TABLE
                                            ? "that of the root"
                                            : "those of its subtypes"),
                            "Remove the name, or choose another strategy with @Inheritance at the root");
        }
    }

    private static void checkBelow(EntityBuilder entity, EntityBuilder parent) {
        Class<?> type = entity.said().type();
        String above = parent.said().type().getSimpleName();
        for (Class<? extends Annotation> annotation : OF_ROOT) {
            // an id class is said where the id is
            if (Lineage.find(type, annotation) != null && !(annotation == IdClass.class && parent.isInterface())) {
                entity.problems()
                        .add(
                                type,
                                "",
                                "it says @" + annotation.getSimpleName() + ", but extends the entity " + above,
                                "Say it at the root of the hierarchy, for all of its entities");
            }
        }
        if (!parent.isInterface()) {
            refuse(entity, above, entity.idFields(), "an id");
            refuse(entity, above, entity.versionFields(), "a version");
            checkNames(entity, parent);
        }
        List<Class<?>> others = Hierarchies.entityInterfaces(type).stream()
                .filter(each -> !each.isAssignableFrom(parent.said().type()))
                .toList();
        if (!others.isEmpty()) {
            entity.problems()
                    .add(
                            type,
                            "",
                            "it belongs to several hierarchies: "
                                    + Stream.concat(Stream.of(parent.said().type()), others.stream())
                                            .map(Class::getSimpleName)
                                            .collect(Collectors.joining(", ")),
                            "Let it extend one entity only");
        }
    }

    private static void refuse(EntityBuilder entity, String above, List<Field> fields, String what) {
        for (Field field : fields) {
            entity.problems()
                    .add(
                            entity.said().type(),
                            field.getName(),
                            "it is " + what + ", but its entity extends " + above + " and has that one's",
                            "Remove it, or declare it at the root of the hierarchy only");
        }
    }

    private static void checkNames(EntityBuilder entity, EntityBuilder parent) {
        List<String> above =
                parent.properties().stream().map(PropertyModel::name).toList();
        Structure.fields(entity.said().type()).stream()
                .map(Field::getName)
                .filter(above::contains)
                .forEach(name -> entity.problems()
                        .add(
                                entity.said().type(),
                                name,
                                "there is a property of this name in an entity above, too",
                                "Rename one of them"));
    }

    /** What the discriminator says of the rows of an entity; null where it is abstract. */
    @Nullable
    Object value(EntityBuilder entity) {
        Class<?> type = entity.said().type();
        Problems problems = entity.problems();
        String said = InheritanceReader.discriminator(type);
        if (Modifier.isAbstract(type.getModifiers())) {
            if (said != null) {
                problems.add(
                        type,
                        "",
                        "it is abstract, so that no row has its @DiscriminatorValue",
                        "Remove it, or make the class concrete");
            }
            return null;
        }
        Object value = parsed(entity, said == null ? entity.known().name() : said, said != null);
        Class<?> other = values.putIfAbsent(value, type);
        if (other != null) {
            problems.add(
                    type,
                    "",
                    "the discriminator's value '" + value + "' is also that of " + other.getSimpleName(),
                    "Give one of them another @DiscriminatorValue");
        }
        return value;
    }

    private Object parsed(EntityBuilder entity, String text, boolean said) {
        String wrong = null;
        Object value = text;
        if (root.type() == DiscriminatorType.INTEGER) {
            try {
                value = Integer.valueOf(text);
            } catch (NumberFormatException e) {
                wrong = "not a whole number";
            }
        } else if (root.type() == DiscriminatorType.CHAR) {
            wrong = text.length() == 1 ? null : "not one character";
            value = text.isEmpty() ? text : (Object) text.charAt(0);
        } else if (text.length() > root.length()) {
            wrong = "longer than the discriminator's length " + root.length();
        } else if (text.isEmpty()) {
            wrong = "empty";
        }
        if (wrong != null) {
            entity.problems()
                    .add(
                            entity.said().type(),
                            "",
                            (said ? "its @DiscriminatorValue '" : "its name '") + text + "' is " + wrong,
                            said ? "Give another value" : "Give it a @DiscriminatorValue");
        }
        return value;
    }

    /** Checks the id that all entities have. */
    void checkId(EntityBuilder rootEntity) {
        IdModel id = rootEntity.id();
        if (root.strategy() == Strategy.TABLE_PER_CLASS
                && id != null
                && id.generation() instanceof Generation.Identity) {
            rootEntity
                    .problems()
                    .add(
                            rootEntity.said().type(),
                            id.property().name(),
                            "GenerationType.IDENTITY numbers each table for itself, and the rows of this hierarchy are in"
                                    + " several: @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)",
                            "Use GenerationType.SEQUENCE or GenerationType.UUID, or the strategy JOINED");
        }
    }
}
