package dev.plinth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.error.Problem;
import dev.plinth.mapping.SubDocuments;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubDocumentsTest {
    @Entity
    static class Album {
        @Id
        long id;

        @OneToMany(mappedBy = "album", cascade = CascadeType.ALL, orphanRemoval = true)
        @SubDocuments
        @Nullable
        List<Track> tracks;
    }

    @Entity
    static class Track {
        @Id
        long id;

        @ManyToOne(optional = false)
        @Nullable
        Album album;

        @OneToMany(mappedBy = "track", cascade = CascadeType.ALL, orphanRemoval = true)
        @Nullable
        List<Cue> cues;
    }

    @Entity
    static class Cue {
        @Id
        long id;

        @ManyToOne
        @Nullable
        Track track;
    }

    @Entity
    static class Shelf {
        @Id
        long id;

        @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL)
        @SubDocuments
        @Nullable
        List<Box> boxes;

        @SubDocuments
        @Nullable
        String label;
    }

    @Entity
    static class Box {
        @Id
        long id;

        @ManyToOne
        @Nullable
        Shelf shelf;

        @OneToMany(mappedBy = "box", cascade = CascadeType.ALL, orphanRemoval = true)
        @SubDocuments
        @Nullable
        List<Item> items;
    }

    @Entity
    static class Item {
        @Id
        long id;

        @ManyToOne
        @Nullable
        Box box;
    }

    @Entity
    static class Room {
        @Id
        long id;

        @OneToMany(mappedBy = "room", cascade = CascadeType.ALL, orphanRemoval = true)
        @SubDocuments
        @Nullable
        List<Chest> chests;
    }

    @Entity
    static class Chest {
        @Id
        long id;

        @ManyToOne(optional = false)
        @Nullable
        Room room;

        @OneToMany(mappedBy = "chest", cascade = CascadeType.ALL, orphanRemoval = true)
        @SubDocuments
        @Nullable
        List<Coin> coins;
    }

    @Entity
    static class Coin {
        @Id
        long id;

        @ManyToOne(optional = false)
        @Nullable
        Chest chest;
    }

    private static List<String> messages(Class<?>... types) {
        return ModelReader.read(List.of(types), List.of()).problems().stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void anotherEntityThatRefersToASubDocumentIsNamed() {
        assertThat(messages(Album.class, Track.class, Cue.class))
                .containsExactly("Cue.track refers to Track, which @SubDocuments keeps within the documents of Album");
    }

    @Test
    void aCollectionThatDoesNotBelongToItsOwnerAloneIsRefused() {
        assertThat(messages(Shelf.class, Box.class, Item.class))
                .contains("@SubDocuments is for a collection that belongs to its owner alone")
                .anyMatch(message -> message.contains("SubDocuments") && !message.contains("collection that belongs"));
    }

    @Test
    void subDocumentsWithinSubDocumentsAreRefused() {
        assertThat(messages(Room.class, Chest.class, Coin.class))
                .contains("@SubDocuments is on Chest.coins, too: sub-documents within sub-documents");
    }

    @Entity
    static class Stand {
        @Id
        long id;

        @OneToMany(mappedBy = "stand", cascade = CascadeType.ALL, orphanRemoval = true)
        @SubDocuments
        @Nullable
        List<Hat> hats;
    }

    @Entity
    static class Hat {
        @Id
        long id;

        @ManyToOne
        @Nullable
        Stand stand;
    }

    @Test
    void aSubDocumentThatMayHaveNoOwnerIsRefused() {
        assertThat(ModelReader.read(List.of(Stand.class, Hat.class), List.of()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("@SubDocuments keeps each Hat within an owner's document, but Hat.stand may be null")
                        .contains("Declare Hat.stand with optional = false"));
    }
}
