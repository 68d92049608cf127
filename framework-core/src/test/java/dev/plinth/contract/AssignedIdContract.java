package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Note;
import dev.plinth.contract.domain.Shipment;
import dev.plinth.contract.domain.ShipmentId;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.EntityNotFoundException;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.specification.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids that the application assigns, of one column and of two. */
public abstract class AssignedIdContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Currency.class, Note.class, Shipment.class);
    }

    @Test
    void anAssignedIdIsKept() {
        insert(Currency.of("EUR", "Euro", 2), new Note(Long.MIN_VALUE, "far"));
        assertThat(stored(Currency.class, "EUR").name()).isEqualTo("Euro");
        assertThat(stored(Note.class, Long.MIN_VALUE).getTitle()).isEqualTo("far");
    }

    @Test
    void aMissingIdIsAnError() {
        assertThatThrownBy(() -> insert(new Note(null, "none")))
                .satisfies(hasCode(ErrorCode.ENTITY_ID))
                .hasMessageContaining("Note")
                .hasMessageContaining("id");
        assertThatThrownBy(() -> insert(new Shipment(null, "none")))
                .satisfies(hasCode(ErrorCode.ENTITY_ID))
                .hasMessageContaining("Shipment");
    }

    @Test
    void anIdThatIsTakenIsADuplicateKey() {
        insert(new Note(1L, "first"));
        assertThatThrownBy(() -> insert(new Note(1L, "second")))
                .isInstanceOf(DuplicateKeyException.class)
                .satisfies(hasCode(ErrorCode.DUPLICATE_KEY))
                .hasMessageContaining("Note");
        assertThat(stored(Note.class, 1L).getTitle()).isEqualTo("first");
    }

    @Test
    void twoNewObjectsOfOneIdAreRefused() {
        assertThatThrownBy(() -> insert(new Note(1L, "first"), new Note(1L, "second")))
                .satisfies(hasCode(ErrorCode.ENTITY_CONFLICT))
                .hasMessageContaining("Note")
                .hasMessageContaining("1");
    }

    @Test
    void insertingATrackedObjectIsRefused() {
        plinth().transact(uow -> {
            Note note = uow.insert(new Note(1L, "one"));
            assertThatThrownBy(() -> uow.insert(note))
                    .isInstanceOf(EntityStateException.class)
                    .hasMessageContaining("Note");
        });
        assertThat(found(Note.class, 1L)).isPresent();
    }

    @Test
    void textIdsDifferByCase() {
        insert(Currency.of("eur", "small", 0), Currency.of("EUR", "capital", 0));
        assertThat(stored(Currency.class, "eur").name()).isEqualTo("small");
        assertThat(stored(Currency.class, "EUR").name()).isEqualTo("capital");
    }

    @Test
    void anEmbeddedIdIsAValue() {
        insert(
                new Shipment(new ShipmentId("north", 1), "a"),
                new Shipment(new ShipmentId("north", 2), "b"),
                new Shipment(new ShipmentId("south", 1), "c"));
        assertThat(stored(Shipment.class, new ShipmentId("north", 2)).getCarrier())
                .isEqualTo("b");
        assertThat(stored(Shipment.class, new ShipmentId("south", 1)).getCarrier())
                .isEqualTo("c");
        assertThat(found(Shipment.class, new ShipmentId("south", 2))).isEmpty();
        plinth().transact(uow -> assertThat(uow.getById(Shipment.class, new ShipmentId("north", 1)))
                .isSameAs(uow.getById(Shipment.class, new ShipmentId("north", 1))));
    }

    @Test
    void anEmbeddedIdThatIsTakenIsADuplicateKey() {
        insert(new Shipment(new ShipmentId("north", 1), "a"));
        assertThatThrownBy(() -> insert(new Shipment(new ShipmentId("north", 1), "b")))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("Shipment");
    }

    @Test
    void anEntityOfAnEmbeddedIdIsChangedAndRemoved() {
        ShipmentId id = new ShipmentId("north", 1);
        Shipment shipment = new Shipment(id, "a");
        shipment.getParcels().addAll(List.of("x", "y"));
        insert(shipment, new Shipment(new ShipmentId("north", 2), "b"));
        plinth().transact(uow -> {
            Shipment stored = uow.getById(Shipment.class, id);
            assertThat(stored.getParcels()).containsExactly("x", "y");
            stored.setCarrier("fast");
            stored.getParcels().remove("x");
        });
        assertThat(stored(Shipment.class, id).getParcels()).containsExactly("y");
        plinth().transact(uow -> uow.remove(uow.getById(Shipment.class, id)));
        assertThat(plinth().<Long, RuntimeException>readResult(uow -> uow.count(Selection.of(Shipment.class))))
                .isEqualTo(1);
    }

    @Test
    void anEmbeddedIdCanBeAskedForByPart() {
        insert(new Shipment(new ShipmentId("north", 1), "a"), new Shipment(new ShipmentId("south", 1), "b"));
        List<Shipment> found = plinth().readResult(uow -> uow.find(Selection.of(Shipment.class)
                .where(where(Shipment::getId, ShipmentId::warehouse).is("south"))));
        assertThat(found).extracting(Shipment::getCarrier).containsExactly("b");
    }

    @Test
    void getByIdNamesTheTypeAndTheId() {
        plinth().transact(uow -> assertThatThrownBy(() -> uow.getById(Shipment.class, new ShipmentId("east", 9)))
                .isInstanceOf(EntityNotFoundException.class)
                .satisfies(hasCode(ErrorCode.NOT_FOUND))
                .hasMessageContaining("Shipment")
                .hasMessageContaining("east")
                .hasMessageContaining("9"));
    }
}
