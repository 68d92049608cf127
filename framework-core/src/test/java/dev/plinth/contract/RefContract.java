package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.association.Ref;
import dev.plinth.contract.loading.Leaflet;
import dev.plinth.contract.loading.Press;
import dev.plinth.contract.loading.Stack;
import dev.plinth.error.ErrorCode;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Sorts;
import jakarta.data.Order;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** References of records, final classes and whatever else uses a {@code Ref}. */
public abstract class RefContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Leaflet.class, Press.class, Stack.class);
    }

    private void insertLeaflets() {
        plinth().transact(uow -> {
            Press one = uow.insert(new Press(1, "one"));
            uow.insert(new Press(2, "two"));
            Leaflet last = uow.insert(Leaflet.of(0, null, null));
            for (int i = 1; i < 6; i++) {
                Ref<Press> press = i % 2 == 0 ? Ref.to(one) : Ref.to(Press.class, 2);
                last = uow.insert(Leaflet.of(i, Ref.to(last), press));
                uow.insert(new Stack(i, Ref.to(last), null));
                uow.insert(new Stack(10 + i, Ref.to(Leaflet.class, i), Ref.to(Stack.class, i)));
            }
        });
    }

    private static Selection<Leaflet> inOrder() {
        return Selection.of(Leaflet.class).orderBy(Order.by(Sorts.asc(Leaflet::id)));
    }

    @Test
    void leadsFromRecordToRecordAndToFinalClassesInBatches() {
        insertLeaflets();
        plinth().read(uow -> {
            List<Leaflet> leaflets = uow.find(inOrder());
            assertThat(cost(() -> {
                                for (int i = 1; i < 6; i++) {
                                    Leaflet leaflet = leaflets.get(i);
                                    assertThat(present(leaflet.previous()).get())
                                            .isSameAs(leaflets.get(i - 1));
                                    assertThat(present(leaflet.press()).get().getName())
                                            .isEqualTo(i % 2 == 0 ? "one" : "two");
                                }
                            })
                            .statements())
                    .isEqualTo(1);
            assertThat(leaflets.get(0).previous()).isNull();
        });
    }

    @Test
    void knowsItsIdAndClassAndShowsItselfWithoutAStatement() {
        insertLeaflets();
        plinth().read(uow -> {
            Ref<Press> press = present(uow.getById(Leaflet.class, 2).press());
            assertThat(cost(() -> {
                                assertThat(press.id()).isEqualTo(1);
                                assertThat(press.type()).isEqualTo(Press.class);
                                assertThat(press.isLoaded()).isFalse();
                                assertThat(press).hasToString("Press 1 (not loaded)");
                            })
                            .statements())
                    .isZero();
            assertThat(press.get().getName()).isEqualTo("one");
            assertThat(press.isLoaded()).isTrue();
            assertThat(press.get()).isSameAs(uow.getById(Press.class, 1));
        });
    }

    @Test
    void isEqualToOneOfTheSameClassAndId() {
        insertLeaflets();
        plinth().read(uow -> {
            List<Leaflet> leaflets = uow.find(inOrder());
            Ref<Press> second = present(leaflets.get(2).press());
            Ref<Press> fourth = present(leaflets.get(4).press());
            Ref<Press> third = present(leaflets.get(3).press());
            Set<Ref<Press>> all = new HashSet<>(List.of(second, third));
            assertThat(all).contains(fourth);
            assertThat(second).isEqualTo(fourth).hasSameHashCodeAs(fourth).isNotEqualTo(third);
            assertThat(second.get()).isSameAs(fourth.get());
            assertThat(second).isEqualTo(fourth);
            assertThat(second).isEqualTo(Ref.to(Press.class, 1));
            assertThat(Ref.to(Press.class, 1)).isEqualTo(second).hasSameHashCodeAs(second);
        });
    }

    @Test
    void isMadeOfAnObjectOrOfAnId() {
        Press press = new Press(5, "five");
        assertThat(Ref.to(press).get()).isSameAs(press);
        assertThat(Ref.to(press)).isEqualTo(Ref.to(press)).isNotEqualTo(Ref.to(new Press(5, "five")));
        assertThat(Ref.to(Press.class, 5).id()).isEqualTo(5);
        assertThatThrownBy(() -> Ref.to(press).id())
                .satisfies(hasCode(ErrorCode.ARGUMENT_INVALID))
                .hasMessageContaining("Ask the object for its id");
        assertThatThrownBy(() -> Ref.to(Press.class, 5).get())
                .satisfies(hasCode(ErrorCode.NOT_LOADED))
                .hasMessageContaining("'Press 5' was made of an id");
        assertThatThrownBy(() -> Ref.to(nothing())).satisfies(hasCode(ErrorCode.ARGUMENT_NULL));
        assertThatThrownBy(() -> Ref.to(Press.class, nothing())).satisfies(hasCode(ErrorCode.ARGUMENT_NULL));
    }

    @Test
    void aRecordHoldsAListThatLoads() {
        insertLeaflets();
        plinth().read(uow -> {
            List<Leaflet> leaflets = uow.find(inOrder());
            assertThat(cost(() -> {
                                for (int i = 1; i < 6; i++) {
                                    List<Stack> stacks = present(leaflets.get(i).stacks());
                                    assertThat(stacks).extracting(Stack::getId).containsExactly(i, 10 + i);
                                    assertThat(present(stacks.get(0).getLeaflet())
                                                    .get())
                                            .isSameAs(leaflets.get(i));
                                }
                            })
                            .statements())
                    .isEqualTo(1);
            assertThatThrownBy(() -> present(leaflets.get(0).stacks()).add(new Stack(7, null, null)))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("record");
        });
    }

    @Test
    void aCopyOfARecordKeepsWhatItRefersTo() {
        insertLeaflets();
        plinth().transact(uow -> {
            Leaflet leaflet = uow.getById(Leaflet.class, 3);
            Leaflet copy = uow.update(leaflet.titled("new"));
            assertThat(cost(uow::flush).statements()).isEqualTo(1);
            assertThat(present(copy.press()).get().getName()).isEqualTo("two");
        });
        Leaflet detached = stored(Leaflet.class, 3);
        assertThat(detached.title()).isEqualTo("new");
        plinth().transact(uow -> {
            Leaflet given = uow.update(detached.titled("newer"));
            assertThat(present(given.press()).get().getName()).isEqualTo("two");
            assertThat(present(given.stacks())).hasSize(2);
        });
        assertThat(stored(Leaflet.class, 3).title()).isEqualTo("newer");
        assertThat(present(stored(Leaflet.class, 3).press()).id()).isEqualTo(2);
    }

    @Test
    void worksForOrdinaryClassesToo() {
        insertLeaflets();
        plinth().transact(uow -> {
            Stack stack = uow.getById(Stack.class, 11);
            Ref<Stack> under = present(stack.getUnder());
            assertThat(under.isLoaded()).isFalse();
            assertThat(under.get()).isSameAs(uow.getById(Stack.class, 1));
            stack.setUnder(Ref.to(Stack.class, 2));
            under.get().setUnder(Ref.to(stack));
        });
        plinth().read(uow -> {
            assertThat(present(uow.getById(Stack.class, 11).getUnder()).id()).isEqualTo(2);
            assertThat(present(uow.getById(Stack.class, 1).getUnder()).get()).isSameAs(uow.getById(Stack.class, 11));
        });
    }

    @Test
    void isLoadedAheadByAPlan() {
        insertLeaflets();
        plinth().read(uow -> {
            List<Stack> stacks =
                    uow.find(Selection.of(Stack.class).fetch(FetchPlan.of(Stack.class, "leaflet.press", "under")));
            assertThat(cost(() -> assertThat(stacks).allSatisfy(stack -> {
                                Leaflet leaflet = present(stack.getLeaflet()).get();
                                assertThat(present(leaflet.press()).isLoaded()).isTrue();
                                assertThat(present(leaflet.press()).get().getName())
                                        .isIn("one", "two");
                            }))
                            .statements())
                    .isZero();
        });
        List<Leaflet> detached =
                plinth().readResult(uow -> uow.find(inOrder().fetch(FetchPlan.of(Leaflet.class, "press"))));
        assertThat(present(detached.get(1).press()).get().getName()).isEqualTo("two");
        assertThatThrownBy(() -> present(detached.get(1).stacks()).size())
                .satisfies(hasCode(ErrorCode.NOT_LOADED))
                .hasMessageContaining("FetchPlan.of(Leaflet::stacks)");
    }
}
