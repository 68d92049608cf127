package dev.plinth.examples.shop.data;

import dev.plinth.association.Ref;
import dev.plinth.examples.shop.domain.Address;
import dev.plinth.examples.shop.domain.Country;
import dev.plinth.examples.shop.domain.Customer;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.datafaker.Faker;

/** The people outside: invented with a fixed seed, so that every run meets the same ones. Not thread-safe. */
public final class World {
    private static final long CATALOGUE_SEED = 300;

    private final Random random;
    private final Catalogue catalogue = new Catalogue(new Random(CATALOGUE_SEED));
    private final Map<Market, Faker> fakers = new EnumMap<>(Market.class);
    private final Map<Market, Ref<Country>> countries = new EnumMap<>(Market.class);

    public World(long seed) {
        random = new Random(seed);
        for (Market market : Market.values()) {
            fakers.put(market, new Faker(market.locale(), random));
            countries.put(market, Ref.to(ReferenceData.country(market.country())));
        }
    }

    /** A new customer; the number makes the e-mail address unique. */
    public Customer customer(int number) {
        Market market = market();
        Faker faker = faker(market);
        String first = faker.name().firstName();
        String last = faker.name().lastName();
        String email = ascii(first) + "." + ascii(last) + "." + number + "@example.org";
        Home home = home(market);
        return new Customer(first + " " + last, email, home.address(), home.country());
    }

    public Home home() {
        return home(market());
    }

    Catalogue catalogue() {
        return catalogue;
    }

    public Basket basket() {
        return catalogue.basket(random);
    }

    /** A number from 0 to below the bound. */
    public int number(int bound) {
        return random.nextInt(bound);
    }

    private Market market() {
        return Market.values()[random.nextInt(Market.values().length)];
    }

    private Home home(Market market) {
        net.datafaker.providers.base.Address invented = faker(market).address();
        Address address = new Address(invented.streetAddress(), invented.city(), invented.postcode());
        return new Home(address, countries.get(market));
    }

    private Faker faker(Market market) {
        return fakers.get(market);
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }
}
