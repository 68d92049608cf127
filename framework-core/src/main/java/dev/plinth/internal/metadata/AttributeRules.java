package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import jakarta.persistence.Access;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The attributes that are supported. Any other one is refused where it is set to something else than its default, which
 * is all that can be seen of it.
 */
final class AttributeRules {
    private static final Map<Class<? extends Annotation>, Set<String>> SUPPORTED = Map.ofEntries(
            Map.entry(Access.class, Set.of("value")),
            Map.entry(AttributeOverride.class, Set.of("name", "column")),
            Map.entry(AttributeOverrides.class, Set.of("value")),
            Map.entry(Basic.class, Set.of("optional")),
            Map.entry(CollectionTable.class, Set.of("name", "catalog", "schema", "joinColumns")),
            Map.entry(
                    Column.class,
                    Set.of(
                            "name",
                            "unique",
                            "nullable",
                            "length",
                            "precision",
                            "scale",
                            "secondPrecision",
                            "insertable",
                            "updatable")),
            Map.entry(Convert.class, Set.of("converter")),
            // elements are always read with their entity, so that EAGER says what is true and LAZY is the default
            Map.entry(ElementCollection.class, Set.of("fetch")),
            Map.entry(DiscriminatorColumn.class, Set.of("name", "discriminatorType", "length")),
            Map.entry(DiscriminatorValue.class, Set.of("value")),
            Map.entry(Embeddable.class, Set.of()),
            Map.entry(Embedded.class, Set.of()),
            Map.entry(EmbeddedId.class, Set.of()),
            Map.entry(Entity.class, Set.of("name")),
            Map.entry(Enumerated.class, Set.of("value")),
            Map.entry(GeneratedValue.class, Set.of("strategy", "generator")),
            Map.entry(Id.class, Set.of()),
            Map.entry(IdClass.class, Set.of("value")),
            Map.entry(JoinColumn.class, Set.of("name", "referencedColumnName", "nullable", "unique", "foreignKey")),
            Map.entry(jakarta.persistence.JoinColumns.class, Set.of("value", "foreignKey")),
            Map.entry(JoinTable.class, Set.of("name", "catalog", "schema", "joinColumns", "inverseJoinColumns")),
            Map.entry(Inheritance.class, Set.of("strategy")),
            Map.entry(Lob.class, Set.of()),
            Map.entry(MapKeyColumn.class, Set.of("name", "length", "precision", "scale")),
            Map.entry(MapKeyEnumerated.class, Set.of("value")),
            Map.entry(MappedSuperclass.class, Set.of()),
            // both ways of fetching are one: what is touched is loaded, together with that of all that were loaded
            // beside
            Map.entry(ManyToMany.class, Set.of("cascade", "fetch", "mappedBy")),
            Map.entry(ManyToOne.class, Set.of("cascade", "fetch", "optional")),
            Map.entry(MapKey.class, Set.of("name")),
            Map.entry(OneToMany.class, Set.of("cascade", "fetch", "mappedBy", "orphanRemoval")),
            Map.entry(OneToOne.class, Set.of("cascade", "fetch", "optional", "mappedBy", "orphanRemoval")),
            Map.entry(OrderBy.class, Set.of("value")),
            Map.entry(OrderColumn.class, Set.of("name")),
            Map.entry(
                    SequenceGenerator.class,
                    Set.of("name", "sequenceName", "catalog", "schema", "initialValue", "allocationSize")),
            Map.entry(SequenceGenerators.class, Set.of("value")),
            Map.entry(Table.class, Set.of("name", "catalog", "schema", "uniqueConstraints", "indexes")),
            Map.entry(Transient.class, Set.of()),
            Map.entry(Version.class, Set.of()));

    /** Annotations that stand within others only. */
    private static final Map<Class<? extends Annotation>, Set<String>> NESTED = Map.of(
            UniqueConstraint.class, Set.of("name", "columnNames"),
            ForeignKey.class, Set.of("name", "value"),
            Index.class, Set.of("name", "columnList", "unique"));

    /** The columns of a table of a collection or of links. */
    private static final Set<String> OF_TABLES = Set.of("name", "referencedColumnName");

    private final Problems problems;

    AttributeRules(Problems problems) {
        this.problems = problems;
    }

    static boolean isSupported(Class<? extends Annotation> annotation) {
        return SUPPORTED.containsKey(annotation);
    }

    void check(Site site, Annotation annotation) {
        Class<? extends Annotation> kind = annotation.annotationType();
        check(site, annotation, SUPPORTED.getOrDefault(kind, NESTED.getOrDefault(kind, Set.of())));
    }

    private void check(Site site, Annotation annotation, Set<String> supported) {
        Class<? extends Annotation> kind = annotation.annotationType();
        if (annotation instanceof ForeignKey key && key.value() == ConstraintMode.NO_CONSTRAINT) {
            problems.add(
                    site,
                    "ConstraintMode.NO_CONSTRAINT is not supported: each reference is kept by a foreign key",
                    Refusals.attribute("ForeignKey.value"));
        }
        Arrays.stream(kind.getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .forEach(attribute -> {
                    Object value = value(annotation, attribute);
                    if (supported.contains(attribute.getName())) {
                        checkNested(site, kind, value);
                    } else if (!Objects.deepEquals(value, attribute.getDefaultValue())) {
                        String name = kind.getSimpleName() + "." + attribute.getName();
                        problems.add(
                                site,
                                "the attribute '" + attribute.getName() + "' of @" + kind.getSimpleName()
                                        + " is not supported",
                                Refusals.attribute(name));
                    }
                });
    }

    private void checkNested(Site site, Class<? extends Annotation> around, Object value) {
        if (value instanceof Annotation nested) {
            check(site, nested);
        } else if (value instanceof JoinColumn[] columns && around != jakarta.persistence.JoinColumns.class) {
            for (JoinColumn column : columns) {
                check(site, column, OF_TABLES);
            }
        } else if (value instanceof Annotation[] several) {
            for (Annotation nested : several) {
                check(site, nested);
            }
        }
    }

    private static Object value(Annotation annotation, Method attribute) {
        try {
            return attribute.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the annotation " + annotation + " cannot be read", e);
        }
    }
}
