package dev.plinth.mapping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CascadeType;
import jakarta.persistence.EnumType;
import jakarta.persistence.GenerationType;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says, whichever way it was said: annotations and {@link EntityMapping} both come down to these records,
 * and one set of rules makes the model out of them. A name that was not said is null, and the rules fill it in.
 * Applications have no use for this class.
 */
public final class Declaration {
    private Declaration() {}

    /** What a property is said to be. A property without a role is what its type makes it. */
    public enum Role {
        /** The id, of one column. */
        ID,
        /** The id, an embeddable. */
        EMBEDDED_ID,
        /** The version. */
        VERSION,
        /** An embeddable. */
        EMBEDDED,
        /** A collection of values. */
        ELEMENTS,
        /** A reference to another entity, to which others may refer, too. */
        MANY_TO_ONE,
        /** A reference to another entity, to which none else refers. */
        ONE_TO_ONE,
        /** Entities that belong to this one alone. */
        ONE_TO_MANY,
        /** Entities that may belong to others, too. */
        MANY_TO_MANY,
        /** Not mapped. */
        IGNORED;

        /**
         * Whether the property refers to other entities.
         *
         * @return true for the four kinds of association
         */
        public boolean isAssociation() {
            return this == MANY_TO_ONE || this == ONE_TO_ONE || this == ONE_TO_MANY || this == MANY_TO_MANY;
        }
    }

    /**
     * An entity.
     *
     * @param type the class or record
     * @param byCode whether it was said in code, so that remedies speak of code
     * @param name the entity's name
     * @param table the table
     * @param properties the properties of which something was said, by name
     * @param softDelete the column of soft deletion, or null where the entity is deleted for good
     * @param audited whether changes are written to the audit trail
     * @param keys the unique keys and indexes beside those of single columns
     * @param idClass the class of an id of several properties, or null
     * @param readOnly whether the entity is only read
     * @param lookup gives the rows that the code knows; null where the rows are the application's
     */
    public record Type(
            Class<?> type,
            boolean byCode,
            @Nullable String name,
            Table table,
            Map<String, Property> properties,
            @Nullable String softDelete,
            boolean audited,
            List<Key> keys,
            @Nullable Class<?> idClass,
            boolean readOnly,
            @Nullable Supplier<? extends Collection<?>> lookup) {
        /** Copies the collections. */
        public Type {
            properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
            keys = List.copyOf(keys);
        }
    }

    /**
     * The name of a table, as far as it was said.
     *
     * @param catalog the catalog
     * @param schema the schema
     * @param name the name
     */
    public record Table(
            @Nullable String catalog,
            @Nullable String schema,
            @Nullable String name) {
        /** Nothing was said. */
        public static final Table DEFAULT = new Table(null, null, null);
    }

    /**
     * A unique key or an index.
     *
     * @param name its name
     * @param columns its columns: names, or paths of properties
     * @param descending those of the columns that are in descending order
     * @param paths whether the columns are paths of properties
     * @param unique whether it is a unique key
     */
    public record Key(
            @Nullable String name, List<String> columns, Set<String> descending, boolean paths, boolean unique) {
        /** Copies the columns. */
        public Key {
            columns = List.copyOf(columns);
            descending = Set.copyOf(descending);
        }
    }

    /**
     * A property.
     *
     * @param name its own name
     * @param roles what it was said to be
     * @param value how its value (or that of an element) is stored
     * @param generation where a new id comes from
     * @param collection the table of a collection
     * @param overrides the columns of an embeddable's properties, by path within it; they win over what the embeddable
     *     says itself
     * @param nested what was said in code about an embeddable's properties, by name; null where the embeddable speaks
     *     for itself
     * @param association how it refers to other entities, or null
     */
    public record Property(
            String name,
            Set<Role> roles,
            Value value,
            @Nullable Generation generation,
            @Nullable Elements collection,
            Map<String, Column> overrides,
            @Nullable Map<String, Property> nested,
            @Nullable Association association) {
        /** Copies the collections. */
        public Property {
            roles = Set.copyOf(roles);
            overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
            nested = nested == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(nested));
        }

        /**
         * A property of which nothing was said.
         *
         * @param name its name
         * @return the declaration
         */
        public static Property silent(String name) {
            return new Property(name, Set.of(), Value.DEFAULT, null, null, Map.of(), null, null);
        }

