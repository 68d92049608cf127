package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.backend.Backend;
import dev.plinth.contract.domain.Parade;
import dev.plinth.contract.domain.Parade.Maker;
import dev.plinth.contract.domain.Parade.Plain;
import dev.plinth.schema.DanglingReference;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** References that lead nowhere are found. */
public abstract class ReferenceContract extends Contract {
    private Backend backend = nothing();
    private Plinth unaware = nothing();

    @Override
    protected final List<Class<?>> entities() {
        return List.of();
    }

    /** Tables that are guarded by nothing. */
    @BeforeEach
    final void openTables() {
        backend = database();
        unaware = open(Plinth.builder(backend).entities(Plain.class, Maker.class));
    }

    private List<DanglingReference> found() {
        try (Plinth plinth =
                Plinth.builder(backend).entities(Parade.class, Maker.class).build()) {
            return plinth.schema().validateReferences();
        }
    }

    @Test
    void referencesThatHoldAreFine() {
        unaware.transact(uow -> {
            uow.insert(new Maker(1));
            uow.insert(new Plain(1, 1L));
            uow.insert(new Plain(2, null));
        });
        assertThat(found()).isEmpty();
    }

    @Test
    void thoseThatLeadNowhereAreTold() {
        unaware.transact(uow -> {
            uow.insert(new Maker(1));
            uow.insert(new Plain(1, 1L));
            uow.insert(new Plain(2, 7L));
        });
        assertThat(found())
                .containsExactly(new DanglingReference("Parade", "maker", "Maker", 1, List.of(2L)))
                .first()
                .hasToString("1 of 'Parade' refer by 'maker' to a 'Maker' that does not exist: [2]");
    }

    @Test
    void linksThatLeadNowhereAreTold() {
        unaware.transact(uow -> {
            uow.insert(new Maker(1));
            uow.insert(new Maker(2));
            uow.insert(new Plain(1, null, Set.of(1L, 2L)));
            uow.insert(new Plain(2, null, Set.of(1L, 7L, 8L)));
            uow.insert(new Plain(3, null, Set.of()));
        });
        assertThat(found()).containsExactly(new DanglingReference("Parade", "guests", "Maker", 1, List.of(2L)));
    }

    @Test
    void ofManyTheFirstAreNamed() {
        unaware.transact(uow -> LongStream.range(0, 2_500).forEach(id -> uow.insert(new Plain(id, 10_000 + id))));
        assertThat(found()).singleElement().satisfies(reference -> {
            assertThat(reference.count()).isEqualTo(2_500);
            assertThat(reference.ids()).hasSize(DanglingReference.MOST_IDS);
        });
    }
}
