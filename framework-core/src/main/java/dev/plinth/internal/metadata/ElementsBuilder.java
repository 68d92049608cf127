package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.ColumnBuilder.Place;
import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.PropertyModel;
import dev.plinth.model.TableName;
import jakarta.persistence.Embeddable;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a collection of values. */
final class ElementsBuilder {
    private final PropertyBuilder properties;
    private final ColumnBuilder columns;
    private final Problems problems;

    ElementsBuilder(PropertyBuilder properties, ColumnBuilder columns, Problems problems) {
        this.properties = properties;
        this.columns = columns;
        this.problems = problems;
    }

    /** What the elements are. */
    private record Content(List<ColumnModel> columns, List<PropertyModel> properties) {}

    Optional<CollectionModel> build(
            Field field, Declaration.Property said, Scope scope, int position, TableName owner, List<ColumnModel> id) {
        Site site = properties.site(field, scope);
        if (said.generation() != null) {
            problems.add(site, "only an id can be generated", "Remove " + site.say("@GeneratedValue", "'generated'"));
        }
        CollectionModel.Kind kind = kind(field.getType());
        Class<?> element = kind == null ? null : elementType(field);
        if (kind == null || element == null) {
            problems.add(
                    site,
                    "the type " + field.getGenericType().getTypeName() + " is not a collection of values",
                    "Declare it as List<X>, Set<X> or Collection<X> of a basic type or embeddable X");
            return Optional.empty();
        }
        Declaration.Elements elements = Objects.requireNonNullElse(said.collection(), Declaration.Elements.DEFAULT);
        Optional<Content> content = content(site, element, said, scope);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        CollectionModel model = new CollectionModel(
                position,
                said.name(),
                Names.derived(said.name()),
                table(site, elements.table(), owner, said.name()),
                ownerColumns(site, elements.ownerColumns(), owner, id),
                kind,
                orderColumn(site, elements, kind, said.name()),
                element,
                content.get().columns(),
                content.get().properties());
        checkDuplicates(site, model);
        return Optional.of(model);
    }

    private static CollectionModel.@Nullable Kind kind(Class<?> type) {
        if (type == List.class || type == Collection.class) {
            return CollectionModel.Kind.LIST;
        }
        return type == Set.class ? CollectionModel.Kind.SET : null;
    }

    private static @Nullable Class<?> elementType(Field field) {
        return field.getGenericType() instanceof ParameterizedType type
                        && type.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : null;
    }

    private Optional<Content> content(Site site, Class<?> element, Declaration.Property said, Scope scope) {
        boolean basic = said.value().converter() != null
                || element.isEnum()
                || columns.driverTypes().isBasic(element)
                || (!element.isAnnotationPresent(Embeddable.class) && said.nested() == null);
        return basic ? value(site, element, said) : embeddable(site, element, said, scope);
    }

    private Optional<Content> value(Site site, Class<?> element, Declaration.Property said) {
        if (!said.overrides().isEmpty()
                || (said.nested() != null && !said.nested().isEmpty())) {
            problems.add(
                    site,
                    "it says columns of properties, but its elements are single values",
                    site.say("Use @Column instead of @AttributeOverride", "Use 'value' instead"));
        }
        if (said.value().column().unique()) {
            problems.add(
                    site,
                    "a column of a collection's elements cannot be unique",
                    "Remove 'unique', or make the element an entity");
        }
        Place place = new Place(0, "", Names.derived(said.name()), true, false, Constraints.NONE);
        return columns.build(site, element, said.value(), said.value().column(), place)
                .map(column -> {
                    properties.checkAlwaysWritten(site, column, "a column of a collection's elements");
                    return new Content(List.of(column), List.of());
                });
    }

    private Optional<Content> embeddable(Site site, Class<?> element, Declaration.Property said, Scope scope) {
        if (!said.value().equals(Declaration.Value.DEFAULT)) {
            problems.add(
                    site,
                    "elements that are embeddables have no column or converter of their own",
                    "Say it at the properties of the embeddable"
                            + (site.byCode() ? "" : ", or with @AttributeOverride"));
        }
        Optional<Map<String, Declaration.Property>> nested = properties.nested(site, element, said, scope);
        if (nested.isEmpty()) {
            return Optional.empty();
        }
        boolean byCode = said.nested() != null && !element.isAnnotationPresent(Embeddable.class);
        Scope inner = scope.element(said.overrides(), element, byCode);
        List<PropertyModel> models = properties.properties(element, nested.get(), inner);
        properties.checkOverrides(site, said, models);
        return models.isEmpty() ? Optional.empty() : Optional.of(new Content(inner.columns(), models));
    }

    TableName table(Site site, Declaration.Table said, TableName owner, String property) {
        return new TableName(
                said.catalog() == null ? owner.catalog() : said.catalog(),
                said.schema() == null ? owner.schema() : said.schema(),
                columns.name(site, said.name(), Names.shorten(owner.name() + "_" + Names.snake(property))));
    }

    List<String> ownerColumns(Site site, List<Declaration.OwnerColumn> said, TableName owner, List<ColumnModel> id) {
        if (!said.isEmpty() && said.size() != id.size()) {
            problems.add(
                    site,
                    "it says " + said.size() + " columns that refer to the owner, whose id has " + id.size(),
                    "Say one for each column of the id, or none");
            return List.of();
        }
        List<String> result = new ArrayList<>();
        for (int i = 0; i < id.size(); i++) {
            String idColumn = id.get(i).name();
            Declaration.OwnerColumn column = said.isEmpty() ? null : find(site, said, i, idColumn);
            result.add(columns.name(
                    site, column == null ? null : column.name(), Names.shorten(owner.name() + "_" + idColumn)));
        }
        return result;
    }

    private Declaration.@Nullable OwnerColumn find(
            Site site, List<Declaration.OwnerColumn> said, int index, String idColumn) {
        if (said.get(index).refersTo() == null) {
            return said.get(index);
        }
        Optional<Declaration.OwnerColumn> found =
                said.stream().filter(c -> idColumn.equals(c.refersTo())).findFirst();
        if (found.isEmpty()) {
            problems.add(
                    site,
                    "no @JoinColumn refers to the id column '" + idColumn + "'",
                    "Give referencedColumnName = \"" + idColumn + "\", or leave it out");
        }
        return found.orElse(null);
    }

    private @Nullable String orderColumn(
            Site site, Declaration.Elements elements, CollectionModel.Kind kind, String property) {
        if (kind == CollectionModel.Kind.SET) {
            if (elements.orderColumn() != null) {
                problems.add(
                        site,
                        "a Set has no order",
                        "Remove " + site.say("@OrderColumn", "'orderColumn'") + ", or declare a List");
            }
            return null;
        }
        return orderName(site, elements.orderColumn(), property);
    }

    String orderName(Site site, @Nullable String said, String property) {
        return columns.name(
                site, said == null || said.isEmpty() ? null : said, Names.shorten(Names.snake(property) + "_order"));
    }

    void checkDuplicates(Site site, CollectionModel model) {
        List<String> names = new ArrayList<>(model.ownerColumns());
        if (model.orderColumn() != null) {
            names.add(model.orderColumn());
        }
        model.columns().forEach(column -> names.add(column.name()));
        Set<String> seen = new java.util.HashSet<>();
        for (String name : names) {
            if (!seen.add(Names.same(name))) {
                problems.add(
                        site,
                        "the table '" + model.table() + "' would have the column '" + name + "' twice",
                        "Rename one of them");
            }
        }
    }
}
