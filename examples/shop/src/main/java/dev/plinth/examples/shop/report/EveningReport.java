package dev.plinth.examples.shop.report;

import static dev.plinth.specification.Sorts.desc;

import dev.plinth.Plinth;
import dev.plinth.Statistics;
import dev.plinth.audit.AuditEntry;
import dev.plinth.examples.shop.desk.DayLog;
import dev.plinth.examples.shop.domain.Activity;
import dev.plinth.examples.shop.domain.Countries;
import dev.plinth.examples.shop.domain.Customer;
import dev.plinth.examples.shop.domain.Customers;
import dev.plinth.examples.shop.domain.DayBook;
import dev.plinth.examples.shop.domain.DayBooks;
import dev.plinth.examples.shop.domain.OrderLine;
import dev.plinth.examples.shop.domain.OrderSpecs;
import dev.plinth.examples.shop.domain.Product;
import dev.plinth.examples.shop.domain.SalesOrder;
import dev.plinth.examples.shop.domain.SalesOrders;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the boss reads in the evening. */
public final class EveningReport {
    private static final int BIN_ROWS = 10;
    private static final int BULKY_PIECES = 8;
    private static final int LATEST = 3;
    private static final int LINE_WIDTH = 120;

    private final Plinth plinth;
    private final PrintStream out;

    public EveningReport(Plinth plinth, PrintStream out) {
        this.plinth = plinth;
        this.out = out;
    }

    public void print(LocalDate today, Stocktaking stock, DayLog log, Statistics cost) {
        days();
        revenue(stock);
        out.printf("Paid by card: %,d, by bank transfer: %,d%n%n", stock.cards(), stock.transfers());
        waiting(today);
        busiestCustomer(log).ifPresent(this::history);
        bin();
        conflicts(log);
        statements(cost);
    }

    private void days() {
        out.println("The days");
        TextTable table = new TextTable(
                "day",
                "",
                ">transactions",
                ">placed",
                ">revised",
                ">moved",
                ">removed",
                ">restored",
                ">conflicts",
                ">statements",
                ">seconds",
                ">per second");
        for (DayBook book : plinth.repository(DayBooks.class).byDay()) {
            Activity done = book.getActivity();
            if (done == null) {
                table.row(book.getDay(), "not finished", "", "", "", "", "", "", "", "", "", "");
            } else {
                table.row(
                        book.getDay(),
                        book.getKind() == DayBook.Kind.IMPORT ? "import" : "",
                        done.transactions(),
                        done.placed(),
                        done.revised(),
                        done.moved(),
                        done.removed(),
                        done.restored(),
                        done.conflicts(),
                        done.statements(),
                        String.format("%.1f", done.took().toMillis() / 1e3),
                        // an import is few large transactions
                        book.getKind() == DayBook.Kind.IMPORT
                                ? ""
                                : String.format("%,.0f", done.transactionsPerSecond()));
            }
        }
        table.print(out);
    }

    private void revenue(Stocktaking stock) {
        out.println("Revenue by country");
        Map<String, String> names = plinth.repository(Countries.class).names();
        TextTable table = new TextTable("country", ">orders", ">revenue", "");
        stock.revenue().stream()
                .sorted(Comparator.comparing(revenue -> names.get(revenue.country())))
                .forEach(revenue -> table.row(
                        names.get(revenue.country()),
                        revenue.orders(),
                        String.format(
                                "%,." + revenue.sum().amount().scale() + "f",
                                revenue.sum().amount()),
                        revenue.sum().currency()));
        table.print(out);
    }

    private void waiting(LocalDate today) {
        plinth.read(uow -> {
            List<SalesOrder> open = uow.repository(SalesOrders.class)
                    .fetching(FetchPlan.of(SalesOrder::getLines, OrderLine::getProduct, Product::getCategory))
                    .findAll(OrderSpecs.open());
            out.printf(
                    "Open orders: %,d, of which late: %,d; with more than %d pieces of a product: %,d%n%n",
                    open.size(), count(open, OrderSpecs.late(today)), BULKY_PIECES, count(open, bulky()));
            TextTable table = new TextTable("to send, of", ">pieces");
            piecesByDepartment(open).forEach(table::row);
            table.print(out);
        });
    }

