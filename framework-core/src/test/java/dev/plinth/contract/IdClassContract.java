package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.audit.AuditEntry;
import dev.plinth.contract.domain.Rate;
import dev.plinth.contract.domain.Room;
import dev.plinth.contract.domain.Seat;
import dev.plinth.contract.domain.SeatKey;
import dev.plinth.contract.domain.Seats;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.EntityNotFoundException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.StaleEntityException;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.specification.Selection;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.data.page.PageRequest;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An id of several properties that a class stands for is an id like any other. */
public abstract class IdClassContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Seat.class, Rate.class);
    }

    private static SeatKey seat(String hall, int number) {
        return new SeatKey(hall, number);
    }

    private void threeSeats() {
        insert(new Seat("north", 1, "Ada"), new Seat("north", 2, "Bob"), new Seat("south", 1, "Cyd"));
    }

    @Test
    void isFoundByItsKey() {
        threeSeats();
        assertThat(stored(Seat.class, seat("north", 2)).getHolder()).isEqualTo("Bob");
        assertThat(stored(Seat.class, seat("south", 1)).getHolder()).isEqualTo("Cyd");
        assertThat(found(Seat.class, seat("south", 2))).isEmpty();
        plinth().transact(uow -> assertThat(uow.getById(Seat.class, seat("north", 1)))
                .isSameAs(uow.getById(Seat.class, seat("north", 1))));
        Rate rate = saved(new Rate("EUR", 7, new BigDecimal("1.25"), 0));
        assertThat(stored(Rate.class, new Rate.Key("EUR", 7))).isEqualTo(rate);
    }

    @Test
    void keysDifferByCaseBySpacesAndByCodePoints() {
        List<String> halls = List.of("hall", "Hall", "hall ", " hall", "h\u00e4ll", "ha\u0308ll", "h\ud83d\ude00ll");
        halls.forEach(hall -> insert(new Seat(hall, 1, "in " + hall)));
        for (String hall : halls) {
            assertThat(stored(Seat.class, seat(hall, 1)).getHolder()).isEqualTo("in " + hall);
            assertThat(stored(Seat.class, seat(hall, 1)).getHall()).isEqualTo(hall);
        }
        assertThat(found(Seat.class, seat("HALL", 1))).isEmpty();
    }

    @Test
    void itsPropertiesAreAskedForAndOrderedByLikeOthers() {
        threeSeats();
        plinth().read(uow -> {
            assertThat(uow.find(
                            Selection.of(Seat.class).where(where(Seat::getHall).is("north"))))
                    .extracting(Seat::getNumber)
                    .containsExactlyInAnyOrder(1, 2);
            assertThat(uow.find(Selection.of(Seat.class)
                            .where(where(Seat::getNumber)
                                    .greaterThan(1)
                                    .or(where(Seat::getHall).is("south")))
                            .orderBy(Order.by(Sort.desc("number")))))
                    .extracting(Seat::getHolder)
                    .containsExactly("Bob", "Cyd");
        });
        Seats seats = plinth().repository(Seats.class);
        assertThat(seats.page(
                                where(Seat::getHolder).isNotNull(),
                                PageRequest.ofPage(1, 2, true),
                                Order.by(Sort.asc("hall")))
                        .content())
                .extracting(Seat::key)
                .containsExactly(seat("north", 1), seat("north", 2));
    }

    @Test
    void isChangedRemovedAndRestored() {
        threeSeats();
        SeatKey key = seat("north", 1);
        plinth().transact(uow -> {
            Seat seat = uow.getById(Seat.class, key);
            seat.setHolder("Eve");
            seat.getWishes().add("aisle");
        });
        assertThat(stored(Seat.class, key).getWishes()).containsExactly("aisle");
        plinth().transact(uow -> uow.remove(uow.getById(Seat.class, key)));
        assertThat(found(Seat.class, key)).isEmpty();
        plinth().transact(uow -> uow.restore(Seat.class, key));
        assertThat(stored(Seat.class, key).getHolder()).isEqualTo("Eve");
        plinth().transact(uow -> uow.purge(Seat.class, key));
        assertThat(plinth().audit().history(Seat.class, key))
                .extracting(entry -> entry.action().name())
                .containsExactly("INSERT", "UPDATE", "DELETE", "RESTORE", "PURGE");
        assertThat(plinth().audit().history(Seat.class, seat("north", 2)))
                .extracting(AuditEntry::entity)
                .containsExactly("Seat");
    }

    @Test
    void recordsAreReplacedAndChecked() {
        Rate first = saved(new Rate("EUR", 7, new BigDecimal("1.25"), 0));
        plinth().transact(uow -> uow.update(first.of("2")));
        assertThat(stored(Rate.class, new Rate.Key("EUR", 7)).amount()).isEqualByComparingTo("2");
        assertThatThrownBy(() -> plinth().transact(uow -> uow.update(first.of("3"))))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("Rate")
                .hasMessageContaining("EUR")
                .hasMessageContaining("7");
    }

    @Test
    void mistakesNameTheKey() {
        threeSeats();
        assertThatThrownBy(() -> insert(new Seat("north", 1, "x")))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("Seat");
        plinth().transact(uow -> assertThatThrownBy(() -> uow.getById(Seat.class, seat("east", 9)))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("east")
                .hasMessageContaining("9"));
        assertThatThrownBy(() -> plinth().transact(
                                uow -> uow.getById(Seat.class, seat("north", 1)).setHall("west")))
                .satisfies(hasCode(ErrorCode.ENTITY_ID))
                .hasMessageContaining("Seat");
        plinth().transact(uow -> assertThatThrownBy(() -> uow.findById(Seat.class, "north"))
                .satisfies(hasCode(ErrorCode.PROPERTY_TYPE))
                .hasMessageContaining("SeatKey"));
    }

    @Test
    void repositoriesTakeTheKey() {
        threeSeats();
        Seats seats = plinth().repository(Seats.class);
        assertThat(seats.getById(seat("south", 1)).getHolder()).isEqualTo("Cyd");
        seats.deleteById(seat("south", 1));
        assertThat(seats.findById(seat("south", 1))).isEmpty();
        assertThat(seats.onlyDeleted().findById(seat("south", 1))).isPresent();
    }

    @Test
    void isSaidByCodeToo() {
        Plinth house = open(Plinth.builder(database())
                .mappings(EntityMapping.of(Room.class)
                        .id(Room::getFloor)
                        .id(Room::getDoor)
                        .idClass(Room.Key.class)
                        .audited()));
        house.transact(uow -> uow.insert(new Room(2, "b", "green")));
        house.transact(uow -> assertThat(
                        uow.getById(Room.class, new Room.Key("b", 2)).getColour())
                .isEqualTo("green"));
        assertThat(house.audit().history(Room.class, new Room.Key("b", 2))).hasSize(1);
    }
}
