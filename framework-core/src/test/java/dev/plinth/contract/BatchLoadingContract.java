package dev.plinth.contract;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.contract.loading.Badge;
import dev.plinth.contract.loading.Client;
import dev.plinth.contract.loading.Deal;
import dev.plinth.contract.loading.Entry;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.ReadMode;
import dev.plinth.unitofwork.UnitOfWork;
import jakarta.data.Order;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is touched of one entity is loaded for all that were read with it: statements do not grow with entities. */
public abstract class BatchLoadingContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Client.class, Deal.class, Entry.class, Badge.class);
    }

    private void insertClients(int clients, int deals, int entries) {
        plinth().transact(uow -> {
            Badge badge = uow.insert(new Badge("gold", 10));
            for (int c = 0; c < clients; c++) {
                Client client = uow.insert(new Client(c, "client " + c));
                for (int d = 0; d < deals; d++) {
                    Deal deal = uow.insert(new Deal(c * 1000L + d, client, d));
                    deal.getBadges().add(badge);
                    for (int e = 0; e < entries; e++) {
                        uow.insert(new Entry(deal.getId() * 1000 + e, deal, e == 0 ? badge : null));
                    }
                }
            }
        });
    }

    private static int walk(List<Client> clients) {
        int walked = 0;
        for (Client client : clients) {
            for (Deal deal : client.getDeals()) {
                assertThat(deal.getClient()).isSameAs(client);
                for (Entry entry : deal.getEntries()) {
                    assertThat(entry.getDeal()).isSameAs(deal);
                    walked++;
                }
            }
        }
        return walked;
    }

    @Test
    void threeLevelsAreThreeStatementsDownwards() {
        insertClients(100, 10, 3);
        plinth().transact(uow -> assertThat(cost(() -> assertThat(walk(uow.find(Selection.of(Client.class))))
                                .isEqualTo(3000))
                        .statements())
                .isEqualTo(3));
    }

    @Test
    void threeLevelsAreThreeStatementsUpwards() {
        insertClients(100, 10, 3);
        plinth().read(uow -> assertThat(cost(() -> {
                            for (Entry entry : uow.find(Selection.of(Entry.class))) {
                                Deal deal = present(entry.getDeal());
                                assertThat(present(deal.getClient()).getName()).startsWith("client");
                            }
                        })
                        .statements())
                .isEqualTo(3));
    }

    @Test
    void threeLevelsAreThreeStatementsLevelByLevelAndBackwards() {
        insertClients(20, 3, 2);
        plinth().read(uow -> assertThat(cost(() -> {
                            List<Client> clients = uow.find(Selection.of(Client.class));
                            List<Deal> deals = new ArrayList<>();
                            for (int i = clients.size() - 1; i >= 0; i--) {
                                deals.addAll(clients.get(i).getDeals());
                            }
                            for (int i = deals.size() - 1; i >= 0; i--) {
                                assertThat(deals.get(i).getEntries()).hasSize(2);
                            }
                        })
                        .statements())
                .isEqualTo(3));
    }

    @Test
    void aFindThatTouchesNothingIsOneStatement() {
        insertClients(3, 3, 1);
        plinth().transact(uow -> {
            assertThat(cost(() -> uow.find(Selection.of(Deal.class))).statements())
                    .isEqualTo(1);
            assertThat(cost(() -> uow.findById(Entry.class, 1L)).statements()).isEqualTo(1);
        });
    }

    @Test
    void whatIsFoundByIdInALoopLoadsTogetherFurtherOn() {
        insertClients(10, 2, 1);
        plinth().read(uow -> {
            List<Client> clients = new ArrayList<>();
            for (long c = 0; c < 10; c++) {
                clients.add(uow.getById(Client.class, c));
            }
            assertThat(cost(() -> assertThat(walk(clients)).isEqualTo(20)).statements())
                    .isEqualTo(2);
        });
    }

    @Test
    void findByIdOfWhatIsReferredToJoinsTheBatch() {
        insertClients(10, 1, 1);
        plinth().read(uow -> {
            List<Deal> deals = uow.find(Selection.of(Deal.class));
            assertThat(cost(() -> {
                                for (Deal deal : deals) {
                                    Client client = present(deal.getClient());
                                    assertThat(uow.findById(Client.class, client.getId()))
                                            .containsSame(client);
                                }
                            })
                            .statements())
                    .isEqualTo(1);
        });
    }

    @Test
    void moreThanAThousandAreLoadedInBatchesOfAThousand() {
        plinth().transact(uow -> {
            for (int c = 0; c < 1200; c++) {
                Client client = uow.insert(new Client(c, "client " + c));
                uow.insert(new Deal(c, client, c));
            }
        });
        plinth().read(uow -> {
            List<Client> clients = uow.find(Selection.of(Client.class));
            assertThat(cost(() -> assertThat(clients)
                                    .allSatisfy(client ->
                                            assertThat(client.getDeals()).hasSize(1)))
                            .statements())
                    .isEqualTo(2);
        });
        plinth().read(uow -> {
            List<Deal> deals = uow.find(Selection.of(Deal.class));
            assertThat(cost(() -> assertThat(deals)
                                    .allSatisfy(deal -> assertThat(
                                                    present(deal.getClient()).getName())
                                            .isEqualTo("client " + deal.getNumber())))
                            .statements())
                    .isEqualTo(2);
        });
    }

    @Test
    void linksAreTwoStatementsFromEitherSide() {
        insertClients(5, 4, 0);
        plinth().read(uow -> {
            List<Deal> deals = uow.find(Selection.of(Deal.class));
            assertThat(cost(() -> assertThat(deals)
                                    .allSatisfy(deal -> assertThat(deal.getBadges())
                                            .extracting(Badge::getName)
                                            .containsExactly("gold")))
                            .statements())
                    .isEqualTo(2);
        });
        plinth().read(uow -> {
            Badge badge = uow.getById(Badge.class, "gold");
            assertThat(cost(() -> assertThat(badge.getDeals()).hasSize(20)).statements())
                    .isEqualTo(2);
            assertThat(badge.getDeals()).isSortedAccordingTo((a, b) -> Integer.compare(a.getNumber(), b.getNumber()));
        });
    }

    @Test
    void linksOfManyToMany() {
        plinth().transact(uow -> {
            for (int d = 0; d < 40; d++) {
                Deal deal = uow.insert(new Deal(d, null, d));
                for (int b = 0; b < 40; b++) {
                    deal.getBadges().add(uow.insert(new Badge("badge " + d + " " + b, b)));
                }
            }
        });
        plinth().read(uow -> {
            List<Deal> deals = uow.find(Selection.of(Deal.class));
            assertThat(cost(() -> assertThat(deals)
                                    .allSatisfy(deal -> assertThat(deal.getBadges())
                                            .hasSize(40)
                                            .allSatisfy(badge -> assertThat(badge.getName())
                                                    .startsWith("badge " + deal.getNumber() + " "))))
                            .statements())
                    .isLessThanOrEqualTo(3);
        });
    }

    @Test
    void aStreamLoadsForManyOfItsEntities() {
        insertClients(250, 1, 0);
        plinth().read(uow -> {
            try (Stream<Client> clients = uow.stream(Selection.of(Client.class))) {
                assertThat(cost(() -> assertThat(clients.mapToInt(client ->
                                                        client.getDeals().size())
                                                .sum())
                                        .isEqualTo(250))
                                .statements())
                        .isLessThanOrEqualTo(3);
            }
        });
    }

    @Test
    void whatIsReadUntrackedLoadsToo() {
        insertClients(6, 2, 2);
        plinth().read(ReadMode.UNTRACKED, uow -> {
            assertThat(cost(() -> assertThat(walk(uow.find(Selection.of(Client.class))))
                                    .isEqualTo(24))
                            .statements())
                    .isEqualTo(3);
            assertThat(uow.getById(Entry.class, 1L).getDeal())
                    .isNotSameAs(uow.getById(Entry.class, 1L).getDeal());
            try (Stream<Client> clients = uow.stream(Selection.of(Client.class))) {
                assertThat(walk(clients.toList())).isEqualTo(24);
            }
        });
    }

    @Test
    void aCollectionIsInTheOrderThatTheMappingSays() {
        insertClients(2, 5, 3);
        Client client = plinth().readResult(uow -> {
            Client found = uow.getById(Client.class, 1L);
            walk(List.of(found));
            return found;
        });
        assertThat(client.getDeals()).extracting(Deal::getNumber).containsExactly(4, 3, 2, 1, 0);
        assertThat(client.getDeals().get(0).getEntries())
                .extracting(Entry::getId)
                .containsExactly(1004000L, 1004001L, 1004002L);
    }

    @Test
    void whatWasChangedIsFlushedBeforeACollectionIsLoaded() {
        insertClients(2, 2, 0);
        plinth().transact(uow -> {
            Client first = uow.getById(Client.class, 0L);
            Client second = uow.getById(Client.class, 1L);
            uow.getById(Deal.class, 0L).setClient(second);
            uow.insert(new Deal(77, first, 77));
            assertThat(first.getDeals()).extracting(Deal::getId).containsExactly(77L, 1L);
            assertThat(second.getDeals()).extracting(Deal::getId).containsExactly(1001L, 0L, 1000L);
        });
    }

    @Test
    void whatIsSoftDeletedIsNotInACollectionButStillReferredTo() {
        insertClients(1, 2, 1);
        insert(new Badge("silver", 5));
        plinth().transact(uow -> uow.getById(Deal.class, 0L).getBadges().add(uow.getById(Badge.class, "silver")));
        plinth().transact(uow -> uow.remove(uow.getById(Badge.class, "gold")));
        plinth().read(uow -> {
            assertThat(uow.getById(Deal.class, 0L).getBadges())
                    .extracting(Badge::getName)
                    .containsExactly("silver");
            assertThat(uow.getById(Deal.class, 1L).getBadges()).isEmpty();
            Badge tombstone = present(uow.getById(Entry.class, 0L).getBadge());
            assertThat(tombstone.getPoints()).isEqualTo(10);
            assertThat(uow.findById(Badge.class, "gold")).isEmpty();
        });
    }

    @Test
    void linksToWhatIsSoftDeletedSurviveChangesOfTheOwner() {
        insertClients(1, 1, 0);
        insert(new Badge("silver", 5), new Badge("bronze", 1));
        plinth().transact(uow -> uow.remove(uow.getById(Badge.class, "gold")));
        plinth().transact(uow -> {
            Deal deal = uow.getById(Deal.class, 0L);
            assertThat(deal.getBadges()).isEmpty();
            deal.setNumber(8);
        });
        plinth().transact(uow -> {
            Set<Badge> badges = uow.getById(Deal.class, 0L).getBadges();
            badges.add(uow.getById(Badge.class, "silver"));
            uow.flush();
            badges.clear();
            badges.add(uow.getById(Badge.class, "bronze"));
        });
        assertThat(badgesOf(0)).containsExactly("bronze");
        plinth().transact(uow -> uow.restore(Badge.class, "gold"));
        assertThat(badgesOf(0)).containsExactlyInAnyOrder("bronze", "gold");
        // once it is seen again it can be taken out
        plinth().transact(uow -> uow.getById(Deal.class, 0L).getBadges().clear());
        assertThat(badgesOf(0)).isEmpty();
    }

    private List<String> badgesOf(long deal) {
        return plinth().readResult(uow -> uow.getById(Deal.class, deal).getBadges().stream()
                .map(badge -> present(badge.getName()))
                .toList());
    }

    @Test
    void aLinkThatIsAddedAgainWhileItIsHiddenIsOne() {
        insertClients(1, 1, 0);
        plinth().transact(uow -> uow.remove(uow.getById(Badge.class, "gold")));
        plinth().transact(uow -> {
            Deal deal = uow.getById(Deal.class, 0L);
            assertThat(deal.getBadges()).isEmpty();
            deal.getBadges().add(uow.restore(Badge.class, "gold"));
        });
        assertThat(badgesOf(0)).containsExactly("gold");
    }

    @Test
    void touchingChangesNothing() {
        insertClients(3, 2, 2);
        plinth().transact(uow -> {
            walk(uow.find(Selection.of(Client.class)));
            uow.find(Selection.of(Deal.class))
                    .forEach(deal -> assertThat(deal.getBadges()).hasSize(1));
            assertThat(uow.plan().isEmpty()).isTrue();
            assertThat(cost(uow::flush).statements()).isZero();
        });
    }

    @Test
    void anAssignedCollectionIsTheWholeContent() {
        insertClients(1, 1, 0);
        plinth().transact(uow -> {
            Deal deal = uow.getById(Deal.class, 0L);
            deal.setBadges(new LinkedHashSet<>(Set.of(uow.insert(new Badge("tin", 0)))));
        });
        assertThat(badgesOf(0)).containsExactly("tin");
    }

    @Test
    void refreshUnloadsWhatWasLoaded() {
        insertClients(1, 2, 0);
        plinth().transact(uow -> {
            Client client = uow.getById(Client.class, 0L);
            assertThat(client.getDeals()).hasSize(2);
            uow.insert(new Deal(50, client, 50));
            uow.flush();
            uow.refresh(client);
            assertThat(client.getDeals()).extracting(Deal::getId).containsExactly(50L, 1L, 0L);
        });
    }

    @Test
    void aDetachedObjectLoadsInTheUnitOfWorkThatItIsGivenTo() {
        insertClients(2, 2, 1);
        Deal deal = plinth().readResult(uow -> uow.getById(Deal.class, 1L));
        plinth().transact(uow -> {
            Deal given = uow.update(deal);
            assertThat(given).isSameAs(deal);
            assertThat(deal.getEntries()).hasSize(1);
            assertThat(deal.getBadges()).hasSize(1);
            assertThat(present(deal.getClient()).getName()).isEqualTo("client 0");
            assertThat(uow.contains(present(deal.getClient()))).isTrue();
            deal.setNumber(9);
        });
        assertThat(stored(Deal.class, 1L).getNumber()).isEqualTo(9);
        assertThat(badgesOf(1)).containsExactly("gold");
    }

    @Test
    void aNewObjectCanReferToADetachedReference() {
        insertClients(1, 1, 0);
        Client client = present(stored(Deal.class, 0L).getClient());
        plinth().transact(uow -> {
            Deal deal = uow.insert(new Deal(5, client, 5));
            assertThat(present(deal.getClient()).getName()).isEqualTo("client 0");
        });
        plinth().read(uow -> assertThat(uow.count(
                        Selection.of(Deal.class).where(where(Deal::getNumber).is(5))))
                .isEqualTo(1));
    }

    @Test
    void referencesOfAnotherUnitOfWorkAreNotThisOnes() {
        insertClients(2, 1, 0);
        Client elsewhere = present(stored(Deal.class, 0L).getClient());
        plinth().transact(uow -> assertThat(uow.contains(elsewhere)).isFalse());
    }

    @Test
    void aPageOfRepeatedReadsStaysOneObjectPerRow() {
        insertClients(2, 3, 1);
        plinth().read(uow -> {
            List<Deal> once = deals(uow);
            List<Deal> again = deals(uow);
            for (int i = 0; i < once.size(); i++) {
                assertThat(again.get(i)).isSameAs(once.get(i));
                assertThat(again.get(i).getEntries()).isSameAs(once.get(i).getEntries());
            }
        });
    }

    private static List<Deal> deals(UnitOfWork uow) {
        return uow.find(Selection.of(Deal.class).orderBy(Order.by(jakarta.data.Sort.asc("id"))));
    }
}
