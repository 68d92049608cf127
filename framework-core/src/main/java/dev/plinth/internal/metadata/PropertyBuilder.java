package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.ColumnBuilder.Place;
import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.Declaration.Role;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.PropertyModel;
import jakarta.persistence.Embeddable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of a property: what its roles and its type make of it. */
final class PropertyBuilder {
    /** What a property is. */
    enum Kind {
        BASIC,
        EMBEDDED,
        ELEMENTS,
        ASSOCIATION,
        IGNORED,
        /** A mistake, already reported. */
        NONE
    }

    private final AnnotationReader annotations;
    private final ColumnBuilder columns;
    private final Problems problems;

    PropertyBuilder(AnnotationReader annotations, ColumnBuilder columns, Problems problems) {
        this.annotations = annotations;
        this.columns = columns;
        this.problems = problems;
    }

    Site site(Field field, Scope scope) {
        return new Site(field.getDeclaringClass(), field.getName(), scope.byCode());
    }

    /** Reports what was said about properties that the class does not have. */
    void checkKnown(Class<?> type, List<Field> fields, Map<String, Declaration.Property> said) {
        Set<String> names = fields.stream().map(Field::getName).collect(Collectors.toSet());
        said.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(
                        type,
                        name,
                        "there is no property of this name",
                        "Use one of " + fields.stream().map(Field::getName).collect(Collectors.joining(", "))));
    }

    Kind kind(Field field, Declaration.Property said, Scope scope) {
        Site site = site(field, scope);
        Set<Role> roles = said.roles();
        if (roles.contains(Role.IGNORED)) {
            return ignored(field, said, site);
        }
        if (roles.size() > 1) {
            problems.add(
                    site,
                    "it cannot be several things at once: "
                            + EnumSet.copyOf(roles).stream()
                                    .map(r -> name(r, site))
                                    .collect(Collectors.joining(", ")),
                    severalRoles(roles, site));
            return Kind.NONE;
        }
        if (Modifier.isFinal(field.getModifiers()) && !field.getDeclaringClass().isRecord()) {
            problems.add(
                    site,
                    "the field is final, so that it cannot be read into",
                    "Drop 'final', or make the class a record");
        }
        if (roles.contains(Role.ELEMENTS)) {
            return Kind.ELEMENTS;
        } else if (said.isAssociation()) {
            return Kind.ASSOCIATION;
        } else if (roles.contains(Role.EMBEDDED) || roles.contains(Role.EMBEDDED_ID)) {
            return Kind.EMBEDDED;
        }
        return kindByType(Lineage.type(field, scope.type()), said, site);
    }

    private static String severalRoles(Set<Role> roles, Site site) {
        if (roles.contains(Role.ID) && roles.contains(Role.EMBEDDED)) {
            return "An id that is an embeddable is " + name(Role.EMBEDDED_ID, site);
        }
        return roles.contains(Role.ID) && roles.stream().anyMatch(Role::isAssociation)
                ? "Give the entity an id of its own, and keep the reference beside it"
                : "Keep one of them";
    }

    private Kind ignored(Field field, Declaration.Property said, Site site) {
        if (field.getDeclaringClass().isRecord()) {
            problems.add(
                    site,
                    "a record cannot be made without all of its components",
                    "Store the component, or make a method of it");
            return Kind.NONE;
        }
        if (!said.equals(new Declaration.Property(
                said.name(), Set.of(Role.IGNORED), Declaration.Value.DEFAULT, null, null, Map.of(), null, null))) {
            problems.add(
                    site,
                    "it is " + name(Role.IGNORED, site) + " and mapped",
                    "Remove " + name(Role.IGNORED, site) + ", or everything else that is said about it");
            return Kind.NONE;
        }
        return Kind.IGNORED;
    }

    private Kind kindByType(Class<?> type, Declaration.Property said, Site site) {
        if (said.value().converter() != null
                || type.isEnum()
                || columns.driverTypes().isBasic(type)) {
            return Kind.BASIC;
        } else if (type.isAnnotationPresent(Embeddable.class) && said.roles().isEmpty()) {
            return Kind.EMBEDDED;
        } else if (type.isAnnotationPresent(Embeddable.class) && said.roles().contains(Role.ID)) {
            problems.add(
                    site,
                    "the id's type " + type.getName() + " is an embeddable",
                    "Use " + name(Role.EMBEDDED_ID, site));
        } else if (problems.isTypeInQuestion(site)) {
            return Kind.NONE;
        } else if (Collection.class.isAssignableFrom(type) && said.roles().isEmpty()) {
            problems.add(
                    site,
                    "a collection has to say what it is",
                    "Mark it with " + name(Role.ELEMENTS, site) + ", where it holds entities with "
                            + name(Role.ONE_TO_MANY, site) + " or " + name(Role.MANY_TO_MANY, site) + ", or with "
                            + name(Role.IGNORED, site));
        } else {
            UnsupportedTypes.report(site, type, problems);
        }
        return Kind.NONE;
    }

    static String name(Role role, Site site) {
        return switch (role) {
            case ID -> site.say("@Id", "'id'");
            case EMBEDDED_ID -> site.say("@EmbeddedId", "'embeddedId'");
            case VERSION -> site.say("@Version", "'version'");
            case EMBEDDED -> site.say("@Embedded", "'embedded'");
            case ELEMENTS -> site.say("@ElementCollection", "'elements'");
            case MANY_TO_ONE -> site.say("@ManyToOne", "'manyToOne'");
            case ONE_TO_ONE -> site.say("@OneToOne", "'oneToOne'");
            case ONE_TO_MANY -> site.say("@OneToMany", "'oneToMany'");
            case MANY_TO_MANY -> site.say("@ManyToMany", "'manyToMany'");
            case IGNORED -> site.say("@Transient", "'ignore'");
        };
    }

    Optional<PropertyModel> basic(Field field, Declaration.Property said, Scope scope) {
        boolean neverNull = scope.kind() == Scope.Kind.ID
                || said.roles().contains(Role.ID)
                || said.roles().contains(Role.VERSION);
        String path = scope.prefix() + said.name();
        Place place = new Place(
                scope.columns().size(),
                path,
                Names.derived(said.name()),
                neverNull,
                scope.mayBeNull(),
                scope.constrained() ? Constraints.of(field) : Constraints.NONE);
        Site site = site(field, scope);
        checkOnlyBasic(site, said);
        return columns.build(site, Lineage.type(field, scope.type()), said.value(), scope.column(said), place)
                .map(column -> {
                    checkPlace(site, column, said, scope);
                    columns.json().check(site, column, scope.kind() == Scope.Kind.ELEMENT);
                    return new PropertyModel.Basic(said.name(), path, field, scope.place(column, neverNull));
                });
    }

    private void checkPlace(Site site, ColumnModel column, Declaration.Property said, Scope scope) {
        if (scope.kind() == Scope.Kind.ELEMENT) {
            checkAlwaysWritten(site, column, "a column of a collection's elements");
        } else if (said.roles().contains(Role.VERSION)) {
            checkAlwaysWritten(site, column, "a version");
        } else if (scope.kind() == Scope.Kind.ID || said.roles().contains(Role.ID)) {
            checkInsertable(site, column);
        }
        if (column.unique() && scope.kind() == Scope.Kind.ELEMENT) {
            problems.add(
                    site,
                    "a column of a collection's elements cannot be unique",
                    "Remove 'unique', or make the element an entity");
        }
    }

    void checkAlwaysWritten(Site site, ColumnModel column, String what) {
        if (!column.insertable() || !column.updatable()) {
            problems.add(site, what + " is always written", "Remove 'insertable' and 'updatable'");
        }
    }

    private void checkInsertable(Site site, ColumnModel column) {
        if (!column.insertable()) {
            problems.add(
                    site,
                    "an id is part of every insert",
                    "Remove 'insertable', or let the database set an id of one column with "
                            + site.say("@GeneratedValue(strategy = GenerationType.IDENTITY)", "'generated'"));
        }
    }

    private void checkOnlyBasic(Site site, Declaration.Property said) {
        if (!said.overrides().isEmpty()) {
            problems.add(
                    site,
                    "it has columns said for the properties of an embeddable, but is one column",
                    "Use @Column instead of @AttributeOverride");
        }
        if (said.collection() != null) {
            problems.add(
                    site,
                    "it has the table or order column of a collection, but is none",
                    "Remove @CollectionTable, @OrderColumn, @MapKeyColumn, @MapKeyEnumerated");
        }
        if (said.generation() != null && !said.roles().contains(Role.ID)) {
            problems.add(site, "only an id can be generated", "Remove " + site.say("@GeneratedValue", "'generated'"));
        }
    }

    Optional<PropertyModel> embedded(Field field, Declaration.Property said, Scope scope) {
        Site site = site(field, scope);
        if (!said.value().equals(Declaration.Value.DEFAULT) || said.collection() != null || said.generation() != null) {
            problems.add(
                    site,
                    "an embeddable has no column, converter, table or generation of its own",
                    "Say it at the properties of the embeddable"
                            + (site.byCode() ? "" : ", or with @AttributeOverride"));
        }
        boolean id = said.roles().contains(Role.EMBEDDED_ID);
        Class<?> type = Lineage.type(field, scope.type());
        Optional<Map<String, Declaration.Property>> nested = nested(site, type, said, scope);
        if (nested.isEmpty()) {
            return Optional.empty();
        }
        boolean byCode = said.nested() != null && !type.isAnnotationPresent(Embeddable.class);
        Scope inner = scope.embedded(said, id, field, byCode);
        List<PropertyModel> properties = properties(type, nested.get(), inner);
        checkOverrides(site, said, properties);
        return Optional.of(
                new PropertyModel.Embedded(said.name(), scope.prefix() + said.name(), field, type, properties));
    }

    /** What is said about the properties of an embeddable, or nothing where it cannot be one. */
    Optional<Map<String, Declaration.Property>> nested(
            Site site, Class<?> type, Declaration.Property said, Scope scope) {
        if (scope.around().contains(type)) {
            problems.add(
                    site,
                    "the embeddable " + type.getName() + " contains itself",
                    "Break the circle, for example by making it an entity and keeping its id");
            return Optional.empty();
        }
        if (columns.driverTypes().isBasic(type) || type.isEnum()) {
            problems.add(
                    site,
                    "the type " + type.getTypeName() + " is a basic type, not an embeddable",
                    "Remove " + name(said.roles().contains(Role.EMBEDDED_ID) ? Role.EMBEDDED_ID : Role.EMBEDDED, site));
            return Optional.empty();
        }
        if (type.isAnnotationPresent(Embeddable.class)) {
            if (said.nested() != null && !said.nested().isEmpty()) {
                problems.add(
                        site,
                        "the embeddable " + type.getName() + " is mapped by its annotations and by code",
                        "Remove one of the two");
            }
            return Optional.of(annotations.embeddable(type));
        }
        if (type.getPackageName().startsWith("java.")) {
            UnsupportedTypes.report(site, type, problems);
            return Optional.empty();
        }
        if (said.nested() == null) {
            problems.add(site, "the class " + type.getName() + " is not @Embeddable", "Add @Embeddable to it");
            return Optional.empty();
        }
        annotations.checkSilent(type);
        return Optional.of(said.nested());
    }

    /** The properties of an embeddable. */
    List<PropertyModel> properties(Class<?> type, Map<String, Declaration.Property> said, Scope scope) {
        List<PropertyModel> result = new ArrayList<>();
        if (!Structure.check(type, problems)) {
            return result;
        }
        List<Field> fields = Structure.fields(type);
        checkKnown(type, fields, said);
        for (Field field : fields) {
            Declaration.Property property =
                    said.getOrDefault(field.getName(), Declaration.Property.silent(field.getName()));
            checkPlainRole(field, property, scope);
            Kind kind = kind(field, property, scope);
            if (kind == Kind.BASIC) {
                basic(field, property, scope).ifPresent(result::add);
            } else if (kind == Kind.EMBEDDED) {
                embedded(field, property, scope).ifPresent(result::add);
            } else if (kind == Kind.ELEMENTS) {
                problems.add(
                        site(field, scope),
                        "a collection within an embeddable or element is not supported",
                        "Declare the collection in the entity itself");
            } else if (kind == Kind.ASSOCIATION) {
                problems.add(
                        site(field, scope),
                        "an association within an embeddable, an element or an id is not supported",
                        "Declare the association in the entity itself, or keep the id of the other entity here");
            }
        }
        if (fields.isEmpty()) {
            problems.add(type, "", "the embeddable has no properties", "Give it at least one");
        }
        return result;
    }

    private void checkPlainRole(Field field, Declaration.Property said, Scope scope) {
        for (Role role : said.roles()) {
            if (role == Role.ID || role == Role.EMBEDDED_ID || role == Role.VERSION) {
                Site site = site(field, scope);
                problems.add(
                        site,
                        name(role, site) + " belongs to an entity, not into an embeddable",
                        "Move it to the entity");
            }
        }
    }

    void checkOverrides(Site site, Declaration.Property said, List<PropertyModel> properties) {
        for (String path : said.overrides().keySet()) {
            List<String> known = basicPaths(properties, "");
            if (!known.contains(path)) {
                problems.add(
                        site,
                        "@AttributeOverride names '" + path
                                + "', which is not a property of the embeddable with a column",
                        "Use one of " + String.join(", ", known));
            }
        }
    }

    private static List<String> basicPaths(List<PropertyModel> properties, String prefix) {
        List<String> result = new ArrayList<>();
        for (PropertyModel property : properties) {
            if (property instanceof PropertyModel.Embedded embedded) {
                result.addAll(basicPaths(embedded.properties(), prefix + embedded.name() + "."));
            } else {
                result.add(prefix + property.name());
            }
        }
        return result;
    }
}
