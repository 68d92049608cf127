package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.Declaration.Role;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.HierarchyModel;
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
    private final @Nullable EntityBuilder parent;
    private final RowPart part;
    private final Scope scope;
    private final Site site;
    private final List<Field> collections = new ArrayList<>();
    private final List<Field> idFields = new ArrayList<>();
    private final List<Field> versionFields = new ArrayList<>();
    private final Map<Field, PropertyModel> models = new LinkedHashMap<>();
    private List<Field> fields = List.of();
    private List<PropertyModel> common = List.of();
    private @Nullable Outline outline;
    private @Nullable References references;
    private @Nullable AssociationBuilder associations;
    private @Nullable IdModel id;
    private @Nullable ColumnModel version;
    private @Nullable ColumnModel deletedAt;

    EntityBuilder(
            Declaration.Type said,
            AnnotationReader annotations,
            AttributeConverters converters,
            Problems problems,
            boolean constraints,
            Directory directory,
            @Nullable EntityBuilder parent) {
        this.said = said;
        this.parent = parent;
        this.part = parent == null ? RowPart.ofRoot() : parent.part.ofSubtype(said.type());
        this.directory = directory;
        this.problems = problems;
        this.columns = new ColumnBuilder(converters, problems);
        this.properties = new PropertyBuilder(annotations, columns, problems);
        this.elements = new ElementsBuilder(properties, columns, problems);
        this.idRules = new IdRules(columns, problems);
        this.keys = new KeyBuilder(columns, problems);
        this.hidden = new HiddenColumns(directory, converters);
        this.scope = Scope.entity(said, constraints, part);
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
        if (!Structure.checkEntity(said.type(), said.byCode(), problems)) {
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

    /** The model of an entity that has its row for itself; empty where there are problems. */
    Optional<EntityModel> build(Outline outline) {
        if (!readRow(outline)) {
            return Optional.empty();
        }
        addDeletedAt();
        checkRow(List.of());
        List<CollectionModel> all = new ArrayList<>();
        readCollections(all);
        lookups(all);
        // also without an id, for the mistakes that keys and indexes may have
        List<KeyModel> keyModels = keys(said.keys());
        return id == null ? Optional.empty() : Optional.of(model(this, all, keyModels, null));
    }

    /** What is to be said of rows that the code knows, once all columns and collections are there. */
    void lookups(List<CollectionModel> all) {
        LookupRules lookups = new LookupRules(said, directory, problems);
        lookups.check(idFields.stream().anyMatch(field -> said(field).generation() != null));
        lookups.refer(scope.columns(), all, references());
    }

    /** Reads what is in columns. False where the class is not worth a look. */
    boolean readRow(Outline outline) {
        this.outline = outline;
        if (!Structure.checkEntity(said.type(), said.byCode(), problems)) {
            return false;
        }
        TableName table = outline.table();
        columns.name(site, said.table().name(), table.name());
        fields = Structure.fields(said.type());
        properties.checkKnown(said.type(), fields, said.properties());
        References shared = parent == null ? new References(directory, table) : parent.references();
        references = shared;
        AssociationBuilder builder =
                new AssociationBuilder(outline, directory, properties, columns, elements, shared, problems);
        associations = builder;
        readProperties(builder);
        if (parent != null && !parent.isInterface()) {
            id = parent.id;
            version = parent.version;
        } else if (!isInterface()) {
            id = id(models, table);
            version = version(models);
        }
        hidden.add(said.type(), scope, shared);
        return true;
    }

    /** Adds the column that marks rows as deleted. */
    void addDeletedAt() {
        deletedAt = deletedAt();
    }

    /** Reads the collections, whose places follow those of all columns. */
    void readCollections(List<CollectionModel> all) {
        collections(all, known().table());
    }

    /** The unique keys and indexes of the row. */
    List<KeyModel> keys(List<Declaration.Key> declared) {
        Declaration.Type whole = new Declaration.Type(
                said.type(),
                said.byCode(),
                said.name(),
                said.table(),
                said.properties(),
                said.softDelete(),
                said.audited(),
                declared,
                said.idClass(),
                said.readOnly(),
                said.lookup());
        return keys.build(
                site, whole, known().table(), scope.columns(), id == null ? List.of() : id.columns(), references());
    }

    EntityModel model(
            EntityBuilder root,
            List<CollectionModel> all,
            List<KeyModel> keyModels,
            @Nullable HierarchyModel hierarchy) {
        return new EntityModel(
                known().name(),
                said.type(),
                known().table(),
                properties(),
                scope.columns(),
                all,
                Objects.requireNonNull(id),
                version,
                root.deletedAt,
                root.said.audited(),
                keyModels,
                root.said.readOnly(),
                references().foreignKeys(),
                hierarchy);
    }

    /** The properties, inherited ones first. */
    List<PropertyModel> properties() {
        if (isInterface()) {
            return common;
        }
        List<PropertyModel> result = new ArrayList<>();
        if (parent != null && !parent.isInterface()) {
            result.addAll(parent.properties());
        }
        fields.stream().map(models::get).filter(Objects::nonNull).forEach(result::add);
        return result;
    }

    /** What the entities below an interface have in common is what it has itself. */
    void take(@Nullable IdModel id, @Nullable ColumnModel version, List<PropertyModel> common) {
        this.id = id;
        this.version = version;
        this.common = common;
    }

    boolean isInterface() {
        return said.type().isInterface();
    }

    /** A name as the class says it, or the default. */
    String name(@Nullable String name, String defaultName) {
        return columns.name(site, name, defaultName);
    }

    Declaration.Type said() {
        return said;
    }

    Problems problems() {
        return problems;
    }

    RowPart part() {
        return part;
    }

    @Nullable
    EntityBuilder parent() {
        return parent;
    }

    @Nullable
    IdModel id() {
        return id;
    }

    @Nullable
    ColumnModel version() {
        return version;
    }

    List<Field> idFields() {
        return idFields;
    }

    List<Field> versionFields() {
        return versionFields;
    }

    Outline known() {
        return Objects.requireNonNull(outline);
    }

    private References references() {
        return Objects.requireNonNull(references);
    }

    private Declaration.Property said(Field field) {
        return said.properties().getOrDefault(field.getName(), Declaration.Property.silent(field.getName()));
    }

    private void readProperties(AssociationBuilder associations) {
        for (Field field : fields) {
            Declaration.Property property = said(field);
            if (property.roles().contains(Role.ID) || property.roles().contains(Role.EMBEDDED_ID)) {
                idFields.add(field);
            }
            if (property.roles().contains(Role.VERSION)) {
                versionFields.add(field);
            }
            switch (properties.kind(field, property, scope)) {
                case BASIC -> properties.basic(field, property, scope).ifPresent(p -> models.put(field, p));
                case EMBEDDED -> properties.embedded(field, property, scope).ifPresent(p -> models.put(field, p));
                case ELEMENTS -> collections.add(field);
                case ASSOCIATION -> {
                    if (AssociationBuilder.isLinks(property)) {
                        collections.add(field);
                    } else {
                        associations.build(field, property, scope).ifPresent(p -> models.put(field, p));
                    }
                }
                default -> {}
            }
        }
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
        return scope.place(column, true);
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

    /** Checks the whole row, once it has all of its columns. */
    void checkRow(List<ColumnModel> discriminators) {
        new RowColumns(said, site, part, deletedAt, discriminators, references(), problems).check(scope.columns());
        checkReadOnly();
    }

    private void collections(List<CollectionModel> all, TableName table) {
        List<ColumnModel> idColumns = id == null ? List.of() : id.columns();
        for (Field field : collections) {
            int position = scope.columns().size() + all.size();
            Declaration.Property property = said(field);
            if (property.isAssociation()) {
                Objects.requireNonNull(associations)
                        .links(field, property, scope, position, idColumns)
                        .ifPresent(links -> {
                            models.put(field, links);
                            CollectionModel own = ((AssociationModel.Links)
                                            links.association().keeping())
                                    .collection();
                            all.add(own);
                            part.collections().add(own);
                        });
                continue;
            }
            elements.build(field, property, scope, position, table, idColumns).ifPresent(collection -> {
                CollectionModel placed = part.add(collection, all);
                models.put(field, new PropertyModel.Elements(field.getName(), field.getName(), field, placed));
            });
        }
    }
}
