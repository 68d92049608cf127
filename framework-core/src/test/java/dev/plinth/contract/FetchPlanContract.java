package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static dev.plinth.specification.Sorts.asc;
import static dev.plinth.specification.Sorts.desc;
import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Statistics;
import dev.plinth.contract.loading.Badge;
import dev.plinth.contract.loading.Client;
import dev.plinth.contract.loading.Clients;
import dev.plinth.contract.loading.Deal;
import dev.plinth.contract.loading.Entry;
import dev.plinth.error.ErrorCode;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.ReadMode;
import jakarta.data.Order;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a plan names is loaded ahead: one statement per level, and nothing else changes. */
public abstract class FetchPlanContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Client.class, Deal.class, Entry.class, Badge.class);
    }

    private void insertClients() {
        plinth().transact(uow -> {
            Badge gold = uow.insert(new Badge("gold", 10));
            Badge tin = uow.insert(new Badge("tin", 1));
            for (int c = 0; c < 8; c++) {
                Client client = uow.insert(new Client(c, "client " + c));
                for (int d = 0; d < c; d++) {
                    Deal deal = uow.insert(new Deal(c * 10L + d, client, d));
                    deal.getBadges().addAll(List.of(gold, tin));
                    uow.insert(new Entry(deal.getId() * 10, deal, d % 2 == 0 ? gold : tin));
                    uow.insert(new Entry(deal.getId() * 10 + 1, deal, null));
                }
            }
        });
    }

    private static Selection<Client> clients() {
        return Selection.of(Client.class).orderBy(Order.by(asc(Client::getId)));
    }

    /** Nothing that follows needs a statement, even after the end of the unit of work. */
    private static void assertWalked(List<Client> clients) {
        for (Client client : clients) {
            assertThat(client.getDeals()).hasSize((int) client.getId());
            client.getDeals()
                    .forEach(deal -> assertThat(deal.getEntries())
                            .extracting(Entry::getId)
                            .containsExactly(deal.getId() * 10, deal.getId() * 10 + 1));
        }
    }

    @Test
    void eachLevelIsOneStatement() {
        insertClients();
        plinth().read(uow -> {
            Statistics cost = cost(() -> uow.find(clients().fetch(FetchPlan.of(Client::getDeals, Deal::getEntries))));
            assertThat(cost.statements()).isEqualTo(3);
        });
        assertWalked(plinth().readResult(
                        uow -> uow.find(clients().fetch(FetchPlan.of(Client::getDeals, Deal::getEntries)))));
    }

    @Test
    void branchesAreLoadedSideBySide() {
        insertClients();
        FetchPlan<Client> plan = FetchPlan.of(Client::getDeals, Deal::getEntries, Entry::getBadge)
                .and(FetchPlan.of(Client::getDeals, Deal::getBadges));
        assertThat(plan).hasToString("fetch deals.entries.badge, deals.badges");
        List<Client> found = plinth().readResult(uow -> {
            List<Client> clients = uow.find(clients());
            // deals, entries, badges by reference, links and badges by link
            assertThat(cost(() -> uow.fetch(plan, clients)).statements()).isEqualTo(5);
            return clients;
        });
        assertWalked(found);
        Deal deal = found.get(3).getDeals().get(0);
        assertThat(deal.getBadges())
                .hasSize(2)
                .contains(present(deal.getEntries().get(0).getBadge()));
        assertThat(present(deal.getEntries().get(0).getBadge()).getPoints()).isEqualTo(10);
    }

    @Test
    void namesDoWhatMethodReferencesDo() {
        insertClients();
        FetchPlan<Client> named = FetchPlan.of(Client.class, "deals.entries", "deals.badges");
        assertThat(named)
                .isEqualTo(FetchPlan.of(Client::getDeals, Deal::getEntries)
                        .and(FetchPlan.of(Client::getDeals, Deal::getBadges)))
                .hasSameHashCodeAs(FetchPlan.of(Client.class, "deals.entries", "deals.badges"));
        assertWalked(plinth().readResult(uow -> uow.find(clients().fetch(named))));
    }

    @Test
    void toOnesAreLoadedAhead() {
        insertClients();
        plinth().read(uow -> assertThat(cost(() -> uow.find(
                                Selection.of(Entry.class).fetch(FetchPlan.of(Entry::getDeal, Deal::getClient))))
                        .statements())
                .isEqualTo(3));
    }

    @Test
    void whatIsLoadedIsNotLoadedAgain() {
        insertClients();
        plinth().read(uow -> {
            FetchPlan<Client> plan = FetchPlan.of(Client::getDeals, Deal::getEntries);
            List<Client> found = uow.find(clients().fetch(plan));
            assertThat(cost(() -> uow.fetch(plan, found)).statements()).isZero();
            assertThat(cost(() -> uow.find(clients().fetch(plan))).statements()).isEqualTo(1);
            assertThat(cost(() -> uow.fetch(plan, List.of())).statements()).isZero();
        });
    }

    @Test
    void nothingIsDroppedFromConditionsOrdersPagesAndCounts() {
        insertClients();
        Clients clients = plinth().repository(Clients.class);
        FetchPlan<Client> plan = FetchPlan.of(Client::getDeals, Deal::getEntries);
        Page<Client> page = clients.fetching(plan)
                .page(
                        where(Client::getId).greaterThan(0L),
                        PageRequest.ofPage(2, 3, true),
                        Order.by(desc(Client::getId)));
        assertThat(page.content()).extracting(Client::getId).containsExactly(4L, 3L, 2L);
        assertThat(page.totalElements()).isEqualTo(7);
        assertWalked(page.content());
        assertThat(clients.fetching(plan).count(where(Client::getId).greaterThan(4L)))
                .isEqualTo(3);
        // a client without deals is found as well
        assertWalked(clients.fetching(plan).findAll(where(Client::getId).lessThan(3L), Order.by(asc(Client::getId))));
        assertThat(clients.fetching(plan).findAll(where(Client::getId).lessThan(3L)))
                .hasSize(3);
        plinth().read(uow -> {
            List<Client> some = uow.find(clients().range(2, 3).fetch(plan));
            assertThat(some).extracting(Client::getId).containsExactly(2L, 3L, 4L);
            assertWalked(some);
            assertThat(uow.count(clients().fetch(plan))).isEqualTo(8);
            assertThat(uow.exists(clients().fetch(plan))).isTrue();
        });
    }

    @Test
    void aRepositoryLoadsAheadWhateverItFinds() {
        insertClients();
        var fetching = plinth().repository(Clients.class).fetching(FetchPlan.of(Client::getDeals, Deal::getEntries));
        assertWalked(List.of(fetching.getById(5L)));
        assertWalked(fetching.findById(6L).stream().toList());
        assertWalked(fetching.findAll(where(Client::getName).is("client 3")));
        assertWalked(fetching.findFirst(where(Client::getId).greaterThan(2L), Order.by(asc(Client::getId))).stream()
                .toList());
        try (Stream<Client> all = fetching.stream(where(Client::getId).greaterThan(1L), Order.by(asc(Client::getId)))) {
            assertWalked(all.toList());
        }
    }

    @Test
    void aStreamLoadsAhead() {
        insertClients();
        plinth().read(ReadMode.UNTRACKED, uow -> {
            try (Stream<Client> all = uow.stream(clients().fetch(FetchPlan.of(Client::getDeals, Deal::getEntries)))) {
                assertThat(cost(() -> assertWalked(all.toList())).statements()).isLessThanOrEqualTo(3);
            }
        });
    }

    @Test
    void onlyTheFirstOfEachOwnerCanBeLoaded() {
        insertClients();
        FetchPlan<Client> lastThree = FetchPlan.<Client>of(Client::getDeals).limit(3, Order.by(desc(Deal::getNumber)));
        assertThat(lastThree).hasToString("fetch deals[3]");
        plinth().transact(uow -> {
            List<Client> found = uow.find(clients());
            assertThat(cost(() -> uow.fetch(lastThree, found)).statements()).isEqualTo(1);
            assertThat(found.get(0).getDeals()).isEmpty();
            assertThat(found.get(2).getDeals()).extracting(Deal::getNumber).containsExactly(1, 0);
            assertThat(found.get(7).getDeals()).extracting(Deal::getNumber).containsExactly(6, 5, 4);
            assertThatThrownBy(() -> found.get(7).getDeals().clear())
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("'deals' holds the first 3 entities that a fetch plan asked for");
            found.get(7).setName("changed");
            uow.flush();
            // the whole takes the place of the part
            uow.fetch(FetchPlan.of(Client::getDeals), found);
            assertThat(found.get(7).getDeals()).hasSize(7);
        });
        plinth().read(uow ->
                assertThat(uow.getById(Client.class, 7L).getDeals()).hasSize(7));
    }

    @Test
    void aPartOfLinksIsLeftAloneByAFlush() {
        insertClients();
        plinth().transact(uow -> {
            Deal deal = uow.getById(Deal.class, 10L);
            uow.fetch(FetchPlan.<Deal>of(Deal::getBadges).limit(1, Order.by(desc(Badge::getPoints))), List.of(deal));
            assertThat(deal.getBadges()).extracting(Badge::getName).containsExactly("gold");
            deal.setNumber(99);
        });
        plinth().read(uow ->
                assertThat(uow.getById(Deal.class, 10L).getBadges()).hasSize(2));
    }

    @Test
    void aLimitHoldsForInverseLinksAndLevelsBelow() {
        insertClients();
        plinth().read(uow -> {
            Badge gold = uow.getById(Badge.class, "gold");
            uow.fetch(
                    FetchPlan.of(Badge::getDeals, Deal::getEntries).limit(1, Order.by(desc(Entry::getId))),
                    List.of(gold));
            assertThat(gold.getDeals()).hasSize(28);
            assertThat(gold.getDeals())
                    .allSatisfy(deal -> assertThat(deal.getEntries())
                            .extracting(Entry::getId)
                            .containsExactly(deal.getId() * 10 + 1));
        });
    }

    private void refused(ErrorCode code, String message, ThrowingCallable plan) {
        assertThatThrownBy(plan).satisfies(hasCode(code)).hasMessageContaining(message);
    }

    @Test
    void mistakesAreSaidByNameEvenWhereNothingIsFound() {
        plinth().read(uow -> {
            refused(
                    ErrorCode.PROPERTY_UNKNOWN,
                    "'Client' has no association 'orders' that a fetch plan could load. Use one of deals",
                    () -> uow.find(clients().fetch(FetchPlan.of(Client.class, "orders"))));
            refused(
                    ErrorCode.PROPERTY_UNKNOWN,
                    "'Client' has no association 'name'",
                    () -> uow.find(clients().fetch(FetchPlan.of(Client::getName))));
            refused(
                    ErrorCode.PROPERTY_UNKNOWN,
                    "'Deal' has no association 'lines'",
                    () -> uow.stream(clients().fetch(FetchPlan.of(Client.class, "deals.lines"))));
            refused(
                    ErrorCode.ARGUMENT_INVALID,
                    "'Entry.deal' is one entity, so that a limit has no meaning",
                    () -> uow.find(Selection.of(Entry.class)
                            .fetch(FetchPlan.<Entry>of(Entry::getDeal).limit(1, Order.by(List.of())))));
            refused(
                    ErrorCode.PROPERTY_UNKNOWN,
                    "'place'",
                    () -> uow.find(clients()
                            .fetch(FetchPlan.<Client>of(Client::getDeals)
                                    .limit(1, Order.by(jakarta.data.Sort.asc("place"))))));
        });
        refused(
                ErrorCode.ARGUMENT_INVALID,
                "a limit of 0 for each owner",
                () -> FetchPlan.<Client>of(Client::getDeals).limit(0, Order.by(List.of())));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                "two fetch plans limit 'deals' in different ways",
                () -> FetchPlan.<Client>of(Client::getDeals)
                        .and(FetchPlan.<Client>of(Client::getDeals).limit(2, Order.by(List.of()))));
        refused(ErrorCode.ARGUMENT_INVALID, "a fetch plan without a path", () -> FetchPlan.of(Client.class));
        refused(ErrorCode.ARGUMENT_NULL, "array of paths is null", () -> FetchPlan.of(Client.class, nothing()));
    }

    @Test
    void aPlanStartsAtWhatTheUnitOfWorkKnows() {
        insertClients();
        Client detached = stored(Client.class, 1L);
        plinth().read(uow -> refused(
                ErrorCode.ARGUMENT_INVALID,
                "is not part of this unit of work",
                () -> uow.fetch(FetchPlan.of(Client::getDeals), List.of(detached))));
    }

    @Test
    void aPlanMayStartAtReferences() {
        insertClients();
        plinth().read(uow -> {
            List<Client> references = uow.find(Selection.of(Deal.class)).stream()
                    .map(deal -> present(deal.getClient()))
                    .distinct()
                    .toList();
            assertThat(cost(() -> uow.fetch(FetchPlan.of(Client::getDeals), references))
                            .statements())
                    .isEqualTo(2);
        });
    }
}
