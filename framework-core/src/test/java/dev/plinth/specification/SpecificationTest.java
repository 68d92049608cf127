package dev.plinth.specification;

import static dev.plinth.specification.Specification.element;
import static dev.plinth.specification.Specification.not;
import static dev.plinth.specification.Specification.textElement;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Specifications by themselves: how they read, what they refuse, what they mean for plain objects. */
class SpecificationTest {
    private enum Size {
        SMALL,
        LARGE
    }

    private record Wheel(int inches, @Nullable String make) {}

    private record Car(
            String name,
            @Nullable BigDecimal price,
            boolean isElectric,
            Size size,
            @Nullable Wheel spare,
            List<Wheel> wheels,
            Set<String> tags) {}

    private static final Car BEETLE = new Car(
            "Beetle",
            new BigDecimal("10.50"),
            false,
            Size.SMALL,
            new Wheel(15, null),
            List.of(new Wheel(15, "A"), new Wheel(16, "B")),
            Set.of("old", "Round"));

    private static final Car GHOST = new Car("", null, true, Size.LARGE, null, List.of(), Set.of());

    /** With getters of all kinds. */
    @SuppressWarnings("unused")
    private static final class Bean {
        private final boolean active = true;
        private final String URL = "u";
        private final int count = 3;
        private final String isin = "x";

        boolean isActive() {
            return active;
        }

        String getURL() {
            return URL;
        }

        int count() {
            return count;
        }

        String isin() {
            return isin;
        }
    }

    @Test
    void aSpecificationReadsLikeASentence() {
        assertThat(where(Car::name)
                        .is("O'Hara")
                        .and(where(Car::price)
                                .lessThan(new BigDecimal("10"))
                                .or(where(Car::isElectric).is(true)))
                        .and(where(Car::size).isNot(Size.SMALL)))
                .hasToString("name = 'O''Hara' and (price < 10 or isElectric = true) and not size = SMALL");
        assertThat(where(Car::spare, Wheel::make).isNull()).hasToString("spare.make is null");
        assertThat(where(Car::name).ignoringCase().startsWith("b")).hasToString("name starts with 'b' ignoring case");
        assertThat(where(Car::name).in("a", "b")).hasToString("name in ('a', 'b')");
        assertThat(where(Car::price).between(BigDecimal.ONE, BigDecimal.TEN)).hasToString("price >= 1 and price <= 10");
        assertThat(where(Car::tags).contains("old")).hasToString("any tags with element = 'old'");
        assertThat(where(Car::wheels).isEmpty()).hasToString("not wheels is not empty");
        assertThat(Specification.all()).hasToString("all");
        assertThat(Specification.none().not()).hasToString("not none");
        assertThat(where(Car.class, "spare.inches").greaterThanOrEqual(15)).hasToString("spare.inches >= 15");
    }

    @Test
    void twoThatSayTheSameAreEqual() {
        assertThat(where(Car::name).is("a").and(where(Car::isElectric).is(true)))
                .isEqualTo(where(Car::name).is("a").and(where(Car::isElectric).is(true)))
                .hasSameHashCodeAs(
                        where(Car::name).is("a").and(where(Car::isElectric).is(true)))
                .isNotEqualTo(
                        where(Car::name).is("b").and(where(Car::isElectric).is(true)));
        assertThat(where(Car::name).is("a")).isEqualTo(where(Car.class, "name").is("a"));
        assertThat(where(Car::name).is("a").not().not())
                .isEqualTo(where(Car::name).is("a"));
    }

    @Test
    void gettersOfAllKindsNameTheirProperty() {
        assertThat(where(Bean::isActive).is(true)).hasToString("active = true");
        assertThat(where(Bean::getURL).is("u")).hasToString("URL = 'u'");
        assertThat(where(Bean::count).is(3)).hasToString("count = 3");
        assertThat(where(Bean::isin).is("x")).hasToString("isin = 'x'");
    }

    @Test
    void aLambdaExpressionIsRefused() {
        assertThatThrownBy(() -> where((Car car) -> car.name()))
                .isInstanceOf(SpecificationException.class)
                .hasMessageStartingWith("PL-304: a lambda expression in ")
                .hasMessageContaining("method reference");
    }

    private static List<Runnable> callsWithNull() {
        return List.of(
                () -> where(Car::name).is(none()),
                () -> where(Car::name).isNot(none()),
                () -> where(Car::name).in("a", none()),
                () -> where(Car::name).in(SpecificationTest.<List<String>>none()),
                () -> where(Car::name).notIn(Arrays.asList("a", none())),
                () -> where(Car::price).lessThan(none()),
                () -> where(Car::price).greaterThanOrEqual(none()),
                () -> where(Car::price).between(none(), BigDecimal.TEN),
                () -> where(Car::price).between(BigDecimal.TEN, none()),
                () -> where(Car::name).startsWith(none()),
                () -> where(Car::name).ignoringCase().contains(none()),
                () -> where(Car::name).ignoringCase().in("a", none()),
                () -> where(Car::tags).contains(none()),
                () -> where(Car.class, "name").is(none()));
    }

