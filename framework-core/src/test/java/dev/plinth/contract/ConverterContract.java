package dev.plinth.contract;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Statistics;
import dev.plinth.contract.domain.Money;
import dev.plinth.contract.domain.Voucher;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values of the application's own types, stored by converters. */
public abstract class ConverterContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Voucher.class);
    }

    @BeforeEach
    final void vouchers() {
        insert(
                new Voucher(1, new Money(500, "EUR"), new ArrayList<>(List.of("a", "b"))),
                new Voucher(2, new Money(700, "USD"), null),
                new Voucher(3, null, null));
    }

    private List<Integer> ids(Specification<Voucher> specification) {
        return plinth().readResult(uow -> {
            List<Integer> found = uow.find(Selection.of(Voucher.class).where(specification)).stream()
                    .map(Voucher::getId)
                    .sorted()
                    .toList();
            List<Integer> satisfied = uow.find(Selection.of(Voucher.class)).stream()
                    .filter(specification::isSatisfiedBy)
                    .map(Voucher::getId)
                    .sorted()
                    .toList();
            assertThat(found).isEqualTo(satisfied);
            return found;
        });
    }

    @Test
    void aConvertedValueComesOutEqual() {
        assertThat(stored(Voucher.class, 1).getWorth()).isEqualTo(new Money(500, "EUR"));
        assertThat(stored(Voucher.class, 1).getWords()).containsExactly("a", "b");
        assertThat(stored(Voucher.class, 3).getWorth()).isNull();
        assertThat(stored(Voucher.class, 3).getWords()).isNull();
    }

    @Test
    void aMutableValueThatIsChangedInPlaceIsNoticed() {
        plinth().transact(
                        uow -> present(uow.getById(Voucher.class, 1).getWords()).add("c"));
        assertThat(stored(Voucher.class, 1).getWords()).containsExactly("a", "b", "c");
    }

    @Test
    void anUntouchedValueIsNoChange() {
        Statistics cost = cost(() -> plinth().transact(uow -> uow.find(Selection.of(Voucher.class))));
        assertThat(cost.updates()).isZero();
    }

    @Test
    void specificationsSpeakOfTheApplicationsValues() {
        assertThat(ids(where(Voucher::getWorth).is(new Money(500, "EUR")))).containsExactly(1);
        assertThat(ids(where(Voucher::getWorth).isNot(new Money(500, "EUR")))).containsExactly(2, 3);
        assertThat(ids(where(Voucher::getWorth).in(new Money(700, "USD"), new Money(1, "EUR"))))
                .containsExactly(2);
        assertThat(ids(where(Voucher::getWorth).isNull())).containsExactly(3);
    }
}
