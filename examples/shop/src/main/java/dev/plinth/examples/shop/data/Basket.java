package dev.plinth.examples.shop.data;

import dev.plinth.examples.shop.domain.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** What somebody wants to buy; the price depends on the currency it is paid in. */
public record Basket(List<Item> items) {
    private static final Map<String, BigDecimal> RATES = Map.of(
            "CHF", new BigDecimal("0.94"),
            "EUR", new BigDecimal("1"),
            "GBP", new BigDecimal("0.86"),
            "JPY", new BigDecimal("163.5"),
            "PLN", new BigDecimal("4.27"),
            "SEK", new BigDecimal("11.05"),
            "TND", new BigDecimal("3.384"),
            "USD", new BigDecimal("1.09"));

    record Item(String product, int pieces, BigDecimal euros) {}

    public List<OrderLine> linesIn(String currency) {
        return items.stream()
                .map(item -> new OrderLine(item.product(), item.pieces(), price(item.euros(), currency)))
                .toList();
    }

    private static BigDecimal price(BigDecimal euros, String currency) {
        int digits = java.util.Currency.getInstance(currency).getDefaultFractionDigits();
        return euros.multiply(RATES.get(currency)).setScale(digits, RoundingMode.HALF_EVEN);
    }
}
