package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.Statistics;
import dev.plinth.association.Ref;
import dev.plinth.backend.Backend;
import dev.plinth.contract.domain.Review;
import dev.plinth.contract.domain.Review.Film;
import dev.plinth.contract.domain.Review.Plain;
import dev.plinth.contract.domain.Review.Song;
import dev.plinth.contract.domain.Review.Subject;
import dev.plinth.error.EntityMappingException;
import dev.plinth.schema.DanglingReference;
import dev.plinth.specification.Selection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** References to any of several entities: the permitted types of a sealed interface. */
public abstract class PolymorphicReferenceContract extends Contract {
    private Backend backend = nothing();
    private Plinth reviews = nothing();

    @Override
    protected final List<Class<?>> entities() {
        return List.of();
    }

    @BeforeEach
    final void openReviews() {
        backend = database();
        reviews = open(Plinth.builder(backend).entities(Review.class, Song.class, Film.class));
    }

    private void insert() {
        reviews.transact(uow -> {
            Song song = uow.insert(new Song(1, "Autumn Leaves"));
            Film film = uow.insert(new Film(1, "Metropolis"));
            uow.insert(new Review(1, Ref.to(song)));
            uow.insert(new Review(2, Ref.to(film)));
            uow.insert(new Review(3, null));
        });
    }

    private static String title(Review review) {
        return present(review.getSubject()).get().title();
    }

    @Test
    void eachLeadsToItsEntity() {
        insert();
        reviews.read(uow -> {
            assertThat(title(uow.getById(Review.class, 1L))).isEqualTo("Autumn Leaves");
            assertThat(title(uow.getById(Review.class, 2L))).isEqualTo("Metropolis");
            assertThat(uow.getById(Review.class, 3L).getSubject()).isNull();
        });
    }

    @Test
    void theyAreLoadedInOneBatchPerType() {
        reviews.transact(uow -> {
            for (long id = 0; id < 20; id++) {
                uow.insert(new Review(
                        id,
                        id % 2 == 0
                                ? Ref.to(uow.insert(new Song(id, "song " + id)))
                                : Ref.to(uow.insert(new Film(id, "film " + id)))));
            }
        });
        Statistics before = reviews.statistics();
        List<String> titles = new ArrayList<>();
        reviews.read(uow -> uow.find(Selection.of(Review.class)).forEach(review -> titles.add(title(review))));
        assertThat(titles).hasSize(20).contains("song 0", "film 19");
        assertThat(reviews.statistics().since(before).selects()).isEqualTo(3);
    }

    @Test
    void oneCanBeTurnedToAnotherType() {
        insert();
        reviews.transact(uow -> uow.getById(Review.class, 1L).setSubject(Ref.<Subject>to(uow.getById(Film.class, 1L))));
        reviews.read(uow -> assertThat(title(uow.getById(Review.class, 1L))).isEqualTo("Metropolis"));
    }

    @Test
    void thoseThatLeadNowhereAreTold() {
        insert();
        assertThat(reviews.schema().validateReferences()).isEmpty();
        try (Plinth unaware = Plinth.builder(backend).entities(Plain.class).build()) {
            unaware.transact(uow -> {
                uow.insert(new Plain(4, 7L, "Song"));
                uow.insert(new Plain(5, 1L, "Film"));
                uow.insert(new Plain(6, 8L, "Film"));
            });
        }
        assertThat(reviews.schema().validateReferences())
                .containsExactlyInAnyOrder(
                        new DanglingReference("Review", "subject", "Song", 1, List.of(4L)),
                        new DanglingReference("Review", "subject", "Film", 1, List.of(6L)));
    }

    @Test
    void namesThatNoneOfThemHasAreTold() {
        insertStrays();
        assertThat(reviews.schema().validateReferences())
                .containsExactlyInAnyOrder(
                        new DanglingReference("Review", "subject", "Book", 2, List.of(4L, 5L)),
                        new DanglingReference("Review", "subject", "", 1, List.of(6L)));
    }

    @Test
    void aRowWithANameThatNoneOfThemHasIsNotRead() {
        insert();
        insertStrays();
        assertThatThrownBy(() -> reviews.read(uow -> uow.getById(Review.class, 4L)))
                .isInstanceOf(EntityMappingException.class)
                .hasMessageStartingWith("PL-104")
                .hasMessageContainingAll(
                        "'Review 4'", "'Book'", "'subject_type'", "'subject'", "'Song'", "'Film'", "correct the row");
        assertThatThrownBy(() -> reviews.read(uow -> uow.find(Selection.of(Review.class))))
                .isInstanceOf(EntityMappingException.class);
        assertThatThrownBy(() -> reviews.read(uow -> uow.getById(Review.class, 6L)))
                .isInstanceOf(EntityMappingException.class)
                .hasMessageContaining("says nothing in the column");
        reviews.read(uow -> assertThat(title(uow.getById(Review.class, 1L))).isEqualTo("Autumn Leaves"));
    }

    private void insertStrays() {
        try (Plinth unaware = Plinth.builder(backend).entities(Plain.class).build()) {
            unaware.transact(uow -> {
                uow.insert(new Plain(4, 1L, "Book"));
                uow.insert(new Plain(5, 2L, "Book"));
                uow.insert(new Plain(6, 1L, null));
            });
        }
    }

    @Test
    void theSchemaFits() {
        assertThat(reviews.schema().validate()).isEmpty();
    }
}
