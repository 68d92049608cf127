package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Capability;
import dev.plinth.contract.domain.graph.Crate;
import dev.plinth.specification.Selection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows refer to others whose ids the database sets in the same flush. */
public abstract class GraphIdentityContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Crate.class);
    }

    @Override
    protected final Set<Capability> needs() {
        return Set.of(Capability.IDENTITY);
    }

    @Test
    void idsAreInTheRowsThatReferToThem() {
        Crate outer = new Crate();
        Crate inner = new Crate();
        Crate content = new Crate();
        inner.setIn(outer);
        inner.getContents().add(content);
        outer.getBeside().add(inner);
        outer.getBeside().add(outer);
        insert(inner, outer);
        plinth().read(uow -> {
            Crate read = uow.getById(Crate.class, present(inner.getId()));
            Crate around = present(read.getIn());
            assertThat(around.getId()).isEqualTo(outer.getId());
            assertThat(read.getContents()).extracting(Crate::getId).containsExactly(content.getId());
            assertThat(around.getBeside()).containsExactlyInAnyOrder(read, around);
        });
    }

    @Test
    void aNewCircleIsCutAndGoesAgain() {
        Crate one = new Crate();
        Crate two = new Crate();
        one.setIn(two);
        two.setIn(one);
        insert(one, two);
        plinth().transact(uow -> {
            Crate read = uow.getById(Crate.class, present(one.getId()));
            assertThat(present(present(read.getIn()).getIn())).isSameAs(read);
            uow.remove(present(read.getIn()));
            uow.remove(read);
        });
        plinth().read(uow -> assertThat(uow.count(Selection.of(Crate.class))).isZero());
    }

    @Test
    void linkedRowsAreDeletedTogetherThoughTheirLinksWereNotRead() {
        Crate one = new Crate();
        Crate two = new Crate();
        one.getBeside().add(two);
        two.getBeside().add(one);
        insert(one, two);
        plinth().transact(uow -> uow.removeAll(uow.find(Selection.of(Crate.class))));
        plinth().read(uow -> assertThat(uow.count(Selection.of(Crate.class))).isZero());
    }
}
