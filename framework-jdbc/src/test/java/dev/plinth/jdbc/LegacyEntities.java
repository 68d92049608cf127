package dev.plinth.jdbc;

import dev.plinth.mapping.Audited;
import dev.plinth.mapping.Json;
import dev.plinth.mapping.ReadOnly;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ordinary entities for the tables of an application that was there before. */
final class LegacyEntities {
    private LegacyEntities() {}

    /** Stored as a number that the old application knows. */
    enum Kind {
        RETAIL(10),
        WHOLESALE(20);

        final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    /** JSON in a column of text that others write too. */
    @Entity
    record Sheet(@Id long id, @Json Map<String, Object> content) {}

    /** Its id is a CHAR, and the database gives it a grade. */
    @Entity
    static class Country {
        @Id
        @Column(length = 4)
        String code;

        @Nullable
        String name;

        @Column(insertable = false)
        @Nullable
        Integer grade;

        Country() {
            this("");
        }

        Country(String code) {
            this.code = code;
        }
    }

    static final class KindConverter implements AttributeConverter<Kind, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Kind kind) {
            return kind.code;
        }

        @Override
        public Kind convertToEntityAttribute(Integer code) {
            for (Kind kind : Kind.values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("there is no such kind");
        }
    }

    static final class YesNo implements AttributeConverter<Boolean, String> {
        @Override
        public String convertToDatabaseColumn(Boolean value) {
            return value ? "Y" : "N";
        }

        @Override
        public Boolean convertToEntityAttribute(String text) {
            return text.equals("Y");
        }
    }

    static final class UuidText implements AttributeConverter<UUID, String> {
        @Override
        public String convertToDatabaseColumn(UUID id) {
            return id.toString();
        }

        @Override
        public UUID convertToEntityAttribute(String text) {
            return UUID.fromString(text);
        }
    }

    /** The column has no zone: the old application wrote UTC. */
    static final class Utc implements AttributeConverter<Instant, LocalDateTime> {
        @Override
        public LocalDateTime convertToDatabaseColumn(Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }

        @Override
        public Instant convertToEntityAttribute(LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
    }

    /** Reserved words, capitals, spaces, umlauts and a dollar sign; no version. */
    @Entity
    @Audited
    @Table(name = "ORDER")
    static class Order {
        @Id
        @Column(name = "Auftrag Nr")
        private long number;

        @Column(name = "KUNDE $", nullable = false, length = 40)
        private String customer = "";

        @Column(name = "Gr\u00f6\u00dfe")
        private @Nullable Integer size;

        @Column(name = "group")
        @Convert(converter = KindConverter.class)
        private Kind kind = Kind.RETAIL;

        @Column(name = "user", length = 1)
        @Convert(converter = YesNo.class)
        private boolean paid;

        @Column(name = "UUID", length = 36)
        @Convert(converter = UuidText.class)
        private @Nullable UUID token;

        protected Order() {}

        Order(long number, String customer) {
            this.number = number;
            this.customer = customer;
        }

        long getNumber() {
            return number;
        }

        String getCustomer() {
            return customer;
        }

        void setCustomer(String customer) {
            this.customer = customer;
        }

        @Nullable
        Integer getSize() {
            return size;
        }

        void setSize(@Nullable Integer size) {
            this.size = size;
        }

        Kind getKind() {
            return kind;
        }

        void setKind(Kind kind) {
            this.kind = kind;
        }

        boolean isPaid() {
            return paid;
        }

        void setPaid(boolean paid) {
            this.paid = paid;
        }

        @Nullable
        UUID getToken() {
            return token;
        }

        void setToken(@Nullable UUID token) {
            this.token = token;
        }
    }

    /** A key of two columns, one of them natural, and columns that the database sets. */
    @Entity
    @Audited
    @IdClass(LineKey.class)
    @Table(name = "order_line")
    static class Line {
        @Id
        private long orderNumber;

        @Id
        @Column(length = 20)
        private String article = "";

        private int quantity;
        private int price;

        @Column(insertable = false, updatable = false)
        private int total;

        @Column(insertable = false, length = 10)
        private @Nullable String state;

        protected Line() {}

        Line(long orderNumber, String article, int quantity, int price) {
            this.orderNumber = orderNumber;
            this.article = article;
            this.quantity = quantity;
            this.price = price;
        }

        String getArticle() {
            return article;
        }

        int getQuantity() {
            return quantity;
        }

        void setQuantity(int quantity) {
            this.quantity = quantity;
        }

        int getTotal() {
            return total;
        }

        @Nullable
        String getState() {
            return state;
        }

        void setState(@Nullable String state) {
            this.state = state;
        }
    }

    record LineKey(long orderNumber, String article) {}

    /** A record with an id, a default and a computed column that the database sets. */
    @Entity
    @Table(name = "invoice")
    record Invoice(
            @Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Nullable
            Long id,

            int net,

            @Column(insertable = false, updatable = false) @Nullable
            Integer gross,

            @Column(insertable = false) @Nullable LocalDate due,
            @Version long version) {
        static Invoice over(int net) {
            return new Invoice(null, net, null, null, 0);
        }

        Invoice net(int newNet) {
            return new Invoice(id, newNet, gross, due, version);
        }
    }

    /** A view. */
    @Entity
    @ReadOnly
    @Table(name = "turnover")
    record Turnover(@Id String article, long pieces, long money) {}

    /** A natural key in a column of fixed width, and a time without a zone. */
    @Entity
    record Article(
            @Id @Column(length = 6) String code,
            String name,
            @Convert(converter = Utc.class) @Nullable Instant since) {}

    /** What the table holds is not what the class says. */
    @Entity
    @Table(name = "crooked")
    record Crooked(
            @Id long id, @Nullable Integer amount, @Nullable LocalDate shipped) {}

    /** The column has no zone, and nobody says which it is. */
    @Entity
    @Table(name = "clocked")
    record Clocked(@Id long id, @Nullable Instant rung) {}

    /** A table of another schema, mapped by code. */
    static class Depot {
        private int id;
        private @Nullable String town;

        protected Depot() {}

        Depot(int id, @Nullable String town) {
            this.id = id;
            this.town = town;
        }

        int getId() {
            return id;
        }

        @Nullable
        String getTown() {
            return town;
        }
    }
}
