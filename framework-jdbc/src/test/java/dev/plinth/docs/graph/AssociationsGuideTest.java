package dev.plinth.docs.graph;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.association.Ref;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssociationsGuideTest extends GraphGuide {
    @Test
    void anAggregateIsChanged() {
        // docs:associations-aggregate
        plinth.transact(uow -> {
            Customer ada = uow.getById(Customer.class, adaId);
            Order order = new Order(ada, LocalDate.of(2026, 3, 14));
            order.add("screw", 100);
            order.add("nail", 20);
            uow.insert(order); // its lines go along
        });
        plinth.transact(uow -> {
            Order latest = uow.getById(Customer.class, adaId).getOrders().get(0);
            latest.getLines().remove(0); // an orphan: its row is deleted
            latest.add("washer", 5); // inserted
            System.out.println(uow.plan()); // what a flush would do now
        });
        // end
        plinth.read(uow -> assertThat(
                        uow.getById(Customer.class, adaId).getOrders().get(0).getLines())
                .extracting(Line::getProduct)
                .containsExactlyInAnyOrder("nail", "washer"));
    }

    @Test
    void referencesKnowTheirIds() {
        plinth.transact(uow -> {
            Order order = uow.find(Selection.of(Order.class)).get(0);
            // docs:associations-ref
            Object code = order.getCurrency().id(); // "EUR", without a query
            Currency currency = order.getCurrency().get(); // loaded, with those of the order's siblings
            order.payIn(Ref.to(Currency.class, "EUR")); // by id, without reading it
            order.payIn(Ref.to(currency)); // or by the object
            // end
            assertThat(code).isEqualTo("EUR");
            assertThat(currency.name()).isEqualTo("Euro");
        });
    }

    @Test
    void conditionsOnReferences() {
        plinth.read(uow -> {
            Customer ada = uow.getById(Customer.class, adaId);
            // docs:associations-where
            Specification<Order> hers = where(Order::getCustomer).is(ada);
            Specification<Order> theSame =
                    where(Order::getCustomer, Customer::getId).is(adaId);
            // end
            List<Order> orders = uow.find(Selection.of(Order.class).where(hers));
            assertThat(orders).hasSize(4);
            assertThat(uow.find(Selection.of(Order.class).where(theSame))).hasSameElementsAs(orders);
        });
    }
}