    private static Specification<SalesOrder> bulky() {
        return OrderSpecs.bulky(BULKY_PIECES);
    }

    private static int count(List<SalesOrder> orders, Specification<SalesOrder> which) {
        return (int) orders.stream().filter(which::isSatisfiedBy).count();
    }

    // nobody planned to read the departments: they are read for all categories at once when the first is asked for
    private static Map<String, Integer> piecesByDepartment(List<SalesOrder> orders) {
        return orders.stream()
                .flatMap(order -> order.getLines().stream())
                .collect(Collectors.groupingBy(
                        line -> line.getProduct().getCategory().department().getName(),
                        TreeMap::new,
                        Collectors.summingInt(OrderLine::getQuantity)));
    }

    private static Optional<UUID> busiestCustomer(DayLog log) {
        Map<UUID, Integer> changes = new HashMap<>();
        log.changes().forEach((change, times) -> {
            if (change.entity().equals("Customer")) {
                changes.merge(change.id(), times, Integer::sum);
            }
        });
        return changes.entrySet().stream()
                .max(Map.Entry.<UUID, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private void history(UUID id) {
        Customer customer = plinth.repository(Customers.class)
                .withDeleted()
                .fetching(FetchPlan.of(Customer::getOrders).limit(LATEST, Order.by(desc(SalesOrder::getPlacedOn))))
                .getById(id);
        out.printf(
                "What happened to %s (%,d orders, the latest of %s)%n",
                customer.getName(),
                plinth.repository(SalesOrders.class).count(OrderSpecs.of(customer)),
                customer.getOrders().stream()
                        .map(order -> order.getPlacedOn().toString())
                        .collect(Collectors.joining(", ")));
        TextTable table = new TextTable("day", "time", "who", "what", "change");
        for (AuditEntry entry : plinth.audit().history(Customer.class, id)) {
            LocalDateTime at =
                    LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
            String what = entry.action().name().toLowerCase(Locale.ROOT);
            List<String> changes = entry.changes().entrySet().stream()
                    .map(change -> change.getKey() + ": " + change.getValue().before() + " -> "
                            + change.getValue().after())
                    .toList();
            String first = changes.isEmpty() ? "" : changes.get(0);
            table.row(at.toLocalDate(), at.toLocalTime(), String.valueOf(entry.actor()), what, first);
            changes.stream().skip(1).forEach(change -> table.row("", "", "", "", change));
        }
        table.print(out);
    }

    private void bin() {
        List<Customer> bin = plinth.repository(Customers.class).inTheBin();
        out.printf("In the bin: %,d customers%n", bin.size());
        TextTable table = new TextTable("name", "e-mail", "address", "country");
        bin.stream()
                .limit(BIN_ROWS)
                .forEach(customer -> table.row(
                        customer.getName(),
                        customer.getEmail(),
                        customer.getAddress(),
                        customer.getCountry().get().name()));
        table.print(out);
    }

    private void conflicts(DayLog log) {
        out.printf("Conflicts met, all resolved by doing it again: %,d%n", log.conflictCount());
        TextTable table = new TextTable("exception", ">times");
        log.conflicts().forEach(table::row);
        table.print(out);
        log.told().stream().findFirst().ifPresent(first -> out.println(wrapped(first)));
    }

    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(" ");
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > LINE_WIDTH) {
                lines.append(line).append(System.lineSeparator());
                line = new StringBuilder(" ");
            }
            line.append(' ').append(word);
        }
        return lines.append(line).append(System.lineSeparator()).toString();
    }

    private void statements(Statistics cost) {
        out.printf("Statements sent by the desk: %,d%n", cost.statements());
        new TextTable(
                        ">select",
                        ">insert",
                        ">update",
                        ">delete",
                        ">other",
                        ">batches",
                        ">rows read",
                        ">rows written",
                        ">commits",
                        ">rollbacks")
                .row(
                        cost.selects(),
                        cost.inserts(),
                        cost.updates(),
                        cost.deletes(),
                        cost.others(),
                        cost.batches(),
                        cost.rowsRead(),
                        cost.rowsWritten(),
                        cost.commits(),
                        cost.rollbacks())
                .print(out);
    }
}
