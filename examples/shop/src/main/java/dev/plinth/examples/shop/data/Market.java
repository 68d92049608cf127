package dev.plinth.examples.shop.data;

import java.util.Locale;

/** A country that the shop sells to, and the language its people and streets are named in. */
enum Market {
    AUSTRIA("de", "AT"),
    FRANCE("fr", "FR"),
    GERMANY("de", "DE"),
    ITALY("it", "IT"),
    JAPAN("en", "JP"),
    POLAND("pl", "PL"),
    SPAIN("es", "ES"),
    SWEDEN("sv", "SE"),
    SWITZERLAND("de", "CH"),
    TUNISIA("fr", "TN"),
    UNITED_KINGDOM("en", "GB"),
    UNITED_STATES("en", "US");

    private final Locale locale;

    Market(String language, String country) {
        this.locale =
                new Locale.Builder().setLanguage(language).setRegion(country).build();
    }

    Locale locale() {
        return locale;
    }

    String country() {
        return locale.getCountry();
    }
}
