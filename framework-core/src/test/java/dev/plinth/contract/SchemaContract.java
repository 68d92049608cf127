package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.LongNamed;
import dev.plinth.contract.domain.Order;
import dev.plinth.contract.domain.Product;
import dev.plinth.contract.domain.Receipt;
import dev.plinth.contract.domain.Sample;
import dev.plinth.contract.domain.Shipment;
import dev.plinth.contract.domain.Specimen;
import dev.plinth.contract.domain.Status;
import dev.plinth.contract.domain.TheEntityWhoseNameIsLongerThanEveryEngineTakesItAndHasNoTableOfItsOwn;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.UnitOfWorkException;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema of a model: what is created fits the model, what is missing is told, every name can be used. */
public abstract class SchemaContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(
                Customer.class,
                Product.class,
                Sample.class,
                Shipment.class,
                Specimen.class,
                Receipt.class,
                Order.class,
                LongNamed.class,
                TheEntityWhoseNameIsLongerThanEveryEngineTakesItAndHasNoTableOfItsOwn.class);
    }

    @Test
    void whatIsCreatedHasNoDifferences() {
        assertThat(plinth().schema().validate()).isEmpty();
    }

    @Test
    void creatingTwiceChangesNothing() {
        insert(new Order(1, "k", "g", "u"));
        plinth().schema().create();
        assertThat(plinth().schema().validate()).isEmpty();
        assertThat(stored(Order.class, 1L).getKey()).isEqualTo("k");
    }

    @Test
    void idsThatWereTakenAreForgottenWithTheirSequence() {
        insert(new Receipt(1));
        plinth().schema().drop();
        plinth().schema().create();
        plinth().transact(uow -> {
            for (int i = 0; i < 3 * Receipt.BLOCK; i++) {
                uow.insert(new Receipt(i));
            }
        });
        assertThat(plinth().<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Receipt.class))))
                .isEqualTo(3L * Receipt.BLOCK);
    }

    @Test
    void aUnitOfWorkDoesNotChangeTheSchemaItWorksOn() {
        plinth().transact(uow -> {
            uow.insert(new Order(1, "k", "g", "u"));
            uow.flush();
            assertThatThrownBy(() -> plinth().schema().create())
                    .isInstanceOf(UnitOfWorkException.class)
                    .hasMessageContaining("schema().create()")
                    .satisfies(hasCode(ErrorCode.UNIT_RUNNING));
            assertThatThrownBy(() -> plinth().schema().drop()).satisfies(hasCode(ErrorCode.UNIT_RUNNING));
        });
        assertThat(stored(Order.class, 1L).getKey()).isEqualTo("k");
        plinth().schema().create();
    }

    @Test
    void whatIsMissingIsToldOfEachEntity() {
        plinth().schema().drop();
        List<SchemaDifference> differences = plinth().schema().validate();
        assertThat(differences)
                .filteredOn(each -> each.kind() == Kind.TABLE_MISSING)
                .extracting(SchemaDifference::entity)
                .contains("Customer", "Product", "Sample", "Shipment", "Specimen", "Receipt", "Order", "LongNamed");
        assertThat(differences)
                .filteredOn(each -> each.kind() == Kind.SEQUENCE)
                .extracting(SchemaDifference::entity)
                .contains("Receipt");
        assertThat(differences).allSatisfy(each -> {
            assertThat(each.severity()).isEqualTo(Severity.ERROR);
            assertThat(each.message()).contains(each.table()).isNotBlank();
            assertThat(each.toString()).contains(each.kind().name(), each.message());
        });
    }

    @Test
    void aPartThatIsMissingIsTold() {
        Plinth part = open(Plinth.builder(database()).entities(Order.class));
        assertThat(part.schema().validate()).isEmpty();
        part.schema().drop();
        assertThat(part.schema().validate())
                .isNotEmpty()
                .extracting(SchemaDifference::entity)
                .containsOnly("Order");
    }

    @Test
    void theScriptIsTheSameOnEachCall() {
        String script = plinth().schema().script();
        assertThat(script)
                .isNotBlank()
                .endsWith("\n")
                .isEqualTo(plinth().schema().script());
        plinth().schema().drop();
        assertThat(plinth().schema().script()).isEqualTo(script);
    }

    @Test
    void everyNameCanBeUsed() {
        Order order = new Order(1, "a", "b", "ada");
        order.getValues().add("x");
        insert(order, new Order(2, "b", "b", "bob"));
        plinth().transact(uow -> {
            Order found = uow.getById(Order.class, 1L);
            found.setUser("eve");
            found.getValues().add("y");
        });
        plinth().transact(uow -> uow.remove(uow.getById(Order.class, 2L)));
        List<Order> found = plinth().readResult(uow -> uow.find(Selection.of(Order.class)
                .where(Specification.where(Order::getUser).is("eve"))));
        assertThat(found).extracting(Order::getId).containsExactly(1L);
        assertThat(found.get(0).getValues()).containsExactly("x", "y");
    }

    @Test
    void aKeyOfReservedWordsIsUniqueAmongTheLiving() {
        insert(new Order(1, "a", "b", "ada"));
        assertThatThrownBy(() -> insert(new Order(2, "a", "b", "bob")))
                .isInstanceOf(DuplicateKeyException.class)
                .satisfies(hasCode(ErrorCode.DUPLICATE_KEY));
        plinth().transact(uow -> uow.remove(uow.getById(Order.class, 1L)));
        assertThatCode(() -> insert(new Order(3, "a", "b", "bob"))).doesNotThrowAnyException();
    }

    @Test
    void derivedNamesAreCutAlikeOnEveryEngine() {
        insert(new TheEntityWhoseNameIsLongerThanEveryEngineTakesItAndHasNoTableOfItsOwn(1, "a", "b", "c"));
        var found = stored(TheEntityWhoseNameIsLongerThanEveryEngineTakesItAndHasNoTableOfItsOwn.class, 1L);
        assertThat(found.getFirst()).isEqualTo("a");
        assertThat(found.getSecond()).isEqualTo("b");
        assertThat(found.getElements()).containsExactly("c");
        assertThat(takeWrites(TheEntityWhoseNameIsLongerThanEveryEngineTakesItAndHasNoTableOfItsOwn.class))
                .first()
                .satisfies(write -> {
                    assertThat(write.entity().table().name())
                            .isEqualTo("the_entity_whose_name_is_longer_than_every_engine_take_0289bd1b");
                    assertThat(write.columns())
                            .extracting(column -> column.name())
                            .containsExactly(
                                    "id",
                                    "a_property_whose_name_is_longer_than_every_engine_take_41343921",
                                    "a_property_whose_name_is_longer_than_every_engine_take_fb42ac23");
                });
        assertThat(plinth().schema().validate()).isEmpty();
    }

    @Test
    void longNamesAreToldApart() {
        LongNamed named = new LongNamed(1, Status.VIP, null);
        named.getTags().add("tag");
        named.getWords().add("word");
        insert(named, new LongNamed(2, null, Status.VIP));
        LongNamed found = stored(LongNamed.class, 1L);
        assertThat(found.getFirst()).isEqualTo(Status.VIP);
        assertThat(found.getSecond()).isNull();
        assertThat(found.getTags()).containsExactly("tag");
        assertThat(found.getWords()).containsExactly("word");
    }

    @Test
    void aClosedPlinthSaysSo() {
        Plinth other = open(Plinth.builder(database()).entities(Product.class));
        close(other);
        assertThatThrownBy(() -> other.schema().validate()).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
        assertThatThrownBy(() -> other.schema().script()).satisfies(hasCode(ErrorCode.UNIT_CLOSED));
    }
}
