package dev.plinth.internal.loading;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.association.References;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityKey;

/** A row that refers to an entity of a hierarchy which is not of the class that the property has. */
final class WrongClass {
    private WrongClass() {}

    static void check(AssociationModel association, EntityKey key, Object entity) {
        if (!association.type().isInstance(entity)) {
            throw of(association, key, References.typeOf(entity));
        }
    }

    static EntityMappingException of(AssociationModel association, EntityKey key, Class<?> found) {
        return new EntityMappingException(
                ErrorCode.MAPPING_FAILED,
                "'" + association.owner().name() + "." + association.path() + "' refers to a '"
                        + association.type().getSimpleName() + "', but '" + key + "' is a '" + found.getSimpleName()
                        + "'. Let the row refer to another one, or declare the property as Ref<"
                        + key.entity().type().getSimpleName() + ">",
                null);
    }
}
