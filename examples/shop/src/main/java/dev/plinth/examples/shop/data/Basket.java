package dev.plinth.examples.shop.data;

import dev.plinth.examples.shop.domain.Product;
import dev.plinth.examples.shop.domain.SalesOrder;
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

    record Item(Product product, int pieces) {}

    /** Puts everything into an order. */
    public void into(SalesOrder order) {
        String currency = order.getTotal().currency();
        items.forEach(item -> order.add(item.product(), item.pieces(), price(item.product(), currency)));
    }

    private static BigDecimal price(Product product, String currency) {
        int digits = java.util.Currency.getInstance(currency).getDefaultFractionDigits();
        return product.getEuros().multiply(RATES.get(currency)).setScale(digits, RoundingMode.HALF_EVEN);
    }
}
