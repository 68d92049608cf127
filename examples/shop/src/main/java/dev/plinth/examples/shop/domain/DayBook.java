package dev.plinth.examples.shop.domain;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The book of one day: opened in the morning, closed in the evening with what was done and what there is now. */
@Entity
public class DayBook {
    /** What a day was for. */
    public enum Kind {
        IMPORT,
        WORK
    }

    @Id
    private LocalDate day;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Kind kind;

    private boolean closed;

    @Embedded
    private @Nullable Activity activity;

    @Embedded
    private @Nullable Stock stock;

    @ElementCollection
    private List<Money> takings;

    protected DayBook() {}

    public DayBook(LocalDate day, Kind kind) {
        this.day = day;
        this.kind = kind;
        this.takings = new ArrayList<>();
    }

    public void close(Activity activity, Stock stock, Takings takings) {
        this.closed = true;
        this.activity = activity;
        this.stock = stock;
        this.takings = new ArrayList<>(takings.sums());
    }

    public LocalDate getDay() {
        return day;
    }

    public Kind getKind() {
        return kind;
    }

    public boolean isClosed() {
        return closed;
    }

    public @Nullable Activity getActivity() {
        return activity;
    }

    public @Nullable Stock getStock() {
        return stock;
    }

    /** The worth of all orders at the end of the day. */
    public Takings getTakings() {
        return Takings.of(takings);
    }

    /** The import is the only day that has to be done again where it was not closed. */
    public boolean isHalfAnImport() {
        return kind == Kind.IMPORT && !closed;
    }
}
