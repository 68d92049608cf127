package dev.plinth.internal.query;

import dev.plinth.internal.values.ColumnRule;
import dev.plinth.internal.values.RowRules;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.PropertyModel;
import dev.plinth.specification.Path;
import java.util.List;
import java.util.Optional;

/** Paths that begin at an element of a collection; the empty path is the element itself. */
record ElementScope(EntityModel entity, CollectionModel collection, RowRules rules)
        implements SpecificationBinder.Scope {
    @Override
    public PropertyModel property(Path path) {
        String owner = entity.name() + "." + collection.path();
        if (path.isEmpty()) {
            PropertyModel self = entity.property(collection.path()).orElseThrow();
            return collection.isBasic()
                    ? new PropertyModel.Basic(
                            self.name(), "", self.field(), collection.columns().get(0))
                    : new PropertyModel.Embedded(
                            self.name(), "", self.field(), collection.elementType(), collection.properties());
        }
        return find(collection.properties(), path.toString())
                .orElseThrow(() -> SpecificationBinder.unknown(
                        owner,
                        path.toString(),
                        collection.columns().stream().map(ColumnModel::path).toList()));
    }

    private static Optional<PropertyModel> find(List<PropertyModel> properties, String path) {
        for (PropertyModel property : properties) {
            if (property.path().equals(path)) {
                return Optional.of(property);
            } else if (property instanceof PropertyModel.Embedded nested) {
                Optional<PropertyModel> found = find(nested.properties(), path);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public ColumnRule rule(ColumnModel column) {
        return rules.of(collection, column);
    }

    @Override
    public String describe(Path path) {
        return entity.name() + "." + collection.path() + (path.isEmpty() ? "" : "." + path);
    }
}
