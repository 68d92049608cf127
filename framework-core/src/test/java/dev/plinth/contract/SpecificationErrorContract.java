package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.contract.domain.Address;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Status;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** A condition or an order that makes no sense is refused before anything is sent, by name. */
public abstract class SpecificationErrorContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(
            ErrorCode code, Specification<Customer> specification) {
        return assertThatThrownBy(() -> plinth().readResult(
                                uow -> uow.find(Selection.of(Customer.class).where(specification))))
                .isInstanceOf(SpecificationException.class)
                .satisfies(hasCode(code));
    }

    @Test
    void aMisspelledName() {
        refused(ErrorCode.PROPERTY_UNKNOWN, where(Customer.class, "nmae").is("Ada"))
                .hasMessageContaining("Customer")
                .hasMessageContaining("'nmae'")
                .hasMessageContaining("address.city")
                .hasMessageContaining("nicknames");
        refused(
                        ErrorCode.PROPERTY_UNKNOWN,
                        where(Customer.class, "address.town").isNull())
                .hasMessageContaining("address.town");
        refused(ErrorCode.PROPERTY_UNKNOWN, where(Customer.class, "name.length").isNull());
        refused(ErrorCode.PROPERTY_UNKNOWN, where(Customer.class, "mood").isNull());
    }

    @Test
    void aMisspelledNameDeepInside() {
        refused(
                        ErrorCode.PROPERTY_UNKNOWN,
                        where(Customer::getName)
                                .is("Ada")
                                .or(where(Customer.class, "nmae").is("x").not()))
                .hasMessageContaining("nmae");
    }

    @Test
    void aValueOfAnotherType() {
        refused(ErrorCode.PROPERTY_TYPE, where(Customer.class, "rating").is("five"))
                .hasMessageContaining("rating")
                .hasMessageContaining("Integer")
                .hasMessageContaining("String");
        refused(ErrorCode.PROPERTY_TYPE, where(Customer.class, "status").is("VIP"));
        refused(ErrorCode.PROPERTY_TYPE, where(Customer.class, "name").in(List.of("a", 1)));
        refused(ErrorCode.PROPERTY_TYPE, where(Customer.class, "address").is("Vienna"));
    }

    @Test
    void aWholeNumberOfAnotherTypeThatFitsIsNoError() {
        Customer ada = new Customer("Ada");
        ada.setRating(5);
        insert(ada);
        assertThat(plinth().<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Customer.class)
                        .where(where(Customer.class, "rating").is(5L)))))
                .isEqualTo(1);
        refused(ErrorCode.PROPERTY_TYPE, where(Customer.class, "rating").is(5_000_000_000L))
                .hasMessageContaining("Integer")
                .hasMessageContaining("Long");
    }

    @Test
    void anOrderOfValuesThatHaveNone() {
        refused(ErrorCode.PROPERTY_TYPE, where(Customer::getStatus).lessThan(Status.VIP))
                .hasMessageContaining("status");
        refused(ErrorCode.PROPERTY_TYPE, where(Customer.class, "address").lessThan(Address.in("Vienna")))
                .hasMessageContaining("address");
    }

    @Test
    void textConditionsOnOtherTypes() {
        refused(ErrorCode.PROPERTY_TYPE, where(Customer.class, "rating").text().startsWith("1"))
                .hasMessageContaining("rating");
    }

    @Test
    void elementConditionsOnOtherTypes() {
        refused(
                        ErrorCode.PROPERTY_TYPE,
                        where(Customer.class, "name").elements(String.class).isEmpty())
                .hasMessageContaining("name");
        refused(ErrorCode.PROPERTY_TYPE, where(Customer.class, "tags").is("red"))
                .hasMessageContaining("tags");
        refused(
                ErrorCode.PROPERTY_TYPE,
                where(Customer.class, "tags").elements(Integer.class).contains(1));
    }

    @Test
    void anUnknownSortKey() {
        Order<Customer> order = Order.by(Sort.asc("nmae"));
        assertThatThrownBy(() -> plinth().readResult(
                                uow -> uow.find(Selection.of(Customer.class).orderBy(order))))
                .isInstanceOf(SpecificationException.class)
                .satisfies(hasCode(ErrorCode.PROPERTY_UNKNOWN))
                .hasMessageContaining("nmae")
                .hasMessageContaining("name");
    }

    @Test
    void aSortKeyWithoutAnOrder() {
        for (String property : List.of("status", "tags", "address")) {
            Order<Customer> order = Order.by(Sort.asc(property));
            assertThatThrownBy(() -> plinth().readResult(
                                    uow -> uow.find(Selection.of(Customer.class).orderBy(order))))
                    .satisfies(hasCode(ErrorCode.PROPERTY_TYPE))
                    .hasMessageContaining(property);
        }
    }

    @Test
    void aSpecificationNestedTooDeeply() {
        Specification<Customer> deep = where(Customer::getName).is("Ada");
        for (int i = 0; i < 1_000; i++) {
            deep = i % 2 == 0
                    ? where(Customer::getName).is("Bob").or(deep)
                    : where(Customer::getName).isNotNull().and(deep);
        }
        refused(ErrorCode.ARGUMENT_INVALID, deep).hasMessageContaining("200 levels");
        Specification<Customer> flat = where(Customer::getName).is("Ada");
        for (int i = 0; i < 1_000; i++) {
            flat = flat.or(where(Customer::getName).is("x" + i));
        }
        Specification<Customer> wide = flat;
        assertThat(plinth().<Long, RuntimeException>readResult(
                                uow -> uow.count(Selection.of(Customer.class).where(wide))))
                .isZero();
    }

    @Test
    void anEmptyPath() {
        refused(ErrorCode.PROPERTY_UNKNOWN, where(Customer.class, "").is("x")).hasMessageContaining("empty path");
    }
}
