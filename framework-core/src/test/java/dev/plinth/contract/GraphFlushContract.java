package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.backend.WriteBatch;
import dev.plinth.contract.domain.graph.Album;
import dev.plinth.contract.domain.graph.Captain;
import dev.plinth.contract.domain.graph.Cover;
import dev.plinth.contract.domain.graph.Egg;
import dev.plinth.contract.domain.graph.Genre;
import dev.plinth.contract.domain.graph.Hen;
import dev.plinth.contract.domain.graph.Label;
import dev.plinth.contract.domain.graph.Review;
import dev.plinth.contract.domain.graph.Ship;
import dev.plinth.contract.domain.graph.Song;
import dev.plinth.contract.domain.graph.Tag;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.UnitOfWork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a flush writes of graphs: in which order, in how many batches, and from which side. */
public abstract class GraphFlushContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(
                Album.class,
                Song.class,
                Review.class,
                Cover.class,
                Label.class,
                Tag.class,
                Genre.class,
                Ship.class,
                Captain.class,
                Hen.class,
                Egg.class);
    }

    private long album(String title, String... songs) {
        Album album = new Album(title);
        for (String song : songs) {
            album.sing(song);
        }
        insert(album);
        store().takeWrites();
        return present(album.getId());
    }

    private static <T> T only(UnitOfWork uow, Class<T> type) {
        List<T> all = uow.find(Selection.of(type));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<String> titles(Album album) {
        return album.getSongs().stream().map(Song::getTitle).toList();
    }

    private long count(Class<?> type) {
        return plinth().readResult(uow -> uow.count(Selection.of(type)));
    }

    @Test
    void aNewGraphIsInsertedWhole() {
        Album album = new Album("Kind of Blue");
        album.setLabel(new Label("Columbia"));
        album.sing("So What");
        album.getSongs().add(new Song("Blue in Green"));
        album.getReviews().add(new Review("good"));
        album.setCover(new Cover("a trumpet"));
        album.getTags().add(new Tag("jazz"));
        insert(album);
        assertThat(store().takeWrites()).hasSize(6);
        plinth().read(uow -> {
            Album read = uow.getById(Album.class, present(album.getId()));
            assertThat(titles(read)).containsExactly("Blue in Green", "So What");
            assertThat(present(read.getLabel()).getName()).isEqualTo("Columbia");
            assertThat(read.getReviews()).extracting(Review::getText).containsExactly("good");
            assertThat(present(read.getCover()).getArt()).isEqualTo("a trumpet");
            assertThat(read.getTags()).extracting(Tag::getName).containsExactly("jazz");
        });
        assertThat(album.getSongs()).allMatch(song -> song.getAlbum() == album);
        assertThat(present(album.getCover()).getAlbum()).isSameAs(album);
    }

    @Test
    void aThousandParentsWithTheirChildrenAreTwoBatches() {
        plinth().transact(uow -> {
            for (int i = 0; i < 1000; i++) {
                Album album = new Album("album " + i);
                for (int j = 0; j < 3; j++) {
                    album.sing("song " + j);
                }
                uow.insert(album);
            }
        });
        assertThat(store().takeWrites())
                .extracting(
                        batch -> batch.entity().name() + " " + batch.changes().size())
                .containsExactly("Album 1000", "Song 3000");
    }

    @Test
    void anUntouchedGraphCostsNoWrite() {
        long id = album("one", "a", "b");
        plinth().transact(uow -> {
            Album album = uow.getById(Album.class, id);
            assertThat(album.getSongs()).hasSize(2);
            assertThat(album.getTags()).isEmpty();
            assertThat(album.getReviews()).isEmpty();
            assertThat(uow.plan().isEmpty()).isTrue();
        });
        assertThat(store().takeWrites()).isEmpty();
    }

    @Test
    void deleteThenInsertOfOneUniqueValue() {
        long id = album("taken", "a");
        plinth().transact(uow -> {
            uow.remove(uow.getById(Album.class, id));
            uow.insert(new Album("taken")).sing("b");
        });
        plinth().read(uow -> assertThat(titles(only(uow, Album.class))).containsExactly("b"));
    }

    @Test
    void twoRowsSwapAUniqueValueWhileTheirChildrenMove() {
        long one = album("one", "a");
        long two = album("two", "b");
        plinth().transact(uow -> {
            Album first = uow.getById(Album.class, one);
            Album second = uow.getById(Album.class, two);
            first.setTitle("two");
            second.setTitle("one");
            Song song = first.getSongs().remove(0);
            second.getSongs().add(song);
        });
        plinth().read(uow -> {
            assertThat(uow.getById(Album.class, one).getTitle()).isEqualTo("two");
            assertThat(titles(uow.getById(Album.class, one))).isEmpty();
            assertThat(titles(uow.getById(Album.class, two))).containsExactly("a", "b");
        });
    }

    @Test
    void aChildIsMovedFromEitherSide() {
        long one = album("one", "a", "b");
        long two = album("two");
        plinth().transact(uow -> {
            Album first = uow.getById(Album.class, one);
            Album second = uow.getById(Album.class, two);
            Song moved = first.getSongs().get(0);
            assertThat(second.getSongs()).isEmpty();
            moved.setAlbum(second);
            uow.flush();
            assertThat(titles(first)).containsExactly("b");
            assertThat(second.getSongs()).containsExactly(moved);
            // and back, by the collection alone
            first.getSongs().add(moved);
            uow.flush();
            assertThat(moved.getAlbum()).isSameAs(first);
            assertThat(second.getSongs()).isEmpty();
        });
        plinth().read(uow -> assertThat(titles(uow.getById(Album.class, one))).containsExactly("a", "b"));
    }

    @Test
    void aChildIsMovedIntoACollectionThatIsLoadedMeanwhile() {
        long one = album("one", "a");
        long two = album("two", "b");
        plinth().transact(uow -> {
            Song song = uow.getById(Album.class, one).getSongs().remove(0);
            uow.getById(Album.class, two).getSongs().add(song);
            uow.flush();
            assertThat(song.getAlbum()).isSameAs(uow.getById(Album.class, two));
        });
        plinth().read(uow -> assertThat(titles(uow.getById(Album.class, two))).containsExactly("a", "b"));
    }

    @Test
    void whatTwoSidesSayDifferentlyIsRefused() {
        long one = album("one", "a");
        long two = album("two");
        long three = album("three");
        plinth().transact(uow -> {
            Song song = uow.getById(Album.class, one).getSongs().get(0);
            List<Song> songs = uow.getById(Album.class, three).getSongs();
            assertThat(songs).isEmpty();
            song.setAlbum(uow.getById(Album.class, two));
            songs.add(song);
            assertThatThrownBy(uow::plan)
                    .isInstanceOf(EntityStateException.class)
                    .satisfies(hasCode(ErrorCode.ASSOCIATION_CONFLICT))
                    .hasMessageContaining("'songs' of 'Album " + three + "'")
                    .hasMessageContaining("'album' was set to 'Album " + two + "'");
            song.setAlbum(uow.getById(Album.class, three));
        });
        plinth().read(uow -> assertThat(titles(uow.getById(Album.class, three))).containsExactly("a"));
    }

    @Test
    void whatLeavesAnAggregateIsRemoved() {
        long id = album("one", "a", "b");
        plinth().transact(uow -> {
            Album album = uow.getById(Album.class, id);
            album.getReviews().add(new Review("good"));
            album.setCover(new Cover("blue"));
        });
        plinth().transact(uow -> {
            Album album = uow.getById(Album.class, id);
            album.getSongs().remove(0);
            album.getReviews().clear();
            album.setCover(null);
        });
        assertThat(count(Song.class)).isEqualTo(1);
        assertThat(count(Review.class)).isZero();
        assertThat(count(Cover.class)).isZero();
    }

    @Test
    void aCoverIsReplaced() {
        long id = album("one");
        plinth().transact(uow -> uow.getById(Album.class, id).setCover(new Cover("blue")));
        plinth().transact(uow -> uow.getById(Album.class, id).setCover(new Cover("red")));
        plinth().read(uow -> {
            assertThat(only(uow, Cover.class).getArt()).isEqualTo("red");
            assertThat(present(uow.getById(Album.class, id).getCover()).getArt())
                    .isEqualTo("red");
        });
    }

    @Test
    void whatLeavesAnAssociationThatOwnsNothingIsLetGo() {
        Label label = new Label("Columbia");
        Album album = new Album("one");
        album.setLabel(label);
        insert(album);
        plinth().transact(uow -> {
            Label read = uow.getById(Label.class, present(label.getId()));
            Album first = read.getAlbums().remove(0);
            uow.flush();
            assertThat(first.getLabel()).isNull();
        });
        plinth().read(uow -> assertThat(only(uow, Album.class).getLabel()).isNull());
    }

    @Test
    void listsKeepTheirOrder() {
        Album album = new Album("one");
        for (String text : List.of("a", "b", "c", "d")) {
            album.getReviews().add(new Review(text));
        }
        insert(album);
        plinth().transact(uow -> {
            List<Review> reviews =
                    uow.getById(Album.class, present(album.getId())).getReviews();
            reviews.add(0, reviews.remove(3));
            reviews.remove(2);
            reviews.add(1, new Review("e"));
        });
        plinth().read(uow -> assertThat(
                        uow.getById(Album.class, present(album.getId())).getReviews())
                .extracting(Review::getText)
                .containsExactly("d", "e", "a", "c"));
    }

    @Test
    void linksAreChangedFromEitherSideAndOneByOne() {
        Album one = new Album("one");
        Album two = new Album("two");
        Tag jazz = new Tag("jazz");
        Tag cool = new Tag("cool");
        one.getTags().add(jazz);
        one.getTags().add(cool);
        two.getTags().add(jazz);
        insert(one, two);
        plinth().transact(uow -> {
            Tag read = uow.getById(Tag.class, present(jazz.getId()));
            Album second = uow.getById(Album.class, present(two.getId()));
            read.getAlbums().remove(second);
            uow.getById(Tag.class, present(cool.getId())).getAlbums().add(second);
            uow.flush();
            assertThat(second.getTags()).extracting(Tag::getName).containsExactly("cool");
            second.getTags().add(read);
            uow.flush();
            assertThat(read.getAlbums()).hasSize(2);
        });
        plinth().read(uow -> {
            assertThat(uow.getById(Album.class, present(two.getId())).getTags()).hasSize(2);
            assertThat(uow.getById(Album.class, present(one.getId())).getTags()).hasSize(2);
        });
    }

    @Test
    void theLinksBumpTheVersionOfTheirOwner() {
        long id = album("one");
        long before = stored(Album.class, id).getVersion();
        plinth().transact(uow -> uow.getById(Album.class, id).getTags().add(new Tag("jazz")));
        assertThat(stored(Album.class, id).getVersion()).isEqualTo(before + 1);
    }

    @Test
    void aCollectionThatIsReplacedUnseenIsTheWholeContent() {
        long id = album("one", "a", "b");
        plinth().transact(uow -> {
            Album album = uow.getById(Album.class, id);
            album.setSongs(new ArrayList<>(List.of(new Song("c"))));
            album.setTags(new LinkedHashSet<>(Set.of(new Tag("jazz"))));
        });
        plinth().transact(uow -> {
            Album album = uow.getById(Album.class, id);
            assertThat(titles(album)).containsExactly("c");
            album.setTags(new LinkedHashSet<>());
        });
        plinth().read(uow -> assertThat(uow.getById(Album.class, id).getTags()).isEmpty());
        assertThat(count(Song.class)).isEqualTo(1);
    }

    @Test
    void aWholeTreeIsTurnedUpsideDown() {
        List<Genre> chain = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            chain.add(new Genre("genre " + i, i == 0 ? null : chain.get(i - 1)));
        }
        insert(chain.toArray());
        plinth().transact(uow -> {
            List<Genre> read = chain.stream()
                    .map(genre -> uow.getById(Genre.class, present(genre.getId())))
                    .toList();
            for (int i = 0; i < 6; i++) {
                read.get(i).setParent(i == 5 ? null : read.get(i + 1));
                read.get(i).setName("genre " + (5 - i));
            }
        });
        plinth().read(uow -> {
            Genre genre = uow.getById(Genre.class, present(chain.get(0).getId()));
            for (int i = 5; i > 0; i--) {
                assertThat(genre.getName()).isEqualTo("genre " + i);
                genre = present(genre.getParent());
            }
            assertThat(genre.getParent()).isNull();
        });
        plinth().transact(uow -> chain.forEach(genre -> uow.remove(uow.getById(Genre.class, present(genre.getId())))));
        assertThat(count(Genre.class)).isZero();
    }

    @Test
    void aRowMayReferToItself() {
        Genre genre = new Genre("genre", null);
        genre.setParent(genre);
        insert(genre);
        plinth().transact(uow -> {
            Genre read = only(uow, Genre.class);
            assertThat(read.getParent()).isSameAs(read);
            uow.remove(read);
        });
        assertThat(count(Genre.class)).isZero();
    }

    @Test
    void aCircleIsOpenedWhereAReferenceMayBeNull() {
        Ship ship = new Ship("Pequod");
        Captain captain = new Captain("Ahab");
        ship.setCaptain(captain);
        captain.setShip(ship);
        insert(ship);
        assertThat(store().takeWrites())
                .extracting(WriteBatch::kind)
                .containsExactly(WriteBatch.Kind.INSERT, WriteBatch.Kind.INSERT, WriteBatch.Kind.UPDATE);
        plinth().transact(uow -> {
            Ship read = only(uow, Ship.class);
            assertThat(present(read.getCaptain()).getShip()).isSameAs(read);
            uow.remove(present(read.getCaptain()));
            uow.remove(read);
        });
        assertThat(count(Ship.class)).isZero();
        assertThat(count(Captain.class)).isZero();
    }

    @Test
    void aCircleThatCannotBeOpenedIsRefusedByName() {
        Hen hen = new Hen();
        Egg egg = new Egg();
        hen.setEgg(egg);
        egg.setHen(hen);
        assertThatThrownBy(() -> insert(hen))
                .isInstanceOf(EntityStateException.class)
                .hasMessageContaining("'Egg.hen' and 'Hen.egg'");
        assertThat(store().takeWrites()).isEmpty();
    }

    @Test
    void aReferenceToAnObjectThatNobodyInsertsIsRefused() {
        Song song = new Song("a");
        song.setAlbum(new Album("one"));
        assertThatThrownBy(() -> insert(song))
                .isInstanceOf(EntityStateException.class)
                .satisfies(hasCode(ErrorCode.UNSAVED_REFERENCE))
                .hasMessageContaining("'album'")
                .hasMessageContaining("'Album'");
        Label label = new Label("Columbia");
        label.getAlbums().add(new Album("one"));
        assertThatThrownBy(() -> insert(label))
                .satisfies(hasCode(ErrorCode.UNSAVED_REFERENCE))
                .hasMessageContaining("'albums'");
    }

    @Test
    void aPlanTouchesNoObject() {
        long id = album("one", "a");
        plinth().transact(uow -> {
            Album album = uow.getById(Album.class, id);
            Song song = new Song("b");
            album.getSongs().add(song);
            assertThat(uow.plan().toString()).startsWith("insert 1 Song");
            assertThat(song.getAlbum()).isNull();
            assertThat(song.getId()).isNull();
            assertThat(uow.contains(song)).isFalse();
        });
        assertThat(count(Song.class)).isEqualTo(2);
    }

    @Test
    void aQuerySeesWhatIsInsertedAlong() {
        long id = album("one");
        plinth().transact(uow -> {
            uow.getById(Album.class, id).getSongs().add(new Song("a"));
            assertThat(uow.count(Selection.of(Song.class))).isEqualTo(1);
        });
    }

    @Test
    void anAggregateIsRemovedWholeInFewStatements() {
        plinth().transact(uow -> {
            for (int i = 0; i < 20; i++) {
                Album album = new Album("album " + i);
                album.sing("a");
                album.getReviews().add(new Review("r"));
                album.setCover(new Cover("c"));
                album.getTags().add(new Tag("t"));
                uow.insert(album);
            }
        });
        plinth().transact(uow -> {
            List<Album> albums = uow.find(Selection.of(Album.class));
            uow.removeAll(albums);
            assertThat(cost(uow::flush).statements()).isLessThanOrEqualTo(16);
        });
        for (Class<?> type : List.of(Album.class, Song.class, Review.class, Cover.class)) {
            assertThat(count(type)).as(type.getSimpleName()).isZero();
        }
        assertThat(count(Tag.class)).isEqualTo(20);
        plinth().transact(uow -> uow.removeAll(uow.find(Selection.of(Tag.class))));
        assertThat(count(Tag.class)).isZero();
    }

    @Test
    void theSideOfLinksThatKeepsThemNotIsRemovedWithItsLinks() {
        Album album = new Album("one");
        album.getTags().add(new Tag("jazz"));
        insert(album);
        plinth().transact(uow -> uow.remove(only(uow, Tag.class)));
        plinth().read(uow -> assertThat(only(uow, Album.class).getTags()).isEmpty());
    }

    @Test
    void aTreeIsRemovedFromItsRoot() {
        Genre root = new Genre("root", null);
        Genre middle = new Genre("middle", root);
        insert(root, middle, new Genre("leaf", middle), new Genre("other leaf", middle));
        plinth().transact(uow -> uow.remove(uow.getById(Genre.class, present(root.getId()))));
        assertThat(count(Genre.class)).isZero();
    }

    @Test
    void aFailedFlushLeavesTheObjectsAsTheyWere() {
        album("taken");
        Album album = new Album("taken");
        Song song = new Song("a");
        album.getSongs().add(song);
        assertThatThrownBy(() -> insert(album)).isInstanceOf(RuntimeException.class);
        assertThat(song.getAlbum()).isNull();
        assertThat(song.getId()).isNull();
        assertThat(album.getId()).isNull();
    }

    @Test
    void oneInverseSideLetsGoWhileAnotherTakes() {
        Album album = new Album("Blue Train");
        Tag jazz = new Tag("jazz");
        Tag blues = new Tag("blues");
        album.getTags().add(jazz);
        insert(album, blues);
        plinth().transact(uow -> {
            Album found = uow.getById(Album.class, album.getId());
            Tag before = uow.getById(Tag.class, jazz.getId());
            Tag after = uow.getById(Tag.class, blues.getId());
            before.getAlbums().remove(found);
            after.getAlbums().add(found);
        });
        plinth().read(uow -> assertThat(uow.getById(Album.class, album.getId()).getTags())
                .extracting(Tag::getName)
                .containsExactly("blues"));
    }
}
