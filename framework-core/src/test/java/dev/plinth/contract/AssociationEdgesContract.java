package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.association.Ref;
import dev.plinth.contract.domain.Review;
import dev.plinth.contract.domain.Review.Film;
import dev.plinth.contract.domain.Review.Song;
import dev.plinth.contract.domain.Review.Subject;
import dev.plinth.contract.loading.Leaflet;
import dev.plinth.contract.loading.Press;
import dev.plinth.contract.loading.Stack;
import dev.plinth.error.ErrorCode;
import dev.plinth.specification.Selection;
import jakarta.data.Order;
import jakarta.data.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an application may put into associations and should not, and what it may not expect to work. */
public abstract class AssociationEdgesContract extends Contract {
    @Entity(name = "Club")
    static class Club {
        @Id
        @Nullable
        Integer id;

        @ManyToMany
        List<Fellow> guests = new ArrayList<>();

        @OneToMany
        @JoinTable(name = "club_founders")
        List<Fellow> founders = new ArrayList<>();

        Club() {}

        Club(int id) {
            this.id = id;
        }

        List<Fellow> getGuests() {
            return guests;
        }

        List<Fellow> getFounders() {
            return founders;
        }
    }

    @Entity(name = "Fellow")
    static class Fellow {
        @Id
        @Nullable
        Integer id;

        Fellow() {}

        Fellow(int id) {
            this.id = id;
        }

        @Nullable
        Integer getId() {
            return id;
        }
    }

    @Entity(name = "Line")
    @Table(name = "waiting_line")
    static class Line {
        @Id
        @Nullable
        Integer id;

        @OneToMany(mappedBy = "line")
        @OrderColumn(name = "place")
        List<Person> people = new ArrayList<>();

        Line() {}

        Line(int id) {
            this.id = id;
        }

        List<Person> getPeople() {
            return people;
        }
    }

    @Entity(name = "Person")
    static class Person {
        @Id
        @Nullable
        Integer id;

        @ManyToOne
        @Nullable
        Line line;

        Person() {}

        Person(int id, Line line) {
            this.id = id;
            this.line = line;
        }

        @Nullable
        Integer getId() {
            return id;
        }

