package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.contract.loading.Folder;
import dev.plinth.specification.FetchPlan;
import dev.plinth.unitofwork.UnitOfWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/**
 * A property-based proof of loading: from any entities of any forest, any walk up and down, touched or planned, comes to
 * what a plain model comes to: planned with one statement at most for each of its steps, touched with one for each group of
 * entities that were read together, however many entities there are.
 */
public abstract class LoadingProperties implements TestEngine {
    private @Nullable Plinth plinth;

    @BeforeProperty
    final void open() {
        plinth = Plinth.builder(database()).entities(Folder.class).build();
    }

    @AfterProperty
    final void close() {
        plinth().schema().drop();
        plinth().close();
    }

    private Plinth plinth() {
        return Contract.present(plinth);
    }

    /** The parent of each folder: one before it, or none. */
    @Provide
    final Arbitrary<List<Integer>> forests() {
        return Arbitraries.integers().between(-2, 30).list().ofMinSize(1).ofMaxSize(30);
    }

    private static int parent(List<Integer> forest, int folder) {
        int chosen = forest.get(folder);
        return chosen < 0 || folder == 0 ? -1 : chosen % folder;
    }

    /** Up to the parents, or down to the children. */
    @Provide
    final Arbitrary<List<Boolean>> walks() {
        return Arbitraries.of(true, false).list().ofMinSize(1).ofMaxSize(5);
    }

    /** 100 forests. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    final void everyWalkComesToWhatTheModelComesTo(
            @ForAll("forests") List<Integer> forest,
            @ForAll("walks") List<Boolean> walk,
            @ForAll boolean planned,
            @ForAll int seed) {
        plinth().schema().drop();
        plinth().schema().create();
        insert(forest);
        List<Integer> start =
                new ArrayList<>(IntStream.range(0, forest.size()).boxed().toList());
        Collections.shuffle(start, new java.util.Random(seed));
        Set<Integer> from = new TreeSet<>(start.subList(0, (start.size() + 1) / 2));
        plinth().read(uow -> {
            List<Folder> roots =
                    from.stream().map(id -> uow.getById(Folder.class, id)).toList();
            long before = plinth().statistics().statements();
            Set<Integer> reached = walk(uow, roots, walk, planned);
            // what is touched brings along what was read with it: a step may meet what was read before each earlier
            // step
            int steps = walk.size();
            int most = planned ? steps : steps * (steps + 1) / 2;
            assertThat(plinth().statistics().statements() - before).isLessThanOrEqualTo(most);
            assertThat(reached).isEqualTo(expected(forest, from, walk));
        });
    }

    private void insert(List<Integer> forest) {
        plinth().transact(uow -> {
            List<Folder> folders = new ArrayList<>();
            for (int i = 0; i < forest.size(); i++) {
                int parent = parent(forest, i);
                folders.add(uow.insert(new Folder(i, "folder " + i, parent < 0 ? null : folders.get(parent))));
            }
        });
    }

    private static Set<Integer> walk(UnitOfWork uow, List<Folder> roots, List<Boolean> walk, boolean planned) {
        if (planned && !roots.isEmpty()) {
            String path = walk.stream().map(up -> up ? "parent" : "folders").collect(Collectors.joining("."));
            uow.fetch(FetchPlan.of(Folder.class, path), roots);
        }
        List<Folder> level = roots;
        for (boolean up : walk) {
            List<Folder> next = new ArrayList<>();
            for (Folder folder : level) {
                if (up && folder.getParent() != null) {
                    next.add(Objects.requireNonNull(folder.getParent()));
                } else if (!up) {
                    next.addAll(folder.getFolders().values());
                }
            }
            next.forEach(folder -> assertThat(folder.getName()).isEqualTo("folder " + folder.getId()));
            level = next;
        }
        return level.stream().map(Folder::getId).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> expected(List<Integer> forest, Set<Integer> from, List<Boolean> walk) {
        Set<Integer> level = from;
        for (boolean up : walk) {
            Set<Integer> reached = level;
            level = IntStream.range(0, forest.size())
                    .filter(folder -> up
                            ? reached.stream().anyMatch(child -> parent(forest, child) == folder)
                            : reached.contains(parent(forest, folder)))
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        return level;
    }
}
