package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.Declaration.Role;
import dev.plinth.model.AssociationModel.Shape;
import jakarta.persistence.CascadeType;
import java.lang.reflect.Field;

/** Refuses what was said of an association and would have no effect, or does not fit the rest. */
final class AssociationRules {
    private final Problems problems;

    AssociationRules(Problems problems) {
        this.problems = problems;
    }

    /** Whether the type of the field is one that the association can have. */
    boolean checkType(Site site, Field field, Role role, AssociationType type) {
        boolean many = role == Role.ONE_TO_MANY || role == Role.MANY_TO_MANY;
        String name = field.getGenericType().getTypeName();
        if (many && type.shape() == Shape.ONE) {
            problems.add(
                    site,
                    "the type " + name + " is not a collection of entities",
                    "Declare it as List<X>, Set<X>, Collection<X> or Map<K, X> of an entity X");
        } else if (!many && type.shape() != Shape.ONE) {
            problems.add(
                    site,
                    PropertyBuilder.name(role, site) + " is a reference to one entity, but the type is " + name,
                    "Use " + PropertyBuilder.name(Role.ONE_TO_MANY, site) + " or "
                            + PropertyBuilder.name(Role.MANY_TO_MANY, site));
        } else if (type.target() == null) {
            problems.add(
                    site,
                    "the type " + name + " does not tell which entity it refers to",
                    "Name the entity's class in it, for example "
                            + (many ? field.getType().getSimpleName() + "<Order>" : "Customer"));
        } else if (many && type.holder()) {
            problems.add(
                    site,
                    "the type " + name + " holds each entity by a Ref, which a collection does not need",
                    "Declare it as a collection of " + type.target().getSimpleName()
                            + "; where each may be any of several entities, make the entry an entity of its own with a"
                            + " Ref");
        } else {
            return true;
        }
        return false;
    }

    void check(Site site, Declaration.Property property, Role role, AssociationType type, boolean readOnly) {
        Declaration.Association said = property.association();
        if (!property.value().equals(Declaration.Value.DEFAULT)
                || !property.overrides().isEmpty()
                || property.collection() != null
                || property.generation() != null) {
            problems.add(
                    site,
                    "an association has no column, converter, table of values or generation of its own",
                    "Say its columns with " + joinColumn(site) + ", or its table with " + joinTable(site));
        }
        if (said.cascades().contains(CascadeType.DETACH)) {
            problems.add(
                    site,
                    "CascadeType.DETACH is not supported: detaching is about one object at a time",
                    "Remove it; CascadeType.ALL stands for PERSIST, MERGE, REMOVE and REFRESH");
        }
        if (readOnly && (!said.cascades().isEmpty() || said.orphanRemoval())) {
            problems.add(
                    site,
                    "the entity is only read, so that nothing goes along with it",
                    "Remove 'cascade' and 'orphanRemoval'");
        }
        if (said.mappedBy() != null) {
            checkInverse(site, said);
        } else {
            checkKeeping(site, role, said);
        }
        if (type.shape() == Shape.ONE) {
            refuse(site, said.orderBy() != null || said.orderColumn() != null, "an order", "a single reference");
            refuse(site, said.mapKey() != null, mapKey(site), "a single reference");
        } else {
            checkMany(site, role, said, type.shape());
        }
    }

    private void checkInverse(Site site, Declaration.Association said) {
        if (!said.joinColumns().isEmpty() || said.table() != null) {
            problems.add(
                    site,
                    "it is mapped by '" + said.mappedBy() + "', so that its own "
                            + (said.table() == null ? joinColumn(site) : joinTable(site)) + " has no effect",
                    "Put it on the property '" + said.mappedBy() + "', which keeps the reference");
        }
        if (!said.optional()) {
            problems.add(
                    site,
                    "it is mapped by '" + said.mappedBy() + "', so that nothing enforces optional = false",
                    "Remove it: the column is in the other entity's row");
        }
    }

    private void checkKeeping(Site site, Role role, Declaration.Association said) {
        boolean columns = !said.joinColumns().isEmpty();
        boolean table = said.table() != null;
        if ((role == Role.MANY_TO_ONE || role == Role.ONE_TO_ONE) && table) {
            problems.add(
                    site,
                    "a single reference is kept in columns of the row, not in a table of links",
                    "Use " + joinColumn(site) + " instead of " + joinTable(site));
        } else if (role == Role.MANY_TO_MANY && columns) {
            problems.add(
                    site,
                    "entities that belong to many are kept in a table of links, not in columns of a row",
                    "Use " + joinTable(site) + " instead of " + joinColumn(site));
        } else if (columns && table) {
            problems.add(
                    site,
                    "it is said to be kept in columns of the other entity's row and in a table of links",
                    "Remove " + joinColumn(site) + " or " + joinTable(site));
        } else if (role == Role.ONE_TO_MANY
                && said.joinColumns().stream().anyMatch(column -> !column.nullable() || column.unique())) {
            problems.add(
                    site,
                    "the columns of the other entity's row that refer to this one may be null, and are not unique",
                    "Remove 'nullable' and 'unique'; where there always is an owner, declare the reference in the other"
                            + " entity with " + site.say("@ManyToOne(optional = false)", "'manyToOne'")
                            + " and this side with 'mappedBy'");
        }
    }

    private void checkMany(Site site, Role role, Declaration.Association said, Shape shape) {
        if (said.orderColumn() != null && shape != Shape.LIST) {
            refuse(site, true, orderColumn(site), shape == Shape.SET ? "a Set" : "a Map");
        } else if (said.orderColumn() != null && said.orderBy() != null) {
            problems.add(
                    site,
                    "it has the order of a column and that of properties",
                    "Remove " + orderColumn(site) + " or " + site.say("@OrderBy", "'orderBy'"));
        } else if (said.orderColumn() != null && role == Role.MANY_TO_MANY && said.mappedBy() != null) {
            problems.add(
                    site,
                    "it is mapped by '" + said.mappedBy() + "', whose links keep no order for this side",
                    "Use " + site.say("@OrderBy", "'orderBy'") + " with a property of the other entity");
        }
        refuse(site, said.mapKey() != null && shape != Shape.MAP, mapKey(site), "a property that is no Map");
        if (shape == Shape.MAP && said.mapKey() == null) {
            problems.add(
                    site,
                    "it does not say what the keys of the Map are",
                    "Add " + site.say("@MapKey for the entities' ids, or @MapKey(name = ...)", "'mapKey'")
                            + " for a property of them");
        }
    }

    private void refuse(Site site, boolean present, String what, String where) {
        if (present) {
            problems.add(site, what + " has no effect on " + where, "Remove it");
        }
    }

    private static String joinColumn(Site site) {
        return site.say("@JoinColumn", "'joinColumn'");
    }

    private static String joinTable(Site site) {
        return site.say("@JoinTable", "'joinTable'");
    }

    private static String orderColumn(Site site) {
        return site.say("@OrderColumn", "'orderColumn'");
    }

    private static String mapKey(Site site) {
        return site.say("@MapKey", "'mapKey'");
    }
}
