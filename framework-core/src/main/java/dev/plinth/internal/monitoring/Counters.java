package dev.plinth.internal.monitoring;

import dev.plinth.backend.StatementListener;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counters of one Plinth. Thread-safe. */
public final class Counters implements StatementListener {
    /** What is counted beside statements. */
    public enum Event {
        /** Statements that were sent as a batch. */
        BATCH,
        /** Rows that were returned. */
        ROW_READ,
        /** Rows that were sent. */
        ROW_WRITTEN,
        /** Flushes that had something to write. */
        FLUSH,
        /** Units of work that were committed. */
        COMMIT,
        /** Units of work that were rolled back. */
        ROLLBACK,
        /** Stale versions. */
        CONFLICT
    }

    private final Map<Kind, LongAdder> statements = new EnumMap<>(Kind.class);
    private final Map<Event, LongAdder> events = new EnumMap<>(Event.class);

    /** Starts at zero. */
    public Counters() {
        for (Kind kind : Kind.values()) {
            statements.put(kind, new LongAdder());
        }
        for (Event event : Event.values()) {
            events.put(event, new LongAdder());
        }
    }

    @Override
    public void sent(Kind kind, long rows, boolean batched) {
        statements.get(kind).increment();
        if (kind == Kind.SELECT) {
            events.get(Event.ROW_READ).add(rows);
        } else if (kind != Kind.OTHER) {
            events.get(Event.ROW_WRITTEN).add(rows);
        }
        if (batched) {
            count(Event.BATCH);
        }
    }

    /**
     * Counts an event.
     *
     * @param event what happened
     */
    public void count(Event event) {
        events.get(event).increment();
    }

    /**
     * The statements of a kind so far.
     *
     * @param kind the kind
     * @return how many
     */
    public long statements(Kind kind) {
        return statements.get(kind).sum();
    }

    /**
     * The events of a kind so far.
     *
     * @param event what happened
     * @return how often
     */
    public long events(Event event) {
        return events.get(event).sum();
    }
}
