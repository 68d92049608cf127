package dev.plinth.contract.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Floats that refer to their makers, and the same rows to someone who knows nothing of that. */
@Entity
public class Parade {
    @Id
    public long id;

    @ManyToOne
    public @Nullable Maker maker;

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

        protected Plain() {}

        public Plain(long id, @Nullable Long makerId) {
            this.id = id;
            this.makerId = makerId;
        }
    }
}
