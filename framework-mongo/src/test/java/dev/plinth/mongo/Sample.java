package dev.plinth.mongo;

import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entity with a column of every type, a sub-document in a sub-document, and collections of several types. */
@Entity
@SoftDelete
@Table(
        name = "samples",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uk_samples_pair",
                        columnNames = {"tag", "size"}))
final class Sample {
    @Id
    @Nullable
    Long id;

    @Version
    long version;

    @Nullable
    Boolean flag;

    @Nullable
    Byte tiny;

    @Nullable
    Short small;

    @Nullable
    Integer whole;

    @Nullable
    Long large;

    @Nullable
    Float single;

    @Nullable
    Double twice;

    @Nullable
    Character letter;

    @Column(name = "words", length = 100)
    @Nullable
    String text;

    @Column(precision = 30, scale = 6)
    @Nullable
    BigDecimal decimal;

    @Column(precision = 34)
    @Nullable
    BigInteger integer;

    @Nullable
    UUID uuid;

    byte @Nullable [] bytes;

    @Nullable
    LocalDate date;

    @Nullable
    LocalTime time;

    @Nullable
    LocalDateTime dateTime;

    @Nullable
    Instant instant;

    @Nullable
    OffsetDateTime offset;

    @Nullable
    Duration duration;

    @Nullable
    Year year;

    @Nullable
    URI uri;

    @Column(unique = true)
    @Nullable
    String email;

    @Column(unique = true, precision = 34, scale = 10)
    @Nullable
    BigDecimal code;

    @Nullable
    String tag;

    @Nullable
    Integer size;

    @Embedded
    @Nullable
    Place place;

    @ElementCollection
    @Nullable
    List<String> names;

    @ElementCollection
    @Nullable
    List<BigDecimal> amounts;

    @ElementCollection
    @Nullable
    List<OffsetDateTime> times;

    @ElementCollection
    @Nullable
    Set<Integer> numbers;

    @ElementCollection
    @Nullable
    List<Part> parts;

    /** An embeddable. */
    @Embeddable
    record Place(
            @Nullable String city,
            @Column(name = "postcode") @Nullable String zip,
            @Nullable Spot spot) {}

    /** An embeddable in an embeddable. */
    @Embeddable
    record Spot(@Nullable Double north, @Nullable Double east) {}

    /** An element. */
    @Embeddable
    record Part(
            @Nullable String label,
            @Nullable Integer count,
            @Nullable BigDecimal price,
            @Nullable Spot spot) {}
}
