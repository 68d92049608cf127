package dev.plinth.contract;

import static dev.plinth.specification.Specification.element;
import static dev.plinth.specification.Specification.textElement;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Phone;
import dev.plinth.contract.domain.Product;
import dev.plinth.specification.ManyCriteria;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conditions on the elements of collections. */
public abstract class CollectionSpecificationContract extends Contract {
    private static final ManyCriteria<Customer, String> TAGS = where(Customer::getTags);
    private static final ManyCriteria<Customer, Phone> PHONES = where(Customer::getPhones);

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Product.class);
    }

    @BeforeEach
    final void people() {
        Customer both = new Customer("both");
        both.getTags().addAll(List.of("red", "Blue"));
        both.getPhones().addAll(List.of(new Phone("home", "1", 5), new Phone("work", "2", 50)));
        Customer red = new Customer("red");
        red.getTags().add("red");
        red.getPhones().addAll(List.of(new Phone("home", "3", 50), new Phone(null, "4", 5)));
        Customer none = new Customer("none");
        insert(both, red, none);
    }

    private List<String> names(Specification<Customer> specification) {
        return plinth().readResult(uow -> {
            Selection<Customer> all = Selection.of(Customer.class);
            List<String> found = uow.find(all.where(specification)).stream()
                    .map(Customer::getName)
                    .sorted()
                    .toList();
            List<String> satisfied = uow.find(all).stream()
                    .filter(specification::isSatisfiedBy)
                    .map(Customer::getName)
                    .sorted()
                    .toList();
            assertThat(found).as(specification.toString()).isEqualTo(satisfied);
            assertThat(uow.count(all.where(specification))).isEqualTo(found.size());
            return found;
        });
    }

    @Test
    void isEmpty() {
        assertThat(names(TAGS.isEmpty())).containsExactly("none");
        assertThat(names(TAGS.isNotEmpty())).containsExactly("both", "red");
        assertThat(names(PHONES.isEmpty().not())).containsExactly("both", "red");
    }

    @Test
    void contains() {
        assertThat(names(TAGS.contains("red"))).containsExactly("both", "red");
        assertThat(names(TAGS.contains("Red"))).isEmpty();
        assertThat(names(TAGS.contains("Blue").not())).containsExactly("none", "red");
    }

    @Test
    void anyBasicElement() {
        assertThat(names(TAGS.any(textElement().startsWith("B")))).containsExactly("both");
        assertThat(names(TAGS.any(textElement().ignoringCase().is("RED")))).containsExactly("both", "red");
        assertThat(names(TAGS.any(textElement().in("Blue", "green")))).containsExactly("both");
        assertThat(names(TAGS.any(element(String.class).greaterThan("a")))).containsExactly("both", "red");
        assertThat(names(TAGS.any(textElement().isNot("red")))).containsExactly("both");
    }

    @Test
    void noBasicElement() {
        assertThat(names(TAGS.none(textElement().is("Blue")))).containsExactly("none", "red");
        assertThat(names(TAGS.none(textElement().contains("e")))).containsExactly("none");
    }

    @Test
    void allBasicElements() {
        assertThat(names(TAGS.all(textElement().is("red")))).containsExactly("none", "red");
        assertThat(names(TAGS.all(textElement().contains("e")))).containsExactly("both", "none", "red");
        assertThat(names(TAGS.all(textElement().is("red")).not())).containsExactly("both");
    }

    @Test
    void oneElementMeetsTheWholeCondition() {
        Specification<Phone> busyHome =
                where(Phone::kind).is("home").and(where(Phone::calls).greaterThan(10));
        assertThat(names(PHONES.any(busyHome))).containsExactly("red");
        assertThat(names(PHONES.any(where(Phone::kind).is("home"))
                        .and(PHONES.any(where(Phone::calls).greaterThan(10)))))
                .containsExactly("both", "red");
        assertThat(names(PHONES.none(busyHome))).containsExactly("both", "none");
    }

    @Test
    void elementsWithNulls() {
        assertThat(names(PHONES.any(where(Phone::kind).isNull()))).containsExactly("red");
        assertThat(names(PHONES.any(where(Phone::kind).isNot("home")))).containsExactly("both", "red");
        assertThat(names(PHONES.all(where(Phone::kind).isNotNull()))).containsExactly("both", "none");
        assertThat(names(PHONES.all(where(Phone::kind).is("home").not().not()))).containsExactly("none");
    }

    @Test
    void orAndNotOfElements() {
        assertThat(names(PHONES.any(
                        where(Phone::number).is("1").or(where(Phone::number).is("4")))))
                .containsExactly("both", "red");
        assertThat(names(PHONES.any(where(Phone::number)
                        .is("1")
                        .or(where(Phone::kind).is("work"))
                        .not())))
                .containsExactly("red");
        assertThat(names(PHONES.any(Specification.none()))).isEmpty();
        assertThat(names(PHONES.all(Specification.none()))).containsExactly("none");
    }

    @Test
    void elementsAreComparedAsAWhole() {
        assertThat(names(PHONES.contains(new Phone("work", "2", 50)))).containsExactly("both");
        assertThat(names(PHONES.contains(new Phone("work", "2", 51)))).isEmpty();
        assertThat(names(PHONES.contains(new Phone(null, "4", 5)))).containsExactly("red");
    }

    @Test
    void byName() {
        assertThat(names(where(Customer.class, "tags").elements(String.class).contains("red")))
                .containsExactly("both", "red");
        assertThat(names(where(Customer.class, "phones").elements(Phone.class).isEmpty()))
                .containsExactly("none");
    }

    @Test
    void collectionsOfRecords() {
        insert(Product.of("chair", "1.00", "wood", "brown"), Product.of("lamp", "2.00"));
        List<Product> found = plinth().readResult(uow -> uow.find(Selection.of(Product.class)
                .where(where(Product::labels).any(textElement().startsWith("w")))));
        assertThat(found).extracting(Product::name).containsExactly("chair");
    }

    @Test
    void togetherWithOtherConditions() {
        assertThat(names(TAGS.contains("red").and(where(Customer::getName).isNot("both"))))
                .containsExactly("red");
        assertThat(names(TAGS.isEmpty().or(PHONES.any(where(Phone::number).is("2")))))
                .containsExactly("both", "none");
        assertThat(names(TAGS.contains("red").and(TAGS.contains("Blue")))).containsExactly("both");
    }
}
