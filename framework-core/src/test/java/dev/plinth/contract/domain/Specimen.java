package dev.plinth.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A class with a property of every basic type. */
@Entity
public class Specimen {
    @Id
    public long id;

    public boolean flag;

    public byte tiny;

    public short small;

    public int medium;

    public long large;

    public float single;

    public double twice;

    public char letter;

    public @Nullable Boolean flagBox;

    public @Nullable Byte tinyBox;

    public @Nullable Short smallBox;

    public @Nullable Integer mediumBox;

    public @Nullable Long largeBox;

    public @Nullable Float singleBox;

    public @Nullable Double twiceBox;

    public @Nullable Character letterBox;

    public @Nullable String text;

    @Column(precision = 20, scale = 6)
    public @Nullable BigDecimal decimal;

    @Column(precision = 30)
    public @Nullable BigInteger integer;

    public @Nullable UUID uuid;

    @Enumerated(EnumType.STRING)
    public @Nullable Status status;

    @Enumerated(EnumType.ORDINAL)
    public @Nullable Status ordinal;

    public byte @Nullable [] bytes;

    public @Nullable LocalDate date;

    public @Nullable LocalTime time;

    public @Nullable LocalDateTime dateTime;

    public @Nullable Instant instant;

    public @Nullable OffsetDateTime offsetDateTime;

    public @Nullable Duration duration;

    public @Nullable Year year;

    public @Nullable URI uri;

    protected Specimen() {}

    public Specimen(long id) {
        this.id = id;
    }

    @Override
    public String toString() {
        return "Specimen " + id;
    }
}
