package dev.plinth.mapping;

import jakarta.persistence.CascadeType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says in code how a property refers to other entities. What is not said is as with the annotations of the same names; what
 * has no effect on the association is reported when the Plinth is built.
 */
public final class AssociationMapping {
    private final Set<CascadeType> cascades = EnumSet.noneOf(CascadeType.class);
    private final List<Declaration.JoinColumn> joinColumns = new ArrayList<>();
    private @Nullable String mappedBy;
    private boolean orphanRemoval;
    private boolean optional = true;
    private @Nullable String foreignKey;
    private @Nullable JoinTableMapping table;
    private @Nullable String orderBy;
    private @Nullable String orderColumn;
    private @Nullable String mapKey;
    private boolean subDocuments;

    AssociationMapping() {}

    /**
     * Says that the other entity keeps the reference.
     *
     * @param property the property of the other entity that refers to this one
     * @return this
     */
    public AssociationMapping mappedBy(String property) {
        mappedBy = property;
        return this;
    }

    /**
     * Says what is done to the associated entities when it is done to the owner.
     *
     * @param types what; {@link CascadeType#ALL} for all of it
     * @return this
     */
    public AssociationMapping cascade(CascadeType... types) {
        cascades.addAll(List.of(types));
        return this;
    }

    /**
     * Removes what leaves the association.
     *
     * @return this
     */
    public AssociationMapping orphanRemoval() {
        orphanRemoval = true;
        return this;
    }

    /**
     * Refuses null, of a reference to one entity.
     *
     * @return this
     */
    public AssociationMapping notNull() {
        optional = false;
        return this;
    }

    /**
     * Names the column that holds the other entity's id; of a collection, the column of the other entity's row that holds
     * the owner's. For an id of several columns, it is called once for each, in their order.
     *
     * @param name the name
     * @return this
     */
    public AssociationMapping joinColumn(String name) {
        joinColumns.add(new Declaration.JoinColumn(name, null, true, false));
        return this;
    }

    /**
     * Names one of the columns that hold an id of several columns.
     *
     * @param name the name
     * @param refersTo the column of the id
     * @return this
     */
    public AssociationMapping joinColumn(String name, String refersTo) {
        joinColumns.add(new Declaration.JoinColumn(name, refersTo, true, false));
        return this;
    }

    /**
     * Names the foreign key.
     *
     * @param name the constraint's name in the database
     * @return this
     */
    public AssociationMapping foreignKey(String name) {
        foreignKey = name;
        return this;
    }

    /**
     * Keeps the association in a table of links; in a document, in an array of ids.
     *
     * @param name the table's name
     * @return this
     */
    public AssociationMapping joinTable(String name) {
        return joinTable(links -> links.name(name));
    }

    /**
     * Keeps the association in a table of links; in a document, in an array of ids.
     *
     * @param links says how the table is
     * @return this
     */
    public AssociationMapping joinTable(Consumer<JoinTableMapping> links) {
        JoinTableMapping said = table == null ? new JoinTableMapping() : table;
        links.accept(said);
        table = said;
        return this;
    }

    /**
     * Says in which order the associated entities are read.
     *
     * @param properties properties of theirs, for example {@code lastName, joined DESC}
     * @return this
     */
    public AssociationMapping orderBy(String properties) {
        orderBy = properties;
        return this;
    }

    /**
     * Keeps the order of a list, in a column of the default name.
     *
     * @return this
     */
    public AssociationMapping orderColumn() {
        return orderColumn("");
    }

    /**
     * Keeps the order of a list.
     *
     * @param name the column
     * @return this
     */
    public AssociationMapping orderColumn(String name) {
        orderColumn = name;
        return this;
    }

    /**
     * Makes the ids of the associated entities the keys of a map.
     *
     * @return this
     */
    public AssociationMapping mapKey() {
        return mapKey("");
    }

    /**
     * Says what the keys of a map are.
     *
     * @param property a property of the associated entities
     * @return this
     */
    public AssociationMapping mapKey(String property) {
        mapKey = property;
        return this;
    }

    /**
     * Lets a document database keep the associated entities within the owner's document, as {@link SubDocuments} says.
     *
     * @return this
     */
    public AssociationMapping subDocuments() {
        subDocuments = true;
        return this;
    }

    Declaration.Association declaration() {
        return new Declaration.Association(
                mappedBy,
                cascades,
                orphanRemoval,
                optional,
                joinColumns,
                foreignKey,
                table == null ? null : table.declaration(),
                orderBy,
                orderColumn,
                mapKey,
                subDocuments);
    }
}
