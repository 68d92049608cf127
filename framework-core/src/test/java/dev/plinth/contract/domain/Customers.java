package dev.plinth.contract.domain;

import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Specification.where;

import dev.plinth.repository.Repository;
import jakarta.data.Order;
import java.util.List;
import java.util.UUID;

/** A repository as an interface, with default methods that say what the application asks for. */
public interface Customers extends Repository<Customer, UUID> {
    default List<Customer> vipsIn(String city) {
        return findAll(
                where(Customer::getStatus)
                        .is(Status.VIP)
                        .and(where(Customer::getAddress, Address::city).is(city)),
                Order.by(asc(Customer::getName)));
    }

    default Customer promote(UUID id) {
        Customer customer = getById(id);
        customer.setStatus(Status.VIP);
        return update(customer);
    }
}
