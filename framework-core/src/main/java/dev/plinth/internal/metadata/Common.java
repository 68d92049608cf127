package dev.plinth.internal.metadata;

import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.Cascade;
import dev.plinth.model.AssociationModel.ForeignKey;
import dev.plinth.model.PropertyModel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What entities beside each other in a hierarchy declare alike, and in the same columns: the properties of an interface. */
final class Common {
    private Common() {}

    /** The properties of the first that all others have, too. */
    static List<PropertyModel> of(List<EntityBuilder> builders, EntityBuilder above, Directory directory) {
        return builders.get(0).properties().stream()
                .filter(property -> builders.stream()
                        .allMatch(other -> other.properties().stream().anyMatch(p -> isAlike(property, p))))
                .map(property -> at(property, above, directory))
                .toList();
    }

    private static boolean isAlike(PropertyModel a, PropertyModel b) {
        if (!a.path().equals(b.path())) {
            return false;
        } else if (a instanceof PropertyModel.Basic x && b instanceof PropertyModel.Basic y) {
            return x.column() == y.column();
        } else if (a instanceof PropertyModel.Elements x && b instanceof PropertyModel.Elements y) {
            return x.collection() == y.collection();
        } else if (a instanceof PropertyModel.Association x && b instanceof PropertyModel.Association y) {
            return isAlike(x.association(), y.association());
        } else if (a instanceof PropertyModel.Embedded x && b instanceof PropertyModel.Embedded y) {
            return x.type() == y.type()
                    && x.properties().size() == y.properties().size()
                    && IntStream.range(0, x.properties().size())
                            .allMatch(i -> isAlike(
                                    x.properties().get(i), y.properties().get(i)));
        }
        return false;
    }

    private static boolean isAlike(AssociationModel a, AssociationModel b) {
        return a.keeping() instanceof ForeignKey && a.keeping().equals(b.keeping()) && a.type() == b.type();
    }

    /** An association is that of the interface, for messages. */
    private static PropertyModel at(PropertyModel property, EntityBuilder above, Directory directory) {
        if (!(property instanceof PropertyModel.Association association)) {
            return property;
        }
        AssociationModel model = association.association();
        Set<Cascade> cascades = EnumSet.noneOf(Cascade.class);
        EnumSet.allOf(Cascade.class).stream().filter(model::cascades).forEach(cascades::add);
        return new PropertyModel.Association(
                property.name(),
                property.path(),
                property.field(),
                new AssociationModel(
                        model.path(),
                        model.shape(),
                        model.type(),
                        model::targets,
                        directory.model(above.said().type()),
                        model.keeping(),
                        model.hasHolder(),
                        model.optional(),
                        cascades,
                        model.orphanRemoval(),
                        model.order(),
                        model.mapKey(),
                        model.embedded()));
    }
}
