package dev.plinth.internal.query;

import dev.plinth.association.Ref;
import dev.plinth.backend.Condition;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.AssociationModel.ForeignKey;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.PropertyModel;
import dev.plinth.specification.Operator;
import dev.plinth.specification.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds the tests of associations that a row keeps the key of. */
final class AssociationBinder {
    private final SpecificationBinder.Scope scope;
    private final Function<Object, @Nullable EntityKey> keys;

    /**
     * @param keys the key of an entity or {@code Ref} as the application has it; null where it has none yet
     */
    AssociationBinder(SpecificationBinder.Scope scope, Function<Object, @Nullable EntityKey> keys) {
        this.scope = scope;
        this.keys = keys;
    }

    /**
     * The property that a path through an association means: a part of the associated entity's id, which the row holds.
     *
     * @return empty where the path does not begin with an association of the entity
     */
    static Optional<PropertyModel> property(EntityModel entity, String path) {
        return property(entity, path, AssociationBinder::beyond);
    }

    /** The same for an order. */
    static Optional<PropertyModel> sorted(EntityModel entity, String path) {
        return property(entity, path, AssociationBinder::beyondSorts);
    }

    private static Optional<PropertyModel> property(
            EntityModel entity, String path, BiFunction<String, AssociationModel, SpecificationException> beyond) {
        for (AssociationModel association : entity.associations()) {
            if (path.startsWith(association.path() + ".")) {
                return Optional.of(idOf(entity, association, path, beyond));
            }
        }
        return Optional.empty();
    }

    private static PropertyModel idOf(
            EntityModel entity,
            AssociationModel association,
            String path,
            BiFunction<String, AssociationModel, SpecificationException> beyond) {
        String rest = path.substring(association.path().length() + 1);
        EntityModel target = association.target();
        if (association.keeping() instanceof ForeignKey foreignKey) {
            List<ColumnModel> id = target.id().columns();
            for (int i = 0; i < id.size(); i++) {
                if (id.get(i).path().equals(rest)) {
                    PropertyModel part = target.property(rest).orElseThrow();
                    return new PropertyModel.Basic(
                            part.name(),
                            path,
                            part.field(),
                            foreignKey.columns().get(i));
                }
            }
            if (target.property(rest).isEmpty()) {
                throw SpecificationBinder.unknown(target.name(), rest, target.paths());
            }
        }
        throw beyond.apply(entity.name() + "." + path, association);
    }

    private static SpecificationException beyondSorts(String what, AssociationModel association) {
        return new SpecificationException(
                ErrorCode.PROPERTY_TYPE,
                "'" + what
                        + "' is beyond the row: a query sorts by what its entity's row has, which of an associated entity is"
                        + " the id that the row refers to. Find the '"
                        + association.target().name()
                        + "' entities in that order, or sort what was found, with '" + association.path()
                        + "' loaded by a FetchPlan",
                null);
    }

    static SpecificationException beyond(String what, AssociationModel association) {
        return new SpecificationException(
                ErrorCode.PROPERTY_TYPE,
                "'" + what
                        + "' is beyond the row: a specification reaches the id of an associated entity that the row refers"
                        + " to, and nothing else of it. Find the '"
                        + association.target().name()
                        + "' entities first, and look for them with in(...)",
                null);
    }

    Condition equal(Path path, AssociationModel association, Object value) {
        EntityKey key = key(path, association, value);
        if (key == null) {
            return Condition.NEVER;
        }
        ForeignKey foreignKey = foreignKey(path, association);
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < foreignKey.columns().size(); i++) {
            parts.add(new Condition.Compare(
                    foreignKey.columns().get(i), Operator.EQUAL, key.values().get(i)));
        }
        ColumnModel type = foreignKey.type();
        if (type != null) {
            parts.add(new Condition.Compare(type, Operator.EQUAL, key.entity().name()));
        }
        return Conditions.and(parts);
    }

    Condition in(Path path, AssociationModel association, List<?> values) {
        ForeignKey foreignKey = foreignKey(path, association);
        if (foreignKey.type() != null) {
            return Conditions.or(values.stream()
                    .map(value -> equal(path, association, value))
                    .toList());
        }
        List<List<?>> found = new ArrayList<>();
        for (Object value : values) {
            EntityKey key = key(path, association, value);
            if (key != null) {
                found.add(key.values());
            }
        }
        if (found.isEmpty()) {
            return Condition.NEVER;
        }
        return foreignKey.columns().size() == 1
                ? new Condition.In(
                        foreignKey.columns().get(0),
                        found.stream().map(key -> key.get(0)).toList())
                : new Condition.InKeys(foreignKey.columns(), found);
    }

    List<ColumnModel> columns(Path path, AssociationModel association) {
        return foreignKey(path, association).columns();
    }

    private ForeignKey foreignKey(Path path, AssociationModel association) {
        if (association.keeping() instanceof ForeignKey foreignKey) {
            return foreignKey;
        }
        throw beyond(scope.describe(path), association);
    }

    private @Nullable EntityKey key(Path path, AssociationModel association, Object value) {
        boolean fits = value instanceof Ref<?> ref
                ? association.type().isAssignableFrom(ref.type()) || ref.type().isAssignableFrom(association.type())
                : association.type().isInstance(value);
        if (!fits) {
            throw new SpecificationException(
                    ErrorCode.PROPERTY_TYPE,
                    "'" + scope.describe(path) + "' is a " + association.type().getName() + ", but a "
                            + value.getClass().getName()
                            + " was given. Give the entity or a Ref to it, or compare its id: '" + path + "."
                            + association.target().id().property().name() + "'",
                    null);
        }
        return keys.apply(value);
    }
}
