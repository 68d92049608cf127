package dev.plinth.contract;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.association.Ref;
import dev.plinth.backend.Backend;
import dev.plinth.contract.domain.Badge;
import dev.plinth.contract.domain.Badge.GoldBadge;
import dev.plinth.contract.domain.Badge.SilverBadge;
import dev.plinth.contract.domain.Contribution;
import dev.plinth.contract.domain.Contribution.Cause;
import dev.plinth.contract.domain.Contribution.Donor;
import dev.plinth.contract.domain.Contribution.Garden;
import dev.plinth.contract.domain.Contribution.Gift;
import dev.plinth.contract.domain.Contribution.Library;
import dev.plinth.contract.domain.Contribution.Service;
import dev.plinth.contract.domain.Misplaced;
import dev.plinth.contract.domain.Wallet;
import dev.plinth.contract.domain.Wallet.DayPass;
import dev.plinth.contract.domain.Wallet.NightPass;
import dev.plinth.contract.domain.Wallet.Pass;
import dev.plinth.error.ConfigurationException;
import dev.plinth.error.EntityMappingException;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ModelException;
import dev.plinth.error.SpecificationException;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.schema.DanglingReference;
import dev.plinth.specification.FetchPlan;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import dev.plinth.unitofwork.Work;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects whose rows are of another entity, and what all entities of a hierarchy have alike. */
public abstract class HierarchyEdgesContract extends Contract {
    private static final Class<?>[] CHARITY = {Contribution.class, Donor.class, Garden.class, Library.class};

    @Override
    protected List<Class<?>> entities() {
        return List.of(Wallet.class, DayPass.class, NightPass.class);
    }

    @Test
    void anObjectOfAnotherEntityIsRefused() {
        insert(new DayPass(1, "A", "B"));

        keepsTheDayPass(new Pass(1), "Pass");
        keepsTheDayPass(new NightPass(1), "NightPass");
    }

    private void keepsTheDayPass(Pass given, String entity) {
        refuses(uow -> uow.update(given), "'DayPass 1' is a 'DayPass', not a '" + entity + "'");
        refuses(uow -> uow.upsert(given), "'DayPass 1' is a 'DayPass', not a '" + entity + "'");
        refuses(uow -> uow.remove(given), "'DayPass 1' is a 'DayPass', not a '" + entity + "'");
        plinth().read(uow ->
                assertThat(uow.getById(DayPass.class, 1).getZones()).containsExactlyInAnyOrder("A", "B"));
    }

    private void refuses(Work<RuntimeException> work, String message) {
        assertThatThrownBy(() -> plinth().transact(work))
                .isInstanceOfSatisfying(
                        EntityStateException.class,
                        e -> assertThat(e.isRetryable()).isFalse())
                .hasMessageContaining(message);
    }

    @Test
    void aGraphKeepsTheEntitiesOfItsMembers() {
        insert(new Wallet(7), new Wallet(8, new Pass(1), new DayPass(2, "A")));

        refuses(uow -> uow.update(new Wallet(8, new Pass(1), new Pass(2))), "'DayPass 2' is a 'DayPass', not a 'Pass'");
        refuses(uow -> uow.upsert(new Wallet(8, new NightPass(1), new DayPass(2))), "'Pass 1' is a 'Pass', not a");
        refuses(
                uow -> {
                    uow.getById(Pass.class, 2);
                    uow.update(new Wallet(7, new NightPass(2)));
                },
                "'DayPass 2' is a 'DayPass', not a 'NightPass'");
        refuses(uow -> uow.update(new Wallet(7, new Pass(2))), "'DayPass 2' is a 'DayPass', not a 'Pass'");

        plinth().read(uow -> {
            assertThat(uow.getById(Wallet.class, 8).getPasses())
                    .extracting(Object::getClass)
                    .containsExactlyInAnyOrder(Pass.class, DayPass.class);
            assertThat(uow.getById(DayPass.class, 2).getZones()).containsExactly("A");
        });
    }

    @Test
    void aRowOfAnEntityThatIsNotInTheModelIsKept() {
        Backend shared = database();
        Plinth whole = open(Plinth.builder(shared).entities(Badge.class, SilverBadge.class, GoldBadge.class));
        whole.transact(uow -> uow.insert(new GoldBadge(3)));
        try (Plinth part =
                Plinth.builder(shared).entities(Badge.class, SilverBadge.class).build()) {
            for (Badge given : List.of(new Badge(3), new SilverBadge(3))) {
                for (Work<RuntimeException> work : List.<Work<RuntimeException>>of(
                        uow -> uow.update(given), uow -> uow.upsert(given), uow -> uow.remove(given))) {
                    assertThatThrownBy(() -> part.transact(work))
                            .isInstanceOfSatisfying(
                                    EntityMappingException.class,
                                    e -> assertThat(e.isRetryable()).isFalse())
                            .hasMessageContainingAll("'Badge 3'", "'GoldBadge'", "entities(...)");
                }
            }
        }
        whole.read(uow -> assertThat(uow.getById(Badge.class, 3)).isInstanceOf(GoldBadge.class));
    }

