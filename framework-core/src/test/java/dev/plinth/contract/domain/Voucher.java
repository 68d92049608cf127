package dev.plinth.contract.domain;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity with values of its own kinds. */
@Entity
public class Voucher {
    @Id
    private int id;

    @Convert(converter = MoneyConverter.class)
    private @Nullable Money worth;

    @Convert(converter = WordsConverter.class)
    private @Nullable List<String> words;

    protected Voucher() {}

    public Voucher(int id, @Nullable Money worth, @Nullable List<String> words) {
        this.id = id;
        this.worth = worth;
        this.words = words;
    }

    public int getId() {
        return id;
    }

    public @Nullable Money getWorth() {
        return worth;
    }

    public @Nullable List<String> getWords() {
        return words;
    }
}
