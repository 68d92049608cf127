package dev.plinth.contract.values;

import dev.plinth.contract.domain.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * A basic type: the property of {@link Held} that has it, and the values to try.
 *
 * @param name as in documentation
 * @param property the property
 * @param setter sets the property
 * @param getter reads it
 * @param same whether two values are equal to a database
 * @param values generates values, also of those that a database may refuse
 * @param extremes values that stores and drivers get wrong
 * @param span all values in a row, where a database may have limits; or null
 */
public record BasicType<T>(
        String name,
        String property,
        BiConsumer<Held, T> setter,
        Function<Held, @Nullable T> getter,
        BiPredicate<T, T> same,
        Arbitrary<T> values,
        List<Extreme<T>> extremes,
        @Nullable Span<T> span) {
    @SafeVarargs
    static <T> BasicType<T> of(
            String name,
            String property,
            BiConsumer<Held, T> setter,
            Function<Held, @Nullable T> getter,
            Arbitrary<T> values,
            Extreme<T>... extremes) {
        List<Extreme<T>> all = new ArrayList<>();
        for (Extreme<T> extreme : extremes) {
            all.add(extreme);
        }
        return new BasicType<>(name, property, setter, getter, Object::equals, values, List.copyOf(all), null);
    }

    BasicType<T> comparedBy(BiPredicate<T, T> equality) {
        return new BasicType<>(name, property, setter, getter, equality, values, extremes, span);
    }

    BasicType<T> within(Span<T> all) {
        return new BasicType<>(name, property, setter, getter, same, values, extremes, all);
    }

    @Override
    public String toString() {
        return name;
    }
}
