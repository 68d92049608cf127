package dev.plinth.contract.safety;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Is found by its slot. */
@Entity
public class Pin {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Version
    private long version;

    private String slot = "";

    @ManyToOne
    private @Nullable Board board;

    protected Pin() {}

    public Pin(String slot, @Nullable Board board) {
        this.slot = slot;
        this.board = board;
    }

    public @Nullable Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getSlot() {
        return slot;
    }

    public void setSlot(String slot) {
        this.slot = slot;
    }

    public @Nullable Board getBoard() {
        return board;
    }

    public void setBoard(@Nullable Board board) {
        this.board = board;
    }
}
