package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Customers;
import dev.plinth.error.PlinthError;
import dev.plinth.specification.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many threads at once: no update is lost. */
public abstract class ConcurrencyContract extends Contract {
    private static final int THREADS = 4;
    private static final int TIMES = 15;

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Currency.class);
    }

    private void onAllThreads(Callable<Void> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Void>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                results.add(threads.submit(work));
            }
            for (Future<Void> result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void retrying(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                boolean retry = e instanceof PlinthError error && error.isRetryable() && attempt < 500;
                if (!retry) {
                    throw e;
                }
            }
        }
    }

    @Test
    void noUpdateIsLost() throws Exception {
        Customer counter = new Customer("counter");
        counter.setRating(0);
        UUID id = saved(counter).getId();
        onAllThreads(() -> {
            for (int i = 0; i < TIMES; i++) {
                retrying(() -> plinth().transact(uow -> {
                    Customer mine = uow.getById(Customer.class, id);
                    mine.setRating(present(mine.getRating()) + 1);
                }));
            }
            return null;
        });
        Customer stored = stored(Customer.class, id);
        assertThat(stored.getRating()).isEqualTo(THREADS * TIMES);
        assertThat(stored.getVersion()).isEqualTo(counter.getVersion() + THREADS * TIMES);
        assertThat(plinth().audit().history(Customer.class, id)).hasSize(1 + THREADS * TIMES);
    }

    @Test
    void noUpdateOfARecordIsLost() throws Exception {
        insert(Currency.of("EUR", "Euro", 0));
        onAllThreads(() -> {
            for (int i = 0; i < TIMES; i++) {
                retrying(() -> plinth().transact(uow -> {
                    Currency mine = uow.getById(Currency.class, "EUR");
                    uow.update(new Currency(mine.code(), mine.name(), mine.digits() + 1, mine.version()));
                }));
            }
            return null;
        });
        assertThat(stored(Currency.class, "EUR").digits()).isEqualTo(THREADS * TIMES);
    }

    @Test
    void aRepositoryIsSharedByAllThreads() throws Exception {
        Customers customers = plinth().repository(Customers.class);
        onAllThreads(() -> {
            for (int i = 0; i < TIMES; i++) {
                String name = Thread.currentThread().getName() + " " + i;
                retrying(() -> {
                    UUID id = customers.insert(new Customer(name)).getId();
                    assertThat(customers.getById(id).getName()).isEqualTo(name);
                });
            }
            return null;
        });
        assertThat(plinth().<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Customer.class))))
                .isEqualTo(THREADS * TIMES);
    }

    @Test
    void twoUnitsOfWorkWriteDifferentRowsAtTheSameTime() {
        requires(Capability.CONCURRENT_WRITERS);
        insert(Currency.of("EUR", "Euro", 2), Currency.of("USD", "Dollar", 2));
        plinth().transact(uow -> {
            uow.update(uow.getById(Currency.class, "EUR").named("mine"));
            uow.flush();
            elsewhere(other -> other.update(other.getById(Currency.class, "USD").named("theirs")));
        });
        assertThat(stored(Currency.class, "EUR").name()).isEqualTo("mine");
        assertThat(stored(Currency.class, "USD").name()).isEqualTo("theirs");
    }
}
