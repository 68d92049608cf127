package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.association.Ref;
import dev.plinth.backend.Capability;
import dev.plinth.contract.zoo.Paper;
import dev.plinth.contract.zoo.Paper.Invoice;
import dev.plinth.contract.zoo.Paper.Letter;
import dev.plinth.specification.Selection;
import jakarta.data.Order;
import jakarta.data.Sort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows in a table for each class whose ids the database sets in the root's. */
public abstract class JoinedIdentityContract extends Contract {
    @Override
    protected final List<Class<?>> entities() {
        return List.of(Paper.class, Letter.class, Invoice.class);
    }

    @Override
    protected final Set<Capability> needs() {
        return Set.of(Capability.IDENTITY);
    }

    @Test
    void allHaveIdsOfOneRow() {
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            papers.add(i % 2 == 0 ? new Letter("letter " + i, i) : new Invoice("invoice " + i, nothing()));
        }
        insert(papers.toArray());

        assertThat(new HashSet<>(papers.stream().map(Paper::getId).toList())).hasSize(20);
        plinth().read(uow -> {
            for (Paper paper : papers) {
                Paper read = uow.getById(Paper.class, present(paper.getId()));
                assertThat(read.getTitle()).isEqualTo(paper.getTitle());
                if (paper instanceof Letter letter) {
                    assertThat(((Letter) read).getPages()).isEqualTo(letter.getPages());
                }
            }
            assertThat(uow.count(Selection.of(Invoice.class))).isEqualTo(10);
        });
    }

    @Test
    void aRowRefersToOneThatIsNew() {
        Letter letter = new Letter("first", 1);
        Invoice invoice = new Invoice("with it", Ref.to(letter));
        insert(invoice, new Invoice("without", nothing()));

        plinth().read(uow -> {
            Invoice read = uow.getById(Invoice.class, present(invoice.getId()));
            assertThat(present(read.getLetter()).get().getId()).isEqualTo(letter.getId());
        });
    }

    @Test
    void theyAreChangedAndRemoved() {
        Letter letter = new Letter("first", 1);
        Invoice invoice = new Invoice("bill", nothing());
        insert(letter, invoice);

        plinth().transact(uow -> {
            uow.getById(Letter.class, present(letter.getId())).setPages(2);
            uow.remove(uow.getById(Paper.class, present(invoice.getId())));
        });
        plinth().read(uow -> {
            List<Paper> left = uow.find(Selection.of(Paper.class).orderBy(Order.by(Sort.asc("id"))));
            assertThat(left).extracting(Paper::getVersion).containsExactly(2L);
            assertThat(((Letter) left.get(0)).getPages()).isEqualTo(2);
        });
    }
}
