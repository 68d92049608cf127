package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.contract.domain.graph.Album;
import dev.plinth.contract.domain.graph.Board;
import dev.plinth.contract.domain.graph.Cover;
import dev.plinth.contract.domain.graph.Label;
import dev.plinth.contract.domain.graph.Pin;
import dev.plinth.contract.domain.graph.Review;
import dev.plinth.contract.domain.graph.Shelf;
import dev.plinth.contract.domain.graph.Song;
import dev.plinth.contract.domain.graph.Tag;
import dev.plinth.contract.domain.graph.Volume;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.specification.Deleted;
import dev.plinth.specification.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a flush makes of collections that are unusual: of records, shared, null, unchangeable, with an element twice. */
public abstract class GraphEdgesContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(
                Album.class,
                Song.class,
                Review.class,
                Cover.class,
                Label.class,
                Tag.class,
                Shelf.class,
                Volume.class,
                Board.class,
                Pin.class);
    }

    private Album album(String title, String... songs) {
        Album album = new Album(title);
        for (String song : songs) {
            album.sing(song);
        }
        insert(album);
        store().takeWrites();
        return album;
    }

    private List<String> songs(Album album) {
        return plinth().readResult(uow -> uow.getById(Album.class, present(album.getId())).getSongs().stream()
                .map(Song::getTitle)
                .toList());
    }

    private long count(Class<?> type) {
        return plinth().readResult(uow -> uow.count(Selection.of(type).deleted(Deleted.INCLUDED)));
    }

    // records in a collection

    @Test
    void aRecordInACollectionHoldsItsOwnerAfterTheFlush() {
        Shelf shelf = new Shelf();
        Volume first = new Volume("a");
        shelf.getVolumes().add(first);
        plinth().transact(uow -> {
            uow.insert(shelf);
            uow.flush();
            Volume now = uow.current(first);
            assertThat(present(now.shelf()).get()).isSameAs(shelf);
            assertThat(now.id()).isNotNull();
            assertThat(shelf.getVolumes()).hasSize(1);
            assertThat(shelf.getVolumes().get(0)).isSameAs(now);
            assertThat(uow.plan().isEmpty()).isTrue();
            uow.update(now.titled("b"));
        });
        assertThat(count(Volume.class)).isEqualTo(1);
        plinth().read(uow -> assertThat(
                        uow.getById(Shelf.class, present(shelf.getId())).getVolumes())
                .extracting(Volume::title)
                .containsExactly("b"));
    }

    @Test
    void aRecordIsMovedByCollectionsAlone() {
        Shelf from = new Shelf();
        Shelf to = new Shelf();
        from.getVolumes().add(new Volume("a"));
        from.getVolumes().add(new Volume("b"));
        insert(from, to);
        plinth().transact(uow -> {
            Shelf first = uow.getById(Shelf.class, present(from.getId()));
            Shelf second = uow.getById(Shelf.class, present(to.getId()));
            assertThat(second.getVolumes()).isEmpty();
            Volume moved = first.getVolumes().remove(0);
            second.getVolumes().add(moved);
            uow.flush();
            assertThat(present(uow.current(moved).shelf()).get()).isSameAs(second);
            assertThat(second.getVolumes().get(0)).isSameAs(uow.current(moved));
            second.getVolumes().add(new Volume("c"));
        });
        plinth().read(uow -> {
            assertThat(uow.getById(Shelf.class, present(from.getId())).getVolumes())
                    .extracting(Volume::title)
                    .containsExactly("b");
            assertThat(uow.getById(Shelf.class, present(to.getId())).getVolumes())
                    .extracting(Volume::title)
                    .containsExactly("a", "c");
        });
    }

    // soft-deleted rows of an owner that is deleted for good

    private Board board(int pins) {
        Board board = new Board();
        for (int i = 0; i < pins; i++) {
            Pin pin = new Pin();
            pin.setBoard(board);
            board.getPins().add(pin);
        }
        insert(board);
        return board;
    }

    @Test
    void whatIsSoftDeletedGoesAlongWithAnOwnerThatIsDeletedForGood() {
        Board board = board(3);
        Pin marked = board.getPins().get(0);
        plinth().transact(uow -> uow.remove(uow.getById(Pin.class, present(marked.getId()))));
        assertThat(count(Pin.class)).isEqualTo(3);
        plinth().transact(uow -> uow.remove(uow.getById(Board.class, present(board.getId()))));
        assertThat(count(Board.class)).isZero();
        assertThat(count(Pin.class)).isZero();
    }

    @Test
    void whatIsRemovedTogetherWithItsOwnerGoesForGoodToo() {
        Board board = board(2);
        plinth().transact(uow -> {
            uow.remove(uow.getById(Pin.class, present(board.getPins().get(0).getId())));
            uow.remove(uow.getById(Board.class, present(board.getId())));
        });
        assertThat(count(Board.class)).isZero();
        assertThat(count(Pin.class)).isZero();
    }

    @Test
    void softDeletedRowsThatDoNotGoAlongAreNamed() {
        Board board = board(0);
        Pin pin = new Pin();
        pin.setFormer(board);
        plinth().transact(uow -> {
            pin.setFormer(uow.getById(Board.class, present(board.getId())));
            uow.insert(pin);
        });
        plinth().transact(uow -> uow.remove(uow.getById(Pin.class, present(pin.getId()))));
        assertThatThrownBy(() -> plinth().transact(uow -> uow.remove(uow.getById(Board.class, present(board.getId())))))
                .isInstanceOf(ForeignKeyViolationException.class)
                .satisfies(hasCode(ErrorCode.FOREIGN_KEY))
                .hasMessageContaining("'Board " + board.getId() + "'")
                .hasMessageContaining("soft-deleted 'Pin " + pin.getId() + "' refers to it by 'former'");
        plinth().transact(uow -> {
            uow.purge(Pin.class, present(pin.getId()));
            uow.remove(uow.getById(Board.class, present(board.getId())));
        });
        assertThat(count(Board.class)).isZero();
    }

    // new objects that are removed before they are written

    @Test
    void aNewObjectThatIsRemovedLeavesTheCollectionThatHoldsIt() {
        Album album = album("one", "a");
        plinth().transact(uow -> {
            Album read = uow.getById(Album.class, present(album.getId()));
            Song song = read.sing("b");
            Review review = new Review("good");
            Tag tag = new Tag("jazz");
            read.getReviews().add(review);
            read.getTags().add(tag);
            uow.insert(song);
            uow.insert(review);
            uow.insert(tag);
            uow.remove(song);
            uow.remove(review);
            uow.remove(tag);
            assertThat(uow.plan().isEmpty()).isTrue();
            uow.flush();
            assertThat(read.getSongs()).extracting(Song::getTitle).containsExactly("a");
            assertThat(read.getReviews()).isEmpty();
            assertThat(read.getTags()).isEmpty();
            assertThat(uow.contains(song)).isFalse();
            // it is free to come back
            read.getSongs().add(song);
        });
        assertThat(songs(album)).containsExactly("a", "b");
        assertThat(count(Review.class) + count(Tag.class)).isZero();
    }

    // collections that cannot be changed

    @Test
    void aCollectionThatCannotBeChangedIsReplacedWhereTheOtherSideChanges() {
        Album one = album("one", "a", "b");
        Album two = album("two", "c");
        plinth().transact(uow -> {
            Album first = uow.getById(Album.class, present(one.getId()));
            Album second = uow.getById(Album.class, present(two.getId()));
            first.setSongs(List.copyOf(first.getSongs()));
            second.setSongs(Collections.unmodifiableList(new ArrayList<>(second.getSongs())));
            Song moved = first.getSongs().get(1);
            moved.setAlbum(second);
            uow.flush();
            assertThat(first.getSongs()).extracting(Song::getTitle).containsExactly("a");
            assertThat(second.getSongs()).extracting(Song::getTitle).containsExactly("c", "b");
            second.getSongs().add(new Song("d"));
        });
        assertThat(songs(one)).containsExactly("a");
        assertThat(songs(two)).containsExactly("b", "c", "d");
    }

    @Test
    void anUnchangeableSetFollowsTheLinksOfTheOtherSide() {
        Album album = album("one");
        Tag tag = new Tag("jazz");
        insert(tag);
        plinth().transact(uow -> {
            Album read = uow.getById(Album.class, present(album.getId()));
            Tag jazz = uow.getById(Tag.class, present(tag.getId()));
            read.setTags(Set.of());
            jazz.getAlbums().add(read);
            uow.flush();
            assertThat(read.getTags()).containsExactly(jazz);
            jazz.setAlbums(Set.of());
            uow.flush();
            assertThat(read.getTags()).isEmpty();
        });
        plinth().read(uow -> assertThat(
                        uow.getById(Album.class, present(album.getId())).getTags())
                .isEmpty());
    }

    // null in the place of a collection, and in one

    @Test
    void aNullCollectionIsAnEmptyOne() {
        Album one = album("one", "a", "b");
        Album two = album("two", "c");
        plinth().transact(uow -> {
            Album loaded = uow.getById(Album.class, present(one.getId()));
            assertThat(loaded.getSongs()).hasSize(2);
            loaded.setSongs(nothing());
            Album unloaded = uow.getById(Album.class, present(two.getId()));
            unloaded.setSongs(nothing());
            unloaded.setTags(nothing());
            unloaded.setReviews(nothing());
            uow.flush();
            assertThat(uow.plan().isEmpty()).isTrue();
            Song song = new Song("d");
            song.setAlbum(unloaded);
            uow.insert(song);
            uow.flush();
            assertThat(unloaded.getSongs()).containsExactly(song);
        });
        assertThat(songs(one)).isEmpty();
        assertThat(songs(two)).containsExactly("d");
        assertThat(count(Song.class)).isEqualTo(1);
    }

    @Test
    void nullLetsGoOfWhatIsNotOwned() {
        Label label = new Label("Columbia");
        Album album = new Album("one");
        album.setLabel(label);
        insert(album);
        plinth().transact(
                        uow -> uow.getById(Label.class, present(label.getId())).setAlbums(nothing()));
        plinth().read(uow -> assertThat(
                        uow.getById(Album.class, present(album.getId())).getLabel())
                .isNull());
    }

    @Test
    void aNullInACollectionIsRefused() {
        Album album = album("one", "a");
        plinth().transact(uow -> {
            Album read = uow.getById(Album.class, present(album.getId()));
            read.getSongs().add(nothing());
            assertThatThrownBy(uow::plan)
                    .isInstanceOf(EntityStateException.class)
                    .satisfies(hasCode(ErrorCode.ENTITY_STATE))
                    .hasMessageContaining("'songs' of 'Album " + album.getId() + "' has a null");
            read.getSongs().removeIf(each -> each == null);
            read.getTags().add(nothing());
            assertThatThrownBy(uow::plan).hasMessageContaining("'tags' of 'Album " + album.getId() + "' has a null");
            read.getTags().clear();
        });
        assertThat(songs(album)).containsExactly("a");
    }

    // collections and members that two have

    @Test
    void theCollectionOfAnotherIsRefused() {
        Album one = album("one", "a");
        Album two = album("two", "b");
        plinth().transact(uow -> {
            Album first = uow.getById(Album.class, present(one.getId()));
            Album second = uow.getById(Album.class, present(two.getId()));
            List<Song> own = first.getSongs();
            first.setSongs(second.getSongs());
            assertThatThrownBy(uow::plan)
                    .isInstanceOf(EntityStateException.class)
                    .satisfies(hasCode(ErrorCode.ASSOCIATION_CONFLICT))
                    .hasMessageContaining("'songs' of 'Album " + one.getId()
                            + "' holds the collection 'songs' of 'Album " + two.getId() + "'");
            assertThat(second.getSongs()).hasSize(1);
            assertThatThrownBy(uow::plan).satisfies(hasCode(ErrorCode.ASSOCIATION_CONFLICT));
            first.setSongs(own);
            Album fresh = new Album("three");
            fresh.setTags(second.getTags());
            uow.insert(fresh);
            assertThatThrownBy(uow::plan)
                    .hasMessageContaining("'tags' of 'Album " + fresh.getId()
                            + "' holds the collection 'tags' of 'Album " + two.getId() + "'");
            fresh.setTags(Set.copyOf(second.getTags()));
        });
        assertThat(songs(one)).containsExactly("a");
        assertThat(songs(two)).containsExactly("b");
    }

    @Test
    void aCopyOfTheCollectionOfAnotherMovesItsElements() {
        Album one = album("one", "a");
        Album two = album("two", "b", "c");
        plinth().transact(uow -> {
            Album first = uow.getById(Album.class, present(one.getId()));
            Album second = uow.getById(Album.class, present(two.getId()));
            first.setSongs(new ArrayList<>(second.getSongs()));
            uow.flush();
            assertThat(second.getSongs()).isEmpty();
            assertThat(first.getSongs()).hasSize(2).allMatch(song -> song.getAlbum() == first);
        });
        assertThat(songs(one)).containsExactly("b", "c");
        assertThat(songs(two)).isEmpty();
        assertThat(count(Song.class)).isEqualTo(2);
    }

    @Test
    void anElementTwiceCountsOnce() {
        Album album = new Album("one");
        Song song = album.sing("a");
        album.getSongs().add(song);
        insert(album);
        assertThat(songs(album)).containsExactly("a");
        plinth().transact(uow -> {
            List<Song> songs = uow.getById(Album.class, present(album.getId())).getSongs();
            songs.add(songs.get(0));
            assertThat(uow.plan().isEmpty()).isTrue();
            songs.remove(0);
        });
        assertThat(songs(album)).containsExactly("a");
    }

    @Test
    void anElementHasOnePlaceInAList() {
        Album album = new Album("one");
        Review review = new Review("good");
        album.getReviews().add(review);
        album.getReviews().add(new Review("bad"));
        album.getReviews().add(review);
        assertThatThrownBy(() -> insert(album))
                .isInstanceOf(EntityStateException.class)
                .satisfies(hasCode(ErrorCode.ENTITY_STATE))
                .hasMessageContaining("'reviews' of 'Album ")
                .hasMessageContaining("' has 'Review ")
                .hasMessageContaining("' twice");
        assertThat(count(Album.class)).isZero();
    }
}
