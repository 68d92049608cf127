package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.contract.loading.Folder;
import dev.plinth.contract.loading.Playlist;
import dev.plinth.contract.loading.Song;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The collections of associations behave as their interfaces say, whichever method touches them first. */
public abstract class LazyCollectionContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Playlist.class, Song.class, Folder.class);
    }

    @BeforeEach
    final void insertSongs() {
        plinth().transact(uow -> {
            Song[] songs = new Song[5];
            for (int i = 0; i < songs.length; i++) {
                songs[i] = uow.insert(new Song(i, "song " + i));
            }
            uow.insert(new Playlist(1, songs));
            Folder root = uow.insert(new Folder(1, "root", null));
            uow.insert(new Folder(2, "a", root));
            uow.insert(new Folder(3, "b", root));
        });
    }

    /** Changes the songs as a first touch, and reads in another unit of work what became of them. */
    private List<Integer> after(Consumer<List<Song>> change) {
        plinth().transact(uow -> change.accept(uow.getById(Playlist.class, 1).getSongs()));
        return plinth().readResult(uow -> uow.getById(Playlist.class, 1).getSongs().stream()
                .map(Song::getId)
                .toList());
    }

    @Test
    void aListIsChangedByEveryMethod() {
        assertThat(after(songs -> songs.remove(4))).containsExactly(0, 1, 2, 3);
        assertThat(after(songs -> songs.add(0, songs.remove(3)))).containsExactly(3, 0, 1, 2);
        assertThat(after(songs -> songs.sort(Comparator.comparing(Song::getId))))
                .containsExactly(0, 1, 2, 3);
        assertThat(after(songs -> songs.removeIf(song -> song.getId() == 2))).containsExactly(0, 1, 3);
        assertThat(after(songs -> songs.subList(0, 2).clear())).containsExactly(3);
        assertThat(after(songs -> songs.replaceAll(song -> song))).containsExactly(3);
        assertThat(after(List::clear)).isEmpty();
    }

    @Test
    void aListIsWalkedBothWaysAndChangedOnTheWay() {
        assertThat(after(songs -> {
                    ListIterator<Song> backwards = songs.listIterator(songs.size());
                    while (backwards.hasPrevious()) {
                        if (backwards.previous().getId() % 2 == 0) {
                            backwards.remove();
                        }
                    }
                }))
                .containsExactly(1, 3);
        assertThat(after(songs -> songs.retainAll(List.of(songs.get(1))))).containsExactly(3);
    }

    @Test
    void aListTellsOfChangesBesideItsIterator() {
        plinth().transact(uow -> {
            List<Song> songs = uow.getById(Playlist.class, 1).getSongs();
            Iterator<Song> walk = songs.iterator();
            walk.next();
            songs.remove(0);
            assertThatThrownBy(walk::next).isInstanceOf(ConcurrentModificationException.class);
            assertThat(songs).isEqualTo(new ArrayList<>(songs)).hasSameHashCodeAs(new ArrayList<>(songs));
            assertThatThrownBy(() -> songs.get(4)).isInstanceOf(IndexOutOfBoundsException.class);
        });
    }

    @Test
    void aMapAndItsViewsAreOne() {
        plinth().transact(uow -> {
            Map<String, Folder> folders = uow.getById(Folder.class, 1).getFolders();
            assertThat(folders.keySet()).containsExactlyInAnyOrder("a", "b");
            assertThat(folders.values()).extracting(Folder::getId).containsExactlyInAnyOrder(2, 3);
            assertThat(folders).isEqualTo(Map.copyOf(folders)).hasSameHashCodeAs(Map.copyOf(folders));
            assertThat(folders.containsValue(uow.getById(Folder.class, 3))).isTrue();
            assertThat(folders.getOrDefault("c", nothing())).isNull();
            assertThat(folders.keySet().remove("a")).isTrue();
            assertThat(folders.remove("b")).isSameAs(uow.getById(Folder.class, 3));
            assertThat(folders).isEmpty();
            uow.refresh(uow.getById(Folder.class, 1));
        });
    }
}
