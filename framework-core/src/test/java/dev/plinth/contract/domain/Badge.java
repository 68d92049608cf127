package dev.plinth.contract.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A root of which objects are made, and entities that add nothing to its row. */
@Entity
public class Badge {
    @Id
    private int number;

    protected Badge() {}

    public Badge(int number) {
        this.number = number;
    }

    public int getNumber() {
        return number;
    }

    /** Of silver. */
    @Entity
    public static class SilverBadge extends Badge {
        protected SilverBadge() {}

        public SilverBadge(int number) {
            super(number);
        }
    }

    /** Of gold. */
    @Entity
    public static class GoldBadge extends Badge {
        protected GoldBadge() {}

        public GoldBadge(int number) {
            super(number);
        }
    }
}
