package dev.plinth.contract;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.association.Ref;
import dev.plinth.contract.graph.Buyer;
import dev.plinth.contract.graph.Card;
import dev.plinth.contract.graph.Item;
import dev.plinth.contract.graph.Label;
import dev.plinth.contract.graph.Purchase;
import dev.plinth.error.SpecificationException;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Specifications ask for the entity that a row refers to: by the object, or by its id. */
public abstract class AssociationSpecificationContract extends Contract {
    private final Buyer ada = new Buyer("Ada");
    private final Buyer bob = new Buyer("Bob");

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Buyer.class, Card.class, Purchase.class, Item.class, Label.class);
    }

    @BeforeEach
    void insertPurchases() {
        insert(ada, bob);
        insert(new Purchase(ada, 1), new Purchase(ada, 2), new Purchase(bob, 3), new Purchase(null, 4));
    }

    private List<Integer> numbers(Specification<Purchase> specification) {
        return plinth().readResult(uow -> uow.find(Selection.of(Purchase.class).where(specification)).stream()
                .map(Purchase::getNumber)
                .sorted()
                .toList());
    }

    private static UUID id(Buyer buyer) {
        return Objects.requireNonNull(buyer.getId());
    }

    @Test
    void theObject() {
        assertThat(numbers(where(Purchase::getBuyer).is(ada))).containsExactly(1, 2);
        assertThat(numbers(where(Purchase::getBuyer).isNot(ada))).containsExactly(3, 4);
        assertThat(numbers(where(Purchase::getBuyer).in(List.of(ada, bob)))).containsExactly(1, 2, 3);
        assertThat(numbers(where(Purchase::getBuyer).isNull())).containsExactly(4);
    }

    @Test
    void anObjectThatIsNotSavedIsReferredToByNoRow() {
        assertThat(numbers(where(Purchase::getBuyer).is(new Buyer("Cy")))).isEmpty();
        assertThat(numbers(where(Purchase::getBuyer).in(List.of(new Buyer("Cy")))))
                .isEmpty();
    }

    @Test
    void theId() {
        assertThat(numbers(where(Purchase::getBuyer, Buyer::getId).is(id(bob)))).containsExactly(3);
        assertThat(numbers(where(Purchase.class, "buyer.id").in(List.of(id(ada)))))
                .containsExactly(1, 2);
        assertThat(numbers(where(Purchase.class, "buyer").is(Ref.to(Buyer.class, id(bob)))))
                .containsExactly(3);
    }

    @Test
    void aReferenceThatIsNotLoadedNeedsNoQueryForIt() {
        plinth().transact(uow -> {
            Purchase first = uow.find(Selection.of(Purchase.class)
                            .where(where(Purchase::getNumber).is(1)))
                    .get(0);
            long statements = cost(() -> uow.find(Selection.of(Purchase.class)
                            .where(where(Purchase::getBuyer).is(first.getBuyer()))))
                    .statements();
            assertThat(statements).isEqualTo(1);
        });
    }

    @Test
    void whatLiesBeyondTheRowIsRefused() {
        assertThatThrownBy(
                        () -> numbers(where(Purchase::getBuyer, Buyer::getName).is("Ada")))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("'Purchase.buyer.name'")
                .hasMessageContaining("in(...)");
        assertThatThrownBy(() -> numbers(where(Purchase.class, "buyer.nmae").is("Ada")))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("Did you mean 'name'?");
        assertThatThrownBy(() -> numbers(where(Purchase.class, "buyer").is("Ada")))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("'buyer.id'");
        assertThatThrownBy(() -> numbers(where(Purchase::getItems).isEmpty()))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("'Purchase.items'");
    }
}
