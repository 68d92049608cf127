package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.backend.Backend;
import dev.plinth.contract.domain.Parcel;
import dev.plinth.error.ErrorCode;
import dev.plinth.mapping.EntityMapping;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A flush checks and truncates what it writes, and nothing else: a row that another program has written may hold what the
 * mapping would not take. What is truncated is so on the object too.
 */
public abstract class WrittenValueContract extends Contract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Plinth wide = nothing();
    private Plinth narrow = nothing();
    private ObservedStore written = nothing();

    @Override
    protected final List<Class<?>> entities() {
        return List.of();
    }

    @BeforeEach
    final void openBoth() {
        Backend backend = database();
        wide = open(Plinth.builder(backend).mappings(mapping(40, 3)));
        ObservedStore.Observer observer = new ObservedStore.Observer(backend);
        narrow = Plinth.builder(observer).mappings(mapping(5, 0)).build();
        written = observer.store();
    }

    private static EntityMapping<Parcel> mapping(int length, int digits) {
        return EntityMapping.of(Parcel.class)
                .id(Parcel::getId)
                .column(Parcel::getLabel, column -> column.length(length))
                .column(Parcel::getWeight, column -> column.precision(10, 3))
                .column(Parcel::getSentAt, column -> column.secondPrecision(digits))
                .column(Parcel::getFloor, column -> {
                    if (digits == 0) {
                        column.notNull();
                    }
                })
                .elements(Parcel::getWords, words -> words.value(word -> word.length(length)))
                .elements(Parcel::getStops, stops -> stops.value(stop -> stop.secondPrecision(digits)))
                .elements(Parcel::getScans, scans -> scans.value(scan -> scan.secondPrecision(digits)))
                .elements(Parcel::getFees, fees -> fees.value(fee -> fee.precision(10, 2)));
    }

    @AfterEach
    final void closeNarrow() {
        narrow.close();
    }

    private void given() {
        Parcel parcel = new Parcel(1);
        parcel.setLabel("much longer");
        parcel.setWeight(new BigDecimal("1.125"));
        parcel.setSentAt(NOON.plusMillis(123));
        parcel.getWords().addAll(List.of("longer still", "b"));
        parcel.getStops().add(NOON.plusMillis(5));
        parcel.getScans().addAll(List.of(NOON.plusMillis(7), NOON.plusMillis(8)));
        wide.transact(uow -> uow.insert(parcel));
    }

    private void change(Consumer<Parcel> change) {
        narrow.transact(uow -> change.accept(uow.getById(Parcel.class, 1L)));
    }

    private Parcel stored() {
        return wide.readResult(uow -> uow.getById(Parcel.class, 1L));
    }

    @Test
    void whatIsOnlyReadIsNotWritten() {
        given();
        change(parcel -> assertThat(parcel.getLabel()).isEqualTo("much longer"));
        assertThat(written.takeWrites()).isEmpty();
    }

    @Test
    void onlyChangedColumnsAreCheckedAndTruncated() {
        given();
        change(parcel -> parcel.setFloor(3));
        assertThat(written.takeWrites()).singleElement().satisfies(write -> {
            assertThat(write.columns()).extracting(column -> column.path()).containsExactly("floor");
            assertThat(write.collections()).isEmpty();
        });
        assertThat(stored().getFloor()).isEqualTo(3);
        assertThat(stored().getLabel()).isEqualTo("much longer");
        assertThat(stored().getWeight()).isEqualByComparingTo("1.125");
        assertThat(stored().getSentAt()).isEqualTo(NOON.plusMillis(123));
    }

    @Test
    void onlyNewElementsAreCheckedAndTruncated() {
        given();
        change(parcel -> {
            parcel.getWords().add("c");
            parcel.getStops().add(NOON.plusMillis(9));
            parcel.getScans().add(NOON.plusMillis(9));
        });
        assertThat(stored().getWords()).containsExactly("longer still", "b", "c");
        assertThat(stored().getStops()).containsExactly(NOON.plusMillis(5), NOON);
        assertThat(stored().getScans()).containsExactlyInAnyOrder(NOON.plusMillis(7), NOON.plusMillis(8), NOON);
    }

    @Test
    void whatIsChangedIsRefused() {
        given();
        refused(parcel -> parcel.setLabel("another one"), ErrorCode.VALUE_TOO_LONG, "Parcel.label");
        refused(parcel -> parcel.setWeight(new BigDecimal("2.1255")), ErrorCode.VALUE_REFUSED, "Parcel.weight");
        refused(parcel -> parcel.getWords().set(1, "another one"), ErrorCode.VALUE_TOO_LONG, "Parcel.words");
        change(parcel -> parcel.setFloor(3));
        refused(parcel -> parcel.setFloor(null), ErrorCode.NOT_NULL, "Parcel.floor");
        assertThat(stored().getFloor()).isEqualTo(3);
    }

    private void refused(Consumer<Parcel> change, ErrorCode code, String property) {
        assertThatThrownBy(() -> change(change)).satisfies(hasCode(code)).hasMessageContaining(property);
    }

    @Test
    void timesAreTruncatedOnTheObjectToo() {
        Parcel parcel = new Parcel(1);
        parcel.setFloor(1);
        parcel.setSentAt(NOON.plusMillis(1));
        parcel.getStops().addAll(List.of(NOON.plusMillis(1), NOON.plusMillis(2)));
        parcel.getScans().addAll(List.of(NOON.plusMillis(1), NOON.plusMillis(2), NOON.plusSeconds(1)));
        narrow.transact(uow -> uow.insert(parcel));
        assertThat(parcel.getSentAt()).isEqualTo(NOON);
        assertThat(parcel.getStops()).containsExactly(NOON, NOON);
        assertThat(parcel.getScans()).containsExactlyInAnyOrder(NOON, NOON.plusSeconds(1));
        change(again -> {
            again.getStops().add(NOON.plusMillis(1500));
            again.getScans().add(NOON.plusMillis(1500));
        });
        assertThat(stored().getStops()).containsExactly(NOON, NOON, NOON.plusSeconds(1));
        assertThat(stored().getScans()).containsExactlyInAnyOrder(NOON, NOON.plusSeconds(1));
    }

    @Test
    void aSetHoldsOnceWhatTheColumnHoldsOnce() {
        Parcel parcel = new Parcel(1);
        parcel.setFloor(1);
        parcel.getFees().addAll(List.of(new BigDecimal("1.0"), new BigDecimal("1.00"), new BigDecimal("2")));
        narrow.transact(uow -> uow.insert(parcel));
        assertThat(parcel.getFees()).containsExactlyInAnyOrder(new BigDecimal("1.00"), new BigDecimal("2.00"));
        assertThat(stored().getFees()).isEqualTo(parcel.getFees());
    }
}
