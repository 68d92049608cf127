package dev.plinth.contract.domain;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entity of names with capitals, as long as every engine takes them, that differ at the end only. */
@Entity
@Table(
        name = LongNamed.PREFIX + "Entities",
        indexes = {
            @Index(columnList = LongNamed.PREFIX + "FirstOne"),
            @Index(columnList = LongNamed.PREFIX + "SecndOne")
        })
public class LongNamed {
    static final String PREFIX = "ANameThatIsAsLongAsEveryEngineTakesItOfSixtyThreeLetter";

    @Id
    @Column(name = PREFIX + "IdOfThis")
    private long id;

    @Enumerated(EnumType.STRING)
    @Column(name = PREFIX + "FirstOne", length = 10)
    private @Nullable Status first;

    @Enumerated(EnumType.STRING)
    @Column(name = PREFIX + "SecndOne", length = 10)
    private @Nullable Status second;

    @ElementCollection
    @Column(name = PREFIX + "ATagOfIt", length = 20)
    private Set<String> tags = new LinkedHashSet<>();

    @ElementCollection
    @Column(name = PREFIX + "AWordOIt", length = 20)
    private Set<String> words = new LinkedHashSet<>();

    protected LongNamed() {}

    public LongNamed(long id, @Nullable Status first, @Nullable Status second) {
        this.id = id;
        this.first = first;
        this.second = second;
    }

    public long getId() {
        return id;
    }

    public @Nullable Status getFirst() {
        return first;
    }

    public @Nullable Status getSecond() {
        return second;
    }

    public Set<String> getTags() {
        return tags;
    }

    public Set<String> getWords() {
        return words;
    }
}
