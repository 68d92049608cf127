package dev.plinth.contract;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.backend.Backend;
import dev.plinth.contract.domain.Badge;
import dev.plinth.contract.domain.Badge.GoldBadge;
import dev.plinth.contract.domain.Badge.SilverBadge;
import dev.plinth.contract.domain.Figure;
import dev.plinth.contract.domain.Figure.Circle;
import dev.plinth.contract.domain.Figure.Cube;
import dev.plinth.contract.domain.Figure.Polygon;
import dev.plinth.contract.domain.Figure.Sized;
import dev.plinth.contract.domain.Figure.Square;
import dev.plinth.error.EntityMappingException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.specification.Selection;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Hierarchies whose root is a sealed interface, and rows of entities that nobody knows. */
public abstract class SealedHierarchyContract extends Contract {
    private final Circle circle = new Circle(UUID.randomUUID(), 0, "a circle", 3);
    private final Polygon polygon = new Polygon(UUID.randomUUID(), 0, "b polygon", List.of(3, 4, 5));
    private final Square square = new Square(UUID.randomUUID(), 0, "c square", 4);
    private final Cube cube = new Cube(UUID.randomUUID(), 0, "d cube", 5, "wood");

    @Override
    protected List<Class<?>> entities() {
        // what it permits goes with it
        return List.of(Figure.class);
    }

    private <T extends Figure> List<T> find(Class<T> type) {
        return plinth().readResult(uow -> uow.find(Selection.of(type).orderBy(Order.by(Sort.asc("label")))));
    }

    @Test
    void recordsAreReadAsWhatTheyAre() {
        insert(circle, polygon, square, cube);

        assertThat(find(Figure.class))
                .containsExactly(
                        new Circle(circle.id(), 1, "a circle", 3),
                        new Polygon(polygon.id(), 1, "b polygon", List.of(3, 4, 5)),
                        new Square(square.id(), 1, "c square", 4),
                        new Cube(cube.id(), 1, "d cube", 5, "wood"));
        assertThat(find(Sized.class)).extracting(Sized::size).containsExactly(4, 5);
        assertThat(find(Polygon.class)).extracting(Polygon::corners).containsExactly(List.of(3, 4, 5));
        assertThat(found(Circle.class, square.id())).isEmpty();
        assertThat(found(Sized.class, square.id())).isPresent();
    }

    @Test
    void whatAllDeclareAlikeIsAskedForAtTheInterface() {
        insert(circle, polygon, square, cube);

        List<Figure> labelled = plinth().readResult(uow ->
                uow.find(Selection.of(Figure.class).where(where(Figure::label).is("c square"))));
        List<Sized> large = plinth().readResult(uow ->
                uow.find(Selection.of(Sized.class).where(where(Sized::size).greaterThan(4))));

        assertThat(labelled).extracting(Figure::id).containsExactly(square.id());
        assertThat(large).extracting(Figure::id).containsExactly(cube.id());
    }

    @Test
    void recordsOfSeveralEntitiesAreUpdated() {
        insert(circle, cube);

        plinth().transact(uow -> uow.updateAll(
                List.<Figure>of(new Circle(circle.id(), 1, "round", 4), new Cube(cube.id(), 1, "e cube", 6, "iron"))));

        assertThat(find(Figure.class))
                .containsExactly(new Cube(cube.id(), 2, "e cube", 6, "iron"), new Circle(circle.id(), 2, "round", 4));
    }

    @Test
    void anEntityKeepsItsClass() {
        insert(circle);

        assertThatThrownBy(() -> plinth().transact(uow -> uow.update(new Square(circle.id(), 1, "square", 1))))
                .hasMessageContaining("Square");
    }

    @Test
    void softDeleteAndAuditAreThoseOfTheInterface() {
        insert(circle, cube);

        plinth().transact(uow -> uow.remove(uow.getById(Figure.class, circle.id())));

        assertThat(find(Figure.class)).hasSize(1);
        plinth().transact(uow -> uow.restore(Circle.class, circle.id()));
        assertThat(find(Figure.class)).hasSize(2);
        assertThat(plinth().audit().history(Figure.class, circle.id())).hasSize(3);
    }

    @Test
    void whatOneDemandsIsDemanded() {
        assertThatThrownBy(() -> insert(new Circle(UUID.randomUUID(), 0, nothing(), 3)))
                .isInstanceOf(NotNullViolationException.class)
                .hasMessageContaining("label");
    }

    @Test
    void aRowOfAnUnknownEntityIsToldAndOthersAreFound() {
        Backend shared = database();
        Plinth whole = open(Plinth.builder(shared).entities(Badge.class, SilverBadge.class, GoldBadge.class));
        whole.transact(uow -> {
            uow.insert(new Badge(1));
            uow.insert(new SilverBadge(2));
            uow.insert(new GoldBadge(3));
        });
        try (Plinth part =
                Plinth.builder(shared).entities(Badge.class, SilverBadge.class).build()) {
            assertThatThrownBy(() -> part.readResult(uow -> uow.find(Selection.of(Badge.class))))
                    .isInstanceOf(EntityMappingException.class)
                    .hasMessageContainingAll("Badge 3", "'GoldBadge'", "'dtype'", "'SilverBadge'");
            assertThat(part.<List<SilverBadge>, RuntimeException>readResult(
                            uow -> uow.find(Selection.of(SilverBadge.class))))
                    .hasSize(1);
        }
    }

    @Test
    void theSchemaThatIsCreatedIsTheOneOfTheModel() {
        assertThat(plinth().schema().validate()).isEmpty();
    }
}
