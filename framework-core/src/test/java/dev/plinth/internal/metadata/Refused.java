package dev.plinth.internal.metadata;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Basic;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Converts;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.ExcludeDefaultListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyClass;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyJoinColumns;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.NamedAttributeNode;
import jakarta.persistence.NamedEntityGraph;
import jakarta.persistence.NamedEntityGraphs;
import jakarta.persistence.NamedNativeQueries;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQueries;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.NamedStoredProcedureQueries;
import jakarta.persistence.NamedStoredProcedureQuery;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceContexts;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.PersistenceUnits;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumns;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SecondaryTables;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.SqlResultSetMappings;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.TableGenerators;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDate;
import java.util.List;

/** Classes with every annotation and attribute that is not supported. */
final class Refused {
    private Refused() {}

    @Entity
    @AssociationOverride(name = "x")
    @AssociationOverrides({})
    @Cacheable
    @Convert(attributeName = "x")
    @EntityListeners(String.class)
    @ExcludeDefaultListeners
    @ExcludeSuperclassListeners
    @MappedSuperclass
    @NamedEntityGraph(attributeNodes = @NamedAttributeNode("x"))
    @NamedEntityGraphs({})
    @NamedNativeQuery(name = "x", query = "x")
    @NamedNativeQueries({})
    @NamedQuery(name = "x", query = "x")
    @NamedQueries({})
    @NamedStoredProcedureQuery(name = "x", procedureName = "x")
    @NamedStoredProcedureQueries({})
    @PersistenceContext
    @PersistenceContexts({})
    @PersistenceUnit
    @PersistenceUnits({})
    @PrimaryKeyJoinColumn
    @PrimaryKeyJoinColumns({})
    @SecondaryTable(name = "x")
    @SecondaryTables({})
    @SqlResultSetMapping(name = "x", columns = @ColumnResult(name = "x"))
    @SqlResultSetMappings({})
    @TableGenerator(name = "x")
    @TableGenerators({})
    static class OnClass {
        @Id
        long id;

        @PrePersist
        void a() {}

        @PostPersist
        void b() {}

        @PreUpdate
        void c() {}

        @PostUpdate
        void d() {}

        @PreRemove
        void e() {}

        @PostRemove
        void f() {}

        @PostLoad
        void g() {}
    }

    @Entity
    static class OnField {
        @Id
        long id;

        @MapsId
        String mapsId;

        @MapKeyClass(String.class)
        @MapKeyJoinColumn
        @MapKeyJoinColumns({})
        String mapKey;

        @Converts({})
        @EnumeratedValue
        String other;
    }

    @Converter(autoApply = true)
    static class Trimmed implements AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String text) {
            return text.strip();
        }

        @Override
        public String convertToEntityAttribute(String text) {
            return text;
        }
    }

    enum Level {
        LOW(1);

        @EnumeratedValue
        final int stored;

        Level(int stored) {
            this.stored = stored;
        }
    }

    @Entity
    @Access(AccessType.PROPERTY)
    @Table(
            check = @CheckConstraint(constraint = "x"),
            comment = "x",
            options = "x",
            uniqueConstraints = @UniqueConstraint(columnNames = "id", options = "x"),
            indexes = @Index(columnList = "id", options = "x"))
    static class Attributes {
        @Id
        long id;

        @Column(
                table = "x",
                columnDefinition = "x",
                options = "x",
                check = @CheckConstraint(constraint = "x"),
                comment = "x")
        String column;

        @Basic(fetch = FetchType.LAZY)
        LocalDate lazy;

        @ElementCollection(targetClass = String.class)
        @CollectionTable(
                foreignKey = @ForeignKey(name = "x"),
                indexes = @Index(columnList = "x"),
                uniqueConstraints = @UniqueConstraint(columnNames = "x"),
                options = "x",
                joinColumns =
                        @JoinColumn(
                                nullable = false,
                                unique = true,
                                insertable = false,
                                updatable = false,
                                columnDefinition = "x",
                                options = "x",
                                table = "x",
                                comment = "x"))
        @OrderColumn(nullable = false, insertable = false, updatable = false, columnDefinition = "x", options = "x")
        @AttributeOverride(name = "x", column = @Column(columnDefinition = "x"))
        List<String> elements;

        @Convert(converter = Trimmed.class, attributeName = "x", disableConversion = true)
        String converted;

        Level level;
    }
}
