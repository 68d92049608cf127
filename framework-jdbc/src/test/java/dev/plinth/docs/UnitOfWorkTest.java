package dev.plinth.docs;

import static dev.plinth.docs.Status.VIP;
import static dev.plinth.specification.Specification.all;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Statistics;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.PlinthError;
import dev.plinth.error.StaleEntityException;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.ManualUnitOfWork;
import dev.plinth.unitofwork.ReadMode;
import dev.plinth.unitofwork.Transactions;
import dev.plinth.unitofwork.UnitOfWork;
import dev.plinth.unitofwork.WorkResult;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnitOfWorkTest extends Guide {
    @Test
    void runs() {
        UUID adaId = ada.getId();
        // docs:transact
        plinth.transact(uow -> {
            Customer customer = uow.getById(Customer.class, adaId);
            customer.moveTo(new Address("Praterstraße 1", "Vienna")); // tracked: no save()
        });
        // end
        assertThat(customers.getById(adaId).getAddress().city()).isEqualTo("Vienna");
        // docs:transactResult
        UUID id = plinth.transactResult(uow -> {
            Customer alan = uow.insert(new Customer("Alan", "alan@example.org"));
            return alan.getId(); // a UUID or a sequence value is set by insert
        });
        // end
        assertThat(customers.findById(id)).isPresent();
        // docs:read
        long vips =
                plinth.readResult(uow -> uow.count(Selection.of(Customer.class).where(CustomerSpecs.vip())));
        // end
        assertThat(vips).isEqualTo(2);
    }

    @Test
    void isEndedByHand() {
        // docs:begin
        try (ManualUnitOfWork uow = plinth.begin()) {
            uow.insert(new Customer("Alan", "alan@example.org"));
            uow.commit(); // without it, close() rolls back
        }
        // end
        assertThat(customers.count(all())).isEqualTo(4);
        try (ManualUnitOfWork uow = plinth.begin()) {
            uow.insert(new Customer("Edsger", "edsger@example.org"));
        }
        assertThat(customers.count(all())).isEqualTo(4);
    }

    @Test
    void joins() {
        plinth.transact(outer -> plinth.transact(inner -> {
            assertThat(inner).isSameAs(outer);
            assertThat(plinth.current()).isPresent();
        }));
        assertThatThrownBy(() -> plinth.transact(outer -> {
                    outer.insert(new Customer("Alan", "alan@example.org"));
                    try {
                        plinth.transact(inner -> {
                            throw new IOException("no");
                        });
                    } catch (IOException e) {
                        // the application goes on, the unit of work cannot
                    }
                }))
                .satisfies(hasCode(ErrorCode.UNIT_BROKEN));
        assertThat(customers.count(all())).isEqualTo(3);
    }

    @Test
    void passesCheckedExceptionsThrough() {
        assertThatThrownBy(() -> plinth.transact(uow -> {
                    uow.insert(new Customer("Alan", "alan@example.org"));
                    throw new IOException("disk full");
                }))
                .isExactlyInstanceOf(IOException.class);
        assertThat(customers.count(all())).isEqualTo(3);
    }

    @Test
    void costsNothingForWhatIsUntouched() {
        Statistics before = plinth.statistics();
        plinth.transact(uow -> {
            Customer one = uow.getById(Customer.class, ada.getId());
            assertThat(uow.getById(Customer.class, ada.getId())).isSameAs(one);
            uow.getById(Customer.class, grace.getId()).rename("Grace H.");
        });
        Statistics cost = plinth.statistics().since(before);
        assertThat(cost.updates()).isEqualTo(1);
        assertThat(cost.rowsWritten()).isEqualTo(2); // the customer and its audit entry
    }

    @Test
    void writesDetachedObjects() {
        // docs:detached
        Customer form = customers.getById(ada.getId()); // outside of a unit of work: detached
        form.rename("Ada Lovelace");
        plinth.transact(uow -> uow.update(form)); // reads the row, checks the version, writes what differs
        // end
        assertThat(customers.getById(ada.getId()).getName()).isEqualTo("Ada Lovelace");
        assertThat(form.getVersion()).isEqualTo(2);
        Customer old = customers.getById(ada.getId());
        customers.update(form);
        form.rename("Augusta");
        customers.update(form);
        old.rename("late");
        assertThatThrownBy(() -> plinth.transact(uow -> uow.update(old))).isInstanceOf(StaleEntityException.class);
    }

    @Test
    void replacesRecords() {
        // docs:records
        Currency now = plinth.transactResult(uow -> {
            Currency euro = uow.getById(Currency.class, "EUR");
            Currency renamed = uow.update(new Currency("EUR", "euro", euro.digits(), euro.version()));
            uow.flush();
            return uow.current(renamed); // the copy with the new version
        });
        // end
        assertThat(now).isEqualTo(new Currency("EUR", "euro", 2, 2));
    }

    @Test
    void closesForWritingAfterAFailedFlush() {
        assertThatThrownBy(() -> plinth.transact(uow -> {
                    uow.insert(new Customer("Ada's twin", "ada@example.org"));
                    try {
                        uow.flush();
                    } catch (RuntimeException e) {
                        assertThatThrownBy(() -> uow.insert(new Customer("Alan", "alan@example.org")))
                                .satisfies(hasCode(ErrorCode.UNIT_BROKEN));
                        assertThat(uow.findById(Customer.class, UUID.randomUUID()))
                                .isEmpty();
                    }
                }))
                .satisfies(hasCode(ErrorCode.UNIT_BROKEN));
    }

    // docs:retry
    static <R> R retrying(Transactions plinth, int attempts, WorkResult<R, RuntimeException> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return plinth.transactResult(work); // a fresh unit of work, so fresh data
            } catch (RuntimeException e) {
                boolean retryable = e instanceof PlinthError error && error.isRetryable();
                if (!retryable || attempt == attempts) {
                    throw e;
                }
            }
        }
    }

    // end

    @Test
    void isRunAgain() {
        AtomicReference<Integer> runs = new AtomicReference<>(0);
        BigDecimal credit = retrying(plinth, 3, uow -> {
            Customer customer = uow.getById(Customer.class, ada.getId());
            if (runs.updateAndGet(n -> n + 1) == 1) {
                elsewhere(other -> other.getById(Customer.class, ada.getId()).grant(new BigDecimal("10")));
            }
            customer.grant(customer.getCredit().add(BigDecimal.ONE));
            return customer.getCredit();
        });
        assertThat(runs.get()).isEqualTo(2);
        assertThat(credit).isEqualByComparingTo("11");
    }

    private void elsewhere(dev.plinth.unitofwork.Work<RuntimeException> work) {
        Thread thread = new Thread(() -> plinth.transact(work));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsOfItsEnd() {
        List<String> mails = new ArrayList<>();
        // docs:synchronization
        plinth.transact(uow -> {
            uow.insert(new Customer("Alan", "alan@example.org"));
            uow.register(new Synchronization() {
                @Override
                public void beforeCompletion() {} // before the commit; may still write

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        mails.add("welcome");
                    }
                }
            });
        });
        // end
        assertThat(mails).containsExactly("welcome");
    }

    @Test
    void passesOverManyRows() {
        List<String> names = new ArrayList<>();
        // docs:untracked
        plinth.read(ReadMode.UNTRACKED, uow -> {
            try (Stream<Customer> all = uow.stream(Selection.of(Customer.class))) {
                all.forEach(customer -> names.add(customer.getName()));
            }
        });
        // end
        assertThat(names).hasSize(3);
    }

    @Test
    void isForOneThread() {
        UnitOfWork[] leaked = new UnitOfWork[1];
        plinth.transact(uow -> leaked[0] = uow);
        assertThatThrownBy(() -> leaked[0].getById(Customer.class, ada.getId()))
                .satisfies(hasCode(ErrorCode.UNIT_CLOSED));
    }

    @Test
    void counts() {
        // docs:statistics
        Statistics before = plinth.statistics();
        plinth.transact(uow -> uow.find(Selection.of(Customer.class)
                        .where(where(Customer::getStatus).is(VIP)))
                .forEach(customer -> customer.grant(new BigDecimal("500"))));
        Statistics cost = plinth.statistics().since(before);
        // end
        assertThat(cost.selects()).isEqualTo(3); // the customers, and their tags and phones
        assertThat(cost.updates()).isEqualTo(1);
        assertThat(cost.inserts()).isEqualTo(1);
        assertThat(cost.rowsWritten()).isEqualTo(4);
    }

    private static java.util.function.Consumer<Throwable> hasCode(ErrorCode code) {
        return e -> assertThat(((PlinthError) e).errorCode()).isEqualTo(code);
    }
}
