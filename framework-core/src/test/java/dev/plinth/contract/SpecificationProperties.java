package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.contract.domain.Part;
import dev.plinth.contract.domain.Sample;
import dev.plinth.model.Values;
import dev.plinth.specification.Selection;
import dev.plinth.specification.Specification;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;

/**
 * A property-based proof that a specification has one meaning: for generated rows and specifications the database gives
 * the ids of exactly those objects that {@code isSatisfiedBy} accepts, and gives them in the order that the values have.
 * Since every engine agrees with the objects, all engines agree.
 */
public abstract class SpecificationProperties implements TestEngine {
    private @Nullable Plinth plinth;
    private @Nullable SampleArbitraries arbitraries;

    @BeforeProperty
    final void open() {
        ObservedStore.Observer observer = new ObservedStore.Observer(database());
        plinth = Plinth.builder(observer).entities(Sample.class).build();
        arbitraries = new SampleArbitraries(observer.store().capabilities());
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
    final Arbitrary<List<Sample>> tables() {
        return Contract.present(arbitraries).tables();
    }

    @Provide
    final Arbitrary<List<Specification<Sample>>> specifications() {
        return Contract.present(arbitraries).specifications().list().ofSize(50);
    }

    @Provide
    final Arbitrary<List<List<Sort<Sample>>>> orders() {
        return Contract.present(arbitraries).orders().list().ofSize(20);
    }

    private void store(List<Sample> table) {
        plinth().schema().drop();
        plinth().schema().create();
        plinth().transact(uow -> {
            for (int i = 0; i < table.size(); i++) {
                table.get(i).id = i;
                uow.insert(table.get(i));
            }
        });
    }

    /** 30 tables, each asked 50 times. */
    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    final void specificationsMeanTheSameInTheDatabase(
            @ForAll("tables") List<Sample> table,
            @ForAll("specifications") List<Specification<Sample>> specifications) {
        store(table);
        plinth().read(uow -> {
            for (Specification<Sample> specification : specifications) {
                Selection<Sample> selection = Selection.of(Sample.class).where(specification);
                assertThat(uow.find(selection).stream().map(each -> each.id).sorted())
                        .as(specification.toString())
                        .containsExactlyElementsOf(table.stream()
                                .filter(specification::isSatisfiedBy)
                                .map(each -> each.id)
                                .toList());
            }
        });
    }

    /** 10 tables, each put into 20 orders. */
    @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
    final void ordersMeanTheSameInTheDatabase(
            @ForAll("tables") List<Sample> table, @ForAll("orders") List<List<Sort<Sample>>> orders) {
        store(table);
        plinth().read(uow -> {
            for (List<Sort<Sample>> sorts : orders) {
                Selection<Sample> selection = Selection.of(Sample.class)
                        .orderBy(Order.by(List.copyOf(sorts)))
                        .range(0, 1_000);
                assertThat(uow.find(selection).stream().map(each -> each.id))
                        .as(sorts.toString())
                        .containsExactlyElementsOf(table.stream()
                                .sorted(comparator(sorts))
                                .map(each -> each.id)
                                .toList());
            }
        });
    }

    private static Comparator<Sample> comparator(List<Sort<Sample>> sorts) {
        Comparator<Sample> comparator = (a, b) -> 0;
        for (Sort<Sample> sort : sorts) {
            Comparator<Sample> key = (a, b) -> compare(value(a, sort), value(b, sort));
            comparator = comparator.thenComparing(sort.isAscending() ? key : key.reversed());
        }
        return comparator.thenComparing(each -> each.id);
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        return Values.compare(a, b);
    }

    private static @Nullable Object value(Sample sample, Sort<Sample> sort) {
        Part part = sample.part;
        Object value = switch (sort.property()) {
            case "number" -> sample.number;
            case "text" -> sample.text;
            case "amount" -> sample.amount;
            case "day" -> sample.day;
            case "moment" -> sample.moment;
            case "ratio" -> sample.ratio;
            case "key" -> sample.key;
            case "flag" -> sample.flag;
            case "part.label" -> part == null ? null : part.label();
            case "part.size" -> part == null ? null : part.size();
            default -> throw new IllegalArgumentException(sort.property());
        };
        return sort.ignoreCase() && value instanceof String text ? Values.foldCase(text) : value;
    }
}
