package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** An amount in a currency, with as many digits as the currency has: 12.50 EUR, 1250 JPY, 12.500 TND. */
@Embeddable
public record Money(
        @Column(nullable = false, precision = 18, scale = 3) BigDecimal amount,
        @Column(nullable = false, length = 3) String currency) {
    public Money {
        amount = amount.setScale(java.util.Currency.getInstance(currency).getDefaultFractionDigits());
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(other + " cannot be added to " + this);
        }
        return new Money(amount.add(other.amount), currency);
    }

    public Money minus(Money other) {
        return plus(other.times(-1));
    }

    public Money times(int factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
