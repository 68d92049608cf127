package com.shop.stock;

import com.shop.domain.Coupon;
import com.shop.domain.Customer;
import com.shop.domain.Purchase;
import dev.plinth.Plinth;
import dev.plinth.association.Ref;
import dev.plinth.memory.MemoryBackend;
import java.util.List;
import java.util.function.Supplier;

/** Two Plinths over the same classes; says on one line each what it sees. */
public final class Main implements Supplier<String> {
    private final StringBuilder seen = new StringBuilder();

    public Main() {}

    public static void main(String[] args) {
        System.out.print(new Main().get());
    }

    @Override
    public String get() {
        try (Plinth one = open();
                Plinth other = open()) {
            for (Plinth plinth : List.of(one, other)) {
                store(plinth);
                read(plinth);
            }
        }
        return seen.toString();
    }

    private static Plinth open() {
        Plinth plinth = Plinth.builder(MemoryBackend.create())
                .entities(Customer.class, Purchase.class, Coupon.class)
                .build();
        plinth.schema().create();
        return plinth;
    }

    private static void store(Plinth plinth) {
        plinth.transact(uow -> {
            Customer ada = new Customer(1, "Ada");
            ada.setNote("first");
            uow.insert(ada);
            uow.insert(new Purchase(10, ada));
            uow.insert(new Purchase(11, ada));
            uow.insert(new Coupon(20, 5, Coupon.Size.LARGE, Ref.to(ada)));
        });
        plinth.transact(uow -> uow.getById(Customer.class, 1L).rename("Ada L."));
    }

    private void read(Plinth plinth) {
        plinth.read(uow -> {
            Customer customer = uow.getById(Purchase.class, 10L).getCustomer();
            say("unloaded", customer);
            say("note", customer.getNote());
        });
        plinth.read(uow -> say("package-private", uow.getById(Purchase.class, 10L).customerDescribed()));
        plinth.read(uow ->
                say("purchases", uow.getById(Customer.class, 1L).getPurchases().size()));
        plinth.read(uow -> {
            Coupon coupon = uow.repository(Coupons.class).getById(20L);
            say("coupon", coupon.percent() + " " + coupon.size());
            say("owner", uow.getById(Customer.class, coupon.owner().id()).getName());
        });
        say("found", plinth.repository(Customers.class).named("Ada L.").size());
    }

    private void say(String what, Object value) {
        seen.append(what).append(": ").append(value).append('\n');
    }
}
