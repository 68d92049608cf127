package dev.plinth.docs.graph;

import static dev.plinth.specification.Sorts.desc;
import static jakarta.data.Order.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Statistics;
import dev.plinth.error.UnloadedAssociationException;
import dev.plinth.repository.Repository;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoadingGuideTest extends GraphGuide {
    interface Customers extends Repository<Customer, UUID> {}

    @Test
    void aWalk() {
        int[] pieces = new int[1];
        Statistics before = plinth.statistics();
        // docs:loading-walk
        plinth.read(uow -> {
            for (Customer customer : uow.find(Selection.of(Customer.class))) { // 1 statement
                for (Order order : customer.getOrders()) { // 1, for the orders of all customers
                    for (Line line : order.getLines()) { // 1, for the lines of all orders
                        pieces[0] += line.getPieces();
                    }
                }
            }
        });
        // end
        assertThat(pieces[0]).isEqualTo(30);
        assertThat(plinth.statistics().since(before).statements()).isEqualTo(3);
    }

    @Test
    void plans() {
        // docs:loading-plan
        FetchPlan<Customer> plan = FetchPlan.of(Customer::getOrders, Order::getLines);
        List<Customer> all =
                plinth.readResult(uow -> uow.find(Selection.of(Customer.class).fetch(plan)));
        Customer ada = plinth.repository(Customers.class).fetching(plan).getById(adaId);
        // end
        assertThat(all.get(0).getOrders()).hasSize(4);
        assertThat(ada.getOrders().get(0).getLines()).hasSize(2);
        // docs:loading-limit
        FetchPlan<Customer> latest = FetchPlan.of(Customer::getOrders).limit(3, by(desc(Order::getPlaced)));
        // end
        assertThat(plinth.repository(Customers.class)
                        .fetching(latest)
                        .getById(adaId)
                        .getOrders())
                .hasSize(3);
    }

    @Test
    void outside() {
        Customer ada = plinth.repository(Customers.class).getById(adaId);
        assertThatThrownBy(() -> ada.getOrders().size())
                .isInstanceOf(UnloadedAssociationException.class)
                .hasMessageContaining("'Customer.orders' of 'Customer " + adaId + "'")
                .hasMessageContaining("LoadingGuideTest")
                .hasMessageContaining("FetchPlan.of(Customer::getOrders)");
    }
}
