package dev.plinth.examples.shop.data;

import dev.plinth.association.Ref;
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
                .map(ReferenceData::currency)
                .toList();
    }

    static List<Country> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .map(ReferenceData::country)
                .toList();
    }

    static Country country(String code) {
        Locale region = new Locale.Builder().setRegion(code).build();
        return new Country(code, region.getDisplayCountry(Locale.ENGLISH), currencyOf(region));
    }

    private static @Nullable Ref<Currency> currencyOf(Locale region) {
        java.util.Currency currency = java.util.Currency.getInstance(region);
        return currency == null ? null : Ref.to(currency(currency));
    }

    private static Currency currency(java.util.Currency currency) {
        return new Currency(
                currency.getCurrencyCode(),
                currency.getDisplayName(Locale.ENGLISH),
                currency.getDefaultFractionDigits());
    }
}
