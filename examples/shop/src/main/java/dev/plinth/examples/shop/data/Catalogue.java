package dev.plinth.examples.shop.data;

import dev.plinth.examples.shop.domain.Category;
import dev.plinth.examples.shop.domain.Label;
import dev.plinth.examples.shop.domain.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.datafaker.Faker;

/** What the shop sells: products in categories, marked with labels. */
final class Catalogue {
    private static final int PRODUCTS = 300;
    private static final int MOST_LINES = 4;
    private static final int MOST_PIECES = 6;
    private static final int LABELLED_ONE_IN = 4;
    private static final List<String> DEPARTMENTS = List.of("House", "Garden", "Wardrobe", "Workshop");
    private static final List<String> SHELVES = List.of("Everyday", "Gifts", "Rarities");

    private final List<Label> labels =
            List.of(new Label("new"), new Label("fragile"), new Label("bargain"), new Label("hand-made"));
    private final List<Category> departments =
            DEPARTMENTS.stream().map(Catalogue::department).toList();
    private final List<Product> products;

    Catalogue(Random random) {
        Faker faker = new Faker(Locale.ENGLISH, random);
        products = IntStream.range(0, PRODUCTS)
                .mapToObj(i -> product(i, faker.commerce().productName(), random))
                .toList();
    }

    private static Category department(String name) {
        Category department = new Category(name);
        SHELVES.forEach(department::part);
        return department;
    }

    private Product product(int number, String name, Random random) {
        List<Category> shelves = one(departments, random).getParts();
        Set<Label> marks = new HashSet<>();
        for (Label label : labels) {
            if (random.nextInt(LABELLED_ONE_IN) == 0) {
                marks.add(label);
            }
        }
        BigDecimal euros = BigDecimal.valueOf(100 + random.nextInt(30_000), 2);
        return new Product(String.format("P%04d", number), name, euros, one(shelves, random), marks);
    }

    private static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    Basket basket(Random random) {
        List<Basket.Item> items = new ArrayList<>();
        for (int lines = 1 + random.nextInt(MOST_LINES); lines > 0; lines--) {
            items.add(new Basket.Item(one(products, random), 1 + random.nextInt(MOST_PIECES)));
        }
        return new Basket(items);
    }

    List<Label> labels() {
        return labels;
    }

    /** The categories that are no parts of others. */
    List<Category> departments() {
        return departments;
    }

    List<Product> products() {
        return products;
    }
}
