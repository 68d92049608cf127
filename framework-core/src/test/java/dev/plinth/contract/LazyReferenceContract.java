package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.contract.loading.Desk;
import dev.plinth.contract.loading.Known;
import dev.plinth.contract.loading.Pupil;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.UnloadedAssociationException;
import dev.plinth.specification.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands for an entity that is not loaded: the one object of its row, which fills itself. */
public abstract class LazyReferenceContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Desk.class, Pupil.class);
    }

    @BeforeEach
    final void insertDesks() {
        Pupil eva = new Pupil(1, "Eva", "ev");
        Pupil max = new Pupil(2, "Max", "mx");
        insert(eva, max, new Desk(1, eva, max), new Desk(2, max, eva), new Desk(3, max, null));
    }

    /** Works with the unloaded pupil of the first desk. */
    private void withReference(Consumer<Pupil> work) {
        plinth().read(uow -> work.accept(present(uow.getById(Desk.class, 1).getPupil())));
    }

    private void costs(int statements, Runnable work) {
        assertThat(cost(work::run).statements()).isEqualTo(statements);
    }

    @Test
    void isOneObjectForEachRow() {
        plinth().read(uow -> {
            Pupil reference = present(uow.getById(Desk.class, 1).getPupil());
            assertThat(uow.getById(Desk.class, 2).getNeighbour() == reference).isTrue();
            assertThat(uow.getById(Pupil.class, 1) == reference).isTrue();
            assertThat(uow.find(Selection.of(Pupil.class)))
                    .haveExactly(1, new Condition<>(pupil -> pupil == reference, "the reference"));
            assertThat(uow.getById(Desk.class, 3).getPupil())
                    .isSameAs(uow.getById(Desk.class, 1).getNeighbour());
            assertThat(uow.getById(Desk.class, 3).getNeighbour()).isNull();
        });
    }

    @Test
    void isTheEntityWhereThatIsLoadedAlready() {
        plinth().read(uow -> {
            Pupil eva = uow.getById(Pupil.class, 1);
            assertThat(eva.getClass()).isEqualTo(Pupil.class);
            assertThat(uow.getById(Desk.class, 1).getPupil()).isSameAs(eva);
        });
    }

    @Test
    void knowsItsIdWithoutAStatement() {
        withReference(pupil -> costs(0, () -> assertThat(pupil.getId()).isEqualTo(1)));
    }

    @Test
    void showsItselfWithoutAStatement() {
        withReference(pupil -> {
            costs(0, () -> assertThat(pupil).hasToString("Pupil 1 (not loaded)"));
            assertThat(pupil.getName()).isEqualTo("Eva");
            assertThat(pupil).hasToString("known as ev");
        });
    }

    @Test
    void fillsItsFieldsWithTheFirstCallOfAnyMethod() {
        List<Consumer<Pupil>> touches = List.of(
                pupil -> assertThat(pupil.getName()).isEqualTo("Eva"),
                pupil -> assertThat(pupil.greet()).isEqualTo("Hello Eva"),
                pupil -> assertThat(pupil.getAge()).isZero(),
                pupil -> assertThat(pupil.isBefore(new Pupil(0, "Fay", ""))).isTrue(),
                pupil -> assertThat(Known.nicknameOf(pupil)).isEqualTo("ev"),
                pupil -> assertThat(pupil.hasNameOf(new Pupil(0, "Eva", ""))).isTrue(),
                pupil -> assertThat(((Known<?>) pupil).getName()).isEqualTo("Eva"));
        touches.forEach(touch -> withReference(pupil -> {
            costs(1, () -> touch.accept(pupil));
            costs(0, () -> assertThat(pupil.getName()).isEqualTo("Eva"));
        }));
    }

    @Test
    void isAnInstanceOfItsClass() {
        withReference(pupil -> costs(0, () -> {
            assertThat(pupil).isInstanceOf(Pupil.class).isInstanceOf(Known.class);
            assertThat(Pupil.class.cast(pupil)).isSameAs(pupil);
            // as documented: compare with instanceof, not with getClass()
            assertThat(pupil.getClass()).isNotEqualTo(Pupil.class);
            assertThat(pupil.getClass().getSuperclass()).isEqualTo(Pupil.class);
        }));
    }

    @Test
    void isEqualToWhatItsClassSays() {
        withReference(pupil -> {
            assertThat(pupil.equals(new Pupil(1, "another", ""))).isTrue();
            assertThat(new Pupil(1, "another", "").equals(pupil)).isTrue();
            assertThat(pupil).hasSameHashCodeAs(new Pupil(1, "", ""));
        });
        plinth().read(uow -> {
            Set<Pupil> pupils = new HashSet<>();
            costs(2, () -> {
                for (Desk desk : uow.find(Selection.of(Desk.class))) {
                    pupils.add(desk.getPupil());
                }
            });
            assertThat(pupils).hasSize(2).contains(uow.getById(Pupil.class, 2));
        });
    }

    @Test
    void changesOfWhatWasAReferenceAreWritten() {
        plinth().transact(uow -> present(uow.getById(Desk.class, 1).getPupil()).setName("Ada"));
        assertThat(stored(Pupil.class, 1).getName()).isEqualTo("Ada");
        plinth().transact(uow -> {
            Desk third = uow.getById(Desk.class, 3);
            Pupil reference = present(uow.getById(Desk.class, 1).getPupil());
            third.setNeighbour(reference);
            // a database without foreign keys is asked whether the pupil is there, which is not read for that
            assertThat(cost(uow::flush).updates()).isEqualTo(1);
            assertThat(reference).hasToString("Pupil 1 (not loaded)");
        });
        assertThat(present(stored(Desk.class, 3).getNeighbour()).getId()).isEqualTo(1);
    }

    @Test
    void canBeRemovedUnloaded() {
        plinth().transact(uow -> {
            Desk desk = uow.getById(Desk.class, 1);
            uow.remove(desk);
            uow.remove(uow.getById(Desk.class, 2));
            uow.remove(present(desk.getPupil()));
        });
        assertThat(found(Pupil.class, 1)).isEmpty();
    }

    @Test
    void whatItsConstructorSetIsOverwritten() {
        plinth().transact(uow -> uow.getById(Pupil.class, 1).setAge(11));
        withReference(pupil -> assertThat(pupil.getAge()).isEqualTo(11));
    }

    @Test
    void belongsToItsUnitOfWork() {
        plinth().transact(uow -> {
            Pupil pupil = present(uow.getById(Desk.class, 1).getPupil());
            costs(0, () -> assertThat(uow.contains(pupil)).isTrue());
            assertThat(pupil.getName()).isEqualTo("Eva");
            assertThat(uow.contains(pupil)).isTrue();
        });
    }

    @Test
    void isSerializedByJacksonWithinTheUnitOfWork() {
        ObjectMapper json = new ObjectMapper();
        withReference(pupil -> {
            try {
                assertThat(json.readTree(json.writeValueAsString(pupil)))
                        .isEqualTo(json.readTree("{\"id\":1,\"name\":\"Eva\",\"age\":0}"));
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void isRefusedByJacksonOutside() {
        Desk desk = stored(Desk.class, 1);
        assertThatThrownBy(() -> new ObjectMapper().writeValueAsString(desk))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("PL-211")
                .hasMessageContaining("Desk[\"pupil\"]")
                .rootCause()
                .isInstanceOf(UnloadedAssociationException.class)
                .hasMessageContaining("FetchPlan.of(Desk::getPupil)");
    }

    @Test
    void onlyTheThreadOfTheUnitOfWorkLoads() {
        withReference(pupil -> {
            assertThatThrownBy(() -> onAnotherThread(pupil::getName)).satisfies(hasCode(ErrorCode.UNIT_WRONG_THREAD));
            assertThat(pupil.getName()).isEqualTo("Eva");
        });
    }

    @Test
    void whatWasRemovedElsewhereIsSaidToBeMissing() {
        requiresWritesBesideReads();
        plinth().read(uow -> {
            Desk desk = uow.getById(Desk.class, 1);
            Pupil pupil = present(desk.getPupil());
            elsewhere(other -> other.removeAll(List.of(other.getById(Desk.class, 1), other.getById(Desk.class, 2))));
            elsewhere(other -> other.remove(other.getById(Pupil.class, 1)));
            assertThatThrownBy(pupil::getName)
                    .satisfies(hasCode(ErrorCode.NOT_FOUND))
                    .hasMessageContaining("'Desk.pupil' refers to 'Pupil 1', and there is no such row");
        });
    }
}
