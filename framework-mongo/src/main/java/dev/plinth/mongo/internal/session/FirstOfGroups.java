package dev.plinth.mongo.internal.session;

import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first rows of each group, counted here, for a server that cannot number the rows of a group. */
final class FirstOfGroups implements RowCursor {
    private final RowCursor ordered;
    private final Query query;
    private final Query.PerGroup perGroup;
    private final Map<List<@Nullable Object>, Integer> counts = new HashMap<>();
    private long passed;
    private int returned;

    /** Takes all rows of a query in its order. */
    FirstOfGroups(RowCursor ordered, Query query, Query.PerGroup perGroup) {
        this.ordered = ordered;
        this.query = query;
        this.perGroup = perGroup;
    }

    /** The query that gives what this is made of. */
    static Query ungrouped(Query query) {
        return new Query(query.entity(), query.condition(), query.order(), 0, 0);
    }

    @Override
    public Object @Nullable [] next() {
        while (query.limit() == 0 || returned < query.limit()) {
            Object[] row = ordered.next();
            if (row == null) {
                return null;
            }
            if (counts.merge(group(row), 1, Integer::sum) <= perGroup.limit() && passed++ >= query.offset()) {
                returned++;
                return row;
            }
        }
        return null;
    }

    private List<@Nullable Object> group(Object[] row) {
        List<@Nullable Object> group = new ArrayList<>();
        for (ColumnModel column : perGroup.columns()) {
            Object value = row[column.position()];
            group.add(value == null ? null : Values.key(value));
        }
        return group;
    }

    @Override
    public void close() {
        ordered.close();
    }
}
