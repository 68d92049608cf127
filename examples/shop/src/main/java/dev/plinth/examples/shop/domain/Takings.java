package dev.plinth.examples.shop.domain;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Sums of money by currency. */
public final class Takings {
    private final TreeMap<String, Money> sums = new TreeMap<>();

    public static Takings of(Collection<Money> sums) {
        Takings takings = new Takings();
        sums.forEach(takings::add);
        return takings;
    }

    public void add(Money money) {
        sums.merge(money.currency(), money, Money::plus);
    }

    public Takings plus(Takings other) {
        Takings result = of(sums.values());
        other.sums.values().forEach(result::add);
        return result;
    }

    /** The sums that are not zero, by currency. */
    public List<Money> sums() {
        return sums.values().stream().filter(sum -> sum.amount().signum() != 0).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Takings takings && sums().equals(takings.sums());
    }

    @Override
    public int hashCode() {
        return sums().hashCode();
    }

    @Override
    public String toString() {
        return sums().toString();
    }
}
