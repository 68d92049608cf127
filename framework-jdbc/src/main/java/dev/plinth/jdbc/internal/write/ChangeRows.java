package dev.plinth.jdbc.internal.write;

import dev.plinth.backend.Change;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import java.util.ArrayList;
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
        this.changes = changes;
        List<ColumnModel> slots = new ArrayList<>();
        List<Codec> slotCodecs = new ArrayList<>();
        for (ColumnModel column : columns) {
            Codec codec = table.codecs().get(column.position());
            slots.add(column);
            slotCodecs.add(codec);
            if (codec.offset() != null) {
                slots.add(column);
                slotCodecs.add(codec.offset());
            }
        }
        this.firstGuard = slots.size();
        for (Guard guard : guards) {
            if (!guard.isNull()) {
                slots.add(guard.column());
                slotCodecs.add(table.codecs().get(guard.column().position()));
            }
        }
        this.positions = slots.stream().mapToInt(ColumnModel::position).toArray();
        this.codecs = slotCodecs.toArray(Codec[]::new);
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
