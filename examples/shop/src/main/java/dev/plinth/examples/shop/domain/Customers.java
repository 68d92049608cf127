package dev.plinth.examples.shop.domain;

import static dev.plinth.specification.Sorts.asc;

import dev.plinth.repository.Repository;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import java.util.List;
import java.util.UUID;

/** All customers, without those in the bin. */
public interface Customers extends Repository<Customer, UUID> {
    /** The customers who were removed, by name, with their countries. */
    default List<Customer> inTheBin() {
        return onlyDeleted()
                .fetching(FetchPlan.of(Customer::getCountry))
                .findAll(Specification.all(), Order.by(asc(Customer::getName), asc(Customer::getEmail)));
    }
}