    // a null that the compiler does not see
    private static <V extends @Nullable Object> V none() {
        return null;
    }

    @ParameterizedTest
    @MethodSource("callsWithNull")
    void aNullIsNeverNoCondition(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(SpecificationException.class)
                .satisfies(error ->
                        assertThat(((SpecificationException) error).errorCode()).isEqualTo(ErrorCode.ARGUMENT_NULL))
                .hasMessageContaining("isNull()");
    }

    @Test
    void aNullSpecificationIsRefused() {
        assertThatThrownBy(() -> where(Car::name).is("a").and(none())).hasMessageContaining("Specification.all()");
        assertThatThrownBy(() -> where(Car::name).is("a").or(none())).hasMessageContaining("Specification.none()");
        assertThatThrownBy(() -> where(Car::tags).any(none())).hasMessageContaining("isNotEmpty()");
        assertThatThrownBy(() -> where(Car::name).is("a").isSatisfiedBy(none())).hasMessageContaining("candidate");
    }

    @Test
    void plainObjectsCanBeTested() {
        assertThat(where(Car::name).startsWith("Bee").isSatisfiedBy(BEETLE)).isTrue();
        assertThat(where(Car::price).is(new BigDecimal("10.5")).isSatisfiedBy(BEETLE))
                .isTrue();
        assertThat(where(Car::price).isNot(BigDecimal.ONE).isSatisfiedBy(GHOST)).isTrue();
        assertThat(where(Car::price).lessThan(BigDecimal.TEN).isSatisfiedBy(GHOST))
                .isFalse();
        assertThat(where(Car::spare, Wheel::inches).greaterThan(14).isSatisfiedBy(BEETLE))
                .isTrue();
        assertThat(where(Car::spare, Wheel::inches).greaterThan(14).isSatisfiedBy(GHOST))
                .isFalse();
        assertThat(not(where(Car::spare, Wheel::inches).greaterThan(14)).isSatisfiedBy(GHOST))
                .isTrue();
        assertThat(where(Car::spare).is(new Wheel(15, null)).isSatisfiedBy(BEETLE))
                .isTrue();
        assertThat(where(Car.class, "spare.inches").is(15).isSatisfiedBy(BEETLE))
                .isTrue();
    }

    @Test
    void collectionsOfPlainObjectsCanBeTested() {
        assertThat(where(Car::wheels).any(where(Wheel::make).is("B")).isSatisfiedBy(BEETLE))
                .isTrue();
        assertThat(where(Car::wheels).all(where(Wheel::inches).is(15)).isSatisfiedBy(BEETLE))
                .isFalse();
        assertThat(where(Car::wheels).all(where(Wheel::inches).is(15)).isSatisfiedBy(GHOST))
                .isTrue();
        assertThat(where(Car::wheels).none(where(Wheel::make).isNull()).isSatisfiedBy(BEETLE))
                .isTrue();
        assertThat(where(Car::tags)
                        .any(textElement().ignoringCase().is("ROUND"))
                        .isSatisfiedBy(BEETLE))
                .isTrue();
        assertThat(where(Car::tags).any(element(String.class).lessThan("a")).isSatisfiedBy(BEETLE))
                .isTrue();
        assertThat(where(Car::tags).isEmpty().isSatisfiedBy(GHOST)).isTrue();
    }

    @Test
    void aMisspelledNameIsAnErrorForPlainObjectsToo() {
        assertThatThrownBy(() -> where(Car.class, "nmae").is("a").isSatisfiedBy(BEETLE))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContaining("'nmae'");
    }

    @Test
    void itIsImmutable() {
        List<String> names = new ArrayList<>(List.of("a"));
        Specification<Car> specification = where(Car::name).in(names);
        names.add("Beetle");
        assertThat(specification.isSatisfiedBy(BEETLE)).isFalse();
    }

    @Test
    void aSelectionRefusesNonsense() {
        assertThatThrownBy(() -> Selection.of(Car.class).range(-1, 10)).hasMessageContaining("negative");
        assertThatThrownBy(() -> Selection.of(Car.class).where(none())).hasMessageContaining("Specification.all()");
        assertThat(Selection.of(Car.class).where(where(Car::name).is("a")).limit())
                .isZero();
    }
}
