package dev.plinth.internal.metadata;

import dev.plinth.association.Ref;
import dev.plinth.model.AssociationModel.Shape;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the type of a field says of an association.
 *
 * @param shape what the field holds
 * @param target the class of the associated entities; null where the type does not tell
 * @param holder whether a single one, or each of many, is held by a {@code Ref}
 * @param key the class of a map's keys; null where there is no map, or its type does not tell
 */
record AssociationType(
        Shape shape,
        @Nullable Class<?> target,
        boolean holder,
        @Nullable Class<?> key) {
    static AssociationType of(Field field, Class<?> owner) {
        Class<?> type = Lineage.type(field, owner);
        Reader reader = new Reader(field, owner);
        if (type == List.class || type == Collection.class) {
            return reader.many(Shape.LIST, 0);
        } else if (type == Set.class) {
            return reader.many(Shape.SET, 0);
        } else if (type == Map.class) {
            return reader.many(Shape.MAP, 1);
        }
        return new AssociationType(Shape.ONE, reader.held(field.getGenericType()), type == Ref.class, null);
    }

    /** Reads the type of a field of a class, which may be declared in a superclass. */
    private record Reader(Field field, Class<?> owner) {
        AssociationType many(Shape shape, int argument) {
            Type element = argument(field.getGenericType(), argument);
            return new AssociationType(
                    shape,
                    held(element),
                    raw(element) == Ref.class,
                    shape == Shape.MAP ? raw(argument(field.getGenericType(), 0)) : null);
        }

        /** The class itself, or the one that a holder of this type holds. */
        @Nullable
        Class<?> held(@Nullable Type type) {
            return raw(type) == Ref.class ? raw(argument(type, 0)) : raw(type);
        }

        private static @Nullable Type argument(@Nullable Type type, int index) {
            return type instanceof ParameterizedType generic && generic.getActualTypeArguments().length > index
                    ? generic.getActualTypeArguments()[index]
                    : null;
        }

        private @Nullable Class<?> raw(@Nullable Type said) {
            Type type = said == null ? null : Lineage.resolve(said, field, owner);
            if (type instanceof Class<?> plain) {
                return plain;
            }
            return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : null;
        }
    }
}
