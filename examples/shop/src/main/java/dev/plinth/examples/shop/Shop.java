package dev.plinth.examples.shop;

import dev.plinth.Plinth;
import dev.plinth.examples.shop.data.Import;
import dev.plinth.examples.shop.data.ProgressBar;
import dev.plinth.examples.shop.data.World;
import dev.plinth.examples.shop.desk.Clerks;
import dev.plinth.examples.shop.desk.DayLog;
import dev.plinth.examples.shop.desk.DeskClock;
import dev.plinth.examples.shop.desk.WorkingDay;
import dev.plinth.examples.shop.domain.Activity;
import dev.plinth.examples.shop.domain.Category;
import dev.plinth.examples.shop.domain.Country;
import dev.plinth.examples.shop.domain.Currency;
import dev.plinth.examples.shop.domain.Customer;
import dev.plinth.examples.shop.domain.DayBook;
import dev.plinth.examples.shop.domain.DayBooks;
import dev.plinth.examples.shop.domain.Label;
import dev.plinth.examples.shop.domain.OrderLine;
import dev.plinth.examples.shop.domain.Payment;
import dev.plinth.examples.shop.domain.Product;
import dev.plinth.examples.shop.domain.SalesOrder;
import dev.plinth.examples.shop.domain.Takings;
import dev.plinth.examples.shop.report.EveningReport;
import dev.plinth.examples.shop.report.Invariants;
import dev.plinth.examples.shop.report.Stocktaking;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Optional;

/** One day at the order desk: the import where there is nothing yet, the work, the report, and the proof. */
final class Shop {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);

    /** Every entity of the shop. */
    static final Class<?>[] MODEL = {
        Currency.class,
        Country.class,
        Label.class,
        Category.class,
        Product.class,
        Customer.class,
        SalesOrder.class,
        OrderLine.class,
        Payment.class,
        DayBook.class
    };

    private final Options options;
    private final PrintStream out;
    private final boolean terminal;
    private final DeskClock clock = new DeskClock();
    private final Clerks clerks = new Clerks();
    private final Invariants invariants = new Invariants();

    Shop(Options options, PrintStream out, boolean terminal) {
        this.options = options;
        this.out = out;
        this.terminal = terminal;
    }

    /** Returns what was checked in the evening. */
    Invariants run() {
        try (Storage storage = Storage.of(options);
                Plinth plinth = Plinth.builder(storage.backend())
                        .entities(MODEL)
                        .actor(clerks::onDuty)
                        .clock(clock)
                        .build()) {
            out.printf("The order desk, on %s%n%n", plinth.engine());
            plinth.schema().create();
            Stocktaking morning = morning(plinth);
            LocalDate today = plinth.repository(DayBooks.class)
                    .latest()
                    .orElseThrow()
                    .getDay()
                    .plusDays(1);
            workDay(plinth, today, morning);
            return invariants;
        }
    }

    /** What is there before the work begins: what was there when the latest book was closed, or what is imported now. */
    private Stocktaking morning(Plinth plinth) {
        Optional<DayBook> latest = plinth.repository(DayBooks.class).latest();
        if (latest.isEmpty()) {
            return importDay(plinth);
        }
        if (latest.get().isHalfAnImport()) {
            plinth.schema().drop();
            plinth.schema().create();
            return importDay(plinth);
        }
        Stocktaking morning = Stocktaking.of(plinth);
        invariants.checkNight(latest.get(), morning);
        return morning;
    }

    private Stocktaking importDay(Plinth plinth) {
        clock.startOf(FIRST_DAY);
        DayBook book = plinth.repository(DayBooks.class).insert(new DayBook(FIRST_DAY, DayBook.Kind.IMPORT));
        out.println("Import");
        World world = new World(FIRST_DAY.toEpochDay());
        Import job = new Import(plinth, world, FIRST_DAY, (what, total) -> new ProgressBar(out, terminal, what, total));
        Meter meter = new Meter(plinth);
        Takings takings = clerks.as("import", () -> job.run(options.customers(), options.orders()));
        meter.stop();
        out.printf("  in %.1f seconds%n%n", meter.took().toMillis() / 1e3);
        Stocktaking stock = Stocktaking.of(plinth);
        invariants.checkImport(options.customers(), options.orders(), takings, stock);
        close(plinth, book, Activity.ofImport(options.orders(), meter.cost(), meter.took()), stock);
        return stock;
    }

    private void workDay(Plinth plinth, LocalDate today, Stocktaking morning) {
        clock.startOf(today);
        DayBook book = plinth.repository(DayBooks.class).insert(new DayBook(today, DayBook.Kind.WORK));
        WorkingDay day = new WorkingDay(plinth, clerks, today);
        day.plan(new World(today.toEpochDay()), options.transactions());
        out.printf("%s: %,d transactions by %d clerks%n%n", today, options.transactions(), options.threads());
        Meter meter = new Meter(plinth);
        DayLog log = day.work(options.threads());
        meter.stop();
        Stocktaking evening = Stocktaking.of(plinth);
        close(plinth, book, log.activity(meter.cost(), meter.took()), evening);
        new EveningReport(plinth, out).print(today, evening, log, meter.cost());
        invariants.checkStock(morning, log, evening).checkAudit(plinth, clock, log);
    }

    private static void close(Plinth plinth, DayBook book, Activity done, Stocktaking stock) {
        book.close(done, stock.stock(), stock.takings());
        plinth.repository(DayBooks.class).update(book);
    }
}
