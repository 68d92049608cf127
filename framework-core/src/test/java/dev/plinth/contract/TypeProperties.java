package dev.plinth.contract;

import dev.plinth.Plinth;
import dev.plinth.contract.domain.Held;
import dev.plinth.contract.values.BasicType;
import dev.plinth.contract.values.BasicTypes;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/**
 * A property-based proof that no value is changed on its way: whatever its type, it comes out equal, or it is refused by
 * name before anything is sent.
 */
public abstract class TypeProperties implements TestEngine {
    private @Nullable Plinth plinth;
    private @Nullable RoundTrip trip;

    @BeforeProperty
    final void open() {
        ObservedStore.Observer observer = new ObservedStore.Observer(database());
        plinth = Plinth.builder(observer).entities(Held.class).build();
        plinth().schema().create();
        trip = new RoundTrip(plinth(), observer.store());
    }

    @AfterProperty
    final void close() {
        plinth().schema().drop();
        plinth().close();
    }

    private Plinth plinth() {
        return Contract.present(plinth);
    }

    /** A value of a type. */
    record Case<T>(BasicType<T> type, T value) {
        boolean isHeld(RoundTrip trip) {
            return trip.holds(type, value);
        }

        @Override
        public String toString() {
            return type + " " + value;
        }
    }

    /** One value of each type. */
    @Provide
    final Arbitrary<List<Case<?>>> oneOfEach() {
        return Combinators.combine(BasicTypes.all().map(TypeProperties::cases).toList())
                .as(List::copyOf);
    }

    private static <T> Arbitrary<Case<?>> cases(BasicType<T> type) {
        return type.values().map(value -> new Case<>(type, value));
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    final void aValueComesOutEqualOrIsRefused(@ForAll("oneOfEach") List<Case<?>> cases) {
        cases.forEach(each -> each.isHeld(Contract.present(trip)));
    }
}
