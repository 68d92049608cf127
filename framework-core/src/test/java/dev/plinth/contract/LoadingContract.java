package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Statistics;
import dev.plinth.contract.graph.Buyer;
import dev.plinth.contract.graph.Card;
import dev.plinth.contract.graph.Item;
import dev.plinth.contract.graph.Label;
import dev.plinth.contract.graph.Purchase;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Associations are loaded for all siblings at once, so that the number of statements does not grow with the entities. */
public abstract class LoadingContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Buyer.class, Card.class, Purchase.class, Item.class, Label.class);
    }

    private void insertBuyers(int buyers, int purchases, int items) {
        plinth().transact(uow -> {
            for (int b = 0; b < buyers; b++) {
                Buyer buyer = uow.insert(new Buyer("buyer " + b));
                for (int p = 0; p < purchases; p++) {
                    Purchase purchase = uow.insert(new Purchase(buyer, p));
                    for (int i = 0; i < items; i++) {
                        uow.insert(new Item(purchase, "item " + i));
                    }
                }
            }
        });
    }

    @Test
    void aWalkTakesOneStatementPerLevel() {
        insertBuyers(100, 10, 3);
        plinth().transact(uow -> {
            int[] walked = new int[1];
            Statistics cost = cost(() -> {
                for (Buyer buyer : uow.find(Selection.of(Buyer.class))) {
                    for (Purchase purchase : buyer.getPurchases()) {
                        for (Item item : purchase.getItems()) {
                            assertThat(item.getPurchase()).isSameAs(purchase);
                            walked[0]++;
                        }
                    }
                }
            });
            assertThat(walked[0]).isEqualTo(3000);
            // the cards, of which it is not known whether they are there, come with the buyers
            assertThat(cost.statements()).isEqualTo(4);
        });
    }

    @Test
    void aWalkUpwardsTakesOneStatementPerLevel() {
        insertBuyers(5, 4, 3);
        plinth().transact(uow -> {
            Statistics cost = cost(() -> {
                for (Item item : uow.find(Selection.of(Item.class))) {
                    Purchase purchase = Objects.requireNonNull(item.getPurchase());
                    assertThat(purchase.getId()).isNotNull();
                    assertThat(Objects.requireNonNull(purchase.getBuyer()).getName())
                            .startsWith("buyer");
                }
            });
            assertThat(cost.statements()).isEqualTo(4);
        });
    }

    @Test
    void aPlanLoadsAhead() {
        insertBuyers(3, 2, 2);
        List<Buyer> found = plinth().readResult(uow ->
                uow.find(Selection.of(Buyer.class).fetch(FetchPlan.of(Buyer::getPurchases, Purchase::getItems))));
        assertThat(found)
                .hasSize(3)
                .allSatisfy(buyer -> assertThat(buyer.getPurchases())
                        .extracting(Purchase::getNumber)
                        .containsExactly(0, 1));
        assertThat(found.get(0).getPurchases().get(0).getItems()).hasSize(2);
    }
}
