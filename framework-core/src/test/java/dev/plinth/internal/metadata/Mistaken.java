package dev.plinth.internal.metadata;

import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Classes with mistakes in their mapping. */
final class Mistaken {
    private Mistaken() {}

    static class NotAnEntity {
        @Id
        long id;
    }

    @Entity
    abstract static class Abstract {
        @Id
        long id;
    }

    @Entity
    class Inner {
        @Id
        long id;
    }

    @Entity
    static class NoConstructor {
        @Id
        long id;

        NoConstructor(long id) {
            this.id = id;
        }
    }

    @Entity
    static class PrivateConstructor {
        @Id
        final long id;

        private PrivateConstructor() {
            id = 0;
        }
    }

    static class Base {
        String inherited;
    }

    @Entity
    static class Derived extends Base {
        @Id
        long id;
    }

    @Entity
    static class NoId {
        String name;
    }

    @Entity
    static class TwoIds {
        @Id
        long id;

        @Id
        UUID key;

        @Version
        long version;

        @Version
        int revision;
    }

    @Entity
    record InexactId(@Id double id) {}

    @Entity
    record TruncatedId(@Id Instant id) {}

    @Entity
    record BytesId(@Id byte[] id) {}

    @Entity
    record Generated(
            @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
            String id,

            @GeneratedValue String other,
            @Version String version) {}

    @Entity
    record TableGenerated(
            @Id @GeneratedValue(strategy = GenerationType.TABLE)
            long id) {}

    @Entity
    @SequenceGenerator(name = "unused")
    record UnknownGenerator(
            @Id @GeneratedValue(generator = "numbers") long id) {}

    @Entity
    static class Types {
        @Id
        long id;

        Date date;
        Optional<String> optional;
        Map<String, String> map;
        String[] array;
        Object object;
        NoId other;
        List<String> list;
        java.time.ZonedDateTime zoned;
    }

    @Entity
    static class Contradictions {
        @Id
        @Embedded
        long id;

        @Transient
        @Column(name = "x")
        String both;

        @Enumerated(EnumType.STRING)
        String noEnum;

        @OrderColumn
        String noList;

        @Column(precision = 5)
        String noNumber;

        @Column(length = 3)
        @Enumerated(EnumType.STRING)
        Annotated.Status tooLong;

        @Column(name = "\"quoted\"")
        String quoted;

        @Column(length = 0)
        String empty;

        @ElementCollection
        @OrderColumn
        Set<String> noOrder;
    }

    @Entity
    record RecordTransient(@Id long id, @Transient String name) {}

    @Embeddable
    record Node(String name, @Embedded Node next) {}

    record Undeclared(String name) {}

    @Embeddable
    record Versioned(
            @Version long version, @ElementCollection List<String> names) {}

    @Entity
    static class Embeddings {
        @Id
        long id;

        @Embedded
        Node circle;

        @Embedded
        Undeclared undeclared;

        @Embedded
        Versioned versioned;

        @Embedded
        @AttributeOverride(name = "town", column = @Column(name = "t"))
        Annotated.Address address;

        @Embedded
        Annotated.Address secondAddress;
    }

    static class MoneyConverter implements AttributeConverter<Long, Object> {
        @Override
        public Object convertToDatabaseColumn(Long value) {
            return value;
        }

        @Override
        public Long convertToEntityAttribute(Object value) {
            return (Long) value;
        }
    }

    static class FailingConverter implements AttributeConverter<String, Long> {
        FailingConverter() {
            throw new IllegalStateException();
        }

        @Override
        public Long convertToDatabaseColumn(String value) {
            return 0L;
        }

        @Override
        public String convertToEntityAttribute(Long value) {
            return "";
        }
    }

    @Entity
    static class Converted {
        @Id
        long id;

        @Convert(converter = Annotated.EmailConverter.class)
        String wrongType;

        @Convert(converter = MoneyConverter.class)
        long wrongTarget;

        @Convert(converter = FailingConverter.class)
        String failing;
    }

    @Entity
    @SoftDelete
    @Table(indexes = {@Index(columnList = "createdAt, missing"), @Index(columnList = "id DESC")})
    static class Clashing {
        @Id
        long id;

        Instant createdAt;
        Instant deletedAt;

        @Column(name = "ID")
        String other;
    }

    @Entity
    static class Getters {
        @Id
        private long id;

        private String name;

        @Column(name = "full_name")
        String getName() {
            return name;
        }
    }
}
