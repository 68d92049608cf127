package dev.plinth.internal.references;

import dev.plinth.model.AssociationModel;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import dev.plinth.model.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The picture of a model, as the text of an {@code erDiagram} of Mermaid. The same model always gives the same text. */
public final class Diagram {
    private static final String INDENT = "    ";

    private final StringBuilder boxes = new StringBuilder();
    private final Set<String> lines = new LinkedHashSet<>();

    private Diagram() {}

    /**
     * Draws a model. Plinth's own entities are left out.
     *
     * @param model the model
     * @return the text, which ends with a line break
     */
    public static String of(Model model) {
        Diagram diagram = new Diagram();
        model.stored().entities().stream()
                .filter(entity -> !entity.type().getName().startsWith("dev.plinth.internal."))
                .sorted(Comparator.comparing(EntityModel::name))
                .forEach(diagram::add);
        StringBuilder text = new StringBuilder("erDiagram\n").append(diagram.boxes);
        diagram.lines.forEach(line -> text.append(INDENT).append(line).append('\n'));
        return text.toString();
    }

    private void add(EntityModel entity) {
        List<Part> parts = Part.of(entity);
        for (Part part : parts) {
            box(name(part.model().name()), entity, part.columns());
            EntityModel parent = part.parent();
            if (parent != null) {
                line(part, "|o--||", parent, "is a");
            }
        }
        for (ForeignKeyModel key : entity.foreignKeys()) {
            parts.stream()
                    .filter(part -> part.columns().contains(key.columns().get(0)))
                    .forEach(part -> line(
                            part,
                            ends(entity, part, key.columns()),
                            key.target().get(),
                            label(key.columns())));
        }
        for (Part part : parts) {
            part.polymorphic().forEach(association -> polymorphic(entity, part, association));
        }
        for (CollectionModel collection : entity.collections()) {
            parts.stream()
                    .filter(part -> part.collections().contains(collection))
                    .forEach(part -> {
                        if (collection.target() != null) {
                            line(part, "}o--o{", collection.target().get(), collection.path());
                        } else {
                            elements(name(part.model().name()), collection);
                        }
                    });
        }
    }

    private static String ends(EntityModel entity, Part part, List<ColumnModel> columns) {
        return (isUnique(entity, columns) ? "|o" : "}o")
                + (columns.stream().allMatch(part::mayBeNull) ? "--o|" : "--||");
    }

    // of the entities that it may be each row has at most one
    private void polymorphic(EntityModel entity, Part part, AssociationModel association) {
        List<ColumnModel> columns = ((AssociationModel.ForeignKey) association.keeping()).columns();
        String many = isUnique(entity, columns) ? "|o" : "}o";
        association.targets().forEach(target -> line(part, many + "--o|", target, association.path()));
    }

    private static boolean isUnique(EntityModel entity, List<ColumnModel> columns) {
        return (columns.size() == 1 && columns.get(0).unique())
                || Set.copyOf(entity.id().columns()).equals(Set.copyOf(columns))
                || entity.keys().stream()
                        .anyMatch(
                                key -> key.unique() && Set.copyOf(key.columns()).equals(Set.copyOf(columns)));
    }

    // that of the association; a hidden column's path says whose it is
    private static String label(List<ColumnModel> columns) {
        String path = columns.get(0).path();
        int end = columns.size() == 1 || path.lastIndexOf('.') < 0 ? path.length() : path.lastIndexOf('.');
        return path.substring(0, end).replace('#', '.');
    }

    private void line(Part from, String how, EntityModel target, String label) {
        lines.add(name(from.model().name()) + " " + how + " " + name(target.name()) + " : \"" + label + "\"");
    }

    private void elements(String owner, CollectionModel collection) {
        String box = owner + "_" + name(collection.path());
        List<String> attributes = new ArrayList<>();
        for (ColumnModel column : collection.columns()) {
            attributes.add(attribute(column, column == collection.keyColumn() ? " PK" : ""));
        }
        box(box, attributes);
        lines.add(owner + " ||--o{ " + box + " : \"" + collection.path() + "\"");
    }

    private void box(String name, EntityModel entity, List<ColumnModel> columns) {
        List<String> attributes = new ArrayList<>();
        columns.forEach(column -> attributes.add(attribute(column, keys(entity, column))));
        box(name, attributes);
    }

    private void box(String name, List<String> attributes) {
        if (attributes.isEmpty()) {
            boxes.append(INDENT).append(name).append('\n');
            return;
        }
        boxes.append(INDENT).append(name).append(" {\n");
        attributes.forEach(
                each -> boxes.append(INDENT).append(INDENT).append(each).append('\n'));
        boxes.append(INDENT).append("}\n");
    }

    private static String attribute(ColumnModel column, String keys) {
        return column.type().name().toLowerCase(Locale.ROOT) + " " + name(column.name()) + keys;
    }

    private static String keys(EntityModel entity, ColumnModel column) {
        List<String> keys = new ArrayList<>();
        if (entity.id().columns().contains(column)) {
            keys.add("PK");
        }
        if (entity.foreignKeys().stream().anyMatch(key -> key.columns().contains(column))) {
            keys.add("FK");
        }
        if (column.unique()) {
            keys.add("UK");
        }
        return keys.isEmpty() ? "" : " " + String.join(", ", keys);
    }

    // what Mermaid takes as a name
    private static String name(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_");
    }
}
