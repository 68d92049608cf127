package com.shop.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public final class Purchase {
    @Id
    private long id;

    @ManyToOne
    private Customer customer;

    protected Purchase() {}

    public Purchase(long id, Customer customer) {
        this.id = id;
        this.customer = customer;
    }

    public long getId() {
        return id;
    }

    public Customer getCustomer() {
        return customer;
    }

    public String customerDescribed() {
        return customer.described();
    }
}
