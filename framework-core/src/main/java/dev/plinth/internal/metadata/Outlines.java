package dev.plinth.internal.metadata;

import dev.plinth.model.ColumnModel;
import dev.plinth.model.HierarchyModel.Strategy;
import dev.plinth.model.TableName;
import jakarta.persistence.Entity;
import java.util.List;

/** What the outlines of a hierarchy's entities have from each other. */
final class Outlines {
    private Outlines() {}

    /** Gives entities the ids of those that they extend, and interfaces those of the entities below; and the tables. */
    static void inherit(Directory directory) {
        for (Outline outline : List.copyOf(directory.all())) {
            Class<?> type = outline.type();
            if (type.isAnnotationPresent(Entity.class) && !outline.said().byCode()) {
                Class<?> root = Hierarchies.root(type);
                boolean inOne = InheritanceReader.root(root).strategy() == Strategy.SINGLE_TABLE;
                TableName table =
                        inOne ? directory.find(root).map(Outline::table).orElse(outline.table()) : outline.table();
                directory.add(new Outline(
                        outline.said(), outline.name(), table, id(outline, root, directory), outline.fields()));
            }
        }
    }

    private static List<ColumnModel> id(Outline outline, Class<?> root, Directory directory) {
        if (!outline.id().isEmpty()) {
            return outline.id();
        }
        return directory.all().stream()
                .filter(other -> other.type().isAssignableFrom(outline.type())
                        || (root.isInterface() && root.isAssignableFrom(other.type())))
                .map(Outline::id)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
