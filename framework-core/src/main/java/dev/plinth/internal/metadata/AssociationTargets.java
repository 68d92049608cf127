package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.Declaration.Role;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the entity at the other end of an association. */
final class AssociationTargets {
    private final Directory directory;
    private final Problems problems;

    AssociationTargets(Directory directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** The entity of a class; empty, and reported, where the class is none of the model. */
    Optional<Outline> find(Site site, Class<?> type, boolean many) {
        Optional<Outline> target = directory.find(type);
        if (target.isEmpty() && type.isSealed()) {
            problems.add(
                    site,
                    "it refers to any " + type.getName() + ", so that no object can stand for one that is not loaded",
                    many
                            ? "Make the entry an entity of its own, with a Ref<" + type.getSimpleName()
                                    + "> (dev.plinth.association.Ref)"
                            : "Declare it as Ref<" + type.getSimpleName() + "> (dev.plinth.association.Ref)");
        } else if (target.isEmpty()) {
            problems.add(
                    site,
                    "it refers to " + type.getName() + ", which is not an entity of this model",
                    "Add the class: entities(" + type.getSimpleName() + ".class), or map it by code");
        }
        return target;
    }

    /** Checks that what would be written of the other entity can be. */
    void checkWrites(Site site, Declaration.Property property, Outline target) {
        Declaration.Association said = Objects.requireNonNull(property.association());
        if (!target.said().readOnly()) {
            return;
        }
        if (!said.cascades().isEmpty() || said.orphanRemoval()) {
            problems.add(
                    site,
                    "the entity " + target.name() + " is only read, so that nothing can go along with this one",
                    "Remove 'cascade' and 'orphanRemoval'");
        }
        if (HiddenColumns.hasKey(property)
                || (property.roles().contains(Role.ONE_TO_MANY) && said.orderColumn() != null)) {
            problems.add(
                    site,
                    "the entity " + target.name() + " is only read, but this association keeps columns in its rows",
                    "Declare the reference in " + target.name() + " and this side with 'mappedBy'; for an order, use "
                            + site.say("@OrderBy", "'orderBy'"));
        }
    }

    /** Checks that an object can stand for an entity that is not loaded yet. */
    void checkReference(Site site, Class<?> type) {
        String why = type.isRecord()
                ? "a record"
                : type.isSealed() ? "sealed" : Modifier.isFinal(type.getModifiers()) ? "final" : null;
        if (why == null && directory.hasSubtypes(type)) {
            why = "extended by other entities";
        }
        if (why != null) {
            problems.add(
                    site,
                    "the class " + type.getSimpleName() + " is " + why
                            + ", so that no object can stand for one that is not loaded",
                    "Declare it as Ref<" + type.getSimpleName() + "> (dev.plinth.association.Ref)");
            return;
        }
        notOverridable(type)
                .findFirst()
                .ifPresent(method -> problems.add(
                        site,
                        "the method " + method.getName() + "() of "
                                + method.getDeclaringClass().getSimpleName() + " is "
                                + (Modifier.isFinal(method.getModifiers()) ? "final" : "package-private elsewhere")
                                + ", so that it cannot load an object that is not loaded yet",
                        "Make it " + (Modifier.isFinal(method.getModifiers()) ? "not final" : "protected")
                                + ", or declare the property as Ref<" + type.getSimpleName()
                                + "> (dev.plinth.association.Ref)"));
    }

    // what the class of references, which is in the package of the entity, cannot put its own in the place of
    private static Stream<Method> notOverridable(Class<?> type) {
        return Stream.<Class<?>>iterate(type, c -> c != null && c != Object.class, Class::getSuperclass)
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(method -> (Modifier.isFinal(method.getModifiers()) || isElsewhere(method, type))
                        && !Modifier.isStatic(method.getModifiers())
                        && !Modifier.isPrivate(method.getModifiers())
                        && !method.isSynthetic())
                .sorted(java.util.Comparator.comparing(Method::getName));
    }

    private static boolean isElsewhere(Method method, Class<?> type) {
        boolean packagePrivate =
                (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE)) == 0;
        return packagePrivate && !method.getDeclaringClass().getPackageName().equals(type.getPackageName());
    }

    /** Whether the other entity has the property that this side is said to be mapped by. */
    boolean checkMappedBy(Site site, Class<?> owner, Role role, String mappedBy, Outline target) {
        Role other = role == Role.ONE_TO_MANY ? Role.MANY_TO_ONE : role;
        List<String> candidates = directory.all().stream()
                .filter(above -> above.type().isAssignableFrom(target.type()))
                .flatMap(above -> above.fields().values().stream().filter(field -> isBack(above, field, other, owner)))
                .map(Field::getName)
                .toList();
        if (candidates.contains(mappedBy)) {
            return true;
        }
        String back = PropertyBuilder.name(other, site) + " to " + owner.getSimpleName();
        problems.add(
                site,
                "it is mapped by '" + mappedBy + "', which is not a property of " + target.name()
                        + " that refers to this entity with " + PropertyBuilder.name(other, site),
                candidates.isEmpty()
                        ? "Give " + target.name() + " such a property (" + back + "), or leave 'mappedBy' away"
                        : "Use one of "
                                + candidates.stream()
                                        .map(name -> "'" + name + "'")
                                        .collect(Collectors.joining(", ")));
        return false;
    }

    private static boolean isBack(Outline target, Field field, Role role, Class<?> owner) {
        Declaration.Property property = target.property(field);
        Class<?> type = AssociationType.of(field, target.type()).target();
        return property.roles().contains(role)
                && property.association() != null
                && property.association().mappedBy() == null
                && type != null
                && type.isAssignableFrom(owner);
    }
}
