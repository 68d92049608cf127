package dev.plinth.examples.shop.desk;

import dev.plinth.Plinth;
import dev.plinth.error.PlinthError;
import dev.plinth.error.StaleEntityException;
import dev.plinth.examples.shop.data.Basket;
import dev.plinth.examples.shop.data.Home;
import dev.plinth.examples.shop.domain.BankTransfer;
import dev.plinth.examples.shop.domain.CardPayment;
import dev.plinth.examples.shop.domain.Customer;
import dev.plinth.examples.shop.domain.Customers;
import dev.plinth.examples.shop.domain.Money;
import dev.plinth.examples.shop.domain.Payment;
import dev.plinth.examples.shop.domain.SalesOrder;
import dev.plinth.examples.shop.domain.SalesOrders;
import dev.plinth.unitofwork.UnitOfWork;
import dev.plinth.unitofwork.WorkResult;
import jakarta.data.exceptions.DataException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What can be done at the desk: each method is a transaction, repeated where somebody else was faster. */
final class OrderDesk {
    private static final int ATTEMPTS = 50;

    private final Plinth plinth;
    private final Clerks clerks;
    private final DayLog log;
    private final LocalDate today;
    private final List<UUID> customerIds;

    OrderDesk(Plinth plinth, Clerks clerks, DayLog log, LocalDate today, List<UUID> customerIds) {
        this.plinth = plinth;
        this.clerks = clerks;
        this.log = log;
        this.today = today;
        this.customerIds = customerIds;
    }

    /** Places an order, which is paid at once. */
    void placeOrder(int who, Basket basket, boolean byCard) {
        SalesOrder placed = untilDone(uow -> {
            Customer customer = customer(uow, who);
            SalesOrder order = new SalesOrder(customer, today);
            basket.into(order);
            uow.insert(order);
            uow.insert(payment(order, byCard));
            return order;
        });
        log.placed(placed);
    }

    private Payment payment(SalesOrder order, boolean byCard) {
        return byCard
                ? new CardPayment(null, order, order.getTotal(), "4711")
                : new BankTransfer(null, order, order.getTotal(), "order of " + today);
    }

    void changeAddress(int who, Home home) {
        Customer moved = untilDone(uow -> {
            Customer customer = customer(uow, who);
            customer.moveTo(home.address(), home.country());
            return customer;
        });
        log.moved(moved);
    }

    void remove(int who) {
        Customer removed = untilDone(uow -> {
            Customer customer = customer(uow, who);
            uow.remove(customer);
            return customer;
        });
        log.removed(removed);
    }

    /** Removes the wrong customer, sees it, and brings the customer back. */
    void removeByMistake(int who) {
        Customer removed = untilDone(uow -> {
            Customer customer = customer(uow, who);
            uow.remove(customer);
            return customer;
        });
        log.removed(removed);
        log.restored(untilDone(uow -> uow.repository(Customers.class).restore(removed.getId())));
    }

    /** Adds a piece to an order, in one transaction. */
    void oneMore(UUID orderId, int line) {
        Money[] added = new Money[1];
        SalesOrder revised = untilDone(uow -> {
            SalesOrder order = uow.repository(SalesOrders.class).getById(orderId);
            added[0] = addOneMore(order, line);
            return order;
        });
        log.revised(revised, added[0]);
    }

    /**
     * Two clerks have the same order on their screens, and both add a piece to it. The second one to save is told, and
     * does it again on the order as it is now.
     */
    void twoClerks(UUID orderId, int line, String colleague) {
        SalesOrder mine = onScreen(orderId);
        SalesOrder theirs = onScreen(orderId);
        clerks.as(colleague, () -> save(theirs, line));
        save(mine, line);
    }

    private SalesOrder onScreen(UUID orderId) {
        return plinth.repository(SalesOrders.class)
                .fetching(SalesOrder.withLines())
                .getById(orderId);
    }

    private void save(SalesOrder onScreen, int line) {
        SalesOrder order = onScreen;
        for (int attempt = 1; ; attempt++) {
            Money added = addOneMore(order, line);
            try {
                log.revised(plinth.repository(SalesOrders.class).update(order), added);
                return;
            } catch (StaleEntityException stale) {
                tell(stale, attempt);
                order = onScreen(order.getId());
            }
        }
    }

    private static Money addOneMore(SalesOrder order, int line) {
        Money before = order.getTotal();
        order.addOneMore(line % order.getLines().size());
        return order.getTotal().minus(before);
    }

    // whoever is at the counter; the next one where that customer is in the bin
    private Customer customer(UnitOfWork uow, int who) {
        Customers customers = uow.repository(Customers.class);
        for (int i = 0; i < customerIds.size(); i++) {
            Optional<Customer> found = customers.findById(customerIds.get((who + i) % customerIds.size()));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException("all customers are in the bin");
    }

    private <R> R untilDone(WorkResult<R, RuntimeException> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return plinth.transactResult(work);
            } catch (DataException e) {
                tell(e, attempt);
            }
        }
    }

    private void tell(DataException conflict, int attempt) {
        boolean retryable = conflict instanceof PlinthError error && error.isRetryable();
        if (!retryable || attempt == ATTEMPTS) {
            throw conflict;
        }
        log.conflict(clerks.onDuty(), conflict);
    }
}
