package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Statistics;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Phone;
import dev.plinth.contract.domain.Product;
import dev.plinth.error.ErrorCode;
import dev.plinth.specification.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Collections of basic values and embeddables that belong to an entity. */
public abstract class ElementCollectionContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Product.class);
    }

    private UUID ada(Consumer<Customer> change) {
        Customer ada = new Customer("Ada");
        change.accept(ada);
        return saved(ada).getId();
    }

    private void change(UUID id, Consumer<Customer> change) {
        plinth().transact(uow -> change.accept(uow.getById(Customer.class, id)));
    }

    @Test
    void aListKeepsItsOrderAndRepeats() {
        UUID id = ada(c -> c.getNicknames().addAll(List.of("z", "a", "z", "", "m")));
        assertThat(stored(Customer.class, id).getNicknames()).containsExactly("z", "a", "z", "", "m");
    }

    @Test
    void aSetKeepsItsElements() {
        UUID id = ada(c -> c.getTags().addAll(List.of("b", "a", "A", "")));
        assertThat(stored(Customer.class, id).getTags()).containsExactlyInAnyOrder("a", "A", "b", "");
    }

    @Test
    void embeddableElementsComeOutEqual() {
        List<Phone> phones =
                List.of(new Phone("home", "123", 0), new Phone(null, null, 7), new Phone("home", "123", 0));
        UUID id = ada(c -> c.getPhones().addAll(phones));
        assertThat(stored(Customer.class, id).getPhones()).containsExactlyElementsOf(phones);
    }

    @Test
    void anEmptyCollectionComesOutEmptyAndCanBeFilled() {
        UUID id = ada(c -> {});
        assertThat(stored(Customer.class, id).getNicknames()).isEmpty();
        change(id, c -> c.getNicknames().add("new"));
        assertThat(stored(Customer.class, id).getNicknames()).containsExactly("new");
    }

    @Test
    void aNullCollectionReadsAsEmpty() {
        UUID id = ada(c -> c.setNicknames(nothing()));
        assertThat(stored(Customer.class, id).getNicknames()).isEmpty();
    }

    @Test
    void changesInPlaceAreNoticed() {
        UUID id = ada(c -> c.getNicknames().addAll(List.of("a", "b", "c")));
        change(id, c -> {
            c.getNicknames().remove("b");
            c.getNicknames().add(0, "first");
            Collections.swap(c.getNicknames(), 1, 2);
        });
        assertThat(stored(Customer.class, id).getNicknames()).containsExactly("first", "c", "a");
    }

    @Test
    void aCollectionCanBeReplacedAndCleared() {
        UUID id = ada(c -> {
            c.getNicknames().add("a");
            c.getTags().add("t");
            c.getPhones().add(new Phone("home", "1", 1));
        });
        change(id, c -> {
            c.setNicknames(List.of("x", "y"));
            c.getTags().clear();
            c.setPhones(new ArrayList<>(List.of(new Phone("work", "2", 2))));
        });
        Customer stored = stored(Customer.class, id);
        assertThat(stored.getNicknames()).containsExactly("x", "y");
        assertThat(stored.getTags()).isEmpty();
        assertThat(stored.getPhones()).containsExactly(new Phone("work", "2", 2));
    }

    @Test
    void anEqualCollectionIsNoChange() {
        UUID id = ada(c -> {
            c.getNicknames().addAll(List.of("a", "b"));
            c.getTags().addAll(List.of("s", "t"));
        });
        Statistics cost = cost(() -> change(id, c -> {
            c.setNicknames(new ArrayList<>(List.of("a", "b")));
            c.setTags(new LinkedHashSet<>(List.of("t", "s")));
        }));
        assertThat(cost.updates() + cost.inserts() + cost.deletes()).isZero();
        assertThat(stored(Customer.class, id).getVersion())
                .isEqualTo(stored(Customer.class, id).getVersion());
    }

    @Test
    void aNewOrderOfAListIsAChange() {
        UUID id = ada(c -> c.getNicknames().addAll(List.of("a", "b")));
        change(id, c -> Collections.reverse(c.getNicknames()));
        assertThat(stored(Customer.class, id).getNicknames()).containsExactly("b", "a");
    }

    @Test
    void aChangeBumpsTheVersionOfTheOwner() {
        UUID id = ada(c -> c.getTags().add("a"));
        long before = stored(Customer.class, id).getVersion();
        change(id, c -> c.getTags().add("b"));
        assertThat(stored(Customer.class, id).getVersion()).isEqualTo(before + 1);
    }

    @Test
    void onlyTheChangedCollectionIsWritten() {
        UUID id = ada(c -> {
            c.getTags().add("a");
            c.getNicknames().add("n");
        });
        store().takeWrites();
        change(id, c -> c.getTags().add("b"));
        assertThat(store().takeWrites())
                .hasSize(2)
                .first()
                .satisfies(write -> assertThat(write.collections())
                        .extracting(collection -> collection.path())
                        .containsExactly("tags"));
    }

    @Test
    void collectionsOfManyEntitiesAreReadInFewStatements() {
        insert((Object[]) IntStream.range(0, 60)
                .mapToObj(i -> {
                    Customer c = new Customer("c" + i);
                    c.getNicknames().addAll(List.of("n" + i, "m" + i));
                    c.getTags().add("t" + i);
                    return c;
                })
                .toArray(Customer[]::new));
        Statistics cost = cost(() -> plinth().read(uow -> {
            List<Customer> all = uow.find(Selection.of(Customer.class));
            assertThat(all).hasSize(60).allSatisfy(c -> {
                String number = c.getName().substring(1);
                assertThat(c.getNicknames()).containsExactly("n" + number, "m" + number);
                assertThat(c.getTags()).containsExactly("t" + number);
                assertThat(c.getPhones()).isEmpty();
            });
        }));
        assertThat(cost.selects()).isLessThanOrEqualTo(4);
    }

    @Test
    void elementsGoWithTheirOwner() {
        Product chair = saved(Product.of("chair", "1.00", "wood", "brown"));
        UUID id = present(chair.id());
        plinth().transact(uow -> uow.purge(Product.class, id));
        assertThat(found(Product.class, id)).isEmpty();
        plinth().transact(uow -> uow.insert(Product.of("chair", "1.00")));
        assertThat(plinth().<List<Product>, RuntimeException>readResult(uow -> uow.find(Selection.of(Product.class))))
                .hasSize(1)
                .first()
                .satisfies(product -> assertThat(product.labels()).isEmpty());
    }

    @Test
    void aRecordHasCollectionsToo() {
        Product chair = saved(Product.of("chair", "1.00", "wood", "brown"));
        assertThat(stored(Product.class, present(chair.id())).labels()).containsExactlyInAnyOrder("wood", "brown");
        plinth().transact(uow -> uow.update(chair.labelled("steel")));
        assertThat(stored(Product.class, present(chair.id())).labels()).isEqualTo(Set.of("steel"));
    }

    @Test
    void aNullElementIsRefused() {
        @Nullable String missing = null;
        List<@Nullable String> names = new ArrayList<>();
        names.add("a");
        names.add(missing);
        Customer ada = new Customer("Ada");
        ada.getNicknames().addAll(names);
        assertThatThrownBy(() -> insert(ada))
                .satisfies(hasCode(ErrorCode.NOT_NULL))
                .hasMessageContaining("nicknames");
    }
}
