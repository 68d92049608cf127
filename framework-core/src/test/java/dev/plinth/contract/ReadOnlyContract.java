package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.backend.Backend;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.CurrencyView;
import dev.plinth.contract.domain.CurrencyViews;
import dev.plinth.contract.domain.Room;
import dev.plinth.error.ErrorCode;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import dev.plinth.unitofwork.Work;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities that are only read: here from a table that another Plinth writes. */
public abstract class ReadOnlyContract extends Contract {
    private Plinth writer = nothing();
    private Plinth reader = nothing();

    @Override
    protected final List<Class<?>> entities() {
        return List.of();
    }

    @BeforeEach
    final void openBoth() {
        Backend shared = database();
        writer = open(Plinth.builder(shared).entities(Currency.class));
        reader = Plinth.builder(shared).entities(CurrencyView.class).build();
        writer.transact(uow -> {
            uow.insert(Currency.of("EUR", "Euro", 2));
            uow.insert(Currency.of("JPY", "Yen", 0));
            uow.insert(Currency.of("USD", "Dollar", 2));
        });
    }

    @AfterEach
    final void closeReader() {
        reader.close();
    }

    private void refused(Work<RuntimeException> work) {
        reader.transact(uow -> assertThatThrownBy(() -> work.run(uow))
                .satisfies(hasCode(ErrorCode.ENTITY_READ_ONLY))
                .hasMessageContaining("CurrencyView"));
    }

    @Test
    void isReadInEveryWay() {
        CurrencyViews views = reader.repository(CurrencyViews.class);
        Specification<CurrencyView> cents = where(CurrencyView::digits).is(2);
        assertThat(views.getById("JPY").name()).isEqualTo("Yen");
        assertThat(views.findAll(cents, Order.by(Sort.desc("code"))))
                .extracting(CurrencyView::code)
                .containsExactly("USD", "EUR");
        assertThat(views.count(cents)).isEqualTo(2);
        assertThat(views.page(cents, PageRequest.ofPage(2, 1, true), Order.by(Sort.asc("code")))
                        .content())
                .extracting(CurrencyView::code)
                .containsExactly("USD");
        try (Stream<CurrencyView> all = views.stream(cents, Order.by(Sort.asc("name")))) {
            assertThat(all).extracting(CurrencyView::name).containsExactly("Dollar", "Euro");
        }
        reader.transact(uow -> assertThat(uow.getById(CurrencyView.class, "EUR"))
                .isSameAs(uow.find(Selection.of(CurrencyView.class)
                                .where(where(CurrencyView::code).is("EUR")))
                        .get(0)));
    }

    @Test
    void everyWriteIsRefusedAtOnce() {
        CurrencyView fresh = new CurrencyView("CHF", "Franc", 2, 0);
        CurrencyView known = reader.readResult(uow -> uow.getById(CurrencyView.class, "EUR"));
        refused(uow -> uow.insert(fresh));
        refused(uow -> uow.update(known.named("x")));
        refused(uow -> uow.upsert(fresh));
        refused(uow -> uow.remove(known));
        refused(uow -> uow.restore(CurrencyView.class, "EUR"));
        refused(uow -> uow.purge(CurrencyView.class, "EUR"));
        assertThatThrownBy(() -> reader.repository(CurrencyViews.class).deleteById("EUR"))
                .satisfies(hasCode(ErrorCode.ENTITY_READ_ONLY));
        assertThat(reader.<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(CurrencyView.class))))
                .isEqualTo(3);
    }

    @Test
    void theSchemaLeavesItsTableAlone() {
        reader.schema().create();
        assertThat(reader.schema().script()).doesNotContainIgnoringCase("create table");
        reader.schema().drop();
        assertThat(reader.repository(CurrencyViews.class).findById("EUR")).isPresent();
    }

    @Test
    void aChangedObjectIsRefusedByTheFlush() {
        Backend shared = database();
        Plinth notes = open(Plinth.builder(shared).mappings(mapping()));
        notes.transact(uow -> uow.insert(new Room(1, "a", "green")));
        try (Plinth views =
                Plinth.builder(shared).mappings(mapping().readOnly()).build()) {
            assertThatThrownBy(() -> views.transact(
                            uow -> uow.getById(Room.class, new Room.Key("a", 1)).setColour("red")))
                    .satisfies(hasCode(ErrorCode.ENTITY_READ_ONLY))
                    .hasMessageContaining("colour")
                    .hasMessageNotContaining("green");
        }
    }

    private static EntityMapping<Room> mapping() {
        return EntityMapping.of(Room.class).id("floor").id("door").idClass(Room.Key.class);
    }
}
