package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.Declaration.Role;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.IdModel;
import dev.plinth.model.KeyModel;
import dev.plinth.model.PropertyModel;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds the model of one entity from what was said about it. The columns come in the order of the properties, then the
 * column of soft deletion; the collections follow all columns.
 */
final class EntityBuilder {
    private final Declaration.Type said;
    private final Problems problems;
    private final PropertyBuilder properties;
    private final ElementsBuilder elements;
    private final ColumnBuilder columns;
    private final IdRules idRules;
    private final IdClassRules idClass;
    private final KeyBuilder keys;
    private final HiddenColumns hidden;
    private final Directory directory;
    private final Scope scope;
    private final Site site;
    private final List<Field> collections = new ArrayList<>();
    private final List<Field> idFields = new ArrayList<>();
    private final List<Field> versionFields = new ArrayList<>();

    EntityBuilder(
            Declaration.Type said,
            AnnotationReader annotations,
            AttributeConverters converters,
            Problems problems,
            boolean constraints,
            Directory directory) {
        this.said = said;
        this.directory = directory;
        this.problems = problems;
        this.columns = new ColumnBuilder(converters, problems);
        this.properties = new PropertyBuilder(annotations, columns, problems);
        this.elements = new ElementsBuilder(properties, columns, problems);
        this.idRules = new IdRules(columns, problems);
        this.keys = new KeyBuilder(columns, problems);
        this.hidden = new HiddenColumns(directory, converters);
        this.scope = Scope.entity(said, constraints);
        this.site = new Site(said.type(), "", said.byCode());
        this.idClass = new IdClassRules(said, annotations, idRules, problems);
    }

    /** What other entities have to know of this one. */
    Outline outline() {
        String name = said.name() == null ? said.type().getSimpleName() : said.name();
        TableName table = new TableName(
                said.table().catalog(),
                said.table().schema(),
                columns.name(site, said.table().name(), Names.derived(name)));
        if (!Structure.check(said.type(), problems)) {
            return new Outline(said, name, table, List.of(), Map.of());
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Field field : Structure.fields(said.type())) {
            fields.put(field.getName(), field);
            Declaration.Property property = said(field);
            if (property.roles().contains(Role.ID) || property.roles().contains(Role.EMBEDDED_ID)) {
                switch (properties.kind(field, property, scope)) {
                    case BASIC -> properties.basic(field, property, scope);
                    case EMBEDDED -> properties.embedded(field, property, scope);
                    default -> {}
                }
            }
        }
        return new Outline(said, name, table, scope.columns(), fields);
    }

    /** The model; empty where there are problems. */
    Optional<EntityModel> build(Outline outline) {
        if (!Structure.check(said.type(), problems)) {
            return Optional.empty();
        }
        TableName table = outline.table();
        columns.name(site, said.table().name(), table.name());
        List<Field> fields = Structure.fields(said.type());
        properties.checkKnown(said.type(), fields, said.properties());
        References references = new References(directory, table);
        AssociationBuilder associations =
                new AssociationBuilder(outline, directory, properties, columns, elements, references, problems);
        Map<Field, PropertyModel> models = rowProperties(fields, associations);
        IdModel id = id(models, table);
        ColumnModel version = version(models);
        hidden.add(said.type(), scope, references);
        ColumnModel deletedAt = deletedAt();
        checkDuplicates(references);
        checkReadOnly();
        List<CollectionModel> collectionModels = collections(models, table, id, associations);
        // also without an id, for the mistakes that keys and indexes may have
        List<KeyModel> keyModels =
                keys.build(site, said, table, scope.columns(), id == null ? List.of() : id.columns(), references);
        if (id == null) {
            return Optional.empty();
        }
        List<PropertyModel> inOrder =
                fields.stream().map(models::get).filter(Objects::nonNull).toList();
        return Optional.of(new EntityModel(
                outline.name(),
                said.type(),
                table,
                inOrder,
                scope.columns(),
                collectionModels,
                id,
                version,
                deletedAt,
                said.audited(),
                keyModels,
                said.readOnly(),
                references.foreignKeys()));
    }

    private Declaration.Property said(Field field) {
        return said.properties().getOrDefault(field.getName(), Declaration.Property.silent(field.getName()));
    }

    private Map<Field, PropertyModel> rowProperties(List<Field> fields, AssociationBuilder associations) {
        Map<Field, PropertyModel> result = new LinkedHashMap<>();
        for (Field field : fields) {
            Declaration.Property property = said(field);
            if (property.roles().contains(Role.ID) || property.roles().contains(Role.EMBEDDED_ID)) {
                idFields.add(field);
            }
            if (property.roles().contains(Role.VERSION)) {
                versionFields.add(field);
            }
            switch (properties.kind(field, property, scope)) {
                case BASIC -> properties.basic(field, property, scope).ifPresent(p -> result.put(field, p));
                case EMBEDDED -> properties.embedded(field, property, scope).ifPresent(p -> result.put(field, p));
                case ELEMENTS -> collections.add(field);
                case ASSOCIATION -> {
                    if (AssociationBuilder.isLinks(property)) {
                        collections.add(field);
                    } else {
                        associations.build(field, property, scope).ifPresent(p -> result.put(field, p));
                    }
                }
                default -> {}
            }
        }
        return result;
    }

