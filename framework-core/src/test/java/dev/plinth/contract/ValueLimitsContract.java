package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Product;
import dev.plinth.contract.domain.Specimen;
import dev.plinth.error.DataRuleError;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.InvalidValueException;
import dev.plinth.error.ModelException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.ValueOutOfRangeException;
import dev.plinth.error.ValueTooLongException;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A value that a column cannot hold is refused by name before anything is sent. */
public abstract class ValueLimitsContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Specimen.class, Customer.class, Currency.class, Product.class);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(Consumer<Specimen> change) {
        Specimen specimen = Specimens.ordinary(1);
        change.accept(specimen);
        return refused(specimen);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(Object entity) {
        return refused(ErrorCode.VALUE_REFUSED, InvalidValueException.class, entity);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> tooLong(Object entity) {
        return refused(ErrorCode.VALUE_TOO_LONG, ValueTooLongException.class, entity);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> absent(Object entity) {
        return refused(ErrorCode.NOT_NULL, NotNullViolationException.class, entity);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> outOfRange(Consumer<Specimen> change) {
        Specimen specimen = Specimens.ordinary(1);
        change.accept(specimen);
        return refused(ErrorCode.VALUE_OUT_OF_RANGE, ValueOutOfRangeException.class, specimen);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(
            ErrorCode code, Class<? extends DataRuleError> type, Object entity) {
        store().takeWrites();
        AbstractThrowableAssert<?, ? extends Throwable> error = assertThatThrownBy(() -> insert(entity))
                .isInstanceOf(type)
                .satisfies(hasCode(code))
                .satisfies(e -> assertThat(((DataRuleError) e).properties()).hasSize(1))
                .satisfies(e -> assertThat(((DataRuleError) e).columns()).hasSize(1));
        assertThat(store().takeWrites()).isEmpty();
        return error;
    }

    @Test
    void aDecimalWithTooManyDigitsAfterThePoint() {
        refused(s -> s.decimal = new BigDecimal("1.2345678"))
                .hasMessageContaining("Specimen")
                .hasMessageContaining("decimal")
                .hasMessageContaining("6")
                .hasMessageNotContaining("1.2345678");
    }

    @Test
    void aDecimalWithTrailingZerosIsNotTooLong() {
        Specimen specimen = Specimens.ordinary(1);
        specimen.decimal = new BigDecimal("1.2300000000");
        insert(specimen);
        assertThat(stored(Specimen.class, 1L).decimal).isEqualByComparingTo("1.23");
    }

    @Test
    void aDecimalWithTooManyDigits() {
        outOfRange(s -> s.decimal = new BigDecimal("123456789012345"))
                .hasMessageContaining("decimal")
                .hasMessageContaining("14");
    }

    @Test
    void aWholeNumberWithTooManyDigits() {
        outOfRange(s -> s.integer = BigInteger.TEN.pow(30))
                .hasMessageContaining("integer")
                .hasMessageContaining("30");
    }

    @Test
    void notANumber() {
        refused(s -> s.twice = Double.NaN)
                .hasMessageContaining("Specimen.twice")
                .hasMessageContaining("NaN");
        refused(s -> s.singleBox = Float.NaN).hasMessageContaining("Specimen.singleBox");
    }

    @Test
    void aTextThatIsTooLong() {
        tooLong(new Customer("x".repeat(101)))
                .hasMessageContaining("Customer")
                .hasMessageContaining("name")
                .hasMessageContaining("100")
                .hasMessageContaining("101");
        insert(new Customer("x".repeat(100)));
    }

    @Test
    void aTextThatIsTooLongInARecord() {
        tooLong(Currency.of("EURO", "Euro", 2)).hasMessageContaining("Currency").hasMessageContaining("code");
    }

    @Test
    void aTextThatIsTooLongInACollection() {
        Customer customer = new Customer("Ada");
        customer.getTags().add("x".repeat(256));
        tooLong(customer).hasMessageContaining("tags").hasMessageContaining("255");
    }

    @Test
    void aNullWhereTheColumnTakesNone() {
        absent(new Customer(nothing()))
                .hasMessageContaining("Customer")
                .hasMessageContaining("name")
                .hasMessageContaining("null");
        absent(new Product(null, nothing(), null, Set.of(), null)).hasMessageContaining("Product");
    }

    @Test
    void aChangeIsCheckedToo() {
        insert(Specimens.ordinary(1));
        store().takeWrites();
        assertThatThrownBy(() ->
                        plinth().transact(uow -> uow.getById(Specimen.class, 1L).decimal = new BigDecimal("0.0000001")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("decimal");
        assertThat(store().takeWrites()).isEmpty();
    }

    @Test
    void nothingOfTheUnitOfWorkIsSent() {
        store().takeWrites();
        Specimen bad = Specimens.ordinary(2);
        bad.twice = Double.NaN;
        assertThatThrownBy(() -> insert(new Customer("Ada"), Specimens.ordinary(1), bad))
                .isInstanceOf(InvalidValueException.class);
        assertThat(store().takeWrites()).isEmpty();
    }

    @Test
    void timesAreTruncatedOnTheObjectToo() {
        ChronoUnit unit = precision();
        Specimen s = Specimens.ordinary(1);
        s.time = LocalTime.of(12, 34, 56, 789_123_987);
        s.dateTime = LocalDateTime.of(2026, 1, 1, 12, 34, 56, 789_123_987);
        s.instant = Instant.parse("2026-01-01T12:34:56.789123987Z");
        s.offsetDateTime = OffsetDateTime.of(s.dateTime, ZoneOffset.ofHours(-3));
        insert(s);
        assertThat(s.time).isEqualTo(LocalTime.of(12, 34, 56, 789_123_987).truncatedTo(unit));
        Specimen stored = stored(Specimen.class, 1L);
        assertThat(stored.time).isEqualTo(s.time);
        assertThat(stored.dateTime).isEqualTo(s.dateTime);
        assertThat(stored.instant).isEqualTo(s.instant);
        assertThat(stored.offsetDateTime).isEqualTo(s.offsetDateTime);
    }

    @Test
    void aTimeBeforeTheEpochIsTruncatedDownwards() {
        ChronoUnit unit = precision();
        Specimen s = Specimens.ordinary(1);
        Instant instant = Instant.parse("1969-12-31T23:59:59.999999999Z");
        s.instant = instant;
        insert(s);
        assertThat(stored(Specimen.class, 1L).instant).isEqualTo(instant.truncatedTo(unit));
    }

    @Test
    void aTruncatedTimeIsNoChange() {
        Specimen s = Specimens.ordinary(1);
        insert(s);
        assertThat(cost(() -> plinth().transact(uow -> {
                            Specimen stored = uow.getById(Specimen.class, 1L);
                            stored.instant = present(stored.instant).plusNanos(1);
                        }))
                        .updates())
                .isZero();
    }

    @Entity
    static class Tick {
        @Id
        long id;

        @Column(secondPrecision = 0)
        Instant second = Instant.parse("2026-01-01T12:34:56.789123987Z");

        @Column(secondPrecision = 2)
        @Nullable
        LocalTime hundredth = LocalTime.of(12, 34, 56, 789_123_987);

        @ElementCollection
        @Column(secondPrecision = 1)
        List<LocalDateTime> tenths = new ArrayList<>(List.of(LocalDateTime.of(2026, 1, 1, 12, 34, 56, 789_123_987)));
    }

    @Test
    void aTimeHasThePrecisionOfItsColumn() {
        Plinth ticks = open(Plinth.builder(database()).entities(Tick.class));
        Tick tick = new Tick();
        ticks.transact(uow -> uow.insert(tick));
        Tick stored = ticks.readResult(uow -> uow.getById(Tick.class, 0L));
        assertThat(stored.second)
                .isEqualTo(Instant.parse("2026-01-01T12:34:56Z"))
                .isEqualTo(tick.second);
        assertThat(stored.hundredth)
                .isEqualTo(LocalTime.of(12, 34, 56, 780_000_000))
                .isEqualTo(tick.hundredth);
        assertThat(stored.tenths).containsExactly(LocalDateTime.of(2026, 1, 1, 12, 34, 56, 700_000_000));
    }

    @Embeddable
    record Span(@Column(secondPrecision = 9) LocalDateTime from) {}

    @Entity
    static class Clock {
        @Id
        long id;

        @Column(secondPrecision = 9)
        Instant nanosecond;

        @Column(secondPrecision = 3)
        Instant millisecond;

        @Embedded
        Span span;

        @ElementCollection
        @Column(secondPrecision = 7)
        List<LocalTime> times;
    }

    @Test
    void aPrecisionThatCannotBeHadIsRefused() {
        assertThatThrownBy(
                        () -> Plinth.builder(database()).entities(Clock.class).build())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("Clock.nanosecond: @Column(secondPrecision = 9), but ")
                .hasMessageContaining("Clock.span.from: @Column(secondPrecision = 9), but ")
                .hasMessageContaining("Clock.times: @Column(secondPrecision = 7), but ")
                .hasMessageContaining(" keeps " + store().secondPrecision() + " digits of a second")
                .hasMessageNotContaining("millisecond");
    }

    private ChronoUnit precision() {
        return switch (store().secondPrecision()) {
            case 3 -> ChronoUnit.MILLIS;
            case 6 -> ChronoUnit.MICROS;
            default -> ChronoUnit.NANOS;
        };
    }

    @Test
    void halfOfASurrogatePairIsNoText() {
        refused(new Customer("cut \ud83d"))
                .hasMessageContaining("Customer.name")
                .hasMessageContaining("surrogate");
    }
}