    @Test
    void referencesThatAllDeclareAlikeAreAskedForAtTheInterface() {
        Plinth charity = open(Plinth.builder(database()).entities(CHARITY));
        charity.transact(uow -> {
            Donor one = uow.insert(new Donor(1));
            Donor two = uow.insert(new Donor(2));
            Garden garden = uow.insert(new Garden(5));
            Library library = uow.insert(new Library(5));
            uow.insert(new Gift(1, Ref.to(one), Ref.to(garden), 10));
            uow.insert(new Service(2, Ref.to(one), Ref.to(library), Ref.to(two)));
            uow.insert(new Gift(3, Ref.to(two), null, 20));
        });

        Ref<Donor> first = Ref.to(Donor.class, 1);
        assertThat(ids(charity, where(Contribution::donor).is(first))).containsExactly(1, 2);
        assertThat(ids(charity, where(Contribution.class, "donor.id").is(2))).containsExactly(3);
        assertThat(ids(charity, where(Contribution::cause).is(Ref.<Cause>to(new Library(5)))))
                .containsExactly(2);
        assertThat(ids(charity, where(Contribution::cause).isNull())).containsExactly(3);
        assertThatThrownBy(() -> ids(charity, where(Contribution.class, "guide").isNull()))
                .hasMessageStartingWith("PL-302");
        charity.read(uow -> uow.find(Selection.of(Contribution.class).fetch(FetchPlan.of(Contribution::donor)))
                .forEach(each -> assertThat(each.donor().isLoaded()).isTrue()));
    }

    private static List<Integer> ids(Plinth charity, Specification<Contribution> specification) {
        return charity.readResult(
                uow -> uow.find(Selection.of(Contribution.class).where(specification)).stream()
                        .map(Contribution::id)
                        .sorted()
                        .toList());
    }

    @Test
    void anOrderNamesWhatCanBeSortedBy() {
        Plinth charity = open(Plinth.builder(database()).entities(CHARITY));

        assertThatThrownBy(() ->
                        charity.read(uow -> uow.find(Selection.of(Gift.class).orderBy(Order.by(Sort.asc("donor"))))))
                .hasMessageStartingWith("PL-303")
                .hasMessageEndingWith("Sort by one of id, amount");
    }

    @Test
    void aReferenceThatLeadsNowhereIsToldOnce() {
        Plinth charity = open(Plinth.builder(database()).entities(CHARITY));
        charity.transact(
                uow -> uow.insert(new Gift(7, Ref.to(uow.insert(new Donor(1))), Ref.<Cause>to(new Garden(8)), 10)));

        assertThat(charity.schema().validateReferences())
                .containsExactly(new DanglingReference("Contribution", "cause", "Garden", 1, List.of(7)));
    }

    @Test
    void thePictureShowsWhatAllHaveAtTheInterface() {
        Plinth charity = open(Plinth.builder(database()).entities(CHARITY));

        assertThat(charity.schema().diagram()).isEqualTo("""
                erDiagram
                    Contribution {
                        int id PK
                        int donor_id FK
                        int cause_id
                        string cause_type
                    }
                    Gift {
                        int amount
                    }
                    Service {
                        int guide_id FK
                    }
                    Donor {
                        int id PK
                    }
                    Garden {
                        int id PK
                    }
                    Library {
                        int id PK
                    }
                    Gift |o--|| Contribution : "is a"
                    Service |o--|| Contribution : "is a"
                    Contribution }o--|| Donor : "donor"
                    Service }o--o| Donor : "guide"
                    Contribution }o--o| Garden : "cause"
                    Contribution }o--o| Library : "cause"
                """);
    }

    @Test
    void rowsThatTheCodeKnowsAreNotOfAHierarchy() {
        assertThatThrownBy(() -> Plinth.builder(database())
                        .entities(Misplaced.Level.class, Misplaced.High.class)
                        .build())
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("Misplaced$Level", "@Lookup", "hierarchy");
    }

    @Test
    void whatASealedEntityPermitsIsAnEntity() {
        assertThatThrownBy(() -> Plinth.builder(database())
                        .entities(Misplaced.Shape.class)
                        .build())
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("Misplaced$Shape", "Misplaced$Forgotten", "@Entity");
    }

    @Test
    void nullsAmongTheRowsThatTheCodeKnowsAreTold() {
        assertThatThrownBy(() -> open(Plinth.builder(database()).entities(Misplaced.Holed.class)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("'Holed'", "have a null in them");
        assertThatThrownBy(() -> open(Plinth.builder(database())
                        .mappings(EntityMapping.of(Misplaced.Bare.class)
                                .id(Misplaced.Bare::id)
                                .lookup(() -> nothing()))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("'Bare'", "are null");
        assertThatThrownBy(() -> EntityMapping.of(Donor.class).lookup(nothing()))
                .isInstanceOf(SpecificationException.class)
                .hasMessageContainingAll("PL-301", "Donor", "lookup");
    }
}
