package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.Statistics;
import dev.plinth.contract.domain.Address;
import dev.plinth.contract.domain.Currencies;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Note;
import dev.plinth.contract.domain.Receipt;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.ModelException;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.ManualUnitOfWork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Plinth itself: several in one application, their schema, their statistics, their end. */
public abstract class PlinthContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Currency.class, Note.class, Receipt.class);
    }

    private Plinth second() {
        return open(Plinth.builder(database()).entities(Currency.class, Note.class, Receipt.class));
    }

    private static List<String> codes(Plinth plinth) {
        return plinth.readResult(uow -> uow.find(Selection.of(Currency.class)).stream()
                .map(Currency::code)
                .toList());
    }

    @Test
    void twoPlinthsAreTwoWorlds() {
        Plinth other = second();
        plinth().transact(uow -> {
            uow.insert(Currency.of("EUR", "Euro", 2));
            // a unit of work of another Plinth is not joined
            other.transact(theirs -> theirs.insert(Currency.of("USD", "Dollar", 2)));
            assertThat(codes(other)).containsExactly("USD");
        });
        assertThat(codes(plinth())).containsExactly("EUR");
        assertThat(codes(other)).containsExactly("USD");
        assertThat(plinth().repository(Currencies.class).findById("USD")).isEmpty();
        assertThat(other.repository(Currencies.class).findById("USD")).isPresent();
    }

    @Test
    void aRollbackOfOneLeavesTheOther() {
        Plinth other = second();
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.insert(Currency.of("EUR", "Euro", 2));
                    other.transact(theirs -> theirs.insert(Currency.of("USD", "Dollar", 2)));
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(codes(plinth())).isEmpty();
        assertThat(codes(other)).containsExactly("USD");
    }

    @Test
    void theSchemaIsCreatedOnce() {
        insert(Currency.of("EUR", "Euro", 2), new Receipt(1));
        plinth().schema().create();
        assertThat(codes(plinth())).containsExactly("EUR");
        plinth().schema().drop();
        plinth().schema().create();
        assertThat(codes(plinth())).isEmpty();
        plinth().schema().drop();
        assertThatCode(() -> plinth().schema().drop()).doesNotThrowAnyException();
    }

    @Test
    void statisticsCountWhatIsDone() {
        Statistics before = plinth().statistics();
        insert(Currency.of("EUR", "Euro", 2), Currency.of("USD", "Dollar", 2));
        plinth().transact(uow -> {
            Currency euro = uow.getById(Currency.class, "EUR");
            uow.update(euro.named("x"));
            uow.remove(uow.getById(Currency.class, "USD"));
        });
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        Statistics done = plinth().statistics().since(before);
        assertThat(done.inserts()).isEqualTo(1);
        assertThat(done.batches()).isEqualTo(1);
        assertThat(done.selects()).isEqualTo(2);
        assertThat(done.updates()).isEqualTo(1);
        assertThat(done.deletes()).isEqualTo(1);
        assertThat(done.rowsRead()).isEqualTo(2);
        assertThat(done.rowsWritten()).isEqualTo(4);
        assertThat(done.flushes()).isEqualTo(2);
        assertThat(done.commits()).isEqualTo(2);
        assertThat(done.rollbacks()).isEqualTo(1);
        assertThat(done.conflicts()).isZero();
        assertThat(done.statements()).isEqualTo(5);
    }

    @Test
    void theEngineHasAName() {
        assertThat(plinth().engine()).isNotBlank().isEqualTo(store().name());
    }

    @Test
    void aClosedPlinthSaysSo() {
        Plinth other = second();
        Currencies currencies = other.repository(Currencies.class);
        close(other);
        assertThatCode(other::close).doesNotThrowAnyException();
        assertThatThrownBy(() -> other.transact(uow -> {})).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
        assertThatThrownBy(() -> other.read(uow -> {})).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
        assertThatThrownBy(() -> other.begin().close()).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
        assertThatThrownBy(() -> currencies.findById("EUR")).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
        assertThat(codes(plinth())).isEmpty();
    }

    @Test
    void aUnitOfWorkThatStillRunsFailsAfterTheClose() {
        Plinth other = second();
        try (ManualUnitOfWork uow = other.begin()) {
            uow.insert(new Note(1L, "one"));
            onAnotherThread(() -> close(other));
            assertThatThrownBy(uow::commit).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void aNullIsRefusedWithWhatToGive() {
        assertThatThrownBy(() -> plinth().repository(nothing()))
                .satisfies(hasCode(ErrorCode.ARGUMENT_NULL))
                .hasMessageContaining("the type of the repository is null. Give the interface or class");
        assertThatThrownBy(() -> plinth().transact(nothing())).satisfies(hasCode(ErrorCode.ARGUMENT_NULL));
        assertThatThrownBy(() -> plinth().transactResult(nothing())).satisfies(hasCode(ErrorCode.ARGUMENT_NULL));
        assertThatThrownBy(() -> plinth().read(nothing())).satisfies(hasCode(ErrorCode.ARGUMENT_NULL));
        plinth().transact(uow -> {
            assertThatThrownBy(() -> uow.repository(nothing())).satisfies(hasCode(ErrorCode.ARGUMENT_NULL));
            assertThatThrownBy(() -> plinth().transact(nothing())).satisfies(hasCode(ErrorCode.ARGUMENT_NULL));
            uow.flush();
        });
        Class<?> none = nothing();
        assertThatThrownBy(() -> Plinth.builder(database()).entities(none))
                .satisfies(hasCode(ErrorCode.CONFIGURATION_INVALID))
                .hasMessageContaining("the entity given to the builder is null");
    }

    @Test
    void aPlinthWithoutEntitiesIsRefused() {
        assertThatThrownBy(() -> Plinth.builder(database()).build())
                .satisfies(hasCode(ErrorCode.CONFIGURATION_INVALID))
                .hasMessageContaining("the Plinth has no entities");
    }

    @Test
    void anEmbeddableIsNoEntity() {
        assertThatThrownBy(() -> Plinth.builder(database())
                        .entities(Customer.class, Address.class)
                        .build())
                .isInstanceOfSatisfying(
                        ModelException.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.toString())
                                                .contains(
                                                        "Address: the class is @Embeddable: a part of entities, and none itself.")));
    }
}
