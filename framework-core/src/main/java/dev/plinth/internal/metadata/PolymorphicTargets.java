package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of a reference to any of several entities: those that a sealed type permits. */
final class PolymorphicTargets {
    private final Directory directory;
    private final Problems problems;

    PolymorphicTargets(Directory directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** The entities that a sealed type permits; empty, and reported, where it permits others, too. */
    List<Outline> find(Site site, Class<?> type) {
        Set<Outline> found = new LinkedHashSet<>();
        return add(site, type, type, found) && fit(site, type, found) ? List.copyOf(found) : List.of();
    }

    private boolean add(Site site, Class<?> declared, Class<?> sealed, Set<Outline> found) {
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (directory.find(permitted).isPresent()) {
                found.add(directory.find(permitted).get());
            } else if (!permitted.isSealed()) {
                problems.add(
                        site,
                        "it refers to any " + declared.getName() + ", which permits " + permitted.getName()
                                + ", which is not an entity of this model",
                        "Add the class: entities(" + permitted.getSimpleName() + ".class), or map it by code");
                return false;
            } else if (!add(site, declared, permitted, found)) {
                return false;
            }
        }
        return true;
    }

    /** Their ids are in the same columns, so that they are of the same types. */
    private boolean fit(Site site, Class<?> declared, Set<Outline> found) {
        if (found.stream().anyMatch(outline -> outline.id().isEmpty())) {
            // that entity has the mistake
            return false;
        }
        Set<List<Object>> types = found.stream().map(PolymorphicTargets::types).collect(Collectors.toSet());
        if (types.size() > 1) {
            problems.add(
                    site,
                    "it refers to any " + declared.getName() + ", but the ids of its entities are of different types: "
                            + found.stream()
                                    .map(outline -> outline.name() + " " + types(outline))
                                    .collect(Collectors.joining(", ")),
                    "Give them ids of one type, or declare a reference for each of them");
        }
        return types.size() == 1;
    }

    private static List<Object> types(Outline outline) {
        return outline.id().stream()
                .<Object>map(column -> column.converter() == null
                        ? column.type()
                        : MethodType.methodType(column.domainType()).wrap().returnType())
                .toList();
    }

    /** What stands for all of them where the columns are built: columns that hold the id of each. */
    static Outline common(Class<?> declared, List<Outline> targets) {
        Outline first = targets.get(0);
        List<ColumnModel> id = new ArrayList<>();
        for (int i = 0; i < first.id().size(); i++) {
            int index = i;
            int length = targets.stream()
                    .mapToInt(outline -> outline.id().get(index).length())
                    .max()
                    .orElseThrow();
            id.add(withLength(first.id().get(i), length));
        }
        return new Outline(first.said(), declared.getSimpleName(), first.table(), id, first.fields());
    }

    private static ColumnModel withLength(ColumnModel c, int length) {
        return new ColumnModel(
                c.position(),
                c.path(),
                c.name(),
                c.type(),
                c.domainType(),
                c.converter(),
                c.nullable(),
                c.unique(),
                length,
                c.precision(),
                c.scale(),
                c.secondPrecision(),
                c.insertable(),
                c.updatable(),
                c.checks());
    }

    /** The column that holds which of the entities it is, by name. */
    static ColumnModel typeColumn(Declaration.Property property, int position, boolean nullable) {
        return new ColumnModel(
                position,
                property.name() + ":type",
                Names.shorten(Names.snake(property.name()) + "_type"),
                ValueType.STRING,
                String.class,
                null,
                nullable,
                false,
                Declaration.Column.DEFAULT_LENGTH,
                0,
                0,
                -1,
                true,
                true,
                List.of());
    }

    /** Refuses what needs a single entity at the other end. */
    void check(Site site, Declaration.Property property) {
        Declaration.Association said = Objects.requireNonNull(property.association());
        if (said.mappedBy() != null) {
            problems.add(
                    site,
                    "a reference to any of several entities cannot be mapped by a property of theirs",
                    "Leave 'mappedBy' away, or declare a reference to each of them");
        }
        if (said.foreignKey() != null) {
            problems.add(
                    site,
                    "a reference to any of several entities has no foreign key in the database",
                    "Remove the foreign key's name; plinth.schema().validateReferences() finds references to what is"
                            + " not there");
        }
    }
}
