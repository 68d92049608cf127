package com.shop.domain;

import dev.plinth.association.Ref;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public record Coupon(@Id long id, int percent, Size size, @ManyToOne Ref<Customer> owner) {
    public enum Size {
        SMALL,
        LARGE
    }
}
