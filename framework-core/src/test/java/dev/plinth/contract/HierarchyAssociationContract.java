package dev.plinth.contract;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.association.Ref;
import dev.plinth.contract.zoo.Animal;
import dev.plinth.contract.zoo.Animal.Bird;
import dev.plinth.contract.zoo.Animal.Lion;
import dev.plinth.contract.zoo.Aviary;
import dev.plinth.contract.zoo.Keeper;
import dev.plinth.contract.zoo.Souvenir;
import dev.plinth.contract.zoo.Souvenir.Mug;
import dev.plinth.contract.zoo.Souvenir.Poster;
import dev.plinth.contract.zoo.Ticket;
import dev.plinth.contract.zoo.Ticket.Day;
import dev.plinth.contract.zoo.Ticket.Season;
import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities of hierarchies refer to others and are referred to: by the supertype, by a subtype, in records. */
public abstract class HierarchyAssociationContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(
                Keeper.class,
                Aviary.class,
                Animal.class,
                Lion.class,
                Bird.class,
                Souvenir.class,
                Mug.class,
                Poster.class,
                Ticket.class,
                Day.class,
                Season.class);
    }

    /** Leo, who hunts Tweety, and both are Eva's; Polly lives with Tweety and is Max's. */
    @BeforeEach
    final void insertZoo() {
        plinth().transact(uow -> {
            Keeper eva = uow.insert(new Keeper(1, "Eva"));
            Keeper max = uow.insert(new Keeper(2, "Max"));
            Aviary aviary = uow.insert(new Aviary(1, "tall"));
            Bird tweety = uow.insert(new Bird(11, "Tweety", eva, aviary));
            uow.insert(new Bird(12, "Polly", max, aviary));
            Lion leo = uow.insert(new Lion(13, "Leo", eva));
            leo.setPrey(Ref.to(tweety));
            eva.setFavourite(Ref.to(leo));
        });
    }

    private List<String> names(Selection<? extends Animal> selection) {
        return plinth().readResult(uow ->
                uow.find(selection).stream().map(Animal::getName).sorted().toList());
    }

    @Test
    void aReferenceToTheSupertypeLeadsToWhatItIs() {
        plinth().read(uow -> {
            Animal favourite =
                    present(uow.getById(Keeper.class, 1L).getFavourite()).get();
            assertThat(favourite).isInstanceOf(Lion.class).isSameAs(uow.getById(Animal.class, 13L));
            assertThat(present(((Lion) favourite).getPrey()).get()).isInstanceOf(Bird.class);
        });
    }

    @Test
    void whatTheSupertypeRefersToIsLoadedForAllTogether() {
        plinth().read(uow -> {
            List<Animal> animals = uow.find(Selection.of(Animal.class).orderBy(Order.by(Sort.asc("id"))));
            assertThat(cost(() -> assertThat(animals)
                                    .extracting(animal ->
                                            present(animal.getKeeper()).getName())
                                    .containsExactly("Eva", "Max", "Eva"))
                            .statements())
                    .isEqualTo(1);
        });
    }

    @Test
    void theManyOfAKeeperAreWhatTheyAre() {
        plinth().read(uow -> {
            assertThat(uow.getById(Keeper.class, 1L).getAnimals())
                    .extracting(Object::getClass)
                    .containsExactlyInAnyOrder(Bird.class, Lion.class);
            assertThat(uow.getById(Aviary.class, 1L).getBirds())
                    .extracting(Animal::getName)
                    .containsExactlyInAnyOrder("Tweety", "Polly");
        });
        assertThat(plinth().<Integer, RuntimeException>readResult(uow ->
                        uow.find(Selection.of(Keeper.class).fetch(FetchPlan.of(Keeper::getAnimals))).stream()
                                .mapToInt(keeper -> keeper.getAnimals().size())
                                .sum()))
                .isEqualTo(3);
    }

    @Test
    void theyMoveByTheCollectionAndByTheReference() {
        plinth().transact(uow -> {
            Keeper eva = uow.getById(Keeper.class, 1L);
            Keeper max = uow.getById(Keeper.class, 2L);
            Animal leo = uow.getById(Animal.class, 13L);
            eva.getAnimals().remove(leo);
            max.getAnimals().add(leo);
            uow.getById(Bird.class, 12L).setKeeper(null);
            uow.getById(Bird.class, 12L).setHome(null);
            max.getAnimals().removeIf(animal -> animal.getId() == 12);
            eva.getAnimals().add(new Lion(14, "Simba", eva));
        });
        plinth().read(uow -> {
            assertThat(uow.getById(Keeper.class, 1L).getAnimals())
                    .extracting(Animal::getName)
                    .containsExactlyInAnyOrder("Tweety", "Simba");
            assertThat(uow.getById(Keeper.class, 2L).getAnimals())
                    .extracting(Animal::getName)
                    .containsExactly("Leo");
            assertThat(uow.getById(Bird.class, 12L).getKeeper()).isNull();
            assertThat(uow.getById(Aviary.class, 1L).getBirds()).hasSize(1);
            assertThat(uow.getById(Animal.class, 13L).getVersion()).isEqualTo(2);
        });
    }

    @Test
    void queriesAskForThem() {
        Keeper eva = stored(Keeper.class, 1L);

        assertThat(names(Selection.of(Animal.class)
                        .where(where(Animal::getKeeper).is(eva))))
                .containsExactly("Leo", "Tweety");
        assertThat(names(Selection.of(Bird.class)
                        .where(where(Bird.class, "keeper").is(eva))))
                .containsExactly("Tweety");
        assertThat(names(Selection.of(Bird.class).where(where(Bird::getHome).is(stored(Aviary.class, 1L)))))
                .containsExactly("Polly", "Tweety");
        assertThat(names(
                        Selection.of(Lion.class).where(where(Lion.class, "prey").is(Ref.to(Animal.class, 11L)))))
                .containsExactly("Leo");
    }

    @Test
    void whatIsReferredToStays() {
        assertThatThrownBy(() -> plinth().transact(uow -> uow.remove(uow.getById(Animal.class, 11L))))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThatThrownBy(() -> plinth().transact(uow -> uow.remove(uow.getById(Animal.class, 13L))))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThatThrownBy(() ->
                        plinth().transact(uow -> uow.getById(Lion.class, 13L).setPrey(Ref.to(Bird.class, 99L))))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThat(names(Selection.of(Animal.class))).hasSize(3);
    }

    @Test
    void allGoTogether() {
        plinth().transact(uow -> {
            uow.find(Selection.of(Keeper.class)).forEach(uow::remove);
            uow.find(Selection.of(Animal.class)).forEach(uow::remove);
            uow.find(Selection.of(Aviary.class)).forEach(uow::remove);
        });
        assertThat(names(Selection.of(Animal.class))).isEmpty();
    }

    @Test
    void recordsInATableForEachAreReadAndWritten() {
        insert(new Mug(1, 0, "a mug", 3), new Poster(2, 0, "a poster", 90, Ref.to(stored(Animal.class, 13L))));

        plinth().transact(uow -> {
            assertThat(uow.find(Selection.of(Souvenir.class)
                            .where(where(Souvenir::label).is("a mug"))))
                    .containsExactly(new Mug(1, 1, "a mug", 3));
            Poster poster = (Poster) uow.getById(Souvenir.class, 2L);
            assertThat(present(poster.shows()).get()).isInstanceOf(Lion.class);
            uow.update(new Poster(2, poster.version(), "another", 60, poster.shows()));
            uow.remove(uow.getById(Mug.class, 1L));
        });
        plinth().read(uow -> {
            Souvenir only = uow.find(Selection.of(Souvenir.class)).get(0);
            assertThat(uow.count(Selection.of(Souvenir.class))).isEqualTo(1);
            assertThat(only.label()).isEqualTo("another");
            assertThat(only.version()).isEqualTo(2);
            assertThat(((Poster) only).width()).isEqualTo(60);
        });
    }

    @Test
    void recordsEachInATableOfItsOwnAreReadAndWritten() {
        Day day = saved(new Day(1, 0, 12));
        insert(new Season(2, 0, 99, Ref.to(day)), new Season(3, 0, 120, nothing()));

        plinth().transact(uow -> {
            Season season = uow.getById(Season.class, 2L);
            assertThat(present(season.replaced()).get()).isEqualTo(day);
            uow.update(new Season(3, 1, 130, Ref.<Ticket>to(season)));
        });
        plinth().read(uow -> {
            assertThat(uow.find(Selection.of(Ticket.class)
                            .where(where(Ticket::price).greaterThan(20))
                            .orderBy(Order.by(Sort.desc("price")))))
                    .extracting(Ticket::id, Ticket::version, Ticket::price)
                    .containsExactly(tuple(3L, 2L, 130), tuple(2L, 1L, 99));
            assertThat(uow.find(Selection.of(Day.class))).containsExactly(day);
            assertThat(present(uow.getById(Season.class, 3L).replaced()).get()).isSameAs(uow.getById(Ticket.class, 2L));
        });
    }

    @Test
    void theSchemaFits() {
        assertThat(plinth().schema().validate()).isEmpty();
        assertThat(plinth().schema().validateReferences()).isEmpty();
    }

    @Test
    void aReferenceToOneOfAnotherClassIsToldByName() {
        assertThatThrownBy(() -> plinth().transact(
                                uow -> ((Lion) uow.getById(Animal.class, 13L)).setPrey(Ref.to(Bird.class, 13L))))
                .isInstanceOf(EntityMappingException.class)
                .hasMessageContaining("'Lion.prey' refers to a 'Bird', but 'Animal 13' is a 'Lion'");
    }
}
