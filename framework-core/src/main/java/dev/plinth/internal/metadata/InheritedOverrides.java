package dev.plinth.internal.metadata;

import dev.plinth.mapping.Declaration;
import jakarta.persistence.AttributeOverride;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Columns that a class says for properties which it has from its mapped superclasses. */
final class InheritedOverrides {
    private final Problems problems;

    InheritedOverrides(Problems problems) {
        this.problems = problems;
    }

    /** Puts the columns into what the superclasses say. The nearer a class is to the entity, the later it speaks. */
    void apply(Class<?> type, Map<String, Declaration.Property> properties) {
        List<Class<?>> lineage = Lineage.of(type);
        for (int i = 0; i < lineage.size(); i++) {
            List<String> inherited = lineage.subList(0, i).stream()
                    .flatMap(above -> Arrays.stream(above.getDeclaredFields()))
                    .map(java.lang.reflect.Field::getName)
                    .filter(properties::containsKey)
                    .toList();
            for (AttributeOverride override : lineage.get(i).getAnnotationsByType(AttributeOverride.class)) {
                apply(lineage.get(i), override, inherited, properties);
            }
        }
    }

    private void apply(
            Class<?> type,
            AttributeOverride override,
            List<String> inherited,
            Map<String, Declaration.Property> properties) {
        String path = override.name();
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        if (!inherited.contains(name)) {
            problems.add(
                    type,
                    "",
                    "@AttributeOverride names '" + path + "', which is not a property of a @MappedSuperclass above",
                    inherited.isEmpty()
                            ? "Say it at the property itself"
                            : "Use one of " + inherited.stream().collect(Collectors.joining(", ")));
            return;
        }
        Declaration.Column column = AnnotationReader.column(override.column());
        properties.computeIfPresent(
                name, (n, said) -> dot < 0 ? own(said, column) : nested(said, path.substring(dot + 1), column));
    }

    private static Declaration.Property own(Declaration.Property said, Declaration.Column column) {
        Declaration.Value value = said.value();
        return with(
                said,
                new Declaration.Value(column, value.required(), value.large(), value.enums(), value.converter()),
                said.overrides());
    }

    private static Declaration.Property nested(Declaration.Property said, String path, Declaration.Column column) {
        Map<String, Declaration.Column> overrides = new LinkedHashMap<>(said.overrides());
        overrides.put(path, column);
        return with(said, said.value(), overrides);
    }

    private static Declaration.Property with(
            Declaration.Property said, Declaration.Value value, Map<String, Declaration.Column> overrides) {
        return new Declaration.Property(
                said.name(),
                said.roles(),
                value,
                said.generation(),
                said.collection(),
                overrides,
                said.nested(),
                said.association());
    }
}
