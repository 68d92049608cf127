package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.Declaration.Role;
import dev.plinth.model.AssociationModel.InverseKey;
import dev.plinth.model.AssociationModel.Shape;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ValueType;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a row that no property of its entity has: what the collections of other entities keep there. Their paths
 * are none of properties.
 */
final class HiddenColumns {
    private final Directory directory;
    private final ColumnBuilder columns;

    /** The other entity's mistakes are reported with the other entity. */
    HiddenColumns(Directory directory, AttributeConverters converters) {
        this.directory = directory;
        this.columns = new ColumnBuilder(converters, new Problems());
    }

    /** Whether a collection keeps the owner's id in rows of its entities, without a property of theirs. */
    static boolean hasKey(Declaration.Property property) {
        Declaration.Association said = property.association();
        return property.roles().contains(Role.ONE_TO_MANY)
                && said.mappedBy() == null
                && said.table() == null
                && !said.joinColumns().isEmpty();
    }

    private static boolean hasOrder(Declaration.Property property, AssociationType type) {
        return property.roles().contains(Role.ONE_TO_MANY)
                && property.association().orderColumn() != null
                && type.shape() == Shape.LIST
                && (hasKey(property) || property.association().mappedBy() != null);
    }

    /** Whether a column is one of these. */
    static boolean isHidden(ColumnModel column) {
        return column.isHidden();
    }

    private static String path(String owner, String property) {
        return owner + "#" + property;
    }

    /** Adds the columns that collections keep in rows of an entity. */
    void add(Class<?> type, Scope scope, References references) {
        for (Outline owner : directory.all()) {
            for (Field field : owner.fields().values()) {
                Declaration.Property property = owner.property(field);
                if (property.isAssociation()
                        && AssociationType.of(field, owner.type()).target() == type) {
                    add(owner, field, property, scope, references);
                }
            }
        }
    }

    private void add(Outline owner, Field field, Declaration.Property property, Scope scope, References references) {
        String path = path(owner.name(), property.name());
        if (hasKey(property)) {
            List<ColumnModel> key = key(owner, field, property, scope.columns().size());
            if (!key.isEmpty()) {
                // a column that is there already is the mistake to report, not what would follow of it
                boolean known = scope.columns().stream()
                        .map(column -> Names.same(column.name()))
                        .anyMatch(key.stream()
                                .map(column -> Names.same(column.name()))
                                .toList()::contains);
                List<ColumnModel> placed = scope.place(key);
                if (!known) {
                    references.add(owner, property.association().foreignKey(), placed);
                }
            }
        }
        if (hasOrder(property, AssociationType.of(field, owner.type()))) {
            scope.place(order(scope.columns().size(), path, property), false);
        }
    }

    private List<ColumnModel> key(Outline owner, Field field, Declaration.Property property, int position) {
        String path = path(owner.name(), property.name());
        Site site = new Site(owner.type(), field.getName(), owner.said().byCode());
        JoinColumns.Place place = new JoinColumns.Place(position, path, Names.snake(property.name()), true, false);
        return new JoinColumns(columns, new Problems())
                .build(site, property.association().joinColumns(), owner, place).stream()
                        .map(c -> JoinColumns.copy(c, c.position(), c.path().replace('.', '#'), c.name(), true, false))
                        .toList();
    }

    private static ColumnModel order(int position, String path, Declaration.Property property) {
        String said = property.association().orderColumn();
        return new ColumnModel(
                position,
                path + "#order",
                said == null || said.isEmpty() ? Names.shorten(Names.snake(property.name()) + "_order") : said,
                ValueType.INT,
                Integer.class,
                null,
                true,
                false,
                0,
                0,
                0,
                -1,
                true,
                true,
                List.of());
    }

    /** The columns that a collection keeps in the rows of its entities. */
    static InverseKey key(EntityModel target, String owner, String property) {
        String path = path(owner, property);
        List<ColumnModel> key = target.columns().stream()
                .filter(column -> !column.path().equals(path + "#order")
                        && (column.path().equals(path) || column.path().startsWith(path + "#")))
                .toList();
        return new InverseKey(key, order(target, owner, property));
    }

    /** The column that keeps the place in a collection's list, or null. */
    static @Nullable ColumnModel order(EntityModel target, String owner, String property) {
        String path = path(owner, property) + "#order";
        return target.columns().stream()
                .filter(column -> column.path().equals(path))
                .findFirst()
                .orElse(null);
    }
}