    private @Nullable IdModel id(Map<Field, PropertyModel> models, TableName table) {
        if (idFields.isEmpty()) {
            problems.add(
                    said.type(),
                    "",
                    "the entity has no id",
                    "Mark the property that identifies it with "
                            + site.say("@Id, or with @EmbeddedId where it is an embeddable", "'id' or 'embeddedId'"));
            return null;
        }
        if (said.idClass() != null) {
            return idClass.id(idFields, models, said.idClass());
        }
        if (idFields.size() > 1) {
            problems.add(
                    said.type(),
                    idFields.get(1).getName(),
                    "the entity has " + idFields.size() + " ids",
                    "Put them into one embeddable and mark that with " + site.say("@EmbeddedId", "'embeddedId'")
                            + ", or name a class that has the same properties with "
                            + site.say("@IdClass", "'idClass'"));
        }
        Field field = idFields.get(0);
        PropertyModel property = models.get(field);
        if (property == null) {
            return null;
        }
        String path = property.path();
        List<ColumnModel> idColumns = scope.columns().stream()
                .filter(c -> c.path().equals(path) || c.path().startsWith(path + "."))
                .toList();
        return idRules.id(properties.site(field, scope), property, idColumns, said(field), table);
    }

    private @Nullable ColumnModel version(Map<Field, PropertyModel> models) {
        if (versionFields.isEmpty()) {
            return null;
        }
        Field field = versionFields.get(0);
        Site where = properties.site(field, scope);
        if (versionFields.size() > 1) {
            problems.add(
                    said.type(),
                    versionFields.get(1).getName(),
                    "the entity has " + versionFields.size() + " versions",
                    "Keep one of them");
        }
        if (models.get(field) instanceof PropertyModel.Basic basic) {
            idRules.checkVersion(where, basic.column());
            return basic.column();
        }
        return null;
    }

    private @Nullable ColumnModel deletedAt() {
        if (said.softDelete() == null) {
            return null;
        }
        ColumnModel column = new ColumnModel(
                scope.columns().size(),
                "deletedAt",
                columns.name(site, said.softDelete(), "deleted_at"),
                ValueType.INSTANT,
                java.time.Instant.class,
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
        scope.columns().add(column);
        return column;
    }

    private void checkReadOnly() {
        if (!said.readOnly()) {
            return;
        }
        String readOnly = site.say("@ReadOnly", "'readOnly'");
        refuse(said.softDelete() != null, readOnly, site.say("@SoftDelete", "'softDelete'"));
        refuse(said.audited(), readOnly, site.say("@Audited", "'audited'"));
        refuse(!said.keys().isEmpty(), readOnly, "a unique key or index");
        for (Field field : idFields) {
            refuse(said(field).generation() != null, readOnly, site.say("@GeneratedValue", "'generated'"));
        }
    }

    private void refuse(boolean present, String readOnly, String what) {
        if (present) {
            problems.add(site, "it is " + readOnly + ", so that " + what + " has no effect", "Remove one of the two");
        }
    }

    private void checkDuplicates(References references) {
        Map<String, ColumnModel> seen = new LinkedHashMap<>();
        for (ColumnModel column : scope.columns()) {
            ColumnModel other = seen.putIfAbsent(Names.same(column.name()), column);
            if (other != null) {
                boolean deleted = said.softDelete() != null
                        && column.position() == scope.columns().size() - 1;
                problems.add(
                        said.type(),
                        deleted ? other.path() : column.path(),
                        "the column '" + column.name() + "' is also the column of "
                                + (deleted ? "the soft deletion" : "'" + other.path() + "'"),
                        deleted
                                ? "Remove the property (Plinth keeps the column itself), or name another column for the"
                                        + " soft deletion"
                                : remedy(column, other, references));
            }
        }
    }

    private String remedy(ColumnModel column, ColumnModel other, References references) {
        if (HiddenColumns.isHidden(column)) {
            return "Name another column at the collection with "
                    + site.say("@JoinColumn or @OrderColumn", "'joinColumn' or 'orderColumn'")
                    + ", or map the collection by the property with 'mappedBy'";
        } else if (references.has(column) || references.has(other)) {
            return "Keep the reference alone, which tells its id without a query, or name another column with "
                    + site.say("@JoinColumn", "'joinColumn'");
        }
        return column.path().contains(".") || other.path().contains(".")
                ? "Rename one of them with " + site.say("@AttributeOverride at the embeddable", "'column'")
                : "Rename one of them with " + site.say("@Column", "'column'");
    }

    private List<CollectionModel> collections(
            Map<Field, PropertyModel> models, TableName table, @Nullable IdModel id, AssociationBuilder associations) {
        List<CollectionModel> result = new ArrayList<>();
        List<ColumnModel> idColumns = id == null ? List.of() : id.columns();
        for (Field field : collections) {
            int position = scope.columns().size() + result.size();
            Declaration.Property property = said(field);
            if (property.isAssociation()) {
                associations.links(field, property, scope, position, idColumns).ifPresent(links -> {
                    models.put(field, links);
                    result.add(((AssociationModel.Links) links.association().keeping()).collection());
                });
                continue;
            }
            elements.build(field, property, scope, position, table, idColumns).ifPresent(collection -> {
                result.add(collection);
                models.put(field, new PropertyModel.Elements(field.getName(), field.getName(), field, collection));
            });
        }
        return result;
    }
}
