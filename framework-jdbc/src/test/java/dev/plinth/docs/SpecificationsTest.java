package dev.plinth.docs;

import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Sorts.ascIgnoringCase;
import static dev.plinth.specification.Sorts.desc;
import static dev.plinth.specification.Specification.textElement;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.specification.Deleted;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpecificationsTest extends Guide {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private List<String> found(Specification<Customer> specification) {
        return customers.findAll(specification, Order.by(asc(Customer::getName))).stream()
                .map(Customer::getName)
                .toList();
    }

    @Test
    void combine() {
        // docs:combine
        Specification<Customer> good =
                CustomerSpecs.vip().or(where(Customer::getCredit).greaterThan(HUNDRED));
        Specification<Customer> elsewhere = CustomerSpecs.livesIn("London").not();
        List<Customer> visit = customers.findAll(good.and(elsewhere), Order.by(asc(Customer::getName)));
        // end
        assertThat(visit).extracting(Customer::getName).containsExactly("Grace");
        assertThat(elsewhere.isSatisfiedBy(grace)).isTrue();
        // docs:toString
        String text = good.and(elsewhere).toString();
        // (status = VIP or credit > 100) and not address.city = 'London'
        // end
        assertThat(text).isEqualTo("(status = VIP or credit > 100) and not address.city = 'London'");
    }

    @Test
    void compare() {
        List<Specification<Customer>> all = List.of(
                // docs:operators
                where(Customer::getStatus).is(Status.VIP),
                where(Customer::getStatus).isNot(Status.VIP),
                where(Customer::getName).in("Ada", "Grace"),
                where(Customer::getName).notIn(List.of("Ada")),
                where(Customer::getSince).isNull(),
                where(Customer::getSince).isNotNull(),
                where(Customer::getCredit).lessThan(HUNDRED),
                where(Customer::getCredit).lessThanOrEqual(HUNDRED),
                where(Customer::getCredit).greaterThan(HUNDRED),
                where(Customer::getCredit).greaterThanOrEqual(HUNDRED),
                where(Customer::getSince).between(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)),
                where(Customer::getName).startsWith("A"),
                where(Customer::getName).endsWith("a"),
                where(Customer::getName).contains("ra"),
                where(Customer::getName).ignoringCase().is("ADA"),
                where(Customer::getName).ignoringCase().startsWith("gr"),
                where(Customer::getAddress, Address::city).is("Vienna"),
                where(Customer::getAddress).isNull()
                // end
                );
        List<List<String>> expected = List.of(
                List.of("Ada", "Grace"),
                List.of("linus"),
                List.of("Ada", "Grace"),
                List.of("Grace", "linus"),
                List.of("Grace", "linus"),
                List.of("Ada"),
                List.of("Grace", "linus"),
                List.of("Grace", "linus"),
                List.of("Ada"),
                List.of("Ada"),
                List.of("Ada"),
                List.of("Ada"),
                List.of("Ada"),
                List.of("Grace"),
                List.of("Ada"),
                List.of("Grace"),
                List.of("Grace"),
                List.of("linus"));
        for (int i = 0; i < all.size(); i++) {
            assertThat(found(all.get(i))).as(all.get(i).toString()).isEqualTo(expected.get(i));
        }
    }

    @Test
    void areNeverUnknown() {
        // docs:two-valued
        Specification<Customer> notVienna =
                where(Customer::getAddress, Address::city).isNot("Vienna");
        // true for linus, who has no address
        // end
        assertThat(found(notVienna)).containsExactly("Ada", "linus");
        Specification<Customer> vienna = CustomerSpecs.livesIn("Vienna");
        assertThat(found(vienna.not())).isEqualTo(found(notVienna));
        assertThat(found(where(Customer::getSince).lessThan(LocalDate.MAX))).containsExactly("Ada");
        assertThat(found(where(Customer::getName).in(List.of()))).isEmpty();
        assertThat(found(where(Customer::getCredit).is(new BigDecimal("0.001"))))
                .isEmpty();
    }

    @Test
    void speakOfElements() {
        List<Specification<Customer>> all = List.of(
                // docs:elements
                where(Customer::getTags).contains("early"),
                where(Customer::getTags).any(textElement().startsWith("ear")),
                where(Customer::getPhones)
                        .any(where(Phone::label)
                                .is("home")
                                .and(where(Phone::number).startsWith("+44"))),
                where(Customer::getPhones).none(where(Phone::label).is("home")),
                where(Customer::getPhones).all(where(Phone::label).is("home")),
                where(Customer::getTags).isEmpty(),
                where(Customer::getTags).isNotEmpty()
                // end
                );
        List<List<String>> expected = List.of(
                List.of("Ada"),
                List.of("Ada"),
                List.of("Ada"),
                List.of("Grace", "linus"),
                List.of("Ada", "Grace", "linus"),
                List.of("Grace", "linus"),
                List.of("Ada"));
        for (int i = 0; i < all.size(); i++) {
            assertThat(found(all.get(i))).as(all.get(i).toString()).isEqualTo(expected.get(i));
        }
    }

    // docs:dynamic
    static Specification<Customer> matching(Map<String, Object> filter) {
        Specification<Customer> all = Specification.all();
        for (Map.Entry<String, Object> entry : filter.entrySet()) {
            all = all.and(where(Customer.class, entry.getKey()).is(entry.getValue()));
        }
        return all;
    }

    // end

    @Test
    void takeNames() {
        assertThat(found(matching(Map.of("address.city", "Vienna", "status", Status.VIP))))
                .containsExactly("Grace");
        assertThat(found(matching(Map.of()))).hasSize(3);
        List<Specification<Customer>> all = List.of(
                // docs:named
                where(Customer.class, "credit").greaterThan(HUNDRED),
                where(Customer.class, "name").text().startsWith("A"),
                where(Customer.class, "tags").elements(String.class).contains("early")
                // end
                );
        all.forEach(each -> assertThat(found(each)).containsExactly("Ada"));
    }

    @Test
    void areOrdered() {
        Specification<Customer> all = Specification.all();
        // docs:order
        Order<Customer> order = Order.by(
                desc(Customer::getSince), // null is the smallest value: last here
                asc(Customer::getAddress, Address::city),
                ascIgnoringCase(Customer::getName));
        Order<Customer> byName = Order.by(Sort.desc("address.city")); // a name from outside: looked up in the model
        // end
        assertThat(customers.findAll(all, order))
                .extracting(Customer::getName)
                .containsExactly("Ada", "linus", "Grace");
        assertThat(customers.findAll(all, byName))
                .extracting(Customer::getName)
                .containsExactly("Grace", "Ada", "linus");
    }

    @Test
    void arePaged() {
        // docs:page
        Page<Customer> page =
                customers.page(CustomerSpecs.vip(), PageRequest.ofPage(1).size(20), Order.by(asc(Customer::getName)));
        List<Customer> content = page.content();
        long total = page.totalElements(); // costs a count; PageRequest.withoutTotal() saves it
        // end
        assertThat(content).hasSize(2);
        assertThat(total).isEqualTo(2);
        assertThat(page.hasNext()).isFalse();
    }

    @Test
    void areStreamed() {
        List<String> names = new ArrayList<>();
        // docs:stream
        try (Stream<Customer> vips = customers.stream(CustomerSpecs.vip(), Order.by(asc(Customer::getName)))) {
            vips.forEach(vip -> names.add(vip.getName()));
        }
        // end
        assertThat(names).containsExactly("Ada", "Grace");
    }

    @Test
    void select() {
        customers.delete(linus);
        // docs:selection
        List<Customer> latest = plinth.readResult(uow -> uow.find(Selection.of(Customer.class)
                .where(where(Customer::getStatus).is(Status.REGULAR))
                .orderBy(Order.by(desc(Customer::getSince)))
                .range(0, 10) // offset, limit
                .deleted(Deleted.INCLUDED)));
        // end
        assertThat(latest).hasSize(1);
    }

    @Test
    void workInMemory() {
        Comparator<Customer> byName = Comparator.comparing(Customer::getName);
        // docs:isSatisfiedBy
        boolean vip = CustomerSpecs.vip().isSatisfiedBy(ada);
        // end
        assertThat(vip).isTrue();
        assertThat(Stream.of(grace, ada).sorted(byName)).first().isSameAs(ada);
    }
}
