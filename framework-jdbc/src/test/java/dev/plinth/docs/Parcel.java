package dev.plinth.docs;

import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** The parcel of the guide to schemas. */
// docs:parcel
@Entity
@SoftDelete
@Table(indexes = @Index(columnList = "sent DESC"))
public class Parcel {
    enum State {
        PACKED,
        SENT,
        LOST
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private long id;

    @Version
    private long version;

    @Column(nullable = false, length = 20, unique = true)
    private String number = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private State state = State.PACKED;

    @Min(1)
    private int grams;

    private Instant sent;

    @ElementCollection
    @Column(length = 50)
    private Set<String> labels = new LinkedHashSet<>();

    // constructors and methods
    // end

    protected Parcel() {}

    /** Creates a parcel. */
    public Parcel(String number, int grams) {
        this.number = number;
        this.grams = grams;
    }

    /** Labels it. */
    public void label(String label) {
        labels.add(label);
    }
}
