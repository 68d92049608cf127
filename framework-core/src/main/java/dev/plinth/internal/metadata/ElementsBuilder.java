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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
        Class<?> element = kind == null ? null : argument(field, kind == CollectionModel.Kind.MAP ? 1 : 0);
        if (kind == null || element == null) {
            problems.add(
                    site,
                    "the type " + field.getGenericType().getTypeName() + " is not a collection of values",
                    "Declare it as List<X>, Set<X>, Collection<X> or Map<K, X> of a basic type or embeddable X");
            return Optional.empty();
        }
        Declaration.Elements elements = Objects.requireNonNullElse(said.collection(), Declaration.Elements.DEFAULT);
        Optional<List<ColumnModel>> keys = keys(site, field, kind, said.name(), elements.key());
        Optional<Content> content = keys.flatMap(before -> content(site, element, said, scope, before));
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
        return type == Set.class ? CollectionModel.Kind.SET : type == Map.class ? CollectionModel.Kind.MAP : null;
    }

    private static @Nullable Class<?> argument(Field field, int index) {
        return field.getGenericType() instanceof ParameterizedType type
                        && type.getActualTypeArguments()[index] instanceof Class<?> argument
                ? argument
                : null;
    }

    /** The columns before those of the values: that of the keys of a map. */
    private Optional<List<ColumnModel>> keys(
            Site site, Field field, CollectionModel.Kind kind, String name, Declaration.@Nullable Value said) {
        if (kind != CollectionModel.Kind.MAP) {
            if (said != null) {
                problems.add(
                        site,
                        "it has no keys",
                        "Remove " + site.say("@MapKeyColumn and @MapKeyEnumerated", "'key'") + ", or declare a Map");
            }
            return Optional.of(List.of());
        }
        Class<?> key = argument(field, 0);
        if (key == null
                || key == byte[].class
                || (!key.isEnum() && !columns.driverTypes().isBasic(key))) {
            problems.add(
                    site,
                    "the key of the map, " + (key == null ? "a generic type" : key.getTypeName())
                            + ", is not a basic type that can be told from others",
                    "Use a basic type or an enum as the key, or a List of an embeddable that holds key and value");
            return Optional.empty();
        }
        Declaration.Value value = Objects.requireNonNullElse(said, Declaration.Value.DEFAULT);
        checkKey(site, value);
        Place place = new Place(0, "key", Names.derived(name + "Key"), true, false, Constraints.NONE);
        return columns.build(site, key, value, value.column(), place).map(List::of);
    }

    private void checkKey(Site site, Declaration.Value key) {
        if (key.large() || key.column().unique() || key.converter() != null) {
            problems.add(
                    site,
                    "the key of a map is unique in it, of limited length and of a basic type",
                    "Remove 'large', 'unique' and 'convert' from 'key'");
        }
        if (!key.column().insertable() || !key.column().updatable()) {
            problems.add(site, "the key of a map is always written", "Remove 'insertable' and 'updatable'");
        }
    }

    private Optional<Content> content(
            Site site, Class<?> element, Declaration.Property said, Scope scope, List<ColumnModel> keys) {
        boolean basic = said.value().converter() != null
                || element.isEnum()
                || columns.driverTypes().isBasic(element)
                || (!element.isAnnotationPresent(Embeddable.class) && said.nested() == null);
        return basic ? value(site, element, said, keys) : embeddable(site, element, said, scope, keys);
    }

    private Optional<Content> value(Site site, Class<?> element, Declaration.Property said, List<ColumnModel> keys) {
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
        // JSON is refused where the path is empty
        String path = keys.isEmpty() || said.value().converter() == Declaration.Conversion.JSON ? "" : "value";
        Place place = new Place(keys.size(), path, Names.derived(said.name()), true, false, Constraints.NONE);
        return columns.build(site, element, said.value(), said.value().column(), place)
                .map(column -> {
                    properties.checkAlwaysWritten(site, column, "a column of a collection's elements");
                    return new Content(with(keys, List.of(column)), List.of());
                });
    }

    private static List<ColumnModel> with(List<ColumnModel> keys, List<ColumnModel> values) {
        return Stream.concat(keys.stream(), values.stream()).toList();
    }

    private Optional<Content> embeddable(
            Site site, Class<?> element, Declaration.Property given, Scope scope, List<ColumnModel> keys) {
        Declaration.Property said = keys.isEmpty() ? given : ofValues(given);
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
        inner.columns().addAll(keys);
        List<PropertyModel> models = properties.properties(element, nested.get(), inner);
        properties.checkOverrides(site, said, models);
        return models.isEmpty() ? Optional.empty() : Optional.of(new Content(inner.columns(), models));
    }

    /** Overrides of a map's values begin with {@code value.}, as Jakarta Persistence has it. */
    private static Declaration.Property ofValues(Declaration.Property said) {
        Map<String, Declaration.Column> overrides = new LinkedHashMap<>();
        said.overrides()
                .forEach((path, column) ->
                        overrides.put(path.startsWith("value.") ? path.substring("value.".length()) : path, column));
        return new Declaration.Property(
                said.name(),
                said.roles(),
                said.value(),
                said.generation(),
                said.collection(),
                overrides,
                said.nested(),
                said.association());
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
        if (kind != CollectionModel.Kind.LIST) {
            if (elements.orderColumn() != null) {
                problems.add(
                        site,
                        kind == CollectionModel.Kind.SET ? "a Set has no order" : "a Map has no order",
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
