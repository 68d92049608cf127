package dev.plinth.contract.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Floats that refer to their makers, and the same rows to someone who knows nothing of that. */
@Entity
public class Parade {
    @Id
    public long id;

    @ManyToOne
    public @Nullable Maker maker;

    @ManyToMany
    @JoinTable(
            name = "parade_guests",
            joinColumns = @JoinColumn(name = "parade_id"),
            inverseJoinColumns = @JoinColumn(name = "guest_id"))
    public Set<Maker> guests = new HashSet<>();

    protected Parade() {}

    /** What is referred to. */
    @Entity
    public static class Maker {
        @Id
        public long id;

        protected Maker() {}

        public Maker(long id) {
            this.id = id;
        }
    }

    /** The rows without the reference. */
    @Entity
    @Table(name = "parade")
    public static class Plain {
        @Id
        public long id;

        public @Nullable Long makerId;

        @ElementCollection
        @CollectionTable(name = "parade_guests", joinColumns = @JoinColumn(name = "parade_id"))
        @Column(name = "guest_id")
        public Set<Long> guests = new HashSet<>();

        protected Plain() {}

        public Plain(long id, @Nullable Long makerId) {
            this.id = id;
            this.makerId = makerId;
        }

        public Plain(long id, @Nullable Long makerId, Set<Long> guests) {
            this(id, makerId);
            this.guests = new HashSet<>(guests);
        }
    }
}
