package dev.plinth.jdbc;

import dev.plinth.contract.domain.Status;
import dev.plinth.mapping.ReadOnly;
import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities whose tables others have made, well or badly. */
final class SchemaEntities {
    private SchemaEntities() {}

    /** An entity with everything that a schema can lack. */
    @Entity
    @SoftDelete
    @Table(
            name = "book",
            uniqueConstraints = @UniqueConstraint(name = "uk_book_isbn", columnNames = "isbn"),
            indexes = @Index(name = "ix_book_title", columnList = "title desc, pages"))
    static class Book {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "books")
        @SequenceGenerator(name = "books", sequenceName = "book_seq", allocationSize = 10)
        private long id;

        @Column(length = 20, nullable = false)
        private String title = "";

        @Column(length = 20)
        private @Nullable String isbn;

        @Column(precision = 12, scale = 4)
        private @Nullable BigDecimal price;

        @Enumerated(EnumType.STRING)
        private @Nullable Status status;

        private int pages;
        private @Nullable Long sold;
        private @Nullable Instant printed;

        @ElementCollection
        private Set<String> tags = new LinkedHashSet<>();

        protected Book() {}

        Book(String title, String isbn) {
            this.title = title;
            this.isbn = isbn;
        }
    }

    @Entity
    @Table(name = "shelf")
    static class Shelf {
        @Id
        private long id;

        private int room;

        @Column(length = 50)
        private @Nullable String label;

        @Column(precision = 10, scale = 2)
        private @Nullable BigDecimal load;
    }

    @Entity
    @SoftDelete
    @Table(name = "member")
    static class Member {
        @Id
        private long id;

        @Column(length = 20, unique = true)
        private @Nullable String mail;

        @Column(length = 20, unique = true)
        private @Nullable String phone;

        protected Member() {}

        Member(long id, String mail, String phone) {
            this.id = id;
            this.mail = mail;
            this.phone = phone;
        }
    }

    enum Colour {
        RED,
        GREEN
    }

    enum ColourOfTomorrow {
        RED,
        GREEN,
        AMBER
    }

    @Entity
    @Table(name = "light")
    static class Light {
        @Id
        private long id;

        @Enumerated(EnumType.STRING)
        private @Nullable Colour colour;

        private @Nullable Character letter;
        private @Nullable Byte level;
    }

    @Entity
    @Table(name = "light")
    static class LightOfTomorrow {
        @Id
        private long id;

        @Enumerated(EnumType.STRING)
        private @Nullable ColourOfTomorrow colour;

        private @Nullable Character letter;
        private @Nullable Byte level;
    }

    @Entity
    @ReadOnly
    @Table(name = "shelf")
    static class ShelfView {
        @Id
        private long id;

        private int room;

        @Column(length = 50)
        private @Nullable String label;
    }

    @Entity
    @Table(name = "branch", schema = "plinth_shop", indexes = @Index(columnList = "city"))
    static class Branch {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "branches")
        @SequenceGenerator(name = "branches", sequenceName = "branch_seq", schema = "plinth_shop")
        private long id;

        @Column(length = 40)
        private String city = "";

        @ElementCollection
        @CollectionTable(name = "branch_hours", schema = "plinth_shop")
        private List<String> hours = new ArrayList<>(List.of("9 to 5"));

        protected Branch() {}

        Branch(String city) {
            this.city = city;
        }
    }

    @Entity
    @Table(name = "outlet", catalog = "plinth_outlets", indexes = @Index(columnList = "city"))
    static class Outlet {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outlets")
        @SequenceGenerator(name = "outlets", sequenceName = "outlet_seq", catalog = "plinth_outlets")
        private long id;

        @Column(length = 40)
        private String city = "";

        @ElementCollection
        private List<String> hours = new ArrayList<>(List.of("9 to 5"));

        protected Outlet() {}

        Outlet(String city) {
            this.city = city;
        }
    }

    @Entity
    @Table(name = "stall", catalog = "plinth_abroad", schema = "plinth_shop")
    static class Stall {
        @Id
        private long id;
    }

    @Entity
    @Table(name = "numbered")
    static class Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private long id;
    }

    @Entity
    @Table(name = "plate")
    static class Plate {
        @Id
        @Column(length = 20)
        @Pattern(regexp = "[A-Z]{1,2}-[0-9]+")
        private String code = "";

        @Min(1)
        @Max(9)
        private int seats;

        @Column(precision = 8, scale = 2)
        @DecimalMin("0.01")
        private @Nullable BigDecimal fee;

        @Size(min = 2, max = 20)
        private @Nullable String note;

        protected Plate() {}

        Plate(String code, int seats, String fee, String note) {
            this.code = code;
            this.seats = seats;
            this.fee = new BigDecimal(fee);
            this.note = note;
        }
    }
}
