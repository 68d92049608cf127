package dev.plinth.contract;

import static dev.plinth.contract.Errors.hasCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.Plinth;
import dev.plinth.backend.Backend;
import dev.plinth.contract.domain.Garment;
import dev.plinth.contract.domain.Garment.Button;
import dev.plinth.contract.domain.Garment.Fabric;
import dev.plinth.contract.domain.Garment.Finish;
import dev.plinth.contract.domain.Garment.Gloss;
import dev.plinth.contract.domain.Garment.Size;
import dev.plinth.contract.domain.Garment.SizeRow;
import dev.plinth.error.ErrorCode;
import dev.plinth.mapping.EntityMapping;
import dev.plinth.schema.LookupDifference;
import dev.plinth.schema.LookupDifference.Kind;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables whose rows the code knows. */
public abstract class LookupContract extends Contract {
    private Backend backend = nothing();
    private Plinth shop = nothing();

    @Override
    protected final List<Class<?>> entities() {
        return List.of();
    }

    @BeforeEach
    final void openShop() {
        backend = database();
        shop = open(Plinth.builder(backend).entities(Garment.class, Fabric.class));
    }

    /** Another application with the same database. */
    private void inSizes(Work<RuntimeException> work) {
        try (Plinth other = Plinth.builder(backend).entities(SizeRow.class).build()) {
            other.transact(work);
        }
    }

    private List<String> sizes() {
        try (Plinth other = Plinth.builder(backend).entities(SizeRow.class).build()) {
            return other.readResult(uow -> uow.find(Selection.of(SizeRow.class)).stream()
                    .map(row -> row.name + row.ordinal)
                    .sorted()
                    .toList());
        }
    }

    private List<Fabric> fabrics() {
        return shop.readResult(uow -> uow.find(Selection.of(Fabric.class)));
    }

    @Test
    void theConstantsOfAnEnumAreRows() {
        assertThat(sizes()).containsExactly("LARGE2", "MEDIUM1", "SMALL0");
    }

    @Test
    void theRowsOfAnEntityAreThereWithTheirVersion() {
        assertThat(fabrics())
                .extracting(Fabric::code, Fabric::name)
                .containsExactlyInAnyOrder(tuple("CO", "cotton"), tuple("WO", "wool"));
        assertThat(fabrics()).allSatisfy(fabric -> assertThat(fabric.version()).isPositive());
    }

    @Test
    void whatHoldsAConstantComesOutEqual() {
        Garment shirt = new Garment(1, Size.MEDIUM);
        shirt.finish = new Finish(Gloss.SHINY);
        shirt.alternatives.add(Size.LARGE);
        shop.transact(uow -> uow.insert(shirt));
        shop.transact(uow -> uow.insert(new Garment(2, null)));
        shop.transact(uow -> uow.getById(Garment.class, 1L).size = Size.SMALL);
        Garment stored = shop.readResult(uow -> uow.getById(Garment.class, 1L));
        assertThat(stored.size).isEqualTo(Size.SMALL);
        assertThat(stored.finish).isEqualTo(new Finish(Gloss.SHINY));
        assertThat(stored.alternatives).isEqualTo(Set.of(Size.LARGE));
        assertThat(shop.<Garment, RuntimeException>readResult(uow -> uow.getById(Garment.class, 2L)).size)
                .isNull();
    }

    @Test
    void theSchemaFitsAndNothingIsLeftToDo() {
        assertThat(shop.schema().validate()).isEmpty();
        assertThat(shop.schema().synchronizeLookups()).isEmpty();
    }

    @Test
    void whatIsMissingIsAddedWhenAPlinthIsBuilt() {
        inSizes(uow -> uow.remove(uow.getById(SizeRow.class, "LARGE")));
        shop.transact(uow -> uow.remove(uow.getById(Fabric.class, "WO")));
        Plinth.builder(backend).entities(Garment.class, Fabric.class).build().close();
        assertThat(sizes()).containsExactly("LARGE2", "MEDIUM1", "SMALL0");
        assertThat(fabrics()).extracting(Fabric::code).containsExactlyInAnyOrder("CO", "WO");
    }

