package dev.plinth.contract;

import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Statistics;
import dev.plinth.contract.domain.Customer;
import dev.plinth.contract.domain.Customers;
import dev.plinth.contract.domain.Note;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import dev.plinth.unitofwork.ReadMode;
import dev.plinth.unitofwork.UnitOfWork;
import jakarta.data.Order;
import jakarta.data.page.PageRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In a unit of work a row is one object, however it is read. */
public abstract class IdentityMapContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Customer.class, Note.class);
    }

    private UUID ada() {
        return saved(new Customer("Ada", "ada@example.org")).getId();
    }

    @Test
    void everyWayOfReadingGivesTheSameObject() {
        UUID id = ada();
        Specification<Customer> isAda = where(Customer::getName).is("Ada");
        Order<Customer> byName = Order.by(asc(Customer::getName));
        plinth().transact(uow -> {
            Customer ada = uow.getById(Customer.class, id);
            Customers customers = uow.repository(Customers.class);
            assertThat(uow.findById(Customer.class, id)).containsSame(ada);
            assertThat(uow.find(Selection.of(Customer.class).where(isAda)).get(0))
                    .isSameAs(ada);
            assertThat(customers.getById(id)).isSameAs(ada);
            assertThat(customers.findOne(isAda)).containsSame(ada);
            assertThat(customers.findFirst(isAda, byName)).containsSame(ada);
            assertThat(customers.findAll(isAda).get(0)).isSameAs(ada);
            assertThat(customers.findAll(isAda, byName).get(0)).isSameAs(ada);
            assertThat(customers
                            .page(isAda, PageRequest.ofSize(5), byName)
                            .content()
                            .get(0))
                    .isSameAs(ada);
            assertThat(customers.withDeleted().getById(id)).isSameAs(ada);
            assertThat(onlyOne(customers.stream(isAda, byName))).isSameAs(ada);
            assertThat(onlyOne(customers.findAll())).isSameAs(ada);
            assertThat(onlyOne(uow.stream(Selection.of(Customer.class)))).isSameAs(ada);
        });
    }

    private static Customer onlyOne(Stream<Customer> stream) {
        try (stream) {
            List<Customer> all = stream.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    @Test
    void anInsertedObjectIsFoundBeforeAndAfterItIsWritten() {
        plinth().transact(uow -> {
            Customer ada = uow.insert(new Customer("Ada"));
            assertThat(uow.findById(Customer.class, ada.getId())).containsSame(ada);
            uow.flush();
            assertThat(uow.getById(Customer.class, ada.getId())).isSameAs(ada);
            assertThat(uow.find(Selection.of(Customer.class)))
                    .hasSize(1)
                    .first()
                    .isSameAs(ada);
        });
    }

    @Test
    void aTrackedObjectIsFoundByIdWithoutAStatement() {
        UUID id = ada();
        plinth().transact(uow -> {
            uow.getById(Customer.class, id);
            Statistics cost = cost(() -> uow.getById(Customer.class, id));
            assertThat(cost.statements()).isZero();
        });
    }

    @Test
    void aQueryDoesNotOverwriteATrackedObject() {
        UUID id = ada();
        plinth().read(uow -> {
            Customer ada = uow.getById(Customer.class, id);
            ada.setName("Augusta");
            uow.find(Selection.of(Customer.class));
            assertThat(ada.getName()).isEqualTo("Augusta");
        });
    }

    @Test
    void aRemovedObjectIsNotFound() {
        UUID id = ada();
        plinth().transact(uow -> {
            uow.remove(uow.getById(Customer.class, id));
            assertThat(uow.findById(Customer.class, id)).isEmpty();
            assertThat(uow.find(Selection.of(Customer.class))).isEmpty();
        });
    }

    @Test
    void anUnknownIdIsNotFound() {
        plinth().transact(uow ->
                assertThat(uow.findById(Customer.class, UUID.randomUUID())).isEmpty());
    }

    @Test
    void aReadingUnitOfWorkTracksToo() {
        UUID id = ada();
        plinth().read(uow -> assertThat(uow.getById(Customer.class, id)).isSameAs(uow.getById(Customer.class, id)));
    }

    @Test
    void anUntrackedReadGivesANewObjectEachTime() {
        UUID id = ada();
        plinth().read(ReadMode.UNTRACKED, uow -> {
            Customer ada = uow.getById(Customer.class, id);
            assertThat(uow.getById(Customer.class, id)).isNotSameAs(ada);
            assertThat(uow.contains(ada)).isFalse();
            assertThat(uow.find(Selection.of(Customer.class)))
                    .hasSize(1)
                    .first()
                    .isNotSameAs(ada);
        });
    }

    @Test
    void twoUnitsOfWorkHaveTwoObjects() {
        UUID id = ada();
        assertThat(stored(Customer.class, id)).isNotSameAs(stored(Customer.class, id));
    }

    @Test
    void equalsAndHashCodeOfEntitiesAreNeverCalled() {
        insert(new Note(1L, "one"), new Note(2L, "two"));
        plinth().transact(uow -> {
            Note one = uow.getById(Note.class, 1L);
            List<Note> all = uow.find(Selection.of(Note.class).orderBy(Order.by(asc(Note::getId))));
            assertThat(all.get(0) == one).isTrue();
            one.setTitle("first");
            uow.remove(all.get(1));
            uow.insert(new Note(3L, "three"));
        });
        assertThat(titles()).containsExactlyInAnyOrder("first", "three");
    }

    private List<String> titles() {
        return plinth().readResult(uow -> uow.find(Selection.of(Note.class)).stream()
                .map(note -> present(note.getTitle()))
                .toList());
    }

    @Test
    void containsTellsWhetherAnObjectIsTracked() {
        UUID id = ada();
        Customer detached = stored(Customer.class, id);
        plinth().transact(uow -> {
            Customer ada = uow.getById(Customer.class, id);
            assertThat(uow.contains(ada)).isTrue();
            assertThat(uow.contains(detached)).isFalse();
            uow.remove(ada);
            assertThat(uow.contains(ada)).isFalse();
        });
    }

    @Test
    void manyObjectsAreToldApart() {
        insert((Object[]) Stream.iterate(1L, i -> i + 1)
                .limit(300)
                .map(i -> new Note(i, "note " + i))
                .toArray(Note[]::new));
        plinth().read((UnitOfWork uow) -> {
            for (Note note : uow.find(Selection.of(Note.class))) {
                assertThat(note.getTitle()).isEqualTo("note " + note.getId());
                assertThat(uow.getById(Note.class, present(note.getId())) == note)
                        .isTrue();
            }
        });
    }
}
