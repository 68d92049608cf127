package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.contract.domain.graph.Album;
import dev.plinth.contract.domain.graph.Cover;
import dev.plinth.contract.domain.graph.Folder;
import dev.plinth.contract.domain.graph.Label;
import dev.plinth.contract.domain.graph.Review;
import dev.plinth.contract.domain.graph.Song;
import dev.plinth.contract.domain.graph.Tag;
import dev.plinth.error.StaleEntityException;
import dev.plinth.specification.Deleted;
import dev.plinth.specification.Selection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes along with an object that is detached, read again, soft-deleted or brought back. */
public abstract class GraphCascadeContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Album.class, Song.class, Review.class, Cover.class, Label.class, Tag.class, Folder.class);
    }

    /** An album as it was read in a unit of work that is over, with its songs. */
    private Album detached(String... songs) {
        Album album = new Album("one");
        Stream.of(songs).forEach(album::sing);
        album.getReviews().add(new Review("good"));
        insert(album);
        return plinth().readResult(uow -> {
            Album read = uow.getById(Album.class, present(album.getId()));
            assertThat(read.getSongs()).hasSize(songs.length);
            return read;
        });
    }

    private List<String> titles(Album album) {
        return plinth().readResult(uow -> uow.getById(Album.class, present(album.getId())).getSongs().stream()
                .map(Song::getTitle)
                .toList());
    }

    @Test
    void aDetachedGraphIsWrittenWhole() {
        Album album = detached("a", "b", "c");
        store().takeWrites();
        album.setTitle("other");
        album.getSongs().get(0).setTitle("aa");
        album.getSongs().remove(1);
        album.getSongs().add(new Song("d"));
        plinth().transact(uow -> {
            assertThat(cost(() -> uow.update(album)).statements()).isLessThanOrEqualTo(3);
            assertThat(uow.contains(album.getSongs().get(0))).isTrue();
        });
        assertThat(titles(album)).containsExactly("aa", "c", "d");
        assertThat(stored(Album.class, present(album.getId())).getTitle()).isEqualTo("other");
        plinth().read(uow -> assertThat(
                        uow.getById(Album.class, present(album.getId())).getReviews())
                .as("what was not loaded is not touched")
                .hasSize(1));
    }

    @Test
    void anUnchangedDetachedGraphWritesNothing() {
        Album album = detached("a", "b");
        store().takeWrites();
        plinth().transact(uow -> uow.update(album));
        assertThat(store().takeWrites()).isEmpty();
    }

    @Test
    void theVersionsOfADetachedGraphAreChecked() {
        Album album = detached("a");
        plinth().transact(uow -> uow.getById(
                        Song.class, present(album.getSongs().get(0).getId()))
                .setTitle("changed"));
        album.getSongs().get(0).setTitle("mine");
        assertThatThrownBy(() -> plinth().transact(uow -> uow.update(album)))
                .isInstanceOf(StaleEntityException.class)
                .hasMessageContaining("Song");
    }

    @Test
    void anUpsertTakesTheGraphAlong() {
        Album album = detached("a");
        album.sing("b");
        Album other = new Album("two");
        other.sing("c");
        plinth().transact(uow -> uow.upsertAll(List.of(album, other)));
        assertThat(titles(album)).containsExactly("a", "b");
        assertThat(titles(other)).containsExactly("c");
    }

    @Test
    void aRefreshReadsWhatBelongsToTheObjectToo() {
        Album album = detached("a", "b");
        plinth().transact(uow -> {
            Album read = uow.getById(Album.class, present(album.getId()));
            Song song = read.getSongs().get(0);
            read.setTitle("lost");
            song.setTitle("lost");
            read.getSongs().remove(1);
            uow.refresh(read);
            assertThat(read.getTitle()).isEqualTo("one");
            assertThat(song.getTitle()).isEqualTo("a");
            assertThat(read.getSongs()).hasSize(2).contains(song);
        });
        assertThat(titles(album)).containsExactly("a", "b");
    }

    private Folder tree() {
        Folder root = new Folder("root", new Folder("left", new Folder("leaf")), new Folder("right"));
        insert(root);
        return root;
    }

    private List<String> names(Deleted deleted) {
        return plinth().readResult(uow -> uow.find(Selection.of(Folder.class).deleted(deleted)).stream()
                .map(Folder::getName)
                .sorted()
                .toList());
    }

    private void remove(Folder folder) {
        plinth().transact(uow -> uow.remove(uow.getById(Folder.class, present(folder.getId()))));
    }

    @Test
    void aTreeIsSoftDeletedAndBroughtBackAsItWas() {
        Folder root = tree();
        remove(root.getFolders().get(1));
        clock.advance(Duration.ofSeconds(1));
        remove(root);
        assertThat(names(Deleted.EXCLUDED)).isEmpty();
        assertThat(names(Deleted.ONLY)).hasSize(4);
        plinth().transact(uow -> uow.restore(Folder.class, present(root.getId())));
        assertThat(names(Deleted.EXCLUDED)).containsExactly("leaf", "left", "root");
        plinth().read(uow -> assertThat(
                        uow.getById(Folder.class, present(root.getId())).getFolders())
                .extracting(Folder::getName)
                .containsExactly("left"));
    }

    @Test
    void aPurgeTakesWhatIsSoftDeletedAlong() {
        Folder root = tree();
        remove(root.getFolders().get(0));
        plinth().transact(uow -> uow.purge(Folder.class, present(root.getId())));
        assertThat(names(Deleted.INCLUDED)).isEmpty();
    }

    @Test
    void whatLeavesIsSoftDeletedWithItsBranches() {
        Folder root = tree();
        plinth().transact(uow -> uow.getById(Folder.class, present(root.getId()))
                .getFolders()
                .removeIf(each -> each.getName().equals("left")));
        assertThat(names(Deleted.EXCLUDED)).containsExactly("right", "root");
        assertThat(names(Deleted.ONLY)).containsExactly("leaf", "left");
    }
}
