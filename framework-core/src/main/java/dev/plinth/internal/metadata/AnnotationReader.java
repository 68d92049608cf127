package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Audited;
import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.Declaration.Role;
import dev.plinth.mapping.Json;
import dev.plinth.mapping.Lookup;
import dev.plinth.mapping.ReadOnly;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the annotations of a class into what they say. What they may not say is reported by {@link AnnotationRules}. */
final class AnnotationReader {
    private static final Map<Class<? extends Annotation>, Role> ROLES = Map.of(
            Id.class, Role.ID,
            EmbeddedId.class, Role.EMBEDDED_ID,
            Version.class, Role.VERSION,
            Embedded.class, Role.EMBEDDED,
            ElementCollection.class, Role.ELEMENTS,
            ManyToOne.class, Role.MANY_TO_ONE,
            OneToOne.class, Role.ONE_TO_ONE,
            OneToMany.class, Role.ONE_TO_MANY,
            ManyToMany.class, Role.MANY_TO_MANY,
            Transient.class, Role.IGNORED);

    private final Problems problems;
    private final AnnotationRules rules;
    private final Set<Class<?>> checked = new HashSet<>();

    AnnotationReader(Problems problems) {
        this.problems = problems;
        this.rules = new AnnotationRules(problems);
    }

    Declaration.Type entity(Class<?> type) {
        rules.checkEntity(type);
        checkGenerators(type);
        Entity entity = type.getAnnotation(Entity.class);
        Table table = type.getAnnotation(Table.class);
        SoftDelete softDelete = Lineage.find(type, SoftDelete.class);
        IdClass idClass = Lineage.find(type, IdClass.class);
        return new Declaration.Type(
                type,
                false,
                entity == null ? null : said(entity.name()),
                table == null ? Declaration.Table.DEFAULT : table(table.catalog(), table.schema(), table.name()),
                properties(type),
                softDelete == null ? null : softDelete.column(),
                Lineage.find(type, Audited.class) != null,
                table == null ? List.of() : keys(table),
                idClass == null ? null : idClass.value(),
                Lineage.find(type, ReadOnly.class) != null,
                type.isAnnotationPresent(Lookup.class) ? LookupRows.of(type, problems) : null);
    }

    /** Checks a class that is mapped by code. */
    void checkSilent(Class<?> type) {
        rules.checkSilent(type);
    }

    /** Checks the class of an id of several properties. */
    void checkIdClass(Class<?> type) {
        rules.checkIdClass(type);
    }

    Map<String, Declaration.Property> embeddable(Class<?> type) {
        if (checked.add(type)) {
            rules.checkEmbeddable(type);
        }
        return properties(type);
    }

    private Map<String, Declaration.Property> properties(Class<?> type) {
        Map<String, Declaration.Property> result = new LinkedHashMap<>();
        for (Field field : Structure.fields(type)) {
            result.put(field.getName(), property(field, type));
        }
        new InheritedOverrides(problems).apply(type, result);
        return result;
    }

