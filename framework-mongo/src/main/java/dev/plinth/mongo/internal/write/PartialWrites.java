package dev.plinth.mongo.internal.write;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import dev.plinth.backend.Change;
import dev.plinth.backend.WriteBatch;
import dev.plinth.error.PartialWriteException;
import dev.plinth.model.EntityKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which changes of a batch had been made when it failed, where no transaction takes them back. */
final class PartialWrites {
    private final WriteBatch batch;
    private final List<Change> written = new ArrayList<>();

    PartialWrites(WriteBatch batch) {
        this.batch = batch;
    }

    void written(List<Change> changes) {
        written.addAll(changes);
    }

    /** Takes note of a bulk that failed, given the changes of each of its statements. */
    void failed(MongoBulkWriteException error, List<List<Change>> changes) {
        Set<Integer> failed =
                error.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
        int first = failed.stream().min(Integer::compare).orElse(0);
        int matched = error.getWriteResult().getMatchedCount();
        for (int i = 0; i < changes.size(); i++) {
            // a bulk ends with its first error, but mongo-java-server goes on with updates
            if (i < first || (matched > first && !failed.contains(i))) {
                written.addAll(changes.get(i));
            }
        }
    }

    /** Attaches the report to the error that ended the batch. */
    void addTo(RuntimeException error) {
        if (!written.isEmpty()) {
            error.addSuppressed(
                    new PartialWriteException(written.stream().map(this::line).toList()));
        }
    }

    private String line(Change change) {
        Object[] row = change.after() != null ? change.after() : Objects.requireNonNull(change.before());
        return batch.kind().name().toLowerCase(Locale.ROOT) + " " + EntityKey.of(batch.entity(), row);
    }
}
