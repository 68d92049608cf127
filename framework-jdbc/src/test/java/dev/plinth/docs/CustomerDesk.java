package dev.plinth.docs;

import static dev.plinth.specification.Specification.where;

import dev.plinth.repository.AbstractRepository;
import dev.plinth.unitofwork.Transactions;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** The customers, by a class. */
// docs:class
public class CustomerDesk extends AbstractRepository<Customer, UUID> {
    public CustomerDesk(Transactions transactions) {
        super(transactions, Customer.class);
    }

    public int raiseCredits(BigDecimal from, BigDecimal to) {
        return transactions().transactResult(uow -> {
            List<Customer> poor = findAll(where(Customer::getCredit).lessThan(from));
            poor.forEach(customer -> customer.grant(to));
            return poor.size();
        });
    }
}
// end
