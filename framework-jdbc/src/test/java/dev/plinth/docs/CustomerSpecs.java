package dev.plinth.docs;

import static dev.plinth.specification.Specification.where;

import dev.plinth.specification.Specification;

/** What is said of customers. */
// docs:specs
public final class CustomerSpecs {
    public static Specification<Customer> vip() {
        return where(Customer::getStatus).is(Status.VIP);
    }

    public static Specification<Customer> livesIn(String city) {
        return where(Customer::getAddress, Address::city).is(city);
    }

    private CustomerSpecs() {}
}
// end
