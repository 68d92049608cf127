package dev.plinth.docs;

import static dev.plinth.docs.Docs.shows;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plinth.Plinth;
import dev.plinth.error.ErrorCode;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.memory.MemoryBackend;
import dev.plinth.repository.Repository;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.ManualUnitOfWork;
import dev.plinth.unitofwork.UnitOfWork;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Brings about the errors that docs/errors.md shows, and compares the messages. */
class ErrorsTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private Plinth plinth;

    @BeforeEach
    void open() {
        plinth = Plinth.builder(JdbcBackend.url(url))
                .entities(Customer.class, Currency.class)
                .build();
        plinth.schema().create();
        plinth.transact(uow -> uow.insert(new Currency("EUR", "Euro", 2, 0)));
    }

    @AfterEach
    void close() {
        plinth.close();
    }

    /** With two mistakes. */
    @Entity
    static class Basket {
        @Id
        @Nullable
        Long id;

        @Nullable
        Date filled;

        @Column(scale = 2)
        @Nullable
        String text;

        protected Basket() {}
    }

    /** A repository with a method that nobody implements. */
    interface Currencies extends Repository<Currency, String> {
        List<Currency> findByName(String name);
    }

    @Test
    void ofTheModel() {
        shows(
                ErrorCode.MODEL_INVALID,
                () -> Plinth.builder(MemoryBackend.create())
                        .entities(Basket.class)
                        .build());
        shows(ErrorCode.REPOSITORY_INVALID, () -> plinth.repository(Currencies.class));
        shows(ErrorCode.CONFIGURATION_INVALID, () -> JdbcBackend.url("jdbc:h2:mem:"));
        shows(ErrorCode.MAPPING_FAILED, () -> plinth.read(uow -> uow.findById(Basket.class, 1L)));
    }

    @Test
    void ofAUnitOfWork() {
        UnitOfWork[] leaked = new UnitOfWork[1];
        plinth.transact(uow -> leaked[0] = uow);
        shows(ErrorCode.UNIT_CLOSED, () -> leaked[0].flush());
        shows(ErrorCode.UNIT_READ_ONLY, () -> plinth.read(uow -> uow.insert(new Currency("GBP", "Pound", 2, 0))));
        shows(
                ErrorCode.UNIT_BROKEN,
                () -> plinth.transact(uow -> {
                    assertThat(catchThrowable(() -> plinth.transact(inner -> {
                                throw new IllegalStateException("no stock");
                            })))
                            .hasMessage("no stock");
                    uow.flush();
                }));
        shows(ErrorCode.ENTITY_STATE, () -> plinth.transact(uow -> uow.refresh(new Currency("EUR", "Euro", 2, 1))));
        shows(
                ErrorCode.ENTITY_CONFLICT,
                () -> plinth.transact(uow -> {
                    uow.insert(new Currency("GBP", "Pound", 2, 0));
                    uow.insert(new Currency("GBP", "Sterling", 2, 0));
                }));
        shows(ErrorCode.ENTITY_ID, () -> plinth.transact(uow -> uow.update(new Customer("Ada", "ada@example.org"))));
        shows(ErrorCode.UNIT_UNCLEAR, () -> new Reminder("call Grace").save());
    }

    @Test
    void ofThreads() throws Exception {
        ManualUnitOfWork[] other = new ManualUnitOfWork[1];
        CompletableFuture<@Nullable Void> wait = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> begun = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try (ManualUnitOfWork uow = plinth.begin()) {
                        other[0] = uow;
                        begun.complete(null);
                        wait.join();
                    }
                },
                "http-1");
        thread.start();
        begun.join();
        String name = Thread.currentThread().getName();
        Thread.currentThread().setName("http-2");
        try {
            shows(ErrorCode.UNIT_WRONG_THREAD, () -> other[0].flush());
        } finally {
            Thread.currentThread().setName(name);
            wait.complete(null);
            thread.join();
        }
    }

    @Test
    void ofSpecifications() {
        Money currencies = plinth.repository(Money.class);
        shows(ErrorCode.ARGUMENT_NULL, () -> where(Currency::name).is(null));
        shows(
                ErrorCode.PROPERTY_UNKNOWN,
                () -> currencies.findAll(where(Currency.class, "nmae").is("Euro")));
        shows(
                ErrorCode.PROPERTY_TYPE,
                () -> currencies.findAll(where(Currency.class, "digits").is("two")));
        shows(ErrorCode.PROPERTY_REFERENCE, () -> where((Currency c) -> c.name().length()));
        shows(ErrorCode.NOT_FOUND, () -> currencies.getById("XXX"));
        currencies.insert(new Currency("GBP", "Pound", 2, 0));
        shows(
                ErrorCode.NOT_UNIQUE,
                () -> currencies.findOne(where(Currency::digits).is(2)));
        shows(ErrorCode.ARGUMENT_INVALID, () -> Selection.of(Currency.class).range(-1, 10));
    }

    /** Of a record. */
    interface Money extends Repository<Currency, String> {}

    @Test
    void ofWrites() throws SQLException {
        shows(ErrorCode.STALE, () -> plinth.transact(uow -> uow.update(new Currency("EUR", "euro", 2, 7))));
        shows(ErrorCode.DUPLICATE_KEY, () -> plinth.transact(uow -> uow.insert(new Currency("EUR", "Euro", 2, 0))));
        inserting(ErrorCode.VALUE_REFUSED, new Currency("GBP", "cut \ud83d", 2, 0));
        inserting(ErrorCode.VALUE_TOO_LONG, new Currency("GBP", "P".repeat(300), 2, 0));
        inserting(ErrorCode.NOT_NULL, new Customer(nothing(), "ada@example.org"));
        execute("alter table \"currency\" add constraint ck_digits check (\"digits\" between 0 and 4)");
        inserting(ErrorCode.CHECK, new Currency("GBP", "Pound", 9, 0));
        execute("alter table \"currency\" drop constraint ck_digits");
        execute("alter table \"currency\" alter column \"digits\" tinyint");
        inserting(ErrorCode.VALUE_OUT_OF_RANGE, new Currency("GBP", "Pound", 1000, 0));
        execute("create table price (c varchar(255) constraint fk_price references \"currency\"(\"code\"))");
        execute("insert into price values ('EUR')");
        shows(ErrorCode.FOREIGN_KEY, () -> plinth.transact(uow -> uow.remove(uow.getById(Currency.class, "EUR"))));
    }

    private void inserting(ErrorCode code, Object entity) {
        shows(code, () -> plinth.transact(uow -> uow.insert(entity)));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <V extends @Nullable Object> V nothing() {
        return null;
    }

    @Test
    void ofTheDatabase() {
        try (Plinth small = Plinth.builder(JdbcBackend.url(url).pool(pool -> {
                    pool.setMaximumPoolSize(1);
                    pool.setConnectionTimeout(250);
                }))
                .entities(Currency.class)
                .build()) {
            small.read(uow -> {
                uow.findById(Currency.class, "EUR");
                shows(
                        ErrorCode.POOL_EXHAUSTED,
                        () -> joined(() -> small.read(other -> other.findById(Currency.class, "EUR"))));
            });
        }
        MemoryBackend memory = MemoryBackend.create(Duration.ofMillis(100));
        try (Plinth one = Plinth.builder(memory).entities(Currency.class).build()) {
            one.schema().create();
            one.transact(uow -> {
                uow.insert(new Currency("EUR", "Euro", 2, 0));
                uow.flush();
                shows(
                        ErrorCode.LOCK_TIMEOUT,
                        () -> joined(() -> one.transact(other -> other.insert(new Currency("GBP", "Pound", 2, 0)))));
            });
        }
        try (Plinth empty = Plinth.builder(JdbcBackend.url("jdbc:h2:mem:" + UUID.randomUUID()))
                .entities(Currency.class)
                .build()) {
            shows(ErrorCode.DATABASE, () -> empty.read(uow -> uow.getById(Currency.class, "EUR")));
        }
    }

    private static void joined(Runnable work) {
        Throwable[] error = new Throwable[1];
        Thread thread = new Thread(() -> error[0] = catchThrowable(work::run));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (error[0] instanceof RuntimeException e) {
            throw e;
        }
    }
}
