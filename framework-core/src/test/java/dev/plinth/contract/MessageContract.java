package dev.plinth.contract;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.plinth.Plinth;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Misfit;
import dev.plinth.contract.domain.Note;
import dev.plinth.specification.Selection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The messages of the commonest mistakes, word for word. */
public abstract class MessageContract extends Contract {
    private static final UUID ADA = UUID.fromString("01a203cf-41c1-7000-9b0b-21d426684a7f");

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Currency.class, Note.class);
    }

    private static String message(Step<RuntimeException> step) {
        return String.valueOf(present(catchThrowable(step::run)).getMessage());
    }

    private Customer ada() {
        Customer ada = new Customer("Ada", "ada@example.org");
        ada.setId(ADA);
        return ada;
    }

    @Test
    void aMisspelledProperty() {
        assertThat(message(() -> plinth().read(uow -> uow.find(Selection.of(Currency.class)
                        .where(where(Currency.class, "nmae").is("Euro"))))))
                .isEqualTo(
                        "PL-302: 'Currency' has no property 'nmae'. Did you mean 'name'? It has code, digits, name, version");
    }

    @Test
    void anUnsupportedAnnotation() {
        assertThat(message(
                        () -> Plinth.builder(database()).entities(Misfit.class).build()))
                .isEqualTo("""
                        PL-101: the model has 2 mistakes:
                          - dev.plinth.contract.domain.Misfit.twin: @PrimaryKeyJoinColumn is not supported. Give the\
                         entity an id of its own and keep the reference beside it, with @OneToOne or @ManyToOne and its\
                         own @JoinColumn
                          - dev.plinth.contract.domain.Misfit.check(): @PrePersist is not supported. Put the behaviour\
                        \sinto the constructor and the methods of the entity, or around the unit of work""");
    }

    @Test
    void aNullInASpecification() {
        assertThat(message(() -> where(Customer::getName).is(nothing())))
                .isEqualTo(
                        "PL-301: the value of 'is' for 'name' is null, which never means 'no condition'. Use isNull() or"
                                + " isNotNull() to test for null, or leave the condition out");
    }

    @Test
    void aNullWhereASelectionOrATypeBelongs() {
        String selection = "PL-301: the selection is null. Give one: Selection.of(Customer.class) selects all";
        Selection<Customer> none = nothing();
        plinth().read(uow -> {
            assertThat(message(() -> uow.find(none))).isEqualTo(selection);
            assertThat(message(() -> uow.stream(none))).isEqualTo(selection);
            assertThat(message(() -> uow.count(none))).isEqualTo(selection);
            assertThat(message(() -> uow.exists(none))).isEqualTo(selection);
            Class<Customer> type = nothing();
            assertThat(message(() -> uow.findById(type, 1)))
                    .isEqualTo("PL-301: the type of the entity is null. Give its class:"
                            + " findById(Customer.class, id)");
        });
    }

    @Test
    void aDuplicateKey() {
        insert(ada());
        assertThat(message(() -> insert(new Customer("Bob", "ada@example.org"))))
                .startsWith(
                        "PL-402: another 'Customer' has the same 'email' already. Choose another value, or change or"
                                + " remove that one first");
        Customer sameId = ada();
        sameId.setEmail("other@example.org");
        assertThat(message(() -> insert(sameId)))
                .startsWith("PL-402: another 'Customer' has the same 'id' already. Choose another value, or change or"
                        + " remove that one first");
    }

    @Test
    void aStaleVersion() {
        insert(ada());
        Customer old = stored(Customer.class, ADA);
        plinth().transact(uow -> uow.getById(Customer.class, ADA).setName("Augusta"));
        old.setName("late");
        assertThat(message(() -> plinth().transact(uow -> uow.update(old))))
                .isEqualTo(
                        "PL-401: 'Customer' with id 01a203cf-41c1-7000-9b0b-21d426684a7f was read with version 1, but the"
                                + " database has version 2: someone else has changed it. Read it again and repeat the change");
    }

    @Test
    void aRowThatIsGone() {
        Currency euro = saved(Currency.of("EUR", "Euro", 2));
        plinth().transact(uow -> uow.remove(uow.getById(Currency.class, "EUR")));
        assertThat(message(() -> plinth().transact(uow -> uow.update(euro.named("late")))))
                .isEqualTo(
                        "PL-401: 'Currency' with id EUR was read with version 1, but it has been deleted by someone else");
    }

    @Test
    void anEntityThatMustExist() {
        assertThat(message(() -> plinth().read(uow -> uow.getById(Currency.class, "XXX"))))
                .isEqualTo("PL-305: there is no 'Currency' with id XXX");
    }

    @Test
    void aValueThatIsTooLong() {
        assertThat(message(() -> insert(Currency.of("EURO", "Euro", 2))))
                .isEqualTo(
                        "PL-409: 'Currency.code' (String, column 'code') cannot hold the value: a text of 4 characters is longer"
                                + " than the column's length of 3; raise @Column(length). Nothing was sent to the database");
    }

    @Test
    void aMissingId() {
        assertThat(message(() -> insert(new Note(null, "none"))))
                .isEqualTo(
                        "PL-207: a 'Note' without an id: 'id' is null. Set it before, or let it be generated with @GeneratedValue");
    }

    @Test
    void aWriteInAReadingUnitOfWork() {
        assertThat(message(() -> plinth().read(uow -> uow.insert(new Note(1L, "one")))))
                .isEqualTo(
                        "PL-203: a write in a unit of work that only reads. Use transact(...) in place of read(...)");
    }
}
