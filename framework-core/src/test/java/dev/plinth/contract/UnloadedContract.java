package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.contract.loading.Badge;
import dev.plinth.contract.loading.Client;
import dev.plinth.contract.loading.Deal;
import dev.plinth.contract.loading.Entry;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.UnloadedAssociationException;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.ManualUnitOfWork;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is touched where it cannot be loaded, or must not be, is refused with the plan that would have loaded it. */
public abstract class UnloadedContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Client.class, Deal.class, Entry.class, Badge.class);
    }

    private static void fill(Plinth plinth) {
        plinth.transact(uow -> {
            Badge gold = uow.insert(new Badge("gold", 10));
            Client client = uow.insert(new Client(1, "one"));
            Deal deal = uow.insert(new Deal(2, client, 3));
            deal.getBadges().add(gold);
            uow.insert(new Entry(4, deal, gold));
        });
    }

    private static Consumer<Throwable> says(String... parts) {
        return error -> {
            assertThat(error).isInstanceOf(UnloadedAssociationException.class).satisfies(hasCode(ErrorCode.NOT_LOADED));
            assertThat(error).hasMessageContainingAll(parts);
        };
    }

    @Test
    void aCollectionOutsideNamesItselfTheCallSiteAndThePlan() {
        fill(plinth());
        Client client = stored(Client.class, 1L);
        assertThatThrownBy(() -> client.getDeals().size())
                .satisfies(says(
                        "'Client.deals' of 'Client 1' is not loaded, and the unit of work that read it is over",
                        "(touched at dev.plinth.contract.UnloadedContract.",
                        "UnloadedContract.java:",
                        "Touch it while the unit of work runs, or load it along with the fetch plan"
                                + " FetchPlan.of(Client::getDeals)"));
        assertThat(client.getDeals()).hasToString("deals of Client 1 (not loaded)");
    }

    @Test
    void everyKindOfAssociationIsRefusedOutside() {
        fill(plinth());
        Deal deal = stored(Deal.class, 2L);
        Entry entry = stored(Entry.class, 4L);
        Badge badge = stored(Badge.class, "gold");
        assertThatThrownBy(() -> present(deal.getClient()).getName())
                .satisfies(says(
                        "'Deal.client' (Client 1) is not loaded, and the unit of work that read it is over",
                        "(touched at dev.plinth.contract.UnloadedContract.",
                        "FetchPlan.of(Deal::getClient)"));
        assertThat(present(deal.getClient()).getId()).isEqualTo(1);
        assertThat(deal.getClient()).hasToString("Client 1 (not loaded)");
        assertThatThrownBy(() -> deal.getBadges().contains(badge)).satisfies(says("FetchPlan.of(Deal::getBadges)"));
        assertThatThrownBy(() -> deal.getEntries().forEach(each -> {})).satisfies(says("Deal::getEntries"));
        assertThatThrownBy(() -> badge.getDeals().stream().count()).satisfies(says("Badge::getDeals"));
        assertThatThrownBy(() -> present(entry.getBadge()).getPoints()).satisfies(says("'Entry.badge' (Badge gold)"));
        assertThatThrownBy(() -> deal.getBadges().add(badge)).satisfies(says("Deal::getBadges"));
    }

    @Test
    void whatWasLoadedStaysOutside() {
        fill(plinth());
        Client client = plinth().readResult(uow -> {
            Client found = uow.getById(Client.class, 1L);
            assertThat(found.getDeals()).hasSize(1);
            return found;
        });
        assertThat(client.getDeals()).hasSize(1);
        assertThat(client.getDeals().get(0).getClient()).isSameAs(client);
        assertThatThrownBy(() -> client.getDeals().get(0).getEntries().size()).satisfies(says("Deal::getEntries"));
    }

    @Test
    void aUnitOfWorkThatWasRolledBackLoadsNothing() {
        fill(plinth());
        Client client;
        try (ManualUnitOfWork uow = plinth().begin()) {
            client = uow.getById(Client.class, 1L);
        }
        assertThatThrownBy(() -> client.getDeals().size()).satisfies(says("'Client.deals'"));
    }

    private void strictly(Consumer<Plinth> work) {
        Plinth strict = open(Plinth.builder(database())
                .entities(Client.class, Deal.class, Entry.class, Badge.class)
                .strictLoading());
        fill(strict);
        work.accept(strict);
    }

    @Test
    void strictLoadingRefusesWhatIsNotPlanned() {
        strictly(strict -> strict.transact(uow -> {
            Client client = uow.getById(Client.class, 1L);
            assertThatThrownBy(() -> client.getDeals().isEmpty())
                    .satisfies(says(
                            "'Client.deals' of 'Client 1' is not loaded, and this Plinth loads what is planned only"
                                    + " (strictLoading)",
                            "(touched at dev.plinth.contract.UnloadedContract.",
                            "Load it along with the fetch plan FetchPlan.of(Client::getDeals)"));
            Deal deal = uow.getById(Deal.class, 2L);
            assertThat(present(deal.getClient()).getName()).isEqualTo("one");
            Entry entry = uow.getById(Entry.class, 4L);
            assertThatThrownBy(() -> present(entry.getBadge()).getPoints())
                    .satisfies(says("'Entry.badge' (Badge gold)", "FetchPlan.of(Entry::getBadge)"));
            assertThat(present(entry.getBadge()).getName()).isEqualTo("gold");
        }));
    }

    @Test
    void strictLoadingLoadsWhatIsPlannedOrFound() {
        strictly(strict -> strict.transact(uow -> {
            List<Client> clients = uow.find(Selection.of(Client.class)
                    .fetch(FetchPlan.of(Client::getDeals, Deal::getEntries, Entry::getBadge)));
            Deal deal = clients.get(0).getDeals().get(0);
            assertThat(present(deal.getEntries().get(0).getBadge()).getPoints()).isEqualTo(10);
            assertThatThrownBy(() -> deal.getBadges().size()).satisfies(says("Deal::getBadges"));
            uow.fetch(FetchPlan.of(Deal::getBadges), List.of(deal));
            assertThat(deal.getBadges()).hasSize(1);
            deal.setNumber(8);
            assertThatCode(uow::flush).doesNotThrowAnyException();
        }));
        strictly(strict -> strict.read(uow -> {
            Entry entry = uow.getById(Entry.class, 4L);
            Badge badge = present(entry.getBadge());
            assertThat(uow.getById(Badge.class, "gold")).isSameAs(badge);
            assertThat(badge.getPoints()).isEqualTo(10);
            uow.fetch(FetchPlan.of(Deal::getClient), List.of(present(entry.getDeal())));
            assertThat(present(present(entry.getDeal()).getClient()).getName()).isEqualTo("one");
        }));
    }

    @Test
    void entitiesKeepNothingOfAUnitOfWorkAlive() throws InterruptedException {
        plinth().transact(uow -> {
            for (int c = 0; c < 3; c++) {
                uow.insert(new Deal(c, uow.insert(new Client(c, "client " + c)), c));
            }
        });
        Deal[] kept = new Deal[1];
        WeakReference<?> other = plinth().readResult(uow -> {
            List<Deal> deals = uow.find(Selection.of(Deal.class));
            kept[0] = deals.get(0);
            assertThat(present(deals.get(1).getClient()).getName()).isEqualTo("client 1");
            return new WeakReference<>(deals.get(2));
        });
        for (int i = 0; i < 50 && other.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(other.get()).isNull();
        assertThat(kept[0].getNumber()).isZero();
    }
}
