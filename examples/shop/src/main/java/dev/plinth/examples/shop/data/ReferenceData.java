package dev.plinth.examples.shop.data;

import dev.plinth.examples.shop.domain.Country;
import dev.plinth.examples.shop.domain.Currency;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The currencies and countries that the JDK knows. */
final class ReferenceData {
    private ReferenceData() {}

    static List<Currency> currencies() {
        return java.util.Currency.getAvailableCurrencies().stream()
                .map(currency -> new Currency(
                        currency.getCurrencyCode(),
                        currency.getDisplayName(Locale.ENGLISH),
                        currency.getDefaultFractionDigits()))
                .toList();
    }

    static List<Country> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale.Builder().setRegion(code).build())
                .map(region ->
                        new Country(region.getCountry(), region.getDisplayCountry(Locale.ENGLISH), currencyOf(region)))
                .toList();
    }

    private static @Nullable String currencyOf(Locale region) {
        java.util.Currency currency = java.util.Currency.getInstance(region);
        return currency == null ? null : currency.getCurrencyCode();
    }
}
