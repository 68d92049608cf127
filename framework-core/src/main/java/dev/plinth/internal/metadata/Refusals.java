package dev.plinth.internal.metadata;

import java.util.HashMap;
import java.util.Map;

/** What to do instead of an annotation or attribute that is not supported. */
final class Refusals {
    private static final String ASSOCIATION = "Give the entity an id of its own and keep the reference beside it, with"
            + " @OneToOne or @ManyToOne and its own @JoinColumn";
    private static final String OVERRIDE =
            "Declare the association in the entity itself, with its @JoinColumn or" + " @JoinTable";
    private static final String READ_ONLY_COLUMN =
            "Remove it, and the property that holds the bare id: a reference tells"
                    + " its id without a query, and writes the column";
    private static final String LINK_KEYS =
            "Remove it: the foreign keys of a table of links have names of Plinth's own";
    private static final String CALLBACK =
            "Put the behaviour into the constructor and the methods of the entity, or around" + " the unit of work";
    private static final String QUERY = "Write a Specification, or a default method of a repository";
    private static final String NATIVE =
            "Use the backend's own API within the unit of work (JdbcBackend, MongoBackend)";
    private static final String MAP =
            "The keys of an @ElementCollection are of a basic type or enum, which the Map's type says; say their column"
                    + " with @MapKeyColumn";
    private static final String SECOND_TABLE =
            "One entity has one table: embed the properties, or make them an entity of" + " their own with the same id";
    private static final String GRAPH = "Remove it: there is nothing to fetch beside the entity itself yet";
    private static final String DIGITS =
            "Use length, precision, scale or secondPrecision, or create the table with your own" + " DDL";
    private static final String ALWAYS = "Remove it: these columns are always written and never null";
    private static final String DDL = "Remove it and say it in your own DDL";
    private static final String CHECKS = "Say it with a constraint of Jakarta Validation (@Min, @Max, @Size, @Pattern),"
            + " which the schema takes over where the engine can hold it, or in your own DDL";
    private static final String KEPT =
            "Remove it: only a reference to any of several entities, a Ref to a sealed interface, has no constraint";
    private static final String TARGET = "Name the entity in the type of the field, for example Customer";
    private static final String TARGETS = "Name the entity in the type of the field, for example List<Order>";
    private static final String INJECTION = "Hand the Plinth to the object that needs it; an entity holds data";

    private static final Map<String, String> ANNOTATIONS = annotations();
    private static final Map<String, String> ATTRIBUTES = attributes();

    private Refusals() {}

    /** What to do instead of an annotation. */
    static String annotation(String simpleName) {
        return ANNOTATIONS.getOrDefault(simpleName, "Remove it: it would have no effect");
    }

    /** What to do instead of an attribute, such as {@code Column.columnDefinition}. */
    static String attribute(String name) {
        return ATTRIBUTES.getOrDefault(
                name, name.endsWith(".options") || name.endsWith(".comment") ? DDL : "Remove it");
    }

    /** What to do instead of an annotation of associations on a property that is none. */
    static String onValues(String simpleName) {
        return switch (simpleName) {
            case "OrderBy" ->
                "Remove it: a List keeps its own order in an order column; sort in the getter or in the query";
            case "MapKey" -> MAP;
            case "JoinTable" -> "Use @CollectionTable for values, or mark a collection of entities with @ManyToMany";
            default -> "Use @Column for a value, @CollectionTable for values, or mark a reference with @ManyToOne";
        };
    }

    private static Map<String, String> annotations() {
        Map<String, String> m = new HashMap<>();
        put(m, ASSOCIATION, "MapsId", "PrimaryKeyJoinColumn", "PrimaryKeyJoinColumns");
        put(m, OVERRIDE, "AssociationOverride", "AssociationOverrides");
        put(m, CALLBACK, "PrePersist", "PostPersist", "PreUpdate", "PostUpdate", "PreRemove", "PostRemove", "PostLoad");
        put(m, CALLBACK, "EntityListeners", "ExcludeDefaultListeners", "ExcludeSuperclassListeners");
        put(m, QUERY, "NamedQuery", "NamedQueries");
        put(m, NATIVE, "NamedNativeQuery", "NamedNativeQueries");
        put(m, NATIVE, "NamedStoredProcedureQuery", "NamedStoredProcedureQueries");
        put(m, NATIVE, "SqlResultSetMapping", "SqlResultSetMappings");
        put(m, MAP, "MapKeyClass", "MapKeyTemporal");
        put(m, MAP, "MapKeyJoinColumn", "MapKeyJoinColumns");
        put(m, SECOND_TABLE, "SecondaryTable", "SecondaryTables");
        put(m, GRAPH, "NamedEntityGraph", "NamedEntityGraphs");
        put(m, INJECTION, "PersistenceContext", "PersistenceContexts", "PersistenceUnit", "PersistenceUnits");
        put(
                m,
                "Use GenerationType.SEQUENCE: where an engine has no sequences, Plinth keeps a counter",
                "TableGenerator",
                "TableGenerators");
        put(m, "Use the types of java.time, which need no annotation", "Temporal");
        put(m, "Remove it: there is no cache beside the unit of work", "Cacheable");
        put(m, "Use @Enumerated(EnumType.STRING), or convert the enum with an AttributeConverter", "EnumeratedValue");
        put(m, "Use one @Convert on the field itself", "Converts");
        put(m, "Put it on the class of the converter", "Converter");
        return Map.copyOf(m);
    }

    private static Map<String, String> attributes() {
        Map<String, String> m = new HashMap<>();
        put(m, SECOND_TABLE, "Column.table", "JoinColumn.table");
        put(m, DIGITS, "Column.columnDefinition", "DiscriminatorColumn.columnDefinition");
        put(m, DDL, "OrderColumn.columnDefinition", "JoinColumn.columnDefinition");
        put(m, CHECKS, "Column.check", "Table.check", "JoinColumn.check", "JoinTable.check");
        put(m, DDL, "CollectionTable.foreignKey", "CollectionTable.uniqueConstraints", "CollectionTable.indexes");
        put(m, ALWAYS, "JoinColumn.nullable", "JoinColumn.unique");
        put(m, READ_ONLY_COLUMN, "JoinColumn.insertable", "JoinColumn.updatable");
        put(m, LINK_KEYS, "JoinColumn.foreignKey", "JoinTable.foreignKey", "JoinTable.inverseForeignKey");
        put(m, DDL, "JoinTable.uniqueConstraints", "JoinTable.indexes", "ForeignKey.foreignKeyDefinition");
        put(m, KEPT, "ForeignKey.value");
        put(m, TARGET, "ManyToOne.targetEntity", "OneToOne.targetEntity");
        put(m, TARGETS, "OneToMany.targetEntity", "ManyToMany.targetEntity");
        put(m, ALWAYS, "OrderColumn.insertable", "OrderColumn.updatable", "OrderColumn.nullable");
        put(m, "Remove it: a column is always read together with its entity", "Basic.fetch");
        put(m, "Name the type in that of the field, for example List<String>", "ElementCollection.targetClass");
        put(m, "Put @Convert on the property of the embeddable itself", "Convert.attributeName");
        put(m, "Remove @Convert: no converter is applied by itself", "Convert.disableConversion");
        return Map.copyOf(m);
    }

    private static void put(Map<String, String> map, String remedy, String... names) {
        for (String name : names) {
            map.put(name, remedy);
        }
    }
}
