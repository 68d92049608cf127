package dev.plinth.docs;

import static dev.plinth.specification.Sorts.asc;

import dev.plinth.repository.Repository;
import jakarta.data.Order;
import java.util.List;
import java.util.UUID;

/** The customers, by an interface. */
// docs:interface
public interface Customers extends Repository<Customer, UUID> {
    default List<Customer> vipsIn(String city) {
        return findAll(CustomerSpecs.vip().and(CustomerSpecs.livesIn(city)), Order.by(asc(Customer::getName)));
    }
}
// end
