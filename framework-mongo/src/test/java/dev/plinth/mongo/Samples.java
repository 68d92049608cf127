package dev.plinth.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Change;
import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.SortKey;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.internal.metadata.ModelReader;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The model of {@link Sample}, and shorthands to write and read rows of it. */
final class Samples {
    final Model model = model(Sample.class);
    final EntityModel entity = model.entities().get(0);
    final ColumnModel id = column("id");
    final ColumnModel version = Objects.requireNonNull(entity.version());
    final ColumnModel deletedAt = Objects.requireNonNull(entity.deletedAt());

    static Model model(Class<?>... types) {
        ModelReader.Result result = ModelReader.read(List.of(types), List.of());
        assertThat(result.problems()).isEmpty();
        return result.model();
    }

    ColumnModel column(String path) {
        return entity.columns().stream()
                .filter(c -> c.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    CollectionModel collection(String path) {
        return entity.collections().stream()
                .filter(c -> c.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    Object[] row(long idValue) {
        Object[] row = new Object[entity.width()];
        row[id.position()] = idValue;
        row[version.position()] = 0L;
        entity.collections().forEach(c -> row[c.position()] = List.of());
        return row;
    }

    Object[] with(Object[] row, String path, @Nullable Object value) {
        Object[] copy = row.clone();
        copy[column(path).position()] = value;
        return copy;
    }

    Object[] with(Object[] row, ColumnModel column, @Nullable Object value) {
        Object[] copy = row.clone();
        copy[column.position()] = value;
        return copy;
    }

    Object[] bumped(Object[] row) {
        return with(row, version, (Long) row[version.position()] + 1);
    }

    WriteResult insert(StoreSession session, Object[]... rows) {
        List<Change> changes =
                Arrays.stream(rows).map(row -> new Change(null, row)).toList();
        return session.write(new WriteBatch(
                WriteBatch.Kind.INSERT, entity, entity.columns(), entity.collections(), List.of(), changes));
    }

    /** Writes the columns at the paths, and the version, guarded by id, version and marker. */
    WriteResult update(StoreSession session, List<String> paths, Change... changes) {
        List<ColumnModel> columns = new ArrayList<>(paths.stream()
                .filter(p ->
                        entity.collections().stream().noneMatch(c -> c.path().equals(p)))
                .map(p -> p.equals("deletedAt") ? deletedAt : column(p))
                .toList());
        columns.add(version);
        List<CollectionModel> collections = entity.collections().stream()
                .filter(c -> paths.contains(c.path()))
                .toList();
        return session.write(
                new WriteBatch(WriteBatch.Kind.UPDATE, entity, columns, collections, guards(), Arrays.asList(changes)));
    }

    WriteResult delete(StoreSession session, Object[]... rows) {
        List<Change> changes =
                Arrays.stream(rows).map(row -> new Change(row, null)).toList();
        return session.write(new WriteBatch(WriteBatch.Kind.DELETE, entity, List.of(), List.of(), guards(), changes));
    }

    private List<ColumnModel> guards() {
        return List.of(id, version, deletedAt);
    }

    List<Object[]> find(StoreSession session, Condition condition, SortKey... order) {
        return find(session, new Query(entity, condition, List.of(order), 0, 0));
    }

    static List<Object[]> find(StoreSession session, Query query) {
        return all(session.find(query));
    }

    static List<Object[]> all(RowCursor rowCursor) {
        List<Object[]> rows = new ArrayList<>();
        try (RowCursor cursor = rowCursor) {
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    List<Object> ids(List<Object[]> rows) {
        return rows.stream().map(row -> row[id.position()]).toList();
    }

    Object[] only(StoreSession session, long idValue) {
        List<Object[]> rows =
                find(session, new Condition.Compare(id, dev.plinth.specification.Operator.EQUAL, idValue));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
