package dev.plinth.internal.mapper;

import dev.plinth.association.Ref;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.association.References;
import dev.plinth.model.AssociationModel;

/** Refuses what does not belong into an association: the compiler does, unless it was told to look away. */
public final class Misplaced {
    private Misplaced() {}

    /**
     * Refuses an object of another class than the association's.
     *
     * @param association an association
     * @param value an entity, a reference or a {@code Ref} that its property, or the collection in it, holds
     */
    public static void refuse(AssociationModel association, Object value) {
        if (!fits(association.type(), value)) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_STATE,
                    "'" + association.owner().name() + "." + association.path() + "' is for objects of "
                            + association.type().getName() + ", but holds "
                            + (value instanceof Ref<?> ref
                                    ? "a Ref to "
                                            + (ref.isLoaded() ? References.typeOf(ref.get()) : ref.type()).getName()
                                    : "an object of " + References.typeOf(value).getName())
                            + ". An unchecked cast or a raw type has let it in: take it out",
                    null);
        }
    }

    private static boolean fits(Class<?> type, Object value) {
        if (value instanceof Ref<?> ref) {
            // of an entity that is not loaded, a class that it extends may be known
            return type.isAssignableFrom(ref.type())
                    || !ref.isLoaded() && ref.type().isAssignableFrom(type);
        }
        return type.isInstance(value);
    }
}
