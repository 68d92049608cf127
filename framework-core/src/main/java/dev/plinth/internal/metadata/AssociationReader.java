package dev.plinth.internal.metadata;

import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.SubDocuments;
import jakarta.persistence.CascadeType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the annotations of an association into what they say. */
final class AssociationReader {
    private AssociationReader() {}

    /** Whether a field is said to refer to other entities. */
    static boolean isOne(Field field) {
        return field.isAnnotationPresent(ManyToOne.class)
                || field.isAnnotationPresent(OneToOne.class)
                || field.isAnnotationPresent(OneToMany.class)
                || field.isAnnotationPresent(ManyToMany.class);
    }

    static Declaration.@Nullable Association of(Field field) {
        ManyToOne manyToOne = field.getAnnotation(ManyToOne.class);
        if (manyToOne != null) {
            return of(field, "", manyToOne.cascade(), false, manyToOne.optional());
        }
        OneToOne oneToOne = field.getAnnotation(OneToOne.class);
        if (oneToOne != null) {
            return of(field, oneToOne.mappedBy(), oneToOne.cascade(), oneToOne.orphanRemoval(), oneToOne.optional());
        }
        OneToMany oneToMany = field.getAnnotation(OneToMany.class);
        if (oneToMany != null) {
            return of(field, oneToMany.mappedBy(), oneToMany.cascade(), oneToMany.orphanRemoval(), true);
        }
        ManyToMany manyToMany = field.getAnnotation(ManyToMany.class);
        return manyToMany == null ? null : of(field, manyToMany.mappedBy(), manyToMany.cascade(), false, true);
    }

    private static Declaration.Association of(
            Field field, String mappedBy, CascadeType[] cascades, boolean orphanRemoval, boolean optional) {
        JoinTable table = field.getAnnotation(JoinTable.class);
        OrderBy orderBy = field.getAnnotation(OrderBy.class);
        OrderColumn orderColumn = field.getAnnotation(OrderColumn.class);
        MapKey mapKey = field.getAnnotation(MapKey.class);
        List<JoinColumn> columns = Arrays.asList(field.getAnnotationsByType(JoinColumn.class));
        return new Declaration.Association(
                AnnotationReader.said(mappedBy),
                Set.copyOf(Arrays.asList(cascades)),
                orphanRemoval,
                optional,
                columns.stream().map(AssociationReader::column).toList(),
                foreignKey(field, columns),
                table == null ? null : table(table),
                orderBy == null ? null : orderBy.value(),
                orderColumn == null ? null : orderColumn.name(),
                mapKey == null ? null : mapKey.name(),
                field.isAnnotationPresent(SubDocuments.class));
    }

    private static Declaration.JoinColumn column(JoinColumn column) {
        return new Declaration.JoinColumn(
                AnnotationReader.said(column.name()),
                AnnotationReader.said(column.referencedColumnName()),
                column.nullable(),
                column.unique());
    }

    /** The name of the constraint: that of the columns together, or of one of them. */
    private static @Nullable String foreignKey(Field field, List<JoinColumn> columns) {
        JoinColumns together = field.getAnnotation(JoinColumns.class);
        return Stream.concat(
                        Stream.ofNullable(together).map(JoinColumns::foreignKey),
                        columns.stream().map(JoinColumn::foreignKey))
                .map(key -> AnnotationReader.said(key.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Declaration.JoinTable table(JoinTable table) {
        return new Declaration.JoinTable(
                AnnotationReader.table(table.catalog(), table.schema(), table.name()),
                AnnotationReader.ownerColumns(table.joinColumns()),
                AnnotationReader.ownerColumns(table.inverseJoinColumns()));
    }
}
