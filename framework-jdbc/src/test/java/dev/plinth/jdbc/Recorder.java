package dev.plinth.jdbc;

import dev.plinth.backend.StatementListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Remembers what was sent. */
final class Recorder implements StatementListener {
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void sent(Kind kind, long rows, boolean batched) {
        sent.add(kind + " " + rows + (batched ? " batched" : ""));
    }

    /** What was sent since the last call. */
    List<String> take() {
        synchronized (sent) {
            List<String> taken = List.copyOf(sent);
            sent.clear();
            return taken;
        }
    }
}
