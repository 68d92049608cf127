package dev.plinth.internal.metadata;

import dev.plinth.model.AssociationModel;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import dev.plinth.model.KeyModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The row and the associations of an entity in a few readable lines. */
final class ModelText {
    private ModelText() {}

    static String of(EntityModel entity) {
        return Stream.of(
                        entity.columns().stream().map(ModelText::column),
                        entity.collections().stream().map(ModelText::collection),
                        entity.foreignKeys().stream().map(ModelText::foreignKey),
                        entity.keys().stream().map(ModelText::key),
                        entity.associations().stream().map(ModelText::association))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", entity + " in " + entity.table() + "\n", "\n"));
    }

    private static String column(ColumnModel column) {
        return "  " + column.position() + " " + column.path() + ": " + column.name() + " " + column.type()
                + (column.nullable() ? "" : " not null") + (column.unique() ? " unique" : "");
    }

    private static String collection(CollectionModel collection) {
        return "  " + collection.position() + " " + collection.path() + ": " + collection.table() + " "
                + collection.kind() + " " + collection.ownerColumns() + " -> " + names(collection.columns())
                + (collection.orderColumn() == null ? "" : " by " + collection.orderColumn())
                + (collection.target() == null
                        ? ""
                        : " of " + collection.target().get());
    }

    private static String foreignKey(ForeignKeyModel key) {
        return "  foreign key " + key.name() + " " + names(key.columns()) + " -> "
                + key.target().get();
    }

    private static String key(KeyModel key) {
        return "  " + (key.unique() ? "unique " : "index ") + key.name() + " " + names(key.columns());
    }

    private static String association(AssociationModel association) {
        return "  " + association.path() + ": " + association.shape() + (association.hasHolder() ? " of Ref" : "")
                + " of " + association.targets() + " " + keeping(association.keeping())
                + (association.optional() ? "" : " required")
                + (association.orphanRemoval() ? " orphans" : "")
                + Stream.of(AssociationModel.Cascade.values())
                        .filter(association::cascades)
                        .map(cascade -> " " + cascade)
                        .collect(Collectors.joining())
                + association.order().stream()
                        .map(by -> " by " + by.path() + (by.descending() ? " down" : ""))
                        .collect(Collectors.joining())
                + (association.mapKey() == null ? "" : " key " + association.mapKey());
    }

    private static String keeping(AssociationModel.Keeping keeping) {
        if (keeping instanceof AssociationModel.ForeignKey key) {
            return names(key.columns())
                    + (key.type() == null ? "" : " type " + key.type().name());
        } else if (keeping instanceof AssociationModel.Inverse inverse) {
            return "inverse " + names(inverse.key().get().columns())
                    + (inverse.key().get().order() == null
                            ? ""
                            : " order " + inverse.key().get().order().name())
                    + mappedBy(
                            inverse.property() == null
                                    ? null
                                    : inverse.property().get());
        } else if (keeping instanceof AssociationModel.InverseLinks inverse) {
            return "inverse links" + mappedBy(inverse.property().get());
        }
        return "links " + ((AssociationModel.Links) keeping).collection().table();
    }

    private static String mappedBy(@Nullable AssociationModel property) {
        return property == null ? "" : " by " + property.owner() + "." + property.path();
    }

    private static List<String> names(List<ColumnModel> columns) {
        return columns.stream().map(ColumnModel::name).toList();
    }
}
