package dev.plinth.internal.lookup;

import dev.plinth.backend.Change;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.LookupModel;
import dev.plinth.schema.LookupDifference;
import dev.plinth.schema.LookupDifference.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of an enum's constants. No object stands for its rows, so that they are written as they are. */
final class EnumTable {
    private final Store store;
    private final EntityModel table;
    private final LookupModel lookup;

    EnumTable(Store store, LookupModel lookup) {
        this.store = store;
        this.lookup = lookup;
        this.table = lookup.entity();
    }

    /** Adds the constants that are missing, in a transaction of its own. */
    List<LookupDifference> synchronize() {
        List<LookupDifference> differences = new ArrayList<>();
        try (StoreSession session = store.open(false)) {
            Map<Object, Object[]> rows = rows(session);
            List<Change> missing = new ArrayList<>();
            for (Object constant : lookup.rows().get()) {
                Object[] wanted = row((Enum<?>) constant);
                Object[] found = rows.remove(id(wanted));
                if (found == null) {
                    missing.add(new Change(null, wanted));
                    differences.add(difference(Kind.ADDED, wanted, List.of()));
                } else if (!paths(wanted, found).isEmpty()) {
                    differences.add(difference(Kind.CHANGED, wanted, paths(wanted, found)));
                }
            }
            rows.values().forEach(row -> differences.add(difference(Kind.UNKNOWN, row, List.of())));
            if (!missing.isEmpty()) {
                session.write(
                        new WriteBatch(WriteBatch.Kind.INSERT, table, table.columns(), List.of(), List.of(), missing));
            }
            session.commit();
        }
        return differences;
    }

    private Map<Object, Object[]> rows(StoreSession session) {
        Map<Object, Object[]> rows = new LinkedHashMap<>();
        try (RowCursor cursor = session.find(new Query(table, Condition.ALWAYS, List.of(), 0, 0))) {
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows.put(id(row), row);
            }
        }
        return rows;
    }

    private static Object[] row(Enum<?> constant) {
        return new Object[] {constant.name(), constant.ordinal()};
    }

    private Object id(Object[] row) {
        return row[table.id().columns().get(0).position()];
    }

    private List<String> paths(Object[] wanted, Object[] found) {
        return table.columns().stream()
                .filter(column -> !Objects.equals(wanted[column.position()], found[column.position()]))
                .map(ColumnModel::path)
                .toList();
    }

    private LookupDifference difference(Kind kind, Object[] row, List<String> paths) {
        return new LookupDifference(kind, table.name(), id(row), paths);
    }
}
