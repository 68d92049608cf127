package dev.plinth.internal.ids;

import dev.plinth.model.Generation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/** Hands out the ids of sequences, taking a block from the database when the last one is used up. Thread-safe. */
public final class SequenceBlocks {
    private final Map<Generation.Sequence, Block> blocks = new ConcurrentHashMap<>();

    /** Makes an empty stock. */
    public SequenceBlocks() {}

    /**
     * The next id of a sequence.
     *
     * @param sequence the sequence
     * @param nextBlock takes a block from the database and returns its first id
     * @return an id that no one else gets
     */
    public long next(Generation.Sequence sequence, ToLongFunction<Generation.Sequence> nextBlock) {
        return blocks.computeIfAbsent(sequence, s -> new Block()).next(sequence, nextBlock);
    }

    /** Forgets the blocks that were taken: the sequences are no longer those that gave them. */
    public void forget() {
        blocks.clear();
    }

    private static final class Block {
        private long next;
        private long end;

        private synchronized long next(Generation.Sequence sequence, ToLongFunction<Generation.Sequence> nextBlock) {
            if (next == end) {
                next = nextBlock.applyAsLong(sequence);
                end = next + sequence.allocationSize();
            }
            return next++;
        }
    }
}
