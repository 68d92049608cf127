package dev.plinth.mongo.internal.write;

import dev.plinth.backend.Change;
import dev.plinth.backend.WriteBatch;
import dev.plinth.mongo.internal.type.ColumnField;
import dev.plinth.mongo.internal.type.EntityDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which changes of a bulk were stale. The server tells only how many; which ones they are is seen in the rows
 * as they are afterwards. A row that is gone, or whose version is not the one that the change would have given it, was
 * not written; neither was one that has that version by chance but other values. Only where someone else has made
 * exactly the same change can the wrong one of two equal rows be named.
 */
final class StaleChanges {
    private final EntityDocument document;
    private final Guards guards;
    private final List<Change> changes;

    StaleChanges(EntityDocument document, WriteBatch batch, List<Change> changes) {
        this.document = document;
        this.guards = new Guards(document, batch.guards());
        this.changes = changes;
    }

    /** The stale ones of a bulk of updates. */
    List<Integer> updates(int count, Function<BsonDocument, List<Object[]>> read) {
        if (count == changes.size()) {
            return all();
        }
        Map<BsonValue, Object[]> found = rows(read);
        return first(count, i -> {
            Object[] after = Rows.after(changes.get(i));
            Object[] row = found.get(document.id(after));
            if (row == null) {
                return 0;
            }
            return !guards.hold(after, row) ? 1 : same(after, row) ? 3 : 2;
        });
    }

    /** The changes whose row is gone or is not as it was read. */
    List<Integer> notAsGuarded(Function<BsonDocument, List<Object[]>> read) {
        Map<BsonValue, Object[]> found = rows(read);
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Object[] before = Rows.before(changes.get(i));
            Object[] row = found.get(document.id(before));
            if (row == null || !guards.hold(before, row)) {
                others.add(i);
            }
        }
        return others;
    }

    /**
     * The stale ones of a bulk of deletes.
     *
     * @param before those that were not as guarded before the bulk
     */
    List<Integer> deletes(int count, List<Integer> before, Function<BsonDocument, List<Object[]>> read) {
        if (count == changes.size()) {
            return all();
        }
        if (count == before.size()) {
            return before;
        }
        Map<BsonValue, Object[]> left = rows(read);
        return first(count, i -> {
            boolean isLeft = left.containsKey(document.id(Rows.before(changes.get(i))));
            return isLeft ? 0 : before.contains(i) ? 1 : 2;
        });
    }

    private List<Integer> all() {
        return IntStream.range(0, changes.size()).boxed().toList();
    }

    private List<Integer> first(int count, ToIntFunction<Integer> rank) {
        int[] ranks = all().stream().mapToInt(rank).toArray();
        return all().stream()
                .sorted(Comparator.comparingInt(i -> ranks[i]))
                .limit(count)
                .sorted()
                .toList();
    }

    private Map<BsonValue, Object[]> rows(Function<BsonDocument, List<Object[]>> read) {
        BsonArray ids = new BsonArray();
        changes.forEach(change -> ids.add(document.id(Rows.before(change))));
        Map<BsonValue, Object[]> rows = new HashMap<>();
        for (Object[] row : read.apply(new BsonDocument("_id", new BsonDocument("$in", ids)))) {
            rows.put(document.id(row), row);
        }
        return rows;
    }

    private boolean same(Object[] expected, Object[] found) {
        for (ColumnField field : document.columns()) {
            int position = field.column().position();
            @Nullable Object value = found[position];
            if (!field.same(expected[position], value)) {
                return false;
            }
        }
        return true;
    }
}
