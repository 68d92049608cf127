package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.contract.domain.Currency;
import dev.plinth.contract.domain.Memo;
import dev.plinth.contract.domain.Sticker;
import dev.plinth.error.EntityNotFoundException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.StaleEntityException;
import dev.plinth.unitofwork.ManualUnitOfWork;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Entities that store themselves in the unit of work that runs. */
public abstract class ActiveRecordContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Memo.class, Sticker.class);
    }

    private UUID memo(String text) {
        return present(saved(new Memo(text)).getId());
    }

    @Test
    void saveInsertsWhatIsNew() {
        Memo memo = new Memo("milk");
        plinth().transact(uow -> {
            assertThat(memo.save()).isSameAs(memo);
            assertThat(uow.contains(memo)).isTrue();
        });
        assertThat(stored(Memo.class, present(memo.getId())).getText()).isEqualTo("milk");
    }

    @Test
    void saveWritesADetachedObjectToItsRow() {
        Memo memo = stored(Memo.class, memo("milk"));
        plinth().transact(uow -> memo.write("bread").save());
        Memo stored = stored(Memo.class, present(memo.getId()));
        assertThat(stored.getText()).isEqualTo("bread");
        assertThat(stored.getVersion()).isEqualTo(memo.getVersion());
    }

    @Test
    void aTrackedObjectNeedsNoSave() {
        UUID id = memo("milk");
        long version = stored(Memo.class, id).getVersion();
        plinth().transact(uow -> {
            Memo memo = uow.getById(Memo.class, id).write("bread").save();
            memo.write("butter");
        });
        assertThat(stored(Memo.class, id).getText()).isEqualTo("butter");
        assertThat(stored(Memo.class, id).getVersion()).isEqualTo(version + 1);
    }

    @Test
    void saveChecksTheVersion() {
        UUID id = memo("milk");
        Memo old = stored(Memo.class, id);
        plinth().transact(uow -> uow.getById(Memo.class, id).write("bread"));
        assertThatThrownBy(() -> plinth().transact(uow -> old.write("butter").save()))
                .isInstanceOf(StaleEntityException.class);
        assertThat(stored(Memo.class, id).getText()).isEqualTo("bread");
    }

    @Test
    void deleteIsThePoliciesDelete() {
        Memo memo = saved(new Memo("milk"));
        plinth().transact(uow -> memo.delete());
        UUID id = present(memo.getId());
        assertThat(found(Memo.class, id)).isEmpty();
        plinth().transact(uow -> uow.restore(Memo.class, id));
        assertThat(found(Memo.class, id)).isPresent();
    }

    @Test
    void aSoftDeletedOneIsNotSaved() {
        Memo memo = saved(new Memo("milk"));
        elsewhere(uow -> uow.remove(uow.getById(Memo.class, present(memo.getId()))));
        assertThatThrownBy(() -> plinth().transact(uow -> memo.save())).satisfies(hasCode(ErrorCode.ENTITY_STATE));
    }

    @Test
    void reloadTakesBackWhatWasNotFlushed() {
        UUID id = memo("milk");
        plinth().transact(uow -> {
            Memo memo = uow.getById(Memo.class, id).write("bread");
            assertThat(memo.reload()).isSameAs(memo);
            assertThat(memo.getText()).isEqualTo("milk");
        });
        assertThat(stored(Memo.class, id).getText()).isEqualTo("milk");
    }

    @Test
    void reloadOfADetachedObjectIsRefused() {
        Memo memo = saved(new Memo("milk"));
        plinth().transact(uow -> assertThatThrownBy(memo::reload).satisfies(hasCode(ErrorCode.ENTITY_STATE)));
    }

    @Test
    void aRecordsSaveReturnsTheCopyWithItsVersion() {
        plinth().transact(uow -> {
            Sticker first = new Sticker(1, "milk", 0).save();
            assertThat(first.version()).isPositive();
            Sticker second = first.saying("bread").save();
            assertThat(second).isEqualTo(new Sticker(1, "bread", first.version() + 1));
            assertThat(uow.getById(Sticker.class, 1L)).isSameAs(second);
        });
        assertThat(stored(Sticker.class, 1L).text()).isEqualTo("bread");
    }

    @Test
    void aRecordIsReadAgain() {
        Sticker sticker = saved(new Sticker(1, "milk", 0));
        plinth().transact(uow -> {
            assertThat(sticker.saying("lost").reload()).isEqualTo(sticker);
            uow.update(sticker.saying("lost"));
            assertThat(sticker.reload()).isEqualTo(sticker);
        });
        assertThat(stored(Sticker.class, 1L)).isEqualTo(sticker);
    }

    @Test
    void aNewRecordOrOneWithoutARowIsNotReadAgain() {
        plinth().transact(uow -> {
            Sticker fresh = uow.insert(new Sticker(1, "milk", 0));
            assertThatThrownBy(fresh::reload).satisfies(hasCode(ErrorCode.ENTITY_STATE));
            assertThatThrownBy(() -> new Sticker(2, "none", 0).reload()).isInstanceOf(EntityNotFoundException.class);
        });
    }

    @Test
    void aRecordDeletesItself() {
        Sticker sticker = saved(new Sticker(1, "milk", 0));
        plinth().transact(uow -> sticker.delete());
        assertThat(found(Sticker.class, 1L)).isEmpty();
    }

    @Test
    void aUnitOfWorkMustRun() {
        Memo memo = saved(new Memo("milk"));
        assertThatThrownBy(memo::save)
                .satisfies(hasCode(ErrorCode.UNIT_UNCLEAR))
                .hasMessageContaining("'Memo'.save()")
                .hasMessageContaining("none runs")
                .hasMessageContaining("transact");
        plinth().transact(uow ->
                onAnotherThread(() -> assertThatThrownBy(memo::reload).satisfies(hasCode(ErrorCode.UNIT_UNCLEAR))));
    }

    @Test
    void oneThatWasBegunCounts() {
        Memo memo = new Memo("milk");
        try (ManualUnitOfWork uow = plinth().begin()) {
            memo.save();
            uow.commit();
        }
        assertThat(found(Memo.class, present(memo.getId()))).isPresent();
        assertThatThrownBy(memo::save).satisfies(hasCode(ErrorCode.UNIT_UNCLEAR));
    }

    @Test
    void ofTwoPlinthsTheOneIsMeantThatHasTheEntity() {
        Plinth other = open(Plinth.builder(database()).entities(Currency.class));
        Memo memo = new Memo("milk");
        other.transact(uow -> {
            assertThatThrownBy(memo::save)
                    .satisfies(hasCode(ErrorCode.UNIT_UNCLEAR))
                    .hasMessageContaining("that has 'Memo'");
            plinth().transact(inner -> memo.save());
        });
        assertThat(found(Memo.class, present(memo.getId()))).isPresent();
    }

    @Test
    void whereTwoHaveItNeitherIsTaken() {
        Plinth other = open(Plinth.builder(database()).entities(Memo.class));
        Memo memo = new Memo("milk");
        plinth().transact(uow -> {
            other.transact(inner -> assertThatThrownBy(memo::save)
                    .satisfies(hasCode(ErrorCode.UNIT_UNCLEAR))
                    .hasMessageContaining("2 Plinths"));
            memo.save();
        });
        assertThat(found(Memo.class, present(memo.getId()))).isPresent();
    }

    @Test
    void aReadingUnitOfWorkSavesNothing() {
        plinth().read(uow ->
                assertThatThrownBy(() -> new Memo("milk").save()).satisfies(hasCode(ErrorCode.UNIT_READ_ONLY)));
    }
}
