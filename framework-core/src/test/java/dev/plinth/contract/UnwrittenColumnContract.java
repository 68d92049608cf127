package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.Bill;
import dev.plinth.contract.domain.Room;
import dev.plinth.contract.domain.Stamp;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.ModelException;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.unitofwork.Work;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Columns that an insert or an update leaves out. In a schema that Plinth creates they have no defaults, so that they are
 * null: what a database makes of them is tested on tables of its own.
 */
public abstract class UnwrittenColumnContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Bill.class, Stamp.class);
    }

    private void refused(Work<RuntimeException> work, String property) {
        store().takeWrites();
        assertThatThrownBy(() -> plinth().transact(work))
                .satisfies(hasCode(ErrorCode.NOT_WRITABLE))
                .hasMessageContaining("'" + property + "'")
                .hasMessageNotContaining("secret");
        assertThat(store().takeWrites()).isEmpty();
    }

    @Test
    void anInsertLeavesThemToTheDatabase() {
        insert(new Bill(1, "ada"));
        Bill stored = stored(Bill.class, 1L);
        assertThat(stored.getAuthor()).isEqualTo("ada");
        assertThat(stored.getState()).isNull();
        assertThat(stored.getPrintedAt()).isNull();
        assertThat(takeWrites(Bill.class).get(0).columns())
                .extracting(column -> column.path())
                .containsExactly("id", "version", "author", "text");
    }

    @Test
    void aValueThatAnInsertWouldLoseIsRefused() {
        Bill bill = new Bill(1, "ada");
        bill.setState("secret");
        refused(uow -> uow.insert(bill), "state");
        refused(uow -> uow.insert(Stamp.of("a", "AT").printedBy("secret")), "printer");
    }

    @Test
    void anIdThatIsNotUpdatableIsOneThatNeverChanges() {
        Plinth house = open(Plinth.builder(database())
                .mappings(EntityMapping.of(Room.class)
                        .id("door")
                        .column("door", column -> column.length(10).notUpdatable())));
        house.transact(uow -> uow.insert(new Room(1, "a", "green")));
        house.transact(uow -> uow.getById(Room.class, "a").setColour("red"));
        assertThat(house.readResult(uow -> uow.getById(Room.class, "a")).getColour())
                .isEqualTo("red");
    }

    @Test
    void whatIsOnlyNotInsertableIsUpdated() {
        insert(new Bill(1, "ada"));
        plinth().transact(uow -> uow.getById(Bill.class, 1L).setState("paid"));
        assertThat(stored(Bill.class, 1L).getState()).isEqualTo("paid");
        plinth().transact(uow -> uow.getById(Bill.class, 1L).setState(null));
        assertThat(stored(Bill.class, 1L).getState()).isNull();
    }

    @Test
    void aChangeThatAnUpdateWouldLoseIsRefused() {
        insert(new Bill(1, "ada"));
        saved(Stamp.of("a", "AT"));
        refused(uow -> uow.getById(Bill.class, 1L).setAuthor("secret"), "author");
        refused(uow -> uow.getById(Bill.class, 1L).setAuthor(null), "author");
        refused(uow -> uow.getById(Bill.class, 1L).setPrintedAt(Instant.EPOCH), "printedAt");
        refused(uow -> uow.update(uow.getById(Stamp.class, "a").from("DE")), "country");
        refused(uow -> uow.update(uow.getById(Stamp.class, "a").printedBy("secret")), "printer");
        Bill detached = stored(Bill.class, 1L);
        detached.setAuthor("secret");
        refused(uow -> uow.update(detached), "author");
    }

    @Test
    void whatCannotBeNullNeedsADatabaseThatSetsIt() {
        requiresLackOf(Capability.DATABASE_VALUES);
        assertThatThrownBy(() -> Plinth.builder(database())
                        .mappings(EntityMapping.of(Room.class)
                                .id("door")
                                .column("floor", column -> column.notInsertable()))
                        .build())
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("Room.floor: it is not insertable and takes no null, but " + store().name());
    }

    @Test
    void theOthersAreUpdatedBesideThem() {
        insert(new Bill(1, "ada"));
        Stamp stamp = saved(Stamp.of("a", "AT"));
        plinth().transact(uow -> {
            uow.getById(Bill.class, 1L).setText("new");
            uow.update(stamp.worth(5));
        });
        assertThat(stored(Bill.class, 1L).getText()).isEqualTo("new");
        assertThat(stored(Bill.class, 1L).getAuthor()).isEqualTo("ada");
        assertThat(stored(Stamp.class, "a")).isEqualTo(new Stamp("a", "AT", null, 5, stamp.version() + 1));
    }
}
