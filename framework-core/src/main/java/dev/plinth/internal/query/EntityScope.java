package dev.plinth.internal.query;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import dev.plinth.internal.values.ColumnRule;
import dev.plinth.internal.values.RowRules;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.PropertyModel;
import dev.plinth.specification.Path;

/** Paths that begin at an entity. */
record EntityScope(EntityModel entity, RowRules rules) implements SpecificationBinder.Scope {
    @Override
    public PropertyModel property(Path path) {
        if (path.isEmpty()) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_UNKNOWN,
                    "an empty path in a specification of '" + entity.name() + "'. Name one of its properties: "
                            + String.join(", ", entity.paths()),
                    null);
        }
        return entity.property(path.toString())
                .or(() -> AssociationBinder.property(entity, path.toString()))
                .orElseThrow(() -> SpecificationBinder.unknown(entity.name(), path.toString(), entity.paths()));
    }

    @Override
    public ColumnRule rule(ColumnModel column) {
        return rules.of(column);
    }

    @Override
    public String describe(Path path) {
        return entity.name() + "." + path;
    }
}
