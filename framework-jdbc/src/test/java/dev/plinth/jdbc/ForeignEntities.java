package dev.plinth.jdbc;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One property of each type, over a column of whatever type a test makes. */
final class ForeignEntities {
    private ForeignEntities() {}

    /** Has a value. */
    interface Holds {
        @Nullable
        Object value();
    }

    @Entity
    record Whole(@Id long id, @Nullable Integer v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Small(@Id long id, @Nullable Short v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Wide(@Id long id, @Nullable Long v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Flag(@Id long id, @Nullable Boolean v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Rough(@Id long id, @Nullable Float v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Rougher(@Id long id, @Nullable Double v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Letter(@Id long id, @Nullable Character v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Birthday(@Id long id, @Nullable LocalDate v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Wake(@Id long id, @Nullable LocalTime v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Moment(@Id long id, @Nullable LocalDateTime v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Token(@Id long id, @Nullable UUID v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Text(@Id long id, @Nullable String v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Bits(@Id long id, byte @Nullable [] v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    record Exactly(
            @Id long id,
            @Column(precision = 20, scale = 2) @Nullable BigDecimal v) implements Holds {
        @Override
        public @Nullable Object value() {
            return v;
        }
    }

    @Entity
    static class Amount implements Holds {
        @Id
        private long id;

        @Column(precision = 10, scale = 2)
        private @Nullable BigDecimal v;

        protected Amount() {}

        Amount(long id, BigDecimal v) {
            this.id = id;
            this.v = v;
        }

        long getId() {
            return id;
        }

        @Nullable
        BigDecimal getV() {
            return v;
        }

        void setV(BigDecimal v) {
            this.v = v;
        }

        @Override
        public @Nullable Object value() {
            return v;
        }
    }
}
