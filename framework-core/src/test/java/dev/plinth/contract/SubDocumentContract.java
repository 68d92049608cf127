package dev.plinth.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.mapping.SubDocuments;
import dev.plinth.specification.Selection;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An owned collection that a document database keeps in the owner's document: the same API, whatever the database. */
public abstract class SubDocumentContract extends Contract {
    @Entity
    @Table(name = "hamper")
    static class Hamper {
        @Id
        @Nullable
        Long id;

        @Version
        long version;

        @OneToMany(mappedBy = "hamper", cascade = CascadeType.ALL, orphanRemoval = true)
        @SubDocuments
        List<Gift> gifts = new ArrayList<>();

        Hamper() {}

        Hamper(long id) {
            this.id = id;
        }

        Gift add(long giftId, String name) {
            Gift gift = new Gift(giftId, name, this);
            gifts.add(gift);
            return gift;
        }

        List<Gift> getGifts() {
            return gifts;
        }
    }

    @Entity
    @Table(name = "gift")
    static class Gift {
        @Id
        @Nullable
        Long id;

        @Version
        long version;

        @Nullable
        String name;

        @ManyToOne(optional = false)
        @Nullable
        Hamper hamper;

        Gift() {}

        Gift(long id, String name, Hamper hamper) {
            this.id = id;
            this.name = name;
            this.hamper = hamper;
        }

        @Nullable
        String getName() {
            return name;
        }

        void rename(String newName) {
            name = newName;
        }
    }

    @Override
    protected final List<Class<?>> entities() {
        return List.of(Hamper.class, Gift.class);
    }

    private void hampers() {
        plinth().transact(uow -> {
            Hamper first = new Hamper(1);
            first.add(10, "tea");
            first.add(11, "jam");
            Hamper second = new Hamper(2);
            second.add(20, "cake");
            uow.insert(first);
            uow.insert(second);
        });
    }

    private List<@Nullable String> names() {
        return plinth().readResult(uow -> uow.find(Selection.of(Gift.class)).stream()
                .map(Gift::getName)
                .sorted()
                .toList());
    }

    @Test
    void anAggregateIsWrittenAndReadWhole() {
        hampers();
        assertThat(names()).containsExactly("cake", "jam", "tea");
        plinth().transact(uow -> assertThat(uow.getById(Hamper.class, 1L).getGifts())
                .extracting(Gift::getName)
                .containsExactly("tea", "jam"));
    }

    @Test
    void whatIsAddedChangedAndTakenOutIsWritten() {
        hampers();
        plinth().transact(uow -> {
            Hamper first = uow.getById(Hamper.class, 1L);
            first.getGifts().removeIf(gift -> "tea".equals(gift.getName()));
            first.getGifts().get(0).rename("honey");
            first.getGifts().add(new Gift(12, "bread", first));
        });
        assertThat(names()).containsExactly("bread", "cake", "honey");
    }

    @Test
    void oneIsFoundAndChangedByItself() {
        hampers();
        plinth().transact(uow -> uow.getById(Gift.class, 20L).rename("pie"));
        assertThat(names()).containsExactly("jam", "pie", "tea");
    }

    @Test
    void anAggregateIsRemovedWhole() {
        hampers();
        plinth().transact(uow -> uow.remove(uow.getById(Hamper.class, 1L)));
        assertThat(names()).containsExactly("cake");
    }
}
