package com.shop.stock;

import static dev.plinth.specification.Specification.where;

import com.shop.domain.Customer;
import dev.plinth.repository.Repository;
import java.util.List;

interface Customers extends Repository<Customer, Long> {
    default List<Customer> named(String name) {
        return findAll(where(Customer::getName).is(name));
    }
}