        /**
         * Whether the property refers to other entities.
         *
         * @return true for the four kinds of association
         */
        public boolean isAssociation() {
            return roles.stream().anyMatch(Role::isAssociation);
        }
    }

    /**
     * How a value is stored.
     *
     * @param column its column
     * @param required whether null is refused, whatever the column says
     * @param large whether the value may be of any length
     * @param enums how an enum is stored
     * @param converter what converts it
     */
    public record Value(
            Column column,
            boolean required,
            boolean large,
            @Nullable EnumType enums,
            @Nullable Conversion converter) {
        /** Nothing was said. */
        public static final Value DEFAULT = new Value(Column.DEFAULT, false, false, null, null);
    }

    /**
     * A column, with the defaults of {@link jakarta.persistence.Column}.
     *
     * @param name its name
     * @param nullable whether null is a value of it
     * @param unique whether each value occurs at most once
     * @param length the greatest length
     * @param precision the number of digits; 0 where not said
     * @param scale the number of digits after the point
     * @param secondPrecision the number of digits after the second's point; -1 where not said
     * @param insertable whether an insert writes it
     * @param updatable whether an update writes it
     */
    public record Column(
            @Nullable String name,
            boolean nullable,
            boolean unique,
            int length,
            int precision,
            int scale,
            int secondPrecision,
            boolean insertable,
            boolean updatable) {
        /** The length that stands for nothing said. */
        public static final int DEFAULT_LENGTH = 255;
        /** Nothing was said. */
        public static final Column DEFAULT = new Column(null, true, false, DEFAULT_LENGTH, 0, 0, -1, true, true);
    }

    /**
     * A converter.
     *
     * @param type its class; {@link Json} itself where the value is stored as JSON
     * @param instance the converter, or null where the class's no-argument constructor makes it
     */
    public record Conversion(Class<?> type, @Nullable AttributeConverter<?, ?> instance) {
        /** The value is stored as JSON. */
        public static final Conversion JSON = new Conversion(Json.class, null);
    }

    /**
     * Where a new id comes from.
     *
     * @param strategy the strategy
     * @param sequence the sequence, where something was said about it
     */
    public record Generation(
            GenerationType strategy, @Nullable Sequence sequence) {}

    /**
     * A sequence.
     *
     * @param name its name
     * @param initialValue the first value
     * @param allocationSize how many values are taken at a time
     */
    public record Sequence(Table name, long initialValue, int allocationSize) {
        /** The defaults of {@link jakarta.persistence.SequenceGenerator}. */
        public static final Sequence DEFAULT = new Sequence(Table.DEFAULT, 1, 50);
    }

    /**
     * The table of a collection.
     *
     * @param table its name
     * @param ownerColumns the columns that refer to the owner, in the order of the id's columns or by the column they
     *     refer to; empty where not said
     * @param orderColumn the column that keeps the order of a list
     * @param key how the keys of a map are stored
     */
    public record Elements(
            Table table,
            List<OwnerColumn> ownerColumns,
            @Nullable String orderColumn,
            @Nullable Value key) {
        /** Nothing was said. */
        public static final Elements DEFAULT = new Elements(Table.DEFAULT, List.of(), null, null);

        /** Copies the list. */
        public Elements {
            ownerColumns = List.copyOf(ownerColumns);
        }
    }

    /**
     * A column that refers to the owner of a collection.
     *
     * @param name its name
     * @param refersTo the id column it refers to; null for the one at the same place
     */
    public record OwnerColumn(
            @Nullable String name, @Nullable String refersTo) {}

    /**
     * A reference to other entities.
     *
     * @param mappedBy the property of the other entity that keeps the reference; null where this one does
     * @param cascades what goes along with the owner
     * @param orphanRemoval whether what leaves the association is removed
     * @param optional whether a single reference may be null
     * @param joinColumns the columns that hold the other entity's id, or, of many, the owner's; empty where not said
     * @param foreignKey the name of the constraint
     * @param table the table of links
     * @param orderBy the order in which many are read, as with {@link jakarta.persistence.OrderBy}
     * @param orderColumn the column that keeps the order of a list; empty for that of the default name
     * @param mapKey the property of the other entity that is the key of a map; empty for its id
     * @param subDocuments whether a document database keeps the other entities within the owner's document
     */
    public record Association(
            @Nullable String mappedBy,
            Set<CascadeType> cascades,
            boolean orphanRemoval,
            boolean optional,
            List<JoinColumn> joinColumns,
            @Nullable String foreignKey,
            @Nullable JoinTable table,
            @Nullable String orderBy,
            @Nullable String orderColumn,
            @Nullable String mapKey,
            boolean subDocuments) {
        /** Nothing was said. */
        public static final Association DEFAULT =
                new Association(null, Set.of(), false, true, List.of(), null, null, null, null, null, false);

        /** Copies the collections. */
        public Association {
            cascades = Set.copyOf(cascades);
            joinColumns = List.copyOf(joinColumns);
        }
    }

    /**
     * A column of a row that refers to another row.
     *
     * @param name its name
     * @param refersTo the id column it refers to; null for the one at the same place
     * @param nullable whether null is a value of it
     * @param unique whether each value occurs at most once
     */
    public record JoinColumn(
            @Nullable String name, @Nullable String refersTo, boolean nullable, boolean unique) {}

    /**
     * A table of links.
     *
     * @param table its name
     * @param ownerColumns the columns that refer to the owner; empty where not said
     * @param targetColumns the columns that refer to the other entity; empty where not said
     */
    public record JoinTable(Table table, List<OwnerColumn> ownerColumns, List<OwnerColumn> targetColumns) {
        /** Copies the lists. */
        public JoinTable {
            ownerColumns = List.copyOf(ownerColumns);
            targetColumns = List.copyOf(targetColumns);
        }
    }
}
