package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Audited;
import dev.plinth.mapping.Json;
import dev.plinth.mapping.Lookup;
import dev.plinth.mapping.ReadOnly;
import dev.plinth.mapping.SoftDelete;
import dev.plinth.mapping.SubDocuments;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.MapKey;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Refuses annotations that are not supported, or stand where they have no effect. None is silently ignored. */
final class AnnotationRules {
    private static final Set<Class<? extends Annotation>> ON_ENTITIES = Set.of(
            Entity.class,
            IdClass.class,
            Table.class,
            SequenceGenerator.class,
            SequenceGenerators.class,
            Access.class,
            Inheritance.class,
            DiscriminatorColumn.class,
            DiscriminatorValue.class,
            AttributeOverride.class,
            AttributeOverrides.class);

    private static final Set<Class<? extends Annotation>> ON_SUPERCLASSES = Set.of(
            MappedSuperclass.class,
            IdClass.class,
            SequenceGenerator.class,
            SequenceGenerators.class,
            Access.class,
            AttributeOverride.class,
            AttributeOverrides.class);
    /** Refused annotations that are about the type of their field, so that nothing more has to be said of it. */
    private static final Set<String> OF_TYPES = Set.of("Temporal");

    private static final List<Class<? extends Annotation>> OURS =
            List.of(SoftDelete.class, Audited.class, ReadOnly.class, Lookup.class);
    private static final Set<Class<? extends Annotation>> ON_EMBEDDABLES = Set.of(Embeddable.class, Access.class);
    private static final Set<Class<? extends Annotation>> NOT_ON_FIELDS = Set.of(
            Entity.class,
            Table.class,
            Embeddable.class,
            MappedSuperclass.class,
            Inheritance.class,
            DiscriminatorColumn.class,
            DiscriminatorValue.class);

    private static final Set<Class<? extends Annotation>> ON_ASSOCIATIONS = Set.of(
            JoinColumn.class, jakarta.persistence.JoinColumns.class, JoinTable.class, OrderBy.class, MapKey.class);

    private final Problems problems;
    private final AttributeRules attributes;

    AnnotationRules(Problems problems) {
        this.problems = problems;
        this.attributes = new AttributeRules(problems);
    }

    void checkEntity(Class<?> type) {
        if (!type.isAnnotationPresent(Entity.class)) {
            problems.add(
                    type,
                    "",
                    "the class is not an @Entity",
                    "Add @Entity, or map the class by code with EntityMapping and pass that to mappings(...)");
        }
        checkMembers(type, ON_ENTITIES, "an entity");
        Lineage.above(type).forEach(above -> checkMembers(above, ON_SUPERCLASSES, "a @MappedSuperclass"));
    }

    void checkEmbeddable(Class<?> type) {
        for (Class<? extends Annotation> annotation : OURS) {
            if (type.isAnnotationPresent(annotation)) {
                refuse(new Site(type, "", false), annotation, "belongs to an entity", "Put it on the entity");
            }
        }
        checkMembers(type, ON_EMBEDDABLES, "an embeddable");
        Lineage.above(type).forEach(above -> checkMembers(above, ON_SUPERCLASSES, "a @MappedSuperclass"));
    }

    /** What an id class would say is said by the entity's own properties. */
    void checkIdClass(Class<?> type) {
        if (speaks(type)) {
            problems.add(
                    type,
                    "",
                    "the class is named in @IdClass and has mapping annotations, which would have no effect",
                    "Put them on the @Id properties of the entity, or make it an @Embeddable and use @EmbeddedId");
        }
    }

