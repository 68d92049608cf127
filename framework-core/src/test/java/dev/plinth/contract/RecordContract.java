package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Statistics;
import dev.plinth.contract.domain.Currencies;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Product;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.StaleEntityException;
import dev.plinth.specification.Selection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Immutable entities: a changed record replaces the tracked one. */
public abstract class RecordContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Currency.class, Product.class);
    }

    @Test
    void aReadRecordIsTracked() {
        insert(Currency.of("EUR", "Euro", 2));
        plinth().transact(uow -> {
            Currency euro = uow.getById(Currency.class, "EUR");
            assertThat(uow.getById(Currency.class, "EUR")).isSameAs(euro);
            assertThat(uow.contains(euro)).isTrue();
            assertThat(uow.current(euro)).isSameAs(euro);
        });
    }

    @Test
    void anUpdatedRecordReplacesTheTrackedOne() {
        long version = saved(Currency.of("EUR", "Euro", 2)).version();
        plinth().transact(uow -> {
            Currency euro = uow.getById(Currency.class, "EUR");
            Currency renamed = uow.update(euro.named("Single currency"));
            assertThat(uow.getById(Currency.class, "EUR")).isSameAs(renamed);
            assertThat(uow.contains(euro)).isFalse();
            assertThat(uow.current(euro)).isSameAs(renamed);
            uow.flush();
            assertThat(uow.current(euro).version()).isEqualTo(version + 1);
            assertThat(uow.current(renamed).name()).isEqualTo("Single currency");
            assertThat(uow.getById(Currency.class, "EUR")).isSameAs(uow.current(renamed));
        });
        assertThat(stored(Currency.class, "EUR")).isEqualTo(new Currency("EUR", "Single currency", 2, version + 1));
    }

    @Test
    void anUpdatedRecordIsFoundByAQuery() {
        insert(Currency.of("EUR", "Euro", 2));
        plinth().transact(uow -> {
            uow.update(uow.getById(Currency.class, "EUR").named("x"));
            List<Currency> all = uow.find(Selection.of(Currency.class));
            assertThat(all).extracting(Currency::name).containsExactly("x");
            assertThat(uow.current(all.get(0))).isSameAs(all.get(0));
        });
    }

    @Test
    void aRecordCanBeUpdatedAgainAndAgain() {
        Currency first = saved(Currency.of("EUR", "a", 2));
        plinth().transact(uow -> {
            Currency second = uow.update(first.named("b"));
            Currency third = uow.update(second.named("c"));
            uow.flush();
            Currency current = uow.current(third);
            uow.update(current.named("d"));
        });
        assertThat(stored(Currency.class, "EUR").name()).isEqualTo("d");
        assertThat(stored(Currency.class, "EUR").version()).isEqualTo(first.version() + 2);
    }

    @Test
    void aRecordWithAnotherVersionIsStaleAtOnce() {
        Currency euro = saved(Currency.of("EUR", "Euro", 2));
        plinth().transact(uow -> {
            uow.getById(Currency.class, "EUR");
            Currency old = new Currency("EUR", "old", 2, euro.version() + 7);
            assertThatThrownBy(() -> uow.update(old))
                    .isInstanceOf(StaleEntityException.class)
                    .hasMessageContaining("Currency")
                    .hasMessageContaining("EUR");
        });
        assertThat(stored(Currency.class, "EUR").name()).isEqualTo("Euro");
    }

    @Test
    void anUnchangedRecordWritesNothing() {
        Currency euro = saved(Currency.of("EUR", "Euro", 2));
        Statistics cost = cost(() -> plinth().transact(uow -> uow.update(euro.named("Euro"))));
        assertThat(cost.updates()).isZero();
    }

    @Test
    void aGeneratedIdAndVersionAreOnTheCurrentCopy() {
        plinth().transact(uow -> {
            Product chair = Product.of("chair", "10.00");
            Product inserted = uow.insert(chair);
            uow.flush();
            Product current = uow.current(inserted);
            assertThat(current.id()).isEqualTo(inserted.id());
            assertThat(current.version()).isNotNull();
            assertThat(uow.current(chair)).isSameAs(current);
            uow.update(current.at("12.00"));
        });
        List<Product> all = plinth().readResult(uow -> uow.find(Selection.of(Product.class)));
        assertThat(all)
                .hasSize(1)
                .first()
                .satisfies(product -> assertThat(product.price()).isEqualByComparingTo("12.00"));
    }

    @Test
    void aRecordIsRemovedByAnyOfItsCopies() {
        Currency euro = saved(Currency.of("EUR", "Euro", 2));
        plinth().transact(uow -> uow.remove(euro));
        assertThat(found(Currency.class, "EUR")).isEmpty();
    }

    @Test
    void currentKnowsOnlyWhatWasTracked() {
        Currency euro = saved(Currency.of("EUR", "Euro", 2));
        plinth().transact(uow -> {
            assertThatThrownBy(() -> uow.current(euro)).satisfies(hasCode(ErrorCode.ENTITY_STATE));
            Currency tracked = uow.getById(Currency.class, "EUR");
            uow.remove(tracked);
            assertThatThrownBy(() -> uow.current(tracked)).satisfies(hasCode(ErrorCode.ENTITY_STATE));
        });
    }

    @Test
    void refreshOfARecordIsRefused() {
        insert(Currency.of("EUR", "Euro", 2));
        plinth().transact(uow -> {
            Currency euro = uow.getById(Currency.class, "EUR");
            assertThatThrownBy(() -> uow.refresh(euro))
                    .satisfies(hasCode(ErrorCode.ENTITY_STATE))
                    .hasMessageContaining("Currency");
        });
    }

    @Test
    void aRepositoryReturnsTheCopyWithIdAndVersion() {
        Currencies currencies = plinth().repository(Currencies.class);
        Currency euro = currencies.insert(Currency.of("EUR", "Euro", 2));
        Currency renamed = currencies.update(euro.named("x"));
        assertThat(renamed.version()).isEqualTo(euro.version() + 1);
        Currency saved = currencies.save(renamed.named("y"));
        assertThat(saved.version()).isEqualTo(euro.version() + 2);
        Currency upserted = currencies.upsert(saved.named("z"));
        assertThat(upserted).isEqualTo(stored(Currency.class, "EUR"));
        assertThatThrownBy(() -> currencies.update(renamed)).isInstanceOf(StaleEntityException.class);
    }

    @Test
    void aRollbackLeavesOldRecordsUsable() {
        Currency euro = saved(Currency.of("EUR", "Euro", 2));
        UUID[] id = new UUID[1];
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    uow.update(euro.named("lost"));
                    id[0] = uow.insert(Product.of("chair", "1.00")).id();
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
        assertThat(found(Product.class, id[0])).isEmpty();
        plinth().transact(uow -> uow.update(euro.named("kept")));
        assertThat(stored(Currency.class, "EUR").name()).isEqualTo("kept");
    }
}
