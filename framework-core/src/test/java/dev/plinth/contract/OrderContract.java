package dev.plinth.contract;

import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Sorts.ascIgnoringCase;
import static dev.plinth.specification.Sorts.desc;
import static dev.plinth.specification.Sorts.descIgnoringCase;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.Address;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Specimen;
import dev.plinth.specification.Selection;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order of results: null is the smallest, texts by code point, ties by id. */
public abstract class OrderContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Specimen.class);
    }

    private static Customer customer(String name, @Nullable Integer rating, @Nullable String city) {
        Customer customer = new Customer(name);
        customer.setRating(rating);
        customer.setAddress(city == null ? null : Address.in(city));
        return customer;
    }

    private List<String> names(Order<Customer> order) {
        return plinth().readResult(uow -> uow.find(Selection.of(Customer.class).orderBy(order)).stream()
                .map(Customer::getName)
                .toList());
    }

    private List<Long> ids(Sort<Specimen> sort) {
        Order<Specimen> order = Order.by(List.of(sort));
        return plinth().readResult(uow -> uow.find(Selection.of(Specimen.class).orderBy(order)).stream()
                .map(each -> each.id)
                .toList());
    }

    @Test
    void nullIsTheSmallest() {
        insert(customer("null", null, null), customer("one", 1, "Graz"), customer("minus", -1, "Wien"));
        assertThat(names(Order.by(asc(Customer::getRating)))).containsExactly("null", "minus", "one");
        assertThat(names(Order.by(desc(Customer::getRating)))).containsExactly("one", "minus", "null");
        assertThat(names(Order.by(asc(Customer::getAddress, Address::city)))).containsExactly("null", "one", "minus");
        assertThat(names(Order.by(desc(Customer::getAddress, Address::city)))).containsExactly("minus", "one", "null");
    }

    @Test
    void severalKeys() {
        insert(customer("b", 1, null), customer("a", 2, null), customer("a", 1, "X"), customer("b", 2, "Y"));
        Order<Customer> order = Order.by(asc(Customer::getName), desc(Customer::getRating));
        List<String> found = plinth().readResult(
                        uow -> uow.find(Selection.of(Customer.class).orderBy(order)).stream()
                                .map(each -> each.getName() + each.getRating())
                                .toList());
        assertThat(found).containsExactly("a2", "a1", "b2", "b1");
    }

    @Test
    void textsByCodePoint() {
        Stream.of("b", "B", "a", "", "Z", "ä", "z", "~", "0").forEach(each -> insert(new Customer(each)));
        assertThat(names(Order.by(asc(Customer::getName)))).containsExactly("", "0", "B", "Z", "a", "b", "z", "~", "ä");
        assertThat(names(Order.by(desc(Customer::getName))))
                .containsExactly("ä", "~", "z", "b", "a", "Z", "B", "0", "");
    }

    @Test
    void astralTextsLast() {
        requires(Capability.CODE_POINT_ORDER);
        insert(new Customer("😀"), new Customer("\uFFFD"), new Customer("a"));
        assertThat(names(Order.by(asc(Customer::getName)))).containsExactly("a", "\uFFFD", "😀");
    }

    @Test
    void textsIgnoringCase() {
        Stream.of("b", "B", "a", "C", "Á").forEach(each -> insert(new Customer(each)));
        Order<Customer> order = Order.by(ascIgnoringCase(Customer::getName), asc(Customer::getName));
        assertThat(names(order)).containsExactly("a", "B", "b", "C", "Á");
        Order<Customer> reverse = Order.by(descIgnoringCase(Customer::getName), desc(Customer::getName));
        assertThat(names(reverse)).containsExactly("Á", "C", "b", "B", "a");
    }

    @Test
    void decimalsByValue() {
        String[] values = {"10", "9.5", "-100", "0.000001"};
        for (int i = 0; i < values.length; i++) {
            Specimen specimen = Specimens.bare(i);
            specimen.decimal = new BigDecimal(values[i]);
            insert(specimen);
        }
        assertThat(ids(Sort.asc("decimal"))).containsExactly(2L, 3L, 1L, 0L);
    }

    @Test
    void uuidsAsUnsignedBytes() {
        UUID[] values = {new UUID(-1, 0), new UUID(1, -1), new UUID(1, 1), new UUID(Long.MAX_VALUE, 0)};
        for (int i = 0; i < values.length; i++) {
            Specimen specimen = Specimens.bare(i);
            specimen.uuid = values[i];
            insert(specimen);
        }
        assertThat(ids(Sort.asc("uuid"))).containsExactly(2L, 1L, 3L, 0L);
    }

    @Test
    void offsetDateTimesByInstant() {
        String[] values = {"2026-01-01T12:00:00+05:00", "2026-01-01T08:00:00Z", "2026-01-01T01:00:00-05:00"};
        for (int i = 0; i < values.length; i++) {
            Specimen specimen = Specimens.bare(i);
            specimen.offsetDateTime = OffsetDateTime.parse(values[i]);
            insert(specimen);
        }
        assertThat(ids(Sort.asc("offsetDateTime"))).containsExactly(2L, 0L, 1L);
    }

    @Test
    void booleansFalseFirst() {
        for (int i = 0; i < 2; i++) {
            Specimen specimen = Specimens.bare(i);
            specimen.flagBox = i == 0;
            insert(specimen);
        }
        insert(Specimens.bare(2));
        assertThat(ids(Sort.asc("flagBox"))).containsExactly(2L, 1L, 0L);
    }

    @Test
    void tiesAreBrokenByIdWhereRowsAreLimited() {
        List<UUID> ids = IntStream.range(0, 20)
                .mapToObj(i -> saved(customer("same", i % 2, null)).getId())
                .toList();
        List<UUID> zeros = IntStream.range(0, 20)
                .filter(i -> i % 2 == 0)
                .mapToObj(ids::get)
                .toList();
        Selection<Customer> selection = Selection.of(Customer.class).orderBy(Order.by(asc(Customer::getRating)));
        plinth().read(uow -> {
            assertThat(uow.find(selection.range(0, 4)))
                    .extracting(Customer::getId)
                    .containsExactlyElementsOf(zeros.subList(0, 4));
            assertThat(uow.find(selection.range(4, 4)))
                    .extracting(Customer::getId)
                    .containsExactlyElementsOf(zeros.subList(4, 8));
        });
    }

    @Test
    void aRangeWithoutAnOrderIsById() {
        List<UUID> ids = IntStream.range(0, 9)
                .mapToObj(i -> saved(new Customer("c" + i)).getId())
                .toList();
        plinth().read(uow -> {
            assertThat(uow.find(Selection.of(Customer.class).range(2, 3)))
                    .extracting(Customer::getId)
                    .containsExactlyElementsOf(ids.subList(2, 5));
            assertThat(uow.find(Selection.of(Customer.class).range(7, 10))).hasSize(2);
            assertThat(uow.find(Selection.of(Customer.class).range(100, 10))).isEmpty();
            assertThat(uow.find(Selection.of(Customer.class).range(6, 0)))
                    .extracting(Customer::getId)
                    .containsExactlyElementsOf(ids.subList(6, 9));
        });
    }

    @Test
    void anOrderGoesWithACondition() {
        insert(customer("a", 3, null), customer("b", 1, null), customer("c", 2, null), customer("d", 9, null));
        plinth().read(uow -> assertThat(uow.find(Selection.of(Customer.class)
                        .where(where(Customer::getRating).lessThan(5))
                        .orderBy(Order.by(desc(Customer::getRating)))
                        .range(1, 1)))
                .extracting(Customer::getName)
                .containsExactly("c"));
    }

    @Test
    void aStreamHasTheSameOrder() {
        insert(customer("b", null, null), customer("a", null, null), customer("c", null, null));
        plinth().read(uow -> {
            try (Stream<Customer> stream =
                    uow.stream(Selection.of(Customer.class).orderBy(Order.by(desc(Customer::getName))))) {
                assertThat(stream.map(Customer::getName)).containsExactly("c", "b", "a");
            }
        });
    }
}
