package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.contract.loading.Deed;
import dev.plinth.contract.loading.Folder;
import dev.plinth.contract.loading.Hut;
import dev.plinth.contract.loading.Playlist;
import dev.plinth.contract.loading.Plot;
import dev.plinth.contract.loading.PlotKey;
import dev.plinth.contract.loading.Song;
import dev.plinth.error.ErrorCode;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Sorts;
import jakarta.data.Order;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loading of trees, maps, ordered links, ids of several columns and inverse sides of one-to-ones. */
public abstract class ShapesContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Folder.class, Playlist.class, Song.class, Plot.class, Hut.class, Deed.class);
    }

    private void insertTree() {
        plinth().transact(uow -> {
            Folder root = uow.insert(new Folder(1, "root", null));
            for (int i = 0; i < 3; i++) {
                Folder branch = uow.insert(new Folder(10 + i, "branch " + i, root));
                for (int j = 0; j < 4; j++) {
                    uow.insert(new Folder(100 + i * 10 + j, "leaf " + j, branch));
                }
            }
        });
    }

    @Test
    void aTreeTakesOneStatementPerLevelDownwards() {
        insertTree();
        plinth().read(uow -> assertThat(cost(() -> {
                            Folder root = uow.getById(Folder.class, 1);
                            assertThat(root.getFolders()).containsOnlyKeys("branch 0", "branch 1", "branch 2");
                            root.getFolders().forEach((name, branch) -> {
                                assertThat(branch.getName()).isEqualTo(name);
                                assertThat(branch.getFolders()).hasSize(4).containsKey("leaf 3");
                                assertThat(present(branch.getFolders().get("leaf 2"))
                                                .getParent())
                                        .isSameAs(branch);
                            });
                        })
                        .statements())
                .isEqualTo(3));
    }

    @Test
    void aTreeTakesOneStatementPerLevelUpwards() {
        insertTree();
        plinth().read(uow -> assertThat(cost(() -> {
                            for (int i = 0; i < 3; i++) {
                                uow.getById(Folder.class, 100 + i * 10);
                            }
                            for (int i = 0; i < 3; i++) {
                                Folder branch = present(
                                        uow.getById(Folder.class, 100 + i * 10).getParent());
                                assertThat(branch.getName()).isEqualTo("branch " + i);
                            }
                            for (int i = 0; i < 3; i++) {
                                Folder branch = present(
                                        uow.getById(Folder.class, 100 + i * 10).getParent());
                                assertThat(present(branch.getParent()).getName())
                                        .isEqualTo("root");
                            }
                        })
                        .statements())
                .isEqualTo(5));
    }

    @Test
    void aCircleIsWalked() {
        plinth().transact(uow -> uow.insert(new Folder(1, "a", null)));
        plinth().transact(uow -> uow.insert(new Folder(2, "b", uow.getById(Folder.class, 1))));
        plinth().read(uow -> {
            Folder b = uow.getById(Folder.class, 2);
            Folder a = present(b.getParent());
            assertThat(a.getFolders().get("b")).isSameAs(b);
            assertThat(present(a.getFolders().get("b")).getParent()).isSameAs(a);
            assertThat(a.getParent()).isNull();
        });
    }

    @Test
    void aKeyThatTwoEntitiesOfAMapHaveIsRefused() {
        plinth().transact(uow -> {
            Folder root = uow.insert(new Folder(1, "root", null));
            uow.insert(new Folder(2, "same", root));
            uow.insert(new Folder(3, "same", root));
        });
        plinth().read(uow -> {
            Folder root = uow.getById(Folder.class, 1);
            assertThatThrownBy(() -> root.getFolders().size())
                    .satisfies(hasCode(ErrorCode.MAPPING_FAILED))
                    .hasMessageContaining("'Folder.folders' of 'Folder 1' is a Map")
                    .hasMessageContaining("have the same 'name'");
        });
    }

    @Test
    void linksKeepTheirOrder() {
        insertPlaylists();
        plinth().read(uow -> {
            List<Playlist> lists = uow.find(Selection.of(Playlist.class).orderBy(Order.by(Sorts.asc(Playlist::getId))));
            assertThat(lists.get(0).getSongs()).extracting(Song::getId).containsExactly(3, 1, 2);
            assertThat(lists.get(1).getSongs()).extracting(Song::getId).containsExactly(2, 3);
            assertThat(lists.get(0).getSongs().get(2))
                    .isSameAs(lists.get(1).getSongs().get(0));
        });
    }

    private void insertPlaylists() {
        plinth().transact(uow -> {
            Song one = uow.insert(new Song(1, "one"));
            Song two = uow.insert(new Song(2, "two"));
            Song three = uow.insert(new Song(3, "three"));
            uow.insert(new Playlist(1, three, one, two));
            uow.insert(new Playlist(2, two, three));
        });
    }

    @Test
    void hiddenLinksKeepTheirPlaces() {
        insertPlaylists();
        plinth().transact(uow -> uow.remove(uow.getById(Song.class, 1)));
        plinth().transact(uow -> {
            Playlist list = uow.getById(Playlist.class, 1);
            assertThat(list.getSongs()).extracting(Song::getId).containsExactly(3, 2);
            list.setTitle("short");
        });
        plinth().transact(uow -> {
            List<Song> songs = uow.getById(Playlist.class, 1).getSongs();
            songs.add(uow.insert(new Song(4, "four")));
            songs.remove(uow.getById(Song.class, 2));
        });
        plinth().transact(uow -> uow.restore(Song.class, 1));
        plinth().read(uow -> assertThat(uow.getById(Playlist.class, 1).getSongs())
                .extracting(Song::getId)
                .containsExactly(3, 1, 4));
    }

    private void insertPlots() {
        plinth().transact(uow -> {
            for (int i = 0; i < 5; i++) {
                Plot plot = uow.insert(new Plot(i % 2 == 0 ? "Elm" : "Oak", i, 100 + i));
                uow.insert(new Hut(2 * i, plot));
                uow.insert(new Hut(2 * i + 1, plot));
                if (i < 3) {
                    uow.insert(new Deed(i, plot));
                }
            }
            uow.insert(new Hut(99, null));
        });
    }

    @Test
    void idsOfSeveralColumnsLoadInBatches() {
        insertPlots();
        plinth().read(uow -> assertThat(cost(() -> {
                            for (Plot plot : uow.find(Selection.of(Plot.class))) {
                                assertThat(plot.getHuts())
                                        .hasSize(2)
                                        .allSatisfy(
                                                hut -> assertThat(hut.getPlot()).isSameAs(plot));
                            }
                        })
                        .statements())
                .isEqualTo(3));
        plinth().read(uow -> {
            List<Hut> huts = uow.find(Selection.of(Hut.class).orderBy(Order.by(Sorts.asc(Hut::getId))));
            assertThat(cost(() -> {
                                for (Hut hut : huts) {
                                    Plot plot = hut.getPlot();
                                    assertThat(plot == null ? -1 : plot.getNumber())
                                            .isEqualTo(hut.getId() == 99 ? -1 : hut.getId() / 2);
                                }
                            })
                            .statements())
                    .isZero();
            // the plots, and their deeds
            assertThat(cost(() -> assertThat(present(huts.get(0).getPlot()).getArea())
                                    .isEqualTo(100))
                            .statements())
                    .isEqualTo(2);
            assertThat(uow.getById(Plot.class, new PlotKey("Elm", 0)))
                    .isSameAs(huts.get(0).getPlot());
        });
    }

    @Test
    void theInverseSideOfAOneToOneComesAlongForAll() {
        insertPlots();
        plinth().transact(uow -> {
            List<Plot> plots = uow.find(Selection.of(Plot.class));
            assertThat(cost(() -> {
                                for (Plot plot : plots) {
                                    Deed deed = plot.getDeed();
                                    if (plot.getNumber() < 3) {
                                        assertThat(present(deed).getId()).isEqualTo(plot.getNumber());
                                        assertThat(present(deed).getPlot()).isSameAs(plot);
                                    } else {
                                        assertThat(deed).isNull();
                                    }
                                }
                            })
                            .statements())
                    .isZero();
            assertThat(uow.plan().isEmpty()).isTrue();
        });
    }

    @Test
    void theOwningSideOfAOneToOneLeadsBack() {
        insertPlots();
        plinth().read(uow -> {
            List<Deed> deeds = uow.find(Selection.of(Deed.class));
            assertThat(cost(() -> assertThat(deeds).allSatisfy(deed -> {
                                Plot plot = present(deed.getPlot());
                                assertThat(plot.getArea()).isEqualTo(100 + deed.getId());
                                assertThat(plot.getDeed()).isSameAs(deed);
                            }))
                            .statements())
                    .isEqualTo(2);
        });
    }

    @Test
    void pendingChangesAreSeenByTheInverseSide() {
        insertPlots();
        plinth().transact(uow -> {
            uow.insert(new Deed(77, uow.getById(Plot.class, new PlotKey("Oak", 3))));
            uow.remove(uow.getById(Deed.class, 1));
            List<Plot> plots = uow.find(Selection.of(Plot.class));
            assertThat(plots).hasSize(5);
            uow.flush();
        });
        plinth().read(uow -> {
            assertThat(present(uow.getById(Plot.class, new PlotKey("Oak", 3)).getDeed())
                            .getId())
                    .isEqualTo(77);
            assertThat(uow.getById(Plot.class, new PlotKey("Oak", 1)).getDeed()).isNull();
        });
    }
}
