package dev.plinth.contract.domain;

import static dev.plinth.specification.Specification.where;

import dev.plinth.repository.AbstractRepository;
import dev.plinth.unitofwork.Transactions;
import java.util.UUID;

/** A repository as a class. */
public class CustomerRegister extends AbstractRepository<Customer, UUID> {
    public CustomerRegister(Transactions transactions) {
        super(transactions, Customer.class);
    }

    public long countNamed(String name) {
        return count(where(Customer::getName).is(name));
    }
}
