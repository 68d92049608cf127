package dev.plinth.contract;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Statistics;
import dev.plinth.contract.domain.Address;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Position;
import dev.plinth.contract.domain.Site;
import dev.plinth.contract.domain.Warehouse;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Values of several columns: records and classes, one inside another, twice in one entity. */
public abstract class EmbeddableContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Warehouse.class);
    }

    private UUID livingAt(Address address) {
        Customer ada = new Customer("Ada");
        ada.setAddress(address);
        return saved(ada).getId();
    }

    @Test
    void anEmbeddableComesOutEqual() {
        Address address = new Address("Praterstraße 1", "Vienna", "1020");
        assertThat(stored(Customer.class, livingAt(address)).getAddress()).isEqualTo(address);
    }

    @Test
    void anEmbeddableWithSomeNullsComesOutEqual() {
        Address address = new Address(null, "Vienna", null);
        assertThat(stored(Customer.class, livingAt(address)).getAddress()).isEqualTo(address);
    }

    @Test
    void anEmbeddableOfNothingButNullsIsNull() {
        assertThat(stored(Customer.class, livingAt(new Address(null, null, null)))
                        .getAddress())
                .isNull();
        assertThat(stored(Customer.class, saved(new Customer("Bob")).getId()).getAddress())
                .isNull();
    }

    @Test
    void embeddablesInEmbeddablesAndTwiceInOneEntity() {
        insert(new Warehouse(1, new Site("gate", new Position(48.2, 16.4)), new Site("ramp", new Position(-1, -2))));
        Warehouse stored = stored(Warehouse.class, 1);
        Site front = present(stored.getFront());
        Site back = present(stored.getBack());
        assertThat(front.getLabel()).isEqualTo("gate");
        assertThat(present(front.getPosition()).getLongitude()).isEqualTo(16.4);
        assertThat(back.getLabel()).isEqualTo("ramp");
        assertThat(present(back.getPosition()).getLatitude()).isEqualTo(-1);
    }

    @Test
    void anInnerEmbeddableMayBeNull() {
        insert(new Warehouse(1, new Site("gate", null), null));
        Warehouse stored = stored(Warehouse.class, 1);
        assertThat(present(stored.getFront()).getPosition()).isNull();
        assertThat(stored.getBack()).isNull();
    }

    @Test
    void anEmbeddableThatIsReplacedByAnEqualOneIsNoChange() {
        UUID id = livingAt(Address.in("Vienna"));
        Statistics cost = cost(
                () -> plinth().transact(uow -> uow.getById(Customer.class, id).setAddress(Address.in("Vienna"))));
        assertThat(cost.updates()).isZero();
    }

    @Test
    void onlyTheChangedPartIsWritten() {
        UUID id = livingAt(Address.in("Vienna"));
        store().takeWrites();
        plinth().transact(uow -> uow.getById(Customer.class, id).setAddress(Address.in("Graz")));
        assertThat(takeWrites(Customer.class).get(0).columns())
                .extracting(column -> column.path())
                .containsExactlyInAnyOrder("version", "address.city");
    }

    @Test
    void anEmbeddableCanBeTakenAwayAndGiven() {
        UUID id = livingAt(Address.in("Vienna"));
        plinth().transact(uow -> uow.getById(Customer.class, id).setAddress(null));
        assertThat(stored(Customer.class, id).getAddress()).isNull();
        plinth().transact(uow -> uow.getById(Customer.class, id).setAddress(Address.in("Graz")));
        assertThat(stored(Customer.class, id).getAddress()).isEqualTo(Address.in("Graz"));
    }

    @Test
    void anEmbeddableThatIsChangedInPlaceIsNoticed() {
        insert(new Warehouse(1, new Site("gate", null), new Site("ramp", null)));
        plinth().transact(uow ->
                present(uow.getById(Warehouse.class, 1).getFront()).setLabel("door"));
        Warehouse stored = stored(Warehouse.class, 1);
        assertThat(present(stored.getFront()).getLabel()).isEqualTo("door");
        assertThat(present(stored.getBack()).getLabel()).isEqualTo("ramp");
    }

    @Test
    void specificationsReachIntoEmbeddables() {
        insert(
                new Warehouse(1, new Site("gate", new Position(1, 2)), null),
                new Warehouse(2, null, new Site("gate", new Position(3, 4))));
        assertThat(ids(where(Warehouse::getFront, Site::getLabel).is("gate"))).containsExactly(1);
        assertThat(ids(where(Warehouse::getBack, Site::getLabel).is("gate"))).containsExactly(2);
        assertThat(ids(where(Warehouse::getBack, Site::getLabel).isNull())).containsExactly(1);
        assertThat(ids(where(Warehouse.class, "back.position.latitude").greaterThan(2.5)))
                .containsExactly(2);
        assertThat(ids(where(Warehouse.class, "front.position.latitude").isNot(1.0)))
                .containsExactly(2);
    }

    @Test
    void anEmbeddableIsComparedAsAWhole() {
        UUID vienna = livingAt(Address.in("Vienna"));
        UUID graz = livingAt(Address.in("Graz"));
        UUID nowhere = saved(new Customer("Bob")).getId();
        assertThat(customers(where(Customer::getAddress).is(Address.in("Vienna"))))
                .containsExactly(vienna);
        assertThat(customers(where(Customer::getAddress).isNot(Address.in("Vienna"))))
                .containsExactlyInAnyOrder(graz, nowhere);
        assertThat(customers(where(Customer::getAddress).isNull())).containsExactly(nowhere);
        assertThat(customers(where(Customer::getAddress).in(Address.in("Graz"), Address.in("Linz"))))
                .containsExactly(graz);
    }

    @Test
    void anEmbeddableClassIsComparedPropertyByProperty() {
        insert(
                new Warehouse(1, new Site("gate", new Position(1, 2)), null),
                new Warehouse(2, new Site("gate", null), null));
        Specification<Warehouse> atGate = where(Warehouse::getFront).is(new Site("gate", new Position(1, 2)));
        assertThat(ids(atGate)).containsExactly(1);
        assertThat(atGate.isSatisfiedBy(stored(Warehouse.class, 1))).isTrue();
        assertThat(atGate.isSatisfiedBy(stored(Warehouse.class, 2))).isFalse();
        assertThat(ids(where(Warehouse::getFront).is(new Site("gate", null)))).containsExactly(2);
        assertThat(ids(where(Warehouse::getBack).is(new Site(null, null)))).isEmpty();
    }

    private List<Integer> ids(Specification<Warehouse> specification) {
        return plinth().readResult(uow -> uow.find(Selection.of(Warehouse.class).where(specification)).stream()
                .map(Warehouse::getId)
                .sorted()
                .toList());
    }

    private List<UUID> customers(Specification<Customer> specification) {
        return plinth().readResult(uow -> uow.find(Selection.of(Customer.class).where(specification)).stream()
                .map(Customer::getId)
                .toList());
    }
}
