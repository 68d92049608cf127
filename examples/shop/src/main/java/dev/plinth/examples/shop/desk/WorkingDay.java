package dev.plinth.examples.shop.desk;

import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Sorts.desc;

import dev.plinth.Plinth;
import dev.plinth.examples.shop.data.Basket;
import dev.plinth.examples.shop.data.Home;
import dev.plinth.examples.shop.data.World;
import dev.plinth.examples.shop.domain.Customer;
import dev.plinth.examples.shop.domain.Customers;
import dev.plinth.examples.shop.domain.OrderSpecs;
import dev.plinth.examples.shop.domain.SalesOrder;
import dev.plinth.examples.shop.domain.SalesOrders;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import jakarta.data.page.PageRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A day at the desk: duties are planned in the morning, and clerks, each on a thread, take one after the other. */
public final class WorkingDay {
    private static final int DESK_SIZE = 200;
    private static final List<String> NAMES = List.of("Anna", "Ben", "Clara", "David");
    private static final String COLLEAGUE = "Eve";

    private final Plinth plinth;
    private final Clerks clerks;
    private final LocalDate today;
    private final Queue<Duty> duties = new ConcurrentLinkedQueue<>();
    private List<UUID> customers = List.of();

    private interface Duty {
        void fulfil(OrderDesk desk);
    }

    public WorkingDay(Plinth plinth, Clerks clerks, LocalDate today) {
        this.plinth = plinth;
        this.clerks = clerks;
        this.today = today;
    }

    /** Decides what will happen, in so many transactions. */
    public void plan(World world, int transactions) {
        customers = customerIds();
        duties.addAll(plan(world, transactions, customers.size(), ordersOnDesk()));
    }

    /** Lets so many clerks do what was planned, and returns what was done. */
    public DayLog work(int threads) {
        DayLog log = new DayLog();
        OrderDesk desk = new OrderDesk(plinth, clerks, log, today, customers);
        inParallel(threads, () -> {
            try {
                for (Duty duty = duties.poll(); duty != null; duty = duties.poll()) {
                    duty.fulfil(desk);
                }
            } finally {
                duties.clear(); // where one clerk cannot go on, all stop
            }
        });
        return log;
    }

    private List<UUID> customerIds() {
        try (Stream<Customer> customers =
                plinth.repository(Customers.class).stream(Specification.all(), Order.by(asc(Customer::getEmail)))) {
            return customers.map(Customer::getId).toList();
        }
    }

    // the clerks see to the latest of the open orders
    private List<UUID> ordersOnDesk() {
        return plinth
                .repository(SalesOrders.class)
                .page(OrderSpecs.open(), PageRequest.ofSize(DESK_SIZE), Order.by(desc(SalesOrder::getPlacedOn)))
                .stream()
                .map(SalesOrder::getId)
                .toList();
    }

    private static List<Duty> plan(World world, int transactions, int customers, List<UUID> orders) {
        List<Duty> duties = new ArrayList<>();
        int planned = 0;
        int removals = customers / 10; // a small shop keeps most of its customers
        while (planned < transactions) {
            int kind = world.number(100);
            int who = world.number(customers);
            UUID order = orders.get(world.number(orders.size()));
            int line = world.number(10);
            boolean pair = planned + 1 < transactions;
            if (kind < 8 && pair) {
                duties.add(desk -> desk.twoClerks(order, line, COLLEAGUE));
                planned++;
            } else if (kind < 12 && pair) {
                duties.add(desk -> desk.removeByMistake(who));
                planned++;
            } else if (kind < 16 && removals > 0) {
                removals--;
                duties.add(desk -> desk.remove(who));
            } else if (kind < 30) {
                duties.add(desk -> desk.oneMore(order, line));
            } else if (kind < 60) {
                Home home = world.home();
                duties.add(desk -> desk.changeAddress(who, home));
            } else {
                Basket basket = world.basket();
                boolean byCard = line % 2 == 0;
                duties.add(desk -> desk.placeOrder(who, basket, byCard));
            }
            planned++;
        }
        return duties;
    }

    private void inParallel(int threads, Runnable work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            IntStream.range(0, threads)
                    .forEach(i -> running.add(pool.submit(() -> clerks.as(NAMES.get(i % NAMES.size()), work))));
            for (Future<?> clerk : running) {
                clerk.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the day was interrupted", e);
        } finally {
            pool.shutdown();
        }
    }
}
