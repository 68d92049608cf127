package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.graph.Album;
import dev.plinth.contract.domain.graph.Cover;
import dev.plinth.contract.domain.graph.Genre;
import dev.plinth.contract.domain.graph.Label;
import dev.plinth.contract.domain.graph.Review;
import dev.plinth.contract.domain.graph.Song;
import dev.plinth.contract.domain.graph.Tag;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.ManualUnitOfWork;
import dev.plinth.unitofwork.UnitOfWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/**
 * A property-based proof of flushes of graphs: after any history of changes from either side of associations, moves,
 * removals, flushes, commits and rollbacks the database holds what a plain model holds.
 */
public abstract class GraphProperties implements TestEngine {
    private static final int SLOTS = 3;

    /** What a step does; the first ones from the side that is mapped by the other. */
    private enum Kind {
        ALBUM_TO_LABEL,
        ALBUM_FROM_LABEL,
        MOVE_SONG_BY_LIST,
        TAG_BY_TAG,
        ADD_SONG,
        DROP_SONG,
        REVIEW,
        DROP_REVIEW,
        NEW_ALBUM,
        REMOVE_ALBUM,
        SET_LABEL,
        MOVE_SONG,
        TAG,
        SWAP_TITLES,
        PARENT,
        FLUSH;

        boolean isInverse() {
            return ordinal() <= TAG_BY_TAG.ordinal();
        }
    }

    private record Step(Kind kind, int slot, int other) {}

    private record Unit(List<Step> steps, boolean commits) {}

    /** An album as it should be. */
    private record Disc(
            String title, @Nullable Integer label, Set<String> songs, List<String> reviews, Set<Integer> tags) {}

    /** Everything as it should be. */
    private static final class World {
        private final Map<Integer, Disc> discs = new TreeMap<>();
        private final Map<Integer, Integer> parents = new TreeMap<>();
        private final Map<Integer, Long> ids = new HashMap<>();

        World copy() {
            World copy = new World();
            copy.discs.putAll(discs);
            copy.parents.putAll(parents);
            copy.ids.putAll(ids);
            return copy;
        }

        Disc disc(int slot) {
            return Objects.requireNonNull(discs.get(slot));
        }
    }

    private @Nullable Plinth plinth;
    private boolean atomic;
    private int names;
    private World world = new World();
    private Map<Integer, Long> labels = Map.of();
    private Map<Integer, Long> tags = Map.of();
    private Map<Integer, Long> genres = Map.of();
    private final Map<Integer, Album> added = new HashMap<>();

    @BeforeProperty
    final void open() {
        ObservedStore.Observer observer = new ObservedStore.Observer(database());
        plinth = Plinth.builder(observer)
                .entities(Album.class, Song.class, Review.class, Cover.class, Label.class, Tag.class, Genre.class)
                .build();
        atomic = observer.store().capabilities().contains(Capability.ATOMIC_COMMIT);
    }

    @AfterProperty
    final void close() {
        plinth().schema().drop();
        plinth().close();
    }

    private Plinth plinth() {
        return Contract.present(plinth);
    }

