package dev.plinth.internal.metadata;

import dev.plinth.mapping.Declaration;
import dev.plinth.model.ColumnModel;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where properties are being built: the row that their columns go to and what the surroundings say about them.
 *
 * @param type the class whose properties they are
 * @param columns the row so far
 * @param prefix the path of the object around, with a dot at its end; empty for the entity or element itself
 * @param overrides columns said from outside, by path within the object
 * @param kind what kind of row or part of it
 * @param mayBeNull whether the object around may be null, and its columns with it
 * @param byCode whether the object's mapping was said in code
 * @param constrained whether the constraints of its properties are checked before a write, so that columns may rely on them
 * @param around the embeddables around, to find circles
 * @param part what the entity has of the row; null for elements of collections
 */
record Scope(
        Class<?> type,
        List<ColumnModel> columns,
        String prefix,
        Map<String, Declaration.Column> overrides,
        Kind kind,
        boolean mayBeNull,
        boolean byCode,
        boolean constrained,
        Set<Class<?>> around,
        @Nullable RowPart part) {
    enum Kind {
        ENTITY,
        ID,
        ELEMENT
    }

    static Scope entity(Declaration.Type type, boolean constrained, RowPart part) {
        return new Scope(
                type.type(),
                part.row(),
                "",
                Map.of(),
                Kind.ENTITY,
                false,
                type.byCode(),
                constrained,
                Set.of(type.type()),
                part);
    }

    Scope element(Map<String, Declaration.Column> overrides, Class<?> type, boolean byCode) {
        return new Scope(type, new ArrayList<>(), "", overrides, Kind.ELEMENT, false, byCode, false, with(type), null);
    }

    /** The properties of an embeddable at a property of this scope; what is said outside wins. */
    Scope embedded(Declaration.Property property, boolean id, Field field, boolean byCode) {
        Map<String, Declaration.Column> inner = new LinkedHashMap<>(property.overrides());
        String own = property.name() + ".";
        overrides.forEach((path, column) -> {
            if (path.startsWith(own)) {
                inner.put(path.substring(own.length()), column);
            }
        });
        Class<?> embeddable = Lineage.type(field, type);
        Kind innerKind = id ? Kind.ID : kind;
        return new Scope(
                embeddable,
                columns,
                prefix + own,
                inner,
                innerKind,
                innerKind != Kind.ID,
                byCode,
                constrained && Constraints.cascades(field),
                with(embeddable),
                part);
    }

    /** Puts a column into the row; of a hierarchy it may be one that a sibling has put there. */
    ColumnModel place(ColumnModel column, boolean always) {
        if (part != null) {
            return part.add(column, always);
        }
        columns.add(column);
        return column;
    }

    List<ColumnModel> place(List<ColumnModel> several) {
        return several.stream().map(column -> place(column, false)).toList();
    }

    Declaration.Column column(Declaration.Property property) {
        Declaration.Column override = overrides.get(property.name());
        return override == null ? property.value().column() : override;
    }

    private Set<Class<?>> with(@Nullable Class<?> type) {
        return Stream.concat(around.stream(), Stream.ofNullable(type)).collect(Collectors.toUnmodifiableSet());
    }
}
