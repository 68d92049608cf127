package dev.plinth.examples.shop.data;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.datafaker.Faker;

/** What the shop sells, at prices in euros. */
final class Catalogue {
    private static final int PRODUCTS = 300;
    private static final int MOST_LINES = 4;
    private static final int MOST_PIECES = 6;

    private final String[] products;
    private final BigDecimal[] euros;

    Catalogue(Random random) {
        Faker faker = new Faker(Locale.ENGLISH, random);
        products = Stream.generate(() -> faker.commerce().productName())
                .limit(PRODUCTS)
                .toArray(String[]::new);
        euros = IntStream.range(0, PRODUCTS)
                .mapToObj(i -> BigDecimal.valueOf(100 + random.nextInt(30_000), 2))
                .toArray(BigDecimal[]::new);
    }

    Basket basket(Random random) {
        return new Basket(IntStream.rangeClosed(0, random.nextInt(MOST_LINES))
                .mapToObj(i -> {
                    int product = random.nextInt(PRODUCTS);
                    return new Basket.Item(products[product], 1 + random.nextInt(MOST_PIECES), euros[product]);
                })
                .toList());
    }
}