    @Provide
    final Arbitrary<List<Unit>> histories() {
        Arbitrary<Integer> slots = Arbitraries.integers().between(0, SLOTS - 1);
        Arbitrary<Step> steps =
                Combinators.combine(Arbitraries.of(Kind.values()), slots, slots).as(Step::new);
        return Combinators.combine(steps.list().ofMaxSize(20), Arbitraries.of(true, true, false))
                .as(Unit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    /** 60 histories. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    final void theDatabaseHoldsWhatTheModelHolds(@ForAll("histories") List<Unit> units) {
        plinth().schema().drop();
        plinth().schema().create();
        begin();
        for (Unit unit : units) {
            run(unit);
            compare();
        }
    }

    private void begin() {
        world = new World();
        labels = new HashMap<>();
        tags = new HashMap<>();
        genres = new HashMap<>();
        Map<Integer, Label> newLabels = new HashMap<>();
        Map<Integer, Tag> newTags = new HashMap<>();
        Map<Integer, Genre> newGenres = new HashMap<>();
        plinth().transact(uow -> {
            for (int slot = 0; slot < SLOTS; slot++) {
                newLabels.put(slot, uow.insert(new Label("label " + slot)));
                newTags.put(slot, uow.insert(new Tag("tag " + slot)));
                newGenres.put(slot, uow.insert(new Genre("genre " + slot, null)));
            }
        });
        newLabels.forEach((slot, label) -> labels.put(slot, Contract.present(label.getId())));
        newTags.forEach((slot, tag) -> tags.put(slot, Contract.present(tag.getId())));
        newGenres.forEach((slot, genre) -> genres.put(slot, Contract.present(genre.getId())));
    }

    private void run(Unit unit) {
        World before = world.copy();
        added.clear();
        boolean commits = unit.commits() || !atomic;
        try (ManualUnitOfWork uow = plinth().begin()) {
            boolean inverse = false;
            for (Step step : unit.steps()) {
                // what both sides say between two flushes must agree
                if (step.kind().isInverse() != inverse) {
                    uow.flush();
                    inverse = !inverse;
                }
                if (isPossible(step)) {
                    apply(step, uow);
                }
            }
            if (commits) {
                uow.commit();
            }
        }
        if (commits) {
            added.forEach((slot, album) -> world.ids.put(slot, Contract.present(album.getId())));
        } else {
            world = before;
        }
    }

    private boolean isPossible(Step step) {
        boolean isThere = world.discs.containsKey(step.slot());
        Disc disc = isThere ? world.disc(step.slot()) : null;
        return switch (step.kind()) {
            case NEW_ALBUM -> !isThere;
            case PARENT, FLUSH -> true;
            case ALBUM_FROM_LABEL -> disc != null && disc.label() != null;
            case DROP_SONG -> disc != null && !disc.songs().isEmpty();
            case MOVE_SONG, MOVE_SONG_BY_LIST ->
                disc != null
                        && !disc.songs().isEmpty()
                        && step.other() != step.slot()
                        && world.discs.containsKey(step.other());
            case SWAP_TITLES -> isThere && world.discs.containsKey(step.other());
            case DROP_REVIEW -> disc != null && !disc.reviews().isEmpty();
            default -> isThere;
        };
    }

    private Album album(UnitOfWork uow, int slot) {
        Album album = added.get(slot);
        return album != null ? album : uow.getById(Album.class, Objects.requireNonNull(world.ids.get(slot)));
    }

    private Label label(UnitOfWork uow, int slot) {
        return uow.getById(Label.class, Objects.requireNonNull(labels.get(slot)));
    }

    private Tag tag(UnitOfWork uow, int slot) {
        return uow.getById(Tag.class, Objects.requireNonNull(tags.get(slot)));
    }

    private void apply(Step step, UnitOfWork uow) {
        int slot = step.slot();
        int other = step.other();
        switch (step.kind()) {
            case NEW_ALBUM -> {
                String title = "album " + names++;
                added.put(slot, uow.insert(new Album(title)));
                world.discs.put(slot, new Disc(title, null, Set.of(), List.of(), Set.of()));
            }
            case REMOVE_ALBUM -> {
                uow.remove(album(uow, slot));
                added.remove(slot);
                world.discs.remove(slot);
            }
            case SET_LABEL -> {
                album(uow, slot).setLabel(label(uow, other));
                label(slot, other);
            }
            case ALBUM_TO_LABEL, ALBUM_FROM_LABEL -> {
                Integer former = world.disc(slot).label();
                Album album = album(uow, slot);
                if (former != null) {
                    label(uow, former).getAlbums().remove(album);
                }
                label(slot, null);
                if (step.kind() == Kind.ALBUM_TO_LABEL) {
                    label(uow, other).getAlbums().add(album);
                    label(slot, other);
                }
            }
            case ADD_SONG -> {
                String title = "song " + names++;
                album(uow, slot).getSongs().add(new Song(title));
                songs(slot, title, true);
            }
            case DROP_SONG -> {
                Song song = album(uow, slot).getSongs().remove(0);
                songs(slot, song.getTitle(), false);
            }
            case MOVE_SONG, MOVE_SONG_BY_LIST -> move(step, uow);
            case TAG, TAG_BY_TAG -> toggleTag(step, uow);
            case REVIEW, DROP_REVIEW -> review(step, uow);
            case SWAP_TITLES -> swap(step, uow);
            case PARENT -> {
                uow.getById(Genre.class, Objects.requireNonNull(genres.get(slot)))
                        .setParent(uow.getById(Genre.class, Objects.requireNonNull(genres.get(other))));
                world.parents.put(slot, other);
            }
            case FLUSH -> uow.flush();
        }
    }

    private void move(Step step, UnitOfWork uow) {
        Album from = album(uow, step.slot());
        Album to = album(uow, step.other());
        Song song = from.getSongs().get(0);
        if (step.kind() == Kind.MOVE_SONG_BY_LIST) {
            from.getSongs().remove(song);
            to.getSongs().add(song);
        } else {
            // a list that has it since the last flush says that it belongs there
            uow.flush();
            song.setAlbum(to);
            // the lists follow the song
            uow.flush();
        }
        songs(step.slot(), song.getTitle(), false);
        songs(step.other(), song.getTitle(), true);
    }

    private void toggleTag(Step step, UnitOfWork uow) {
        Album album = album(uow, step.slot());
        Tag tag = tag(uow, step.other());
        boolean on = !world.disc(step.slot()).tags().contains(step.other());
        if (step.kind() == Kind.TAG) {
            toggle(album.getTags(), tag, on);
        } else {
            toggle(tag.getAlbums(), album, on);
        }
        Disc disc = world.disc(step.slot());
        Set<Integer> changed = new TreeSet<>(disc.tags());
        toggle(changed, step.other(), on);
        world.discs.put(step.slot(), new Disc(disc.title(), disc.label(), disc.songs(), disc.reviews(), changed));
    }

    private static <E> void toggle(Set<E> set, E element, boolean on) {
        if (on) {
            set.add(element);
        } else {
            set.remove(element);
        }
    }

    private void review(Step step, UnitOfWork uow) {
        List<Review> reviews = album(uow, step.slot()).getReviews();
        Disc disc = world.disc(step.slot());
        List<String> changed = new ArrayList<>(disc.reviews());
        if (step.kind() == Kind.REVIEW) {
            String text = "review " + names++;
            int place = Math.min(step.other(), changed.size());
            reviews.add(place, new Review(text));
            changed.add(place, text);
        } else {
            int place = Math.min(step.other(), changed.size() - 1);
            reviews.remove(place);
            changed.remove(place);
        }
        world.discs.put(step.slot(), new Disc(disc.title(), disc.label(), disc.songs(), changed, disc.tags()));
    }

    private void swap(Step step, UnitOfWork uow) {
        Album one = album(uow, step.slot());
        Album two = album(uow, step.other());
        String title = one.getTitle();
        one.setTitle(two.getTitle());
        two.setTitle(title);
        title(step.slot(), one.getTitle());
        title(step.other(), two.getTitle());
    }

    private void title(int slot, String title) {
        Disc disc = world.disc(slot);
        world.discs.put(slot, new Disc(title, disc.label(), disc.songs(), disc.reviews(), disc.tags()));
    }

    private void label(int slot, @Nullable Integer label) {
        Disc disc = world.disc(slot);
        world.discs.put(slot, new Disc(disc.title(), label, disc.songs(), disc.reviews(), disc.tags()));
    }

    private void songs(int slot, String title, boolean on) {
        Disc disc = world.disc(slot);
        Set<String> changed = new TreeSet<>(disc.songs());
        toggle(changed, title, on);
        world.discs.put(slot, new Disc(disc.title(), disc.label(), changed, disc.reviews(), disc.tags()));
    }

    private void compare() {
        plinth().read(uow -> {
            Map<String, Disc> found =
                    uow.find(Selection.of(Album.class)).stream().collect(Collectors.toMap(Album::getTitle, this::disc));
            Map<String, Disc> expected =
                    world.discs.values().stream().collect(Collectors.toMap(Disc::title, disc -> disc));
            assertThat(found).isEqualTo(expected);
            int songs = world.discs.values().stream()
                    .mapToInt(disc -> disc.songs().size())
                    .sum();
            int reviews = world.discs.values().stream()
                    .mapToInt(disc -> disc.reviews().size())
                    .sum();
            assertThat(uow.count(Selection.of(Song.class))).isEqualTo(songs);
            assertThat(uow.count(Selection.of(Review.class))).isEqualTo(reviews);
            genres.forEach((slot, id) -> {
                Genre parent = uow.getById(Genre.class, id).getParent();
                Integer of = world.parents.get(slot);
                assertThat(parent == null ? null : parent.getId()).isEqualTo(of == null ? null : genres.get(of));
            });
        });
    }

    private Disc disc(Album album) {
        Label label = album.getLabel();
        return new Disc(
                album.getTitle(),
                label == null ? null : slot(labels, label.getId()),
                album.getSongs().stream().map(Song::getTitle).collect(Collectors.toCollection(TreeSet::new)),
                album.getReviews().stream().map(Review::getText).toList(),
                album.getTags().stream()
                        .map(tag -> slot(tags, tag.getId()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Integer slot(Map<Integer, Long> ids, @Nullable Long id) {
        return ids.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
