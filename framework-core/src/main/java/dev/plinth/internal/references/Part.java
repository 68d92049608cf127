package dev.plinth.internal.references;

import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.ForeignKey;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.HierarchyModel;
import dev.plinth.model.HierarchyModel.Member;
import dev.plinth.model.PropertyModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn of one entity: of a hierarchy, what it declares itself. What all below an interface declare alike is that
 * of the interface.
 *
 * @param model the entity
 * @param parent the entity that it extends, or null
 * @param columns its columns
 * @param collections its collections
 */
record Part(
        EntityModel model, @Nullable EntityModel parent, List<ColumnModel> columns, List<CollectionModel> collections) {

    static List<Part> of(EntityModel entity) {
        HierarchyModel hierarchy = entity.hierarchy();
        return hierarchy == null
                ? List.of(new Part(entity, null, entity.columns(), entity.collections()))
                : hierarchy.members().stream()
                        .map(member -> of(hierarchy, member))
                        .toList();
    }

    private static Part of(HierarchyModel hierarchy, Member member) {
        Set<ColumnModel> columns = new LinkedHashSet<>(member.columns());
        Set<CollectionModel> collections = new LinkedHashSet<>(member.collections());
        EntityModel model = member.entity().get();
        if (model.type().isInterface()) {
            model.properties().forEach(property -> add(property, columns, collections));
        }
        hierarchy.upTo(member.type()).stream()
                .filter(above -> above != member && above.type().isInterface())
                .flatMap(above -> above.entity().get().properties().stream())
                .forEach(property -> {
                    Set<ColumnModel> common = new LinkedHashSet<>();
                    Set<CollectionModel> elements = new LinkedHashSet<>();
                    add(property, common, elements);
                    columns.removeAll(common);
                    collections.removeAll(elements);
                });
        Class<?> parent = member.parent();
        return new Part(
                model,
                parent == null ? null : hierarchy.member(parent).entity().get(),
                model.columns().stream().filter(columns::contains).toList(),
                List.copyOf(collections));
    }

    private static void add(PropertyModel property, Set<ColumnModel> columns, Set<CollectionModel> collections) {
        if (property instanceof PropertyModel.Basic basic) {
            columns.add(basic.column());
        } else if (property instanceof PropertyModel.Elements elements) {
            collections.add(elements.collection());
        } else if (property instanceof PropertyModel.Embedded embedded) {
            embedded.properties().forEach(nested -> add(nested, columns, collections));
        } else if (property instanceof PropertyModel.Association association
                && association.association().keeping() instanceof ForeignKey key) {
            columns.addAll(key.columns());
            Stream.ofNullable(key.type()).forEach(columns::add);
        }
    }

    /** Its references to any of several entities. */
    Stream<AssociationModel> polymorphic() {
        return model.associations().stream()
                .filter(association -> association.keeping() instanceof ForeignKey key
                        && key.type() != null
                        && columns.contains(key.type()));
    }

    /** Whether a column is null in some row of the entity; of a hierarchy the column itself takes null. */
    boolean mayBeNull(ColumnModel column) {
        HierarchyModel hierarchy = model.hierarchy();
        return column.nullable()
                && (hierarchy == null
                        || hierarchy.from(model.type()).stream()
                                .anyMatch(member -> !member.isAbstract()
                                        && !member.required().contains(column)));
    }
}
