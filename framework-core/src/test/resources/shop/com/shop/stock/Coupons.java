package com.shop.stock;

import com.shop.domain.Coupon;
import dev.plinth.repository.AbstractRepository;
import dev.plinth.unitofwork.Transactions;

final class Coupons extends AbstractRepository<Coupon, Long> {
    private Coupons(Transactions transactions) {
        super(transactions, Coupon.class);
    }
}
