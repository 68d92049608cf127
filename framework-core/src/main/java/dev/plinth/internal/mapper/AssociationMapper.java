package dev.plinth.internal.mapper;

import dev.plinth.association.Ref;
import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.access.Accessor;
import dev.plinth.internal.access.Accessors;
import dev.plinth.internal.access.Slot;
import dev.plinth.internal.association.Lazies;
import dev.plinth.internal.association.References;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.PropertyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Maps one association: the object in the property's slot to the keys in the row and back. */
final class AssociationMapper {
    private final EntityModel owner;
    private final AssociationModel association;
    private final int slot;
    private final Accessor accessor;
    private final Function<Class<?>, EntityMapper> mappers;

    /**
     * @param owner the entity that has the property
     * @param mappers the mapper of a class of entities
     */
    AssociationMapper(
            EntityModel owner, PropertyModel.Association property, int slot, Function<Class<?>, EntityMapper> mappers) {
        this.owner = owner;
        this.association = property.association();
        this.slot = slot;
        this.accessor = Accessors.generate(owner.type(), List.of(new Slot(property.field(), 0)));
        this.mappers = mappers;
    }

    AssociationModel association() {
        return association;
    }

    @Nullable
    Object get(Object entity) {
        @Nullable Object[] value = new Object[1];
        accessor.read(entity, value);
        return value[0];
    }

    void set(Object entity, @Nullable Object value) {
        accessor.write(entity, new @Nullable Object[] {value});
    }

    /** Puts the keys into the row. */
    void toRow(@Nullable Object[] slots) {
        Object value = slots[slot];
        if (association.keeping() instanceof AssociationModel.ForeignKey foreignKey) {
            @Nullable Object[] key = value == null ? null : key(value);
            List<ColumnModel> columns = foreignKey.columns();
            for (int i = 0; i < columns.size(); i++) {
                slots[columns.get(i).position()] = key == null ? null : key[i];
            }
            ColumnModel type = foreignKey.type();
            if (type != null) {
                slots[type.position()] = value == null ? null : model(value).name();
            }
        } else if (association.keeping() instanceof AssociationModel.Links links) {
            slots[links.collection().position()] = Lazies.isWhole(value) ? links(value) : null;
        }
    }

    private List<@Nullable Object[]> links(@Nullable Object value) {
        List<@Nullable Object[]> keys = new ArrayList<>();
        for (Object member : Lazies.members(value)) {
            if (member != null) {
                keys.add(key(member));
            }
        }
        return keys;
    }

    /** The values of the id columns of an entity, or what stands for them until it has an id. */
    private @Nullable Object[] key(Object value) {
        Misplaced.refuse(association, value);
        EntityKey known = Lazies.key(value);
        if (known != null) {
            return known.values().toArray();
        }
        Object entity = Lazies.entity(value);
        if (entity == null) {
            Ref<?> ref = (Ref<?>) value;
            return mappers.apply(ref.type()).toKey(ref.id()).values().toArray();
        }
        @Nullable Object[] id = mappers.apply(References.typeOf(entity)).idValues(entity);
        for (int i = 0; i < id.length; i++) {
            if (id[i] == null) {
                id[i] = new PendingKey(entity, i);
            }
        }
        return id;
    }

    private EntityModel model(Object value) {
        EntityKey known = Lazies.key(value);
        Object entity = Lazies.entity(value);
        if (known != null) {
            return known.entity();
        } else if (entity != null) {
            return mappers.apply(References.typeOf(entity)).model();
        }
        return mappers.apply(((Ref<?>) value).type()).model();
    }

    /** Puts what the entity gets into the property's slot. */
    void toDomain(@Nullable Object[] slots, EntityKey owner, Linker linker) {
        if (association.keeping() instanceof AssociationModel.ForeignKey foreignKey) {
            EntityKey key = key(foreignKey, slots);
            slots[slot] = key == null ? null : linker.toOne(association, key);
        } else {
            slots[slot] = association.isMany() ? linker.toMany(association, owner) : linker.inverse(association, owner);
        }
    }

    /** The key of the entity that a row refers to, or null where it refers to none. */
    @Nullable
    EntityKey key(AssociationModel.ForeignKey foreignKey, @Nullable Object[] row) {
        List<Object> values = new ArrayList<>(foreignKey.columns().size());
        for (ColumnModel column : foreignKey.columns()) {
            Object value = row[column.position()];
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return EntityKey.of(target(foreignKey.type(), row), values);
    }

    private EntityModel target(@Nullable ColumnModel type, @Nullable Object[] row) {
        if (type == null) {
            return association.target();
        }
        return association.targets().stream()
                .filter(target -> target.name().equals(row[type.position()]))
                .findFirst()
                .orElseThrow(() -> unknown(type, row));
    }

    private EntityMappingException unknown(ColumnModel type, @Nullable Object[] row) {
        Object name = row[type.position()];
        return new EntityMappingException(
                ErrorCode.MAPPING_FAILED,
                "the row of '" + EntityKey.of(owner, row) + "' says " + (name == null ? "nothing" : "'" + name + "'")
                        + " in the column '" + type.name() + "', which is none of the entities that '"
                        + association.path() + "' may refer to: "
                        + association.targets().stream()
                                .map(target -> "'" + target.name() + "'")
                                .collect(Collectors.joining(", "))
                        + ". Add the class that it is to entities(...), or correct the row"
                        + " (schema().validateReferences() finds all such)",
                null);
    }
}
