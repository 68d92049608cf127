package dev.plinth.jdbc.internal.write;

import dev.plinth.backend.Change;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of a batch of changes: first the new values of the columns, then the old values of the guards. */
final class ChangeRows implements Rows {
    private final int[] positions;
    private final Codec[] codecs;
    private final int firstGuard;
    private final List<Change> changes;

    ChangeRows(EntityTable table, List<ColumnModel> columns, List<Guard> guards, List<Change> changes) {
        List<ColumnModel> compared = guards.stream()
                .filter(guard -> !guard.isNull())
                .map(Guard::column)
                .toList();
        this.firstGuard = columns.size();
        this.changes = changes;
        this.positions = new int[columns.size() + compared.size()];
        this.codecs = new Codec[positions.length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = (i < firstGuard ? columns.get(i) : compared.get(i - firstGuard)).position();
            codecs[i] = table.codecs().get(positions[i]);
        }
    }

    @Override
    public int size() {
        return changes.size();
    }

    @Override
    public Codec codec(int slot) {
        return codecs[slot];
    }

    @Override
    public @Nullable Object value(int row, int slot) {
        Change change = changes.get(row);
        Object[] values = slot < firstGuard ? change.after() : change.before();
        return Objects.requireNonNull(values)[positions[slot]];
    }
}
