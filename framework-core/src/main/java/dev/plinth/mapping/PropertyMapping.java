package dev.plinth.mapping;

import dev.plinth.mapping.Declaration.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was said in code about one property so far. */
final class PropertyMapping {
    final String name;
    final Set<Role> roles = EnumSet.noneOf(Role.class);
    private ColumnMapping column = new ColumnMapping();
    private @Nullable TypeMapping<?, ?> nested;

    private @Nullable AssociationMapping association;

    PropertyMapping(String name) {
        this.name = name;
    }

    PropertyMapping as(Role role) {
        roles.add(role);
        return this;
    }

    AssociationMapping association() {
        AssociationMapping said = association == null ? new AssociationMapping() : association;
        association = said;
        return said;
    }

    ColumnMapping column() {
        return column;
    }

    /** An embeddable, or the elements of a collection. */
    void nested(TypeMapping<?, ?> mapping) {
        nested = mapping;
        if (mapping instanceof ElementsMapping<?> elements) {
            column = elements.column();
        }
    }

    Declaration.Property declaration(Declaration.@Nullable Generation generation) {
        return new Declaration.Property(
                name,
                roles,
                column.declaration(),
                generation,
                nested instanceof ElementsMapping<?> elements ? elements.table() : null,
                Map.of(),
                nested == null ? null : nested.properties(null),
                association == null ? null : association.declaration());
    }
}
