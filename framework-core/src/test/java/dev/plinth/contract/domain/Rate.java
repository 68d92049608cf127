package dev.plinth.contract.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.math.BigDecimal;

/** A record with an id class that is a class. */
@Entity
@IdClass(Rate.Key.class)
public record Rate(
        @Id String currency,
        @Id int day,
        BigDecimal amount,
        @Version long version) {
    public Rate of(String newAmount) {
        return new Rate(currency, day, new BigDecimal(newAmount), version);
    }

    /** Without equals: Plinth compares the values. */
    public static class Key {
        private String currency = "";
        private int day;

        protected Key() {}

        public Key(String currency, int day) {
            this.currency = currency;
            this.day = day;
        }

        @Override
        public String toString() {
            return currency + " on " + day;
        }
    }
}