        void stepOver(Line other) {
            line = other;
        }
    }

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Leaflet.class, Press.class, Stack.class, Club.class, Fellow.class, Line.class, Person.class);
    }

    private void insertClub() {
        plinth().transact(uow -> {
            Club club = new Club(1);
            club.guests.add(uow.insert(new Fellow(1)));
            club.guests.add(uow.insert(new Fellow(2)));
            club.founders.add(uow.insert(new Fellow(3)));
            uow.insert(club);
        });
    }

    @Test
    void aRepeatAmongLinksWithoutAnOrderIsWrittenOnce() {
        insertClub();
        plinth().transact(uow -> {
            Club club = uow.getById(Club.class, 1);
            club.getGuests().add(club.getGuests().get(0));
            club.getFounders().add(club.getFounders().get(0));
            assertThat(cost(uow::flush).statements()).isZero();
            assertThat(club.getGuests()).extracting(Fellow::getId).containsExactlyInAnyOrder(1, 2, 1);
            Fellow third = uow.getById(Fellow.class, 3);
            club.getGuests().addAll(List.of(third, third));
        });
        plinth().transact(uow -> {
            Club club = uow.getById(Club.class, 1);
            assertThat(club.getGuests()).extracting(Fellow::getId).containsExactlyInAnyOrder(1, 2, 3);
            assertThat(club.getFounders()).hasSize(1);
            Club other = new Club(2);
            Fellow fresh = new Fellow(4);
            other.guests.addAll(List.of(fresh, fresh));
            uow.insert(fresh);
            uow.insert(other);
        });
        plinth().read(uow -> assertThat(uow.getById(Club.class, 2).getGuests()).hasSize(1));
    }

    private void assertLine(int id, Integer... people) {
        plinth().read(uow -> assertThat(uow.getById(Line.class, id).getPeople())
                .extracting(Person::getId)
                .containsExactly(people));
    }

    @Test
    void whatComesByItsOwnReferenceIsLastInAListWithAnOrder() {
        plinth().transact(uow -> {
            Line one = uow.insert(new Line(1));
            Line two = uow.insert(new Line(2));
            for (int i = 3; i < 6; i++) {
                one.people.add(uow.insert(new Person(i, one)));
                two.people.add(uow.insert(new Person(10 + i, two)));
            }
        });
        plinth().transact(uow -> uow.insert(new Person(1, uow.getById(Line.class, 1))));
        assertLine(1, 3, 4, 5, 1);
        plinth().transact(uow -> uow.getById(Person.class, 3).stepOver(uow.getById(Line.class, 2)));
        assertLine(1, 4, 5, 1);
        assertLine(2, 13, 14, 15, 3);
        plinth().transact(uow -> {
            Line two = uow.getById(Line.class, 2);
            assertThat(two.getPeople()).hasSize(4);
            uow.getById(Person.class, 4).stepOver(two);
        });
        assertLine(2, 13, 14, 15, 3, 4);
    }

    private void insertPresses() {
        insert(new Press(1, "one"), new Press(2, "two"), Leaflet.of(1, null, null), Leaflet.of(2, null, null));
    }

    @Test
    void aRefByIdLoadsOnceItsOwnerIsInserted() {
        insertPresses();
        plinth().transact(uow -> {
            Stack first = uow.insert(new Stack(1, Ref.to(Leaflet.class, 1), null));
            Stack second = uow.insert(new Stack(2, Ref.to(Leaflet.class, 2), Ref.to(Stack.class, 1)));
            assertThat(present(first.getLeaflet()).get().title()).isEqualTo("leaflet 1");
            assertThat(present(second.getLeaflet()).get().title()).isEqualTo("leaflet 2");
            assertThat(present(second.getUnder()).get()).isSameAs(first);
            first.setUnder(Ref.to(Stack.class, 2));
            uow.flush();
            assertThat(present(first.getUnder()).get()).isSameAs(second);
        });
    }

    @Test
    void aRefByIdLoadsOnceItsOwnerIsUpdated() {
        insertPresses();
        insert(new Stack(1, null, null), new Stack(2, null, null));
        plinth().transact(uow -> {
            Stack given = uow.update(new Stack(1, Ref.to(Leaflet.class, 1), Ref.to(Stack.class, 2)));
            assertThat(present(given.getLeaflet()).get().id()).isEqualTo(1);
            assertThat(present(given.getUnder()).get().getId()).isEqualTo(2);
        });
        assertThat(present(stored(Stack.class, 1).getUnder()).id()).isEqualTo(2);
    }

    @Test
    void aRefByIdOfARecordLoadsFromItsCopy() {
        insertPresses();
        plinth().transact(uow -> {
            Leaflet inserted = uow.insert(Leaflet.of(3, Ref.to(Leaflet.class, 1), Ref.to(Press.class, 1)));
            assertThat(present(inserted.previous()).get().id()).isEqualTo(1);
            assertThat(present(inserted.press()).get().getName()).isEqualTo("one");
            Leaflet updated =
                    uow.update(new Leaflet(3, "new", inserted.previous(), Ref.to(Press.class, 2), inserted.stacks()));
            assertThat(present(updated.press()).get().getName()).isEqualTo("two");
            assertThat(uow.current(inserted)).isSameAs(updated);
        });
        assertThat(stored(Leaflet.class, 3).title()).isEqualTo("new");
    }

    @SuppressWarnings("unchecked")
    private static <T> T unchecked(Object value) {
        return (T) value;
    }

    @Test
    void aRefOfAnotherClassIsRefusedByName() {
        insertPresses();
        Ref<Leaflet> byId = unchecked(Ref.to(Press.class, 1));
        Ref<Leaflet> byObject = unchecked(Ref.to(new Press(1, "one")));
        for (Ref<Leaflet> wrong : List.of(byId, byObject)) {
            assertThatThrownBy(() -> insert(new Stack(1, wrong, null)))
                    .satisfies(hasCode(ErrorCode.ENTITY_STATE))
                    .hasMessageContaining("'Stack.leaflet'")
                    .hasMessageContaining("Leaflet")
                    .hasMessageContaining(Press.class.getName());
        }
        insert(new Stack(1, null, null));
        assertThatThrownBy(() ->
                        plinth().transact(uow -> uow.getById(Stack.class, 1).setUnder(unchecked(byId))))
                .satisfies(hasCode(ErrorCode.ENTITY_STATE))
                .hasMessageContaining("'Stack.under'");
    }

    @Test
    void anEntityOfAnotherClassInACollectionIsRefusedByName() {
        insertClub();
        for (Object wrong : List.of(new Press(1, "one"), "one", Ref.to(Press.class, 1))) {
            assertThatThrownBy(() -> plinth().transact(uow -> {
                        List<Object> guests =
                                unchecked(uow.getById(Club.class, 1).getGuests());
                        guests.add(wrong);
                    }))
                    .satisfies(hasCode(ErrorCode.ENTITY_STATE))
                    .hasMessageContaining("'Club.guests'")
                    .hasMessageContaining("Fellow");
        }
        assertThatThrownBy(() -> plinth().transact(uow -> {
                    List<Stack> stacks = unchecked(List.of(new Press(1, "one")));
                    uow.insert(new Leaflet(1, "one", null, null, stacks));
                }))
                .satisfies(hasCode(ErrorCode.ENTITY_STATE))
                .hasMessageContaining("'Leaflet.stacks'");
    }

    @Test
    void aRefToASealedTypeItselfSaysWhatToName() {
        Plinth reviews = open(Plinth.builder(database()).entities(Review.class, Song.class, Film.class));
        assertThatThrownBy(() -> reviews.transact(uow -> uow.insert(new Review(1, Ref.to(Subject.class, 1)))))
                .satisfies(hasCode(ErrorCode.MAPPING_FAILED))
                .hasMessageContaining("Review$Subject' is not an entity")
                .hasMessageContaining("It is sealed: name one of its entities, Song.class or Film.class");
        assertThatThrownBy(() -> reviews.read(uow -> uow.find(Selection.of(Review.class)
                        .where(where(Review.class, "subject").is(Ref.to(Subject.class, 1))))))
                .satisfies(hasCode(ErrorCode.MAPPING_FAILED))
                .hasMessageContaining("Song.class or Film.class");
    }

    @Test
    void aSortThroughAnAssociationSaysHowFarItReaches() {
        insertPresses();
        insert(new Stack(1, Ref.to(Leaflet.class, 2), null), new Stack(2, Ref.to(Leaflet.class, 1), null));
        plinth().read(uow -> {
            assertThatThrownBy(() -> uow.find(Selection.of(Stack.class).orderBy(Order.by(Sort.asc("leaflet.title")))))
                    .satisfies(hasCode(ErrorCode.PROPERTY_TYPE))
                    .hasMessageContaining("'Stack.leaflet.title' is beyond the row")
                    .hasMessageContaining("sort");
            assertThatThrownBy(() -> uow.find(Selection.of(Stack.class).orderBy(Order.by(Sort.asc("leaflet.titel")))))
                    .satisfies(hasCode(ErrorCode.PROPERTY_UNKNOWN))
                    .hasMessageContaining("'Leaflet' has no property 'titel'. Did you mean 'title'?");
            assertThat(uow.find(Selection.of(Stack.class).orderBy(Order.by(Sort.asc("leaflet.id")))))
                    .extracting(Stack::getId)
                    .containsExactly(2, 1);
        });
    }
}
