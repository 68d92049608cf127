package dev.plinth.contract;

import static dev.plinth.specification.Specification.textElement;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.audit.AuditEntry;
import dev.plinth.contract.domain.Guest;
import dev.plinth.contract.domain.Guest.Room;
import dev.plinth.error.StaleEntityException;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.specification.Deleted;
import dev.plinth.specification.Selection;
import jakarta.persistence.GenerationType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A domain class without annotations, mapped by code, is an entity like any other. */
public abstract class MappingByCodeContract extends Contract {
    private static final EntityMapping<Guest> GUESTS = EntityMapping.of(Guest.class)
            .table("hotel_guests")
            .id(Guest::getId)
            .generated(GenerationType.UUID)
            .version(Guest::getVersion)
            .column(Guest::getName, column -> column.length(50).notNull())
            .embedded(Guest::getRoom, room -> room.column(Room::name, column -> column.name("room_name")))
            .elements(Guest::getWishes)
            .softDelete()
            .audited();

    private Plinth hotel = nothing();

    @Override
    protected final List<Class<?>> entities() {
        return List.of();
    }

    @BeforeEach
    final void openHotel() {
        hotel = open(Plinth.builder(database()).mappings(GUESTS));
    }

    private UUID guest(String name, Room room, String... wishes) {
        Guest guest = new Guest(name);
        guest.setRoom(room);
        guest.getWishes().addAll(List.of(wishes));
        hotel.transact(uow -> uow.insert(guest));
        return present(guest.getId());
    }

    private Guest stored(UUID id) {
        return hotel.readResult(uow -> uow.getById(Guest.class, id));
    }

    @Test
    void comesOutEqual() {
        Guest stored = stored(guest("Ada", new Room(2, "green"), "tea", "view"));
        assertThat(stored.getName()).isEqualTo("Ada");
        assertThat(stored.getRoom()).isEqualTo(new Room(2, "green"));
        assertThat(stored.getWishes()).containsExactly("tea", "view");
    }

    @Test
    void isTrackedAndVersioned() {
        UUID id = guest("Ada", new Room(2, null));
        Guest old = stored(id);
        hotel.transact(uow -> uow.getById(Guest.class, id).setName("Augusta"));
        assertThat(stored(id).getVersion()).isEqualTo(old.getVersion() + 1);
        old.setName("late");
        assertThatThrownBy(() -> hotel.transact(uow -> uow.update(old))).isInstanceOf(StaleEntityException.class);
    }

    @Test
    void isFoundBySpecification() {
        UUID ada = guest("Ada", new Room(2, "green"), "tea");
        guest("Bob", new Room(3, "red"));
        hotel.read(uow -> {
            assertThat(uow.find(Selection.of(Guest.class)
                            .where(where(Guest::getRoom, Room::floor).lessThan(3))))
                    .extracting(Guest::getId)
                    .containsExactly(ada);
            assertThat(uow.find(Selection.of(Guest.class)
                            .where(where(Guest::getWishes).any(textElement().is("tea")))))
                    .extracting(Guest::getId)
                    .containsExactly(ada);
            assertThat(uow.find(Selection.of(Guest.class)
                            .where(where(Guest::getRoom).is(new Room(2, "green")))))
                    .extracting(Guest::getId)
                    .containsExactly(ada);
        });
    }

    @Test
    void isSoftDeletedAndAudited() {
        UUID id = guest("Ada", new Room(2, null));
        hotel.transact(uow -> uow.remove(uow.getById(Guest.class, id)));
        hotel.read(uow -> {
            assertThat(uow.count(Selection.of(Guest.class))).isZero();
            assertThat(uow.count(Selection.of(Guest.class).deleted(Deleted.ONLY)))
                    .isEqualTo(1);
        });
        assertThat(hotel.audit().history(Guest.class, id))
                .hasSize(2)
                .allSatisfy(
                        entry -> assertThat(entry).extracting(AuditEntry::actor).isEqualTo("ada"));
    }
}
