package dev.plinth.examples.shop.data;

import dev.plinth.Plinth;
import dev.plinth.examples.shop.domain.Categories;
import dev.plinth.examples.shop.domain.Countries;
import dev.plinth.examples.shop.domain.Currencies;
import dev.plinth.examples.shop.domain.Customer;
import dev.plinth.examples.shop.domain.Customers;
import dev.plinth.examples.shop.domain.Labels;
import dev.plinth.examples.shop.domain.Products;
import dev.plinth.examples.shop.domain.SalesOrder;
import dev.plinth.examples.shop.domain.SalesOrders;
import dev.plinth.examples.shop.domain.Takings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Fills an empty database, in batches: each batch is one unit of work. */
public final class Import {
    private static final int BATCH = 1_000;
    private static final int PAST_DAYS = 60;
    private static final int OPEN_ONE_IN = 50;

    private final Plinth plinth;
    private final World world;
    private final LocalDate today;
    private final BiFunction<String, Integer, ProgressBar> progress;
    private final Takings takings = new Takings();

    /** Prepares an import; {@code progress} makes a bar for so many of something. */
    public Import(Plinth plinth, World world, LocalDate today, BiFunction<String, Integer, ProgressBar> progress) {
        this.plinth = plinth;
        this.world = world;
        this.today = today;
        this.progress = progress;
    }

    /** Imports everything, and returns what the orders are worth. */
    public Takings run(int customers, int orders) {
        importReferenceData();
        importOrders(importCustomers(customers), orders);
        return takings;
    }

    private void importReferenceData() {
        plinth.transact(uow -> {
            uow.repository(Currencies.class).insertAll(ReferenceData.currencies());
            uow.repository(Countries.class).insertAll(ReferenceData.countries());
        });
        Catalogue catalogue = world.catalogue();
        plinth.transact(uow -> {
            uow.repository(Labels.class).insertAll(catalogue.labels());
            uow.repository(Categories.class).insertAll(catalogue.departments());
            uow.repository(Products.class).insertAll(catalogue.products());
        });
    }

    private List<Customer> importCustomers(int count) {
        ProgressBar bar = progress.apply("customers", count);
        List<Customer> all = new ArrayList<>(count);
        while (all.size() < count) {
            int first = all.size();
            List<Customer> batch = IntStream.range(first, Math.min(first + BATCH, count))
                    .mapToObj(world::customer)
                    .toList();
            plinth.repository(Customers.class).insertAll(batch);
            all.addAll(batch);
            bar.advance(batch.size());
        }
        return all;
    }

    private void importOrders(List<Customer> customers, int count) {
        ProgressBar bar = progress.apply("orders", count);
        for (int done = 0; done < count; done += BATCH) {
            int size = Math.min(BATCH, count - done);
            plinth.transact(uow -> {
                List<SalesOrder> batch = IntStream.range(0, size)
                        .mapToObj(i -> order(customers.get(world.number(customers.size())), i))
                        .toList();
                uow.repository(SalesOrders.class).insertAll(batch);
            });
            bar.advance(size);
        }
    }

    private SalesOrder order(Customer customer, int number) {
        LocalDate placedOn = today.minusDays(1 + world.number(PAST_DAYS));
        SalesOrder order = new SalesOrder(customer, placedOn);
        world.basket().into(order);
        if (number % OPEN_ONE_IN != 0) {
            order.ship();
        }
        takings.add(order.getTotal());
        return order;
    }
}
