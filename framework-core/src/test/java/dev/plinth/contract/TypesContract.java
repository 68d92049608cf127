package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plinth.contract.domain.Held;
import dev.plinth.contract.values.BasicType;
import dev.plinth.contract.values.BasicTypes;
import dev.plinth.contract.values.Extreme;
import dev.plinth.contract.values.Extreme.Fate;
import dev.plinth.contract.values.Span;
import dev.plinth.contract.values.TypesPage;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every basic type to its extremes: a value comes out equal or is refused before anything is sent. What each database
 * refuses, and how it holds the rest, is found out here and is what docs/types.md says.
 */
public abstract class TypesContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Held.class);
    }

    private static Stream<BasicType<?>> types() {
        return BasicTypes.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    final void anExtremeComesOutEqualOrIsRefused(BasicType<?> type) {
        refusals(type, new RoundTrip(plinth(), store()));
    }

    /** The extremes that this database refuses though the model does not, in words. */
    private static <T> Set<String> refusals(BasicType<T> type, RoundTrip trip) {
        Set<String> refusals = new LinkedHashSet<>();
        for (Extreme<T> extreme : type.extremes()) {
            boolean holds = trip.holds(type, extreme.value());
            if (extreme.fate() != Fate.EITHER) {
                assertThat(holds)
                        .as("%s: %s is held", type.name(), extreme.words())
                        .isEqualTo(extreme.fate() == Fate.HELD);
            } else if (!holds) {
                refusals.add(extreme.words());
            }
        }
        return refusals;
    }

    @Test
    final void thePageOfTheTypesIsUpToDate() {
        String engine = engine(store().name());
        assumeTrue(TypesPage.describes(engine), () -> store().name() + " has no column in docs/types.md");
        RoundTrip trip = new RoundTrip(plinth(), store());
        Map<String, String> everywhere = new LinkedHashMap<>();
        Map<String, String> here = new LinkedHashMap<>();
        types().forEach(type -> {
            everywhere.put(type.name(), refusedEverywhere(type));
            here.put(type.name(), cell(type, trip));
        });
        TypesPage page = TypesPage.read();
        page.checkOrWrite("refused everywhere", everywhere);
        page.checkOrWrite(engine, here);
    }

    private static String refusedEverywhere(BasicType<?> type) {
        Set<String> words = new LinkedHashSet<>();
        type.extremes().stream().filter(each -> each.fate() == Fate.REFUSED).forEach(each -> words.add(each.words()));
        return String.join(", ", words);
    }

    /** How this database holds a type: the column's type, then what of the values. */
    private <T> String cell(BasicType<T> type, RoundTrip trip) {
        List<String> parts = new ArrayList<>();
        parts.add("`" + store().columnType(store().column(Held.class, type.property())) + "`");
        if (store().column(Held.class, type.property()).type().isTemporal()) {
            parts.add(digitsOfASecond(type, trip) + " digits of a second");
        }
        Span<T> span = type.span();
        String limits = span == null ? "" : span.limits(value -> trip.holds(type, value));
        if (!limits.isEmpty()) {
            parts.add(limits);
        }
        Set<String> refusals = refusals(type, trip);
        if (!refusals.isEmpty()) {
            parts.add("refused: " + String.join(", ", refusals));
        }
        return String.join("; ", parts);
    }

    @SuppressWarnings("unchecked")
    private static <T> int digitsOfASecond(BasicType<T> type, RoundTrip trip) {
        Temporal fine = (Temporal) type.extremes().get(0).value();
        T written = trip.written(type, (T) fine.with(ChronoField.NANO_OF_SECOND, 111_111_111));
        return Integer.toString(((Temporal) written).get(ChronoField.NANO_OF_SECOND))
                .replace("0", "")
                .length();
    }

    private static String engine(String name) {
        return name.startsWith("mongo-java-server") ? "MongoDB" : name.split(" ", 2)[0];
    }
}