    @Test
    void whatIsAddedIsTold() {
        inSizes(uow -> uow.remove(uow.getById(SizeRow.class, "LARGE")));
        shop.transact(uow -> uow.remove(uow.getById(Fabric.class, "WO")));
        assertThat(shop.schema().synchronizeLookups())
                .containsExactlyInAnyOrder(
                        new LookupDifference(Kind.ADDED, "Size", "LARGE", List.of()),
                        new LookupDifference(Kind.ADDED, "Fabric", "WO", List.of()));
        assertThat(shop.schema().synchronizeLookups()).isEmpty();
    }

    @Test
    void whatDiffersIsToldAndLeftAlone() {
        inSizes(uow -> {
            uow.getById(SizeRow.class, "SMALL").ordinal = 7;
            uow.insert(new SizeRow("HUGE", 3));
        });
        shop.transact(uow -> {
            Fabric cotton = uow.getById(Fabric.class, "CO");
            uow.update(new Fabric("CO", "Cotton", cotton.version()));
            uow.insert(new Fabric("LI", "linen", 0));
        });
        assertThat(shop.schema().synchronizeLookups())
                .containsExactlyInAnyOrder(
                        new LookupDifference(Kind.CHANGED, "Size", "SMALL", List.of("ordinal")),
                        new LookupDifference(Kind.UNKNOWN, "Size", "HUGE", List.of()),
                        new LookupDifference(Kind.CHANGED, "Fabric", "CO", List.of("name")),
                        new LookupDifference(Kind.UNKNOWN, "Fabric", "LI", List.of()));
        assertThat(sizes()).containsExactly("HUGE3", "LARGE2", "MEDIUM1", "SMALL7");
        assertThat(fabrics()).extracting(Fabric::name).containsExactlyInAnyOrder("Cotton", "linen", "wool");
    }

    @Test
    void severalStartAtTheSameTime() throws Exception {
        inSizes(uow -> {
            for (Size size : Size.values()) {
                uow.remove(uow.getById(SizeRow.class, size.name()));
            }
        });
        shop.transact(uow -> uow.find(Selection.of(Fabric.class)).forEach(uow::remove));
        int processes = 4;
        CyclicBarrier start = new CyclicBarrier(processes);
        ExecutorService threads = Executors.newFixedThreadPool(processes);
        try {
            List<CompletableFuture<List<LookupDifference>>> all = IntStream.range(0, processes)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                await(start);
                                return shop.schema().synchronizeLookups();
                            },
                            threads))
                    .toList();
            List<LookupDifference> told = new ArrayList<>();
            for (CompletableFuture<List<LookupDifference>> each : all) {
                told.addAll(each.get());
            }
            assertThat(told).hasSize(5).extracting(LookupDifference::kind).containsOnly(Kind.ADDED);
        } finally {
            threads.shutdownNow();
        }
        assertThat(sizes()).containsExactly("LARGE2", "MEDIUM1", "SMALL0");
        assertThat(fabrics()).hasSize(2);
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isMappedByCode() {
        List<Button> rows = new ArrayList<>(List.of(new Button(1, "here")));
        Plinth map = open(Plinth.builder(database())
                .mappings(EntityMapping.of(Button.class).id(Button::id).lookup(() -> rows)));
        rows.add(new Button(2, "there"));
        assertThat(map.schema().synchronizeLookups())
                .containsExactly(new LookupDifference(Kind.ADDED, "Button", 2L, List.of()));
        rows.add(new Button(2, "twice"));
        assertThatThrownBy(() -> map.schema().synchronizeLookups())
                .satisfies(hasCode(ErrorCode.CONFIGURATION_INVALID))
                .hasMessageContaining("two with the id of 'Button 2'");
    }

    @Test
    void isNoPartOfAUnitOfWork() {
        shop.transact(uow -> assertThatThrownBy(() -> shop.schema().synchronizeLookups())
                .satisfies(hasCode(ErrorCode.UNIT_RUNNING)));
    }
}
