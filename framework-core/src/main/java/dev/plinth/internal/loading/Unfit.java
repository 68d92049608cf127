package dev.plinth.internal.loading;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.association.LazyCollection;
import dev.plinth.internal.association.LazyMap;
import dev.plinth.model.AssociationModel;

/** Words for entities that a collection cannot hold. */
final class Unfit {
    private Unfit() {}

    /** Of two entities that are one to a set or map, one would look as if it had been taken out. */
    static EntityMappingException lost(LazyCollection collection) {
        AssociationModel association = collection.association();
        String where =
                "'" + association.owner().name() + "." + association.path() + "' of '" + collection.owner() + "'";
        if (collection instanceof LazyMap) {
            String key = association.mapKey();
            return new EntityMappingException(
                    ErrorCode.MAPPING_FAILED,
                    where + " is a Map, and two of its '" + association.target().name() + "' have the same "
                            + (key == null ? "id" : "'" + key + "'")
                            + ". Use a property that differs among them, or a List",
                    null);
        }
        return new EntityMappingException(
                ErrorCode.MAPPING_FAILED,
                where + " is a Set, and two of its '" + association.target().name() + "' are equal to "
                        + association.type().getSimpleName()
                        + ".equals(...). Compare the id there, leave equals out, or use a List",
                null);
    }
}
