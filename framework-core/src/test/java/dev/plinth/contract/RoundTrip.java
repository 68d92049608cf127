package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.contract.domain.Held;
import dev.plinth.contract.values.BasicType;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.InvalidValueException;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

/** Sends values to the database and back, each in a row of its own and read by another unit of work. */
final class RoundTrip {
    private static final int NANOSECONDS = 9;

    private final Plinth plinth;
    private final ObservedStore store;
    private long lastId;

    RoundTrip(Plinth plinth, ObservedStore store) {
        this.plinth = plinth;
        this.store = store;
    }

    /**
     * Whether the database holds a value: it comes out equal. Else it was refused by name before anything was sent; there
     * is no third way.
     */
    <T> boolean holds(BasicType<T> type, T value) {
        Held held = holding(type, value);
        if (!accepts(type, held)) {
            return false;
        }
        T onObject = Contract.present(type.getter().apply(held));
        assertSame(type, onObject, atPrecision(type, value));
        plinth.transact(uow -> {
            Held stored = uow.getById(Held.class, held.id);
            assertSame(type, Contract.present(type.getter().apply(stored)), onObject);
            uow.remove(stored);
        });
        return true;
    }

    /** What a value has become when it was written. */
    <T> T written(BasicType<T> type, T value) {
        Held held = holding(type, value);
        assertThat(accepts(type, held)).as(type.name()).isTrue();
        return Contract.present(type.getter().apply(plinth.readResult(uow -> uow.getById(Held.class, held.id))));
    }

    private <T> Held holding(BasicType<T> type, T value) {
        Held held = new Held();
        held.id = ++lastId;
        type.setter().accept(held, value);
        return held;
    }

    private boolean accepts(BasicType<?> type, Held held) {
        store.takeWrites();
        try {
            plinth.transact(uow -> uow.insert(held));
            return true;
        } catch (InvalidValueException e) {
            assertThat(e.errorCode())
                    .isIn(ErrorCode.VALUE_REFUSED, ErrorCode.VALUE_TOO_LONG, ErrorCode.VALUE_OUT_OF_RANGE);
            assertThat(e)
                    .satisfies(Errors.hasCode(e.errorCode()))
                    .hasMessageContaining("'Held." + type.property() + "'")
                    .hasMessageContaining("Nothing was sent");
            assertThat(store.takeWrites()).isEmpty();
            return false;
        }
    }

    // the messages of assertions would be long for texts and bytes that are
    private static <T> void assertSame(BasicType<T> type, T actual, T expected) {
        if (!type.same().test(actual, expected)) {
            throw new AssertionError(type.name() + ": " + shortened(expected) + " has become " + shortened(actual));
        }
    }

    private static String shortened(Object value) {
        String text = value instanceof byte[] bytes ? bytes.length + " bytes" : value.toString();
        return text.length() <= 200 ? text : text.substring(0, 200) + "... of " + text.length();
    }

    @SuppressWarnings("unchecked")
    private <T> T atPrecision(BasicType<T> type, T value) {
        if (!store.column(Held.class, type.property()).type().isTemporal()) {
            return value;
        }
        Temporal temporal = (Temporal) value;
        long unit = (long) Math.pow(10, NANOSECONDS - store.secondPrecision());
        long nanos = temporal.getLong(ChronoField.NANO_OF_SECOND);
        return (T) temporal.with(ChronoField.NANO_OF_SECOND, nanos - nanos % unit);
    }
}
