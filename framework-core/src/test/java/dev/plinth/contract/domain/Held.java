package dev.plinth.contract.domain;

import dev.plinth.mapping.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds a value of any basic type. All but one are null, so that a refusal is about that one. */
@Entity
public class Held {
    @Id
    public long id;

    public @Nullable Boolean flag;

    public @Nullable Byte tiny;

    public @Nullable Short small;

    public @Nullable Integer medium;

    public @Nullable Long large;

    public @Nullable Float single;

    public @Nullable Double twice;

    public @Nullable Character letter;

    public @Nullable String text;

    @Lob
    public @Nullable String longText;

    @Column(precision = 38, scale = 6)
    public @Nullable BigDecimal decimal;

    @Column(precision = 38)
    public @Nullable BigInteger integer;

    public @Nullable UUID uuid;

    @Enumerated(EnumType.STRING)
    public @Nullable Phase named;

    @Enumerated(EnumType.ORDINAL)
    public @Nullable Phase numbered;

    public byte @Nullable [] bytes;

    @Lob
    public byte @Nullable [] longBytes;

    public @Nullable LocalDate date;

    public @Nullable LocalTime time;

    public @Nullable LocalDateTime dateTime;

    public @Nullable Instant instant;

    public @Nullable OffsetDateTime offsetDateTime;

    public @Nullable Duration duration;

    public @Nullable Year year;

    public @Nullable URI uri;

    @Json
    public @Nullable Map<String, @Nullable Object> json;

    @Convert(converter = MoneyConverter.class)
    public @Nullable Money money;
}
