package dev.plinth.contract.domain.graph;

import dev.plinth.mapping.SoftDelete;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Goes along with its board, and is only marked when it is removed alone. */
@SoftDelete
@Entity
public class Pin {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne
    private @Nullable Board board;

    /** Where it was before; does not take it along. */
    @ManyToOne
    private @Nullable Board former;

    public @Nullable Long getId() {
        return id;
    }

    public @Nullable Board getBoard() {
        return board;
    }

    public void setBoard(@Nullable Board board) {
        this.board = board;
    }

    public @Nullable Board getFormer() {
        return former;
    }

    public void setFormer(@Nullable Board former) {
        this.former = former;
    }
}
