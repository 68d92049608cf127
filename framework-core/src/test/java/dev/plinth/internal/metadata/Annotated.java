package dev.plinth.internal.metadata;

import dev.plinth.mapping.Audited;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Classes that are mapped by annotations; {@link Plain} has the same ones without any. */
final class Annotated {
    private Annotated() {}

    enum Status {
        ACTIVE,
        VIP {
            @Override
            boolean important() {
                return true;
            }
        };

        boolean important() {
            return false;
        }
    }

    record Email(String text) {}

    static final class EmailConverter implements AttributeConverter<Email, String> {
        @Override
        public String convertToDatabaseColumn(Email email) {
            return email.text();
        }

        @Override
        public Email convertToEntityAttribute(String text) {
            return text.isEmpty() ? null : new Email(text);
        }
    }

    @Embeddable
    record Street(String name, @Column(name = "house_no") int houseNumber) {}

    @Embeddable
    static class Address {
        String city;

        @Embedded
        Street street;
    }

    @Embeddable
    record Phone(
            @Enumerated Status kind, @Column(length = 20) String digits) {}

    @Entity
    @SoftDelete
    @Audited
    @Table(
            name = "customers",
            schema = "shop",
            uniqueConstraints = @UniqueConstraint(columnNames = {"first_name", "last_name"}),
            indexes = @Index(name = "by_city", columnList = "city, createdAt ASC"))
    static class Customer {
        static int count;

        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        @Version
        long version;

        String firstName;

        @Basic(optional = false)
        String lastName;

        @Column(name = "e_mail", unique = true, length = 100)
        @Convert(converter = EmailConverter.class)
        Email email;

        @Enumerated(EnumType.STRING)
        Status status;

        @Embedded
        @AttributeOverride(name = "street.name", column = @Column(name = "street_name", length = 80))
        Address address;

        @Column(precision = 12, scale = 2)
        BigDecimal credit;

        @Column(name = "createdAt", nullable = false, secondPrecision = 3)
        Instant createdAt;

        @Lob
        String notes;

        @ElementCollection
        @CollectionTable(name = "customer_tag", joinColumns = @JoinColumn(name = "customer"))
        @Column(name = "tag", length = 30)
        @OrderColumn(name = "place")
        List<String> tags = new ArrayList<>();

        @ElementCollection
        @AttributeOverride(name = "digits", column = @Column(name = "number"))
        Set<Phone> phones;

        @Transient
        String greeting;

        transient int cached;
    }

    @Embeddable
    record LineKey(long orderNumber, int line) {}

    @Entity
    record OrderLine(
            @EmbeddedId LineKey key,
            @Column(nullable = false) String article,
            @Version Integer version) {}

    @Entity(name = "Ticket")
    @SequenceGenerator(name = "tickets", sequenceName = "ticket_numbers", initialValue = 100, allocationSize = 10)
    static class TicketEntity {
        @Id
        @GeneratedValue(generator = "tickets")
        Long number;

        Status state;
    }

    @Entity
    @Table(indexes = {@Index(columnList = "number desc, id"), @Index(columnList = "number, id ASC")})
    static class Visit {
        @Id
        long id;

        long number;
    }
}
