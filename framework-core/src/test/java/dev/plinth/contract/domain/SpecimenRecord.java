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

/** A record with a property of every basic type. */
@Entity
public record SpecimenRecord(
        @Id long id,
        boolean flag,
        byte tiny,
        short small,
        int medium,
        long large,
        float single,
        double twice,
        char letter,
        @Nullable Boolean flagBox,
        @Nullable Byte tinyBox,
        @Nullable Short smallBox,
        @Nullable Integer mediumBox,
        @Nullable Long largeBox,
        @Nullable Float singleBox,
        @Nullable Double twiceBox,
        @Nullable Character letterBox,
        @Nullable String text,
        @Column(precision = 20, scale = 6) @Nullable BigDecimal decimal,
        @Column(precision = 30) @Nullable BigInteger integer,
        @Nullable UUID uuid,
        @Enumerated(EnumType.STRING) @Nullable Status status,
        @Enumerated(EnumType.ORDINAL) @Nullable Status ordinal,
        byte @Nullable [] bytes,
        @Nullable LocalDate date,
        @Nullable LocalTime time,
        @Nullable LocalDateTime dateTime,
        @Nullable Instant instant,
        @Nullable OffsetDateTime offsetDateTime,
        @Nullable Duration duration,
        @Nullable Year year,
        @Nullable URI uri) {
    public static SpecimenRecord of(Specimen s) {
        return new SpecimenRecord(
                s.id,
                s.flag,
                s.tiny,
                s.small,
                s.medium,
                s.large,
                s.single,
                s.twice,
                s.letter,
                s.flagBox,
                s.tinyBox,
                s.smallBox,
                s.mediumBox,
                s.largeBox,
                s.singleBox,
                s.twiceBox,
                s.letterBox,
                s.text,
                s.decimal,
                s.integer,
                s.uuid,
                s.status,
                s.ordinal,
                s.bytes,
                s.date,
                s.time,
                s.dateTime,
                s.instant,
                s.offsetDateTime,
                s.duration,
                s.year,
                s.uri);
    }

    public Specimen toClass() {
        Specimen s = new Specimen(id);
        s.flag = flag;
        s.tiny = tiny;
        s.small = small;
        s.medium = medium;
        s.large = large;
        s.single = single;
        s.twice = twice;
        s.letter = letter;
        s.flagBox = flagBox;
        s.tinyBox = tinyBox;
        s.smallBox = smallBox;
        s.mediumBox = mediumBox;
        s.largeBox = largeBox;
        s.singleBox = singleBox;
        s.twiceBox = twiceBox;
        s.letterBox = letterBox;
        s.text = text;
        s.decimal = decimal;
        s.integer = integer;
        s.uuid = uuid;
        s.status = status;
        s.ordinal = ordinal;
        s.bytes = bytes;
        s.date = date;
        s.time = time;
        s.dateTime = dateTime;
        s.instant = instant;
        s.offsetDateTime = offsetDateTime;
        s.duration = duration;
        s.year = year;
        s.uri = uri;
        return s;
    }
}