    private Declaration.Property property(Field field, Class<?> type) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        ROLES.forEach((annotation, role) -> {
            if (field.isAnnotationPresent(annotation)) {
                roles.add(role);
            }
        });
        return new Declaration.Property(
                field.getName(),
                roles,
                value(field),
                generation(field, type),
                elements(field),
                overrides(field),
                null,
                AssociationReader.of(field));
    }

    private static Declaration.Value value(Field field) {
        Column column = field.getAnnotation(Column.class);
        Basic basic = field.getAnnotation(Basic.class);
        Enumerated enumerated = field.getAnnotation(Enumerated.class);
        return new Declaration.Value(
                column == null ? Declaration.Column.DEFAULT : column(column),
                basic != null && !basic.optional(),
                field.isAnnotationPresent(Lob.class),
                enumerated == null ? null : enumerated.value(),
                conversion(field));
    }

    private static Declaration.@Nullable Conversion conversion(Field field) {
        if (field.isAnnotationPresent(Json.class)) {
            return Declaration.Conversion.JSON;
        }
        Convert convert = field.getAnnotation(Convert.class);
        return convert == null ? null : new Declaration.Conversion(convert.converter(), null);
    }

    static Declaration.Column column(Column column) {
        return new Declaration.Column(
                said(column.name()),
                column.nullable(),
                column.unique(),
                column.length(),
                column.precision(),
                column.scale(),
                column.secondPrecision(),
                column.insertable(),
                column.updatable());
    }

    private Declaration.@Nullable Generation generation(Field field, Class<?> type) {
        GeneratedValue generated = field.getAnnotation(GeneratedValue.class);
        if (generated == null) {
            return null;
        }
        String name = generated.generator();
        Optional<SequenceGenerator> sequence = sequences(field, type)
                .filter(s -> name.isEmpty() || name.equals(s.name()))
                .findFirst();
        if (!name.isEmpty() && sequence.isEmpty()) {
            problems.add(
                    new Site(field.getDeclaringClass(), field.getName(), false),
                    "there is no generator '" + name + "'",
                    "Declare @SequenceGenerator(name = \"" + name + "\") on the same field or class");
        }
        return new Declaration.Generation(
                generated.strategy(), sequence.map(AnnotationReader::sequence).orElse(null));
    }

    // an entity may say what its superclass leaves open
    private static Stream<SequenceGenerator> sequences(Field field, Class<?> type) {
        List<Class<?>> classes = new ArrayList<>(Lineage.of(type));
        Collections.reverse(classes);
        return Stream.concat(
                Arrays.stream(field.getAnnotationsByType(SequenceGenerator.class)),
                classes.stream().flatMap(c -> Arrays.stream(c.getAnnotationsByType(SequenceGenerator.class))));
    }

    private static Declaration.Sequence sequence(SequenceGenerator generator) {
        return new Declaration.Sequence(
                table(generator.catalog(), generator.schema(), generator.sequenceName()),
                generator.initialValue(),
                generator.allocationSize());
    }

    /** A generator that no id uses would be ignored. */
    private void checkGenerators(Class<?> type) {
        List<Field> fields = Structure.fields(type);
        Set<SequenceGenerator> unused =
                new LinkedHashSet<>(List.of(type.getAnnotationsByType(SequenceGenerator.class)));
        fields.forEach(field -> unused.addAll(List.of(field.getAnnotationsByType(SequenceGenerator.class))));
        for (Field field : fields) {
            GeneratedValue generated = field.getAnnotation(GeneratedValue.class);
            if (generated != null) {
                sequences(field, type)
                        .filter(s -> generated.generator().isEmpty()
                                || generated.generator().equals(s.name()))
                        .findFirst()
                        .ifPresent(unused::remove);
            }
        }
        unused.forEach(generator -> problems.add(
                type,
                "",
                "no id uses the @SequenceGenerator '" + generator.name() + "'",
                "Name it in @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = ...), or remove it"));
    }

    private static Declaration.@Nullable Elements elements(Field field) {
        CollectionTable table = field.getAnnotation(CollectionTable.class);
        OrderColumn order = AssociationReader.isOne(field) ? null : field.getAnnotation(OrderColumn.class);
        Declaration.Value key = key(field);
        if (table == null && order == null && key == null) {
            return null;
        }
        return new Declaration.Elements(
                table == null ? Declaration.Table.DEFAULT : table(table.catalog(), table.schema(), table.name()),
                table == null ? List.of() : ownerColumns(table.joinColumns()),
                order == null ? null : order.name(),
                key);
    }

    private static Declaration.@Nullable Value key(Field field) {
        MapKeyColumn column = field.getAnnotation(MapKeyColumn.class);
        MapKeyEnumerated enumerated = field.getAnnotation(MapKeyEnumerated.class);
        if (column == null && enumerated == null) {
            return null;
        }
        Declaration.Column said = column == null
                ? Declaration.Column.DEFAULT
                : new Declaration.Column(
                        said(column.name()),
                        false,
                        false,
                        column.length(),
                        column.precision(),
                        column.scale(),
                        -1,
                        true,
                        true);
        return new Declaration.Value(said, true, false, enumerated == null ? null : enumerated.value(), null);
    }

    private Map<String, Declaration.Column> overrides(Field field) {
        Map<String, Declaration.Column> result = new LinkedHashMap<>();
        for (AttributeOverride override : field.getAnnotationsByType(AttributeOverride.class)) {
            if (result.put(override.name(), column(override.column())) != null) {
                problems.add(
                        new Site(field.getDeclaringClass(), field.getName(), false),
                        "@AttributeOverride names '" + override.name() + "' twice",
                        "Keep one of them");
            }
        }
        return result;
    }

    private static List<Declaration.Key> keys(Table table) {
        List<Declaration.Key> result = new ArrayList<>();
        for (UniqueConstraint constraint : table.uniqueConstraints()) {
            result.add(new Declaration.Key(
                    said(constraint.name()), List.of(constraint.columnNames()), Set.of(), false, true));
        }
        for (Index index : table.indexes()) {
            List<String> columns = new ArrayList<>();
            Set<String> descending = new HashSet<>();
            for (String said : index.columnList().split(",")) {
                String column = said.strip();
                String upper = column.toUpperCase(Locale.ROOT);
                boolean ordered = upper.endsWith(" DESC") || upper.endsWith(" ASC");
                String name =
                        ordered ? column.substring(0, column.lastIndexOf(' ')).strip() : column;
                if (!name.isEmpty()) {
                    columns.add(name);
                }
                if (upper.endsWith(" DESC")) {
                    descending.add(name);
                }
            }
            result.add(new Declaration.Key(said(index.name()), columns, descending, false, index.unique()));
        }
        return result;
    }

    static List<Declaration.OwnerColumn> ownerColumns(JoinColumn[] columns) {
        return Arrays.stream(columns)
                .map(c -> new Declaration.OwnerColumn(said(c.name()), said(c.referencedColumnName())))
                .toList();
    }

    static Declaration.Table table(String catalog, String schema, String name) {
        return new Declaration.Table(said(catalog), said(schema), said(name));
    }

    static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }
}