    private static boolean speaks(Class<?> type) {
        return !of(type).isEmpty()
                || OURS.stream().anyMatch(type::isAnnotationPresent)
                || Arrays.stream(type.getDeclaredFields())
                        .anyMatch(field -> !of(field).isEmpty()
                                || field.isAnnotationPresent(Json.class)
                                || field.isAnnotationPresent(SubDocuments.class))
                || Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> !of(method).isEmpty());
    }

    /** A class that is mapped by code says nothing by annotations. */
    void checkSilent(Class<?> type) {
        if (Lineage.of(type).stream().anyMatch(AnnotationRules::speaks)) {
            problems.add(
                    type,
                    "",
                    "the class is mapped by code and has mapping annotations, too",
                    "Remove one of the two: the annotations, or the mapping by code");
        }
    }

    private void checkMembers(Class<?> type, Set<Class<? extends Annotation>> supported, String what) {
        Site site = new Site(type, "", false);
        for (Annotation annotation : of(type)) {
            Class<? extends Annotation> kind = annotation.annotationType();
            if (supported.contains(kind)) {
                checkAccess(site, annotation);
                attributes.check(site, annotation);
            } else if (AttributeRules.isSupported(kind)) {
                refuse(site, kind, "has no effect on " + what, "Remove it, or put it on the field it is meant for");
            } else {
                refuse(site, kind);
            }
        }
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> !field.isSynthetic())
                .forEach(this::checkField);
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName))
                .forEach(this::checkMethod);
    }

    private void checkField(Field field) {
        Site site = new Site(field.getDeclaringClass(), field.getName(), false);
        boolean state = !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers());
        for (Annotation annotation : of(field)) {
            Class<? extends Annotation> kind = annotation.annotationType();
            if (!AttributeRules.isSupported(kind)) {
                refuse(site, kind);
            } else if (NOT_ON_FIELDS.contains(kind)) {
                refuse(site, kind, "has no effect on a field", "Put it on a class");
            } else if (!state && kind != Transient.class) {
                refuse(
                        site,
                        kind,
                        "has no effect on a static or transient field, which is not stored",
                        "Remove the annotation, or the modifier");
            } else if (ON_ASSOCIATIONS.contains(kind) && !AssociationReader.isOne(field)) {
                refuse(
                        site,
                        kind,
                        "has no effect on a property that is no association",
                        Refusals.onValues(kind.getSimpleName()));
            } else {
                checkAccess(site, annotation);
                attributes.check(site, annotation);
            }
        }
        if (field.isAnnotationPresent(Json.class)) {
            checkJson(site, field, state);
        }
        if (field.isAnnotationPresent(SubDocuments.class) && !AssociationReader.isOne(field)) {
            refuse(
                    site,
                    SubDocuments.class,
                    "has no effect on a property that is no association",
                    "Remove it; an element collection is kept in the owner's document as it is");
        }
    }

    private void checkJson(Site site, Field field, boolean state) {
        if (!state) {
            refuse(
                    site,
                    Json.class,
                    "has no effect on a static or transient field, which is not stored",
                    "Remove the annotation, or the modifier");
        }
        if (field.isAnnotationPresent(Convert.class)) {
            refuse(
                    site,
                    Json.class,
                    "says how the value is stored, and @Convert says it, too",
                    "Remove one of the two");
        }
    }

    private void checkMethod(Method method) {
        Site site = new Site(method.getDeclaringClass(), method.getName() + "()", false);
        for (Annotation annotation : of(method)) {
            Class<? extends Annotation> kind = annotation.annotationType();
            if (isOfComponent(method, annotation)) {
                continue;
            }
            if (AttributeRules.isSupported(kind)) {
                refuse(
                        site,
                        kind,
                        "is on a method, but Plinth reads and writes fields",
                        method.getDeclaringClass().isRecord()
                                ? "Put it on the record's component"
                                : "Put it on the field");
            } else {
                refuse(site, kind);
            }
        }
    }

    // javac copies a component's annotations to its accessor
    private static boolean isOfComponent(Method method, Annotation annotation) {
        return method.getDeclaringClass().isRecord()
                && method.getParameterCount() == 0
                && Arrays.stream(method.getDeclaringClass().getDeclaredFields())
                        .filter(field -> field.getName().equals(method.getName()))
                        .anyMatch(field -> annotation.equals(field.getAnnotation(annotation.annotationType())));
    }

    private void checkAccess(Site site, Annotation annotation) {
        if (annotation instanceof Access access && access.value() != AccessType.FIELD) {
            problems.add(
                    site,
                    "@Access(AccessType.PROPERTY) is not supported",
                    "Plinth reads and writes fields: remove it and put the annotations on the fields");
        }
    }

    private void refuse(Site site, Class<? extends Annotation> annotation) {
        String name = annotation.getName();
        if (name.startsWith("jakarta.persistence.")) {
            refuse(site, annotation, "is not supported", Refusals.annotation(annotation.getSimpleName()));
        } else if (name.startsWith("javax.persistence.")) {
            refuse(site, annotation, "is of the old package javax.persistence", "Import it from jakarta.persistence");
        } else {
            refuse(
                    site,
                    annotation,
                    "is of Hibernate and not supported",
                    "Remove it, or see what the mapping reference" + " offers instead");
        }
    }

    private void refuse(Site site, Class<? extends Annotation> annotation, String why, String remedy) {
        String what = "@" + annotation.getSimpleName() + " " + why;
        if (OF_TYPES.contains(annotation.getSimpleName())) {
            problems.addOfType(site, what, remedy);
        } else {
            problems.add(site, what, remedy);
        }
    }

    /** The mapping annotations of a class, field or method. */
    private static List<Annotation> of(AnnotatedElement element) {
        return Arrays.stream(element.getDeclaredAnnotations())
                .filter(annotation -> isMapping(annotation.annotationType().getPackageName()))
                .toList();
    }

    private static boolean isMapping(String packageName) {
        return packageName.equals("jakarta.persistence")
                || packageName.equals("javax.persistence")
                || packageName.equals("org.hibernate.annotations");
    }
}
