package dev.plinth.contract.domain;

/** A value of the application that a converter stores as text. */
public record Money(long cents, String currency) {
    @Override
    public String toString() {
        return cents + " " + currency;
    }
}
