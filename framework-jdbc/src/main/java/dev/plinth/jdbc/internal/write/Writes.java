package dev.plinth.jdbc.internal.write;

import dev.plinth.backend.Change;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.fit.Fit;
import dev.plinth.jdbc.internal.query.Queries;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.PartTable;
import dev.plinth.jdbc.internal.sql.Sql;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes batches of changes. Thread-safe; each connection is used by one thread. */
public final class Writes {
    private final Engine engine;
    private final WriteAuthor author;
    private final BatchRunner runner;
    private final ElementWriter elements;
    private final Queries queries;

    /**
     * Writes to one database.
     *
     * @param queries read the links that are not known
     */
    public Writes(Engine engine, Queries queries) {
        this.engine = engine;
        this.queries = queries;
        this.author = new WriteAuthor(engine.author());
        this.runner = new BatchRunner(engine);
        this.elements = new ElementWriter(engine, author, runner);
    }

    private record Key(WriteBatch.Kind kind, EntityTable table, List<Integer> columns, List<Integer> guards) {}

    /** Writes a batch. */
    public WriteResult write(Connection connection, EntityTable table, WriteBatch batch) {
        check(connection, table, batch);
        return switch (batch.kind()) {
            case INSERT -> insert(connection, table, batch);
            case UPDATE -> update(connection, table, batch);
            case DELETE -> delete(connection, table, batch);
        };
    }

    private void check(Connection connection, EntityTable table, WriteBatch batch) {
        try {
            Fit fit = engine.fits().of(table, connection);
            if (fit != null && batch.kind() != WriteBatch.Kind.DELETE) {
                fit.check(batch.columns(), batch.changes());
            }
            for (CollectionModel collection : batch.collections()) {
                elements.check(connection, table.elements(collection), batch.changes());
            }
        } catch (SQLException e) {
            throw engine.errors().translate(e, Doing.to("writing", table.entity(), "savepoint"));
        }
    }

    private WriteResult insert(Connection connection, EntityTable table, WriteBatch batch) {
        BatchRunner.Generated generated = generated(table, batch);
        List<Object> ids = table.parts().isEmpty()
                ? insert(connection, table, batch.columns(), batch.changes(), generated)
                : insertSpread(connection, table, batch, generated);
        if (!batch.collections().isEmpty()) {
            List<ElementWriter.Owner> owners = new ArrayList<>();
            for (int i = 0; i < batch.changes().size(); i++) {
                Object[] after = after(batch.changes().get(i));
                Object[] id = generated == null ? id(table.entity(), after) : new Object[] {ids.get(i)};
                owners.add(new ElementWriter.Owner(id, null, after));
            }
            for (CollectionModel collection : batch.collections()) {
                elements.write(connection, table.elements(collection), owners);
            }
        }
        return ids.isEmpty() ? WriteResult.DONE : new WriteResult(List.of(), ids);
    }

    private List<Object> insert(
            Connection connection,
            EntityTable table,
            List<ColumnModel> columns,
            List<Change> changes,
            BatchRunner.@Nullable Generated generated) {
        Key key = key(WriteBatch.Kind.INSERT, table, columns, List.of());
        Sql sql = engine.cache().get(key, () -> author.insert(table, columns));
        ChangeRows rows = new ChangeRows(table, columns, List.of(), changes);
        Doing doing = Doing.to("inserting", table.entity(), sql.text());
        return runner.run(connection, StatementListener.Kind.INSERT, sql, rows, generated, doing)
                .ids();
    }

    // the table of the root first, since it may set the ids
    private List<Object> insertSpread(
            Connection connection, EntityTable table, WriteBatch batch, BatchRunner.@Nullable Generated generated) {
        List<Object> ids = List.of();
        List<Change> changes = batch.changes();
        List<ColumnModel> idColumns = table.entity().id().columns();
        for (PartTable part : table.parts()) {
            List<Change> here =
                    changes.stream().filter(change -> part.has(after(change))).toList();
            if (here.isEmpty()) {
                continue;
            }
            List<ColumnModel> columns = new ArrayList<>(part.whole() ? List.of() : idColumns);
            part.among(batch.columns()).stream()
                    .filter(column -> !columns.contains(column))
                    .forEach(columns::add);
            List<Object> set = insert(connection, part.table(), columns, here, part.whole() ? generated : null);
            if (part.whole() && generated != null) {
                ids = set;
                changes = withIds(idColumns.get(0), changes, set);
            }
        }
        return ids;
    }

    private static List<Change> withIds(ColumnModel column, List<Change> changes, List<Object> ids) {
        List<Change> result = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Object[] row = after(changes.get(i)).clone();
            row[column.position()] = ids.get(i);
            result.add(new Change(null, row));
        }
        return result;
    }

    private static BatchRunner.@Nullable Generated generated(EntityTable table, WriteBatch batch) {
        EntityModel entity = table.entity();
        boolean isSet = entity.id().generation() instanceof Generation.Identity
                && !batch.columns().containsAll(entity.id().columns());
        return isSet
                ? new BatchRunner.Generated(
                        entity.id().columns().get(0).name(), table.idCodecs().get(0))
                : null;
    }

    private WriteResult update(Connection connection, EntityTable table, WriteBatch batch) {
        List<Integer> stale = table.parts().isEmpty()
                ? update(connection, table, batch.columns(), guards(batch), batch.changes())
                : updateSpread(connection, table, batch);
        Set<Integer> skipped = new HashSet<>(stale);
        List<ElementWriter.Owner> owners = new ArrayList<>();
        for (int i = 0; i < batch.changes().size(); i++) {
            if (!skipped.contains(i)) {
                Change change = batch.changes().get(i);
                owners.add(new ElementWriter.Owner(id(table.entity(), before(change)), before(change), after(change)));
            }
        }
        for (CollectionModel collection : batch.collections()) {
            List<ElementWriter.Owner> writing =
                    collection.isLinks() ? withLinks(connection, table, collection, owners) : owners;
            elements.write(connection, table.elements(collection), writing);
        }
        return stale.isEmpty() ? WriteResult.DONE : new WriteResult(stale, List.of());
    }

    private List<Integer> update(
            Connection connection,
            EntityTable table,
            List<ColumnModel> columns,
            List<Guard> guards,
            List<Change> changes) {
        Key key = key(WriteBatch.Kind.UPDATE, table, columns, guards);
        Sql sql = engine.cache().get(key, () -> author.update(table, columns, guards));
        ChangeRows rows = new ChangeRows(table, columns, guards, changes);
        Doing doing = Doing.to("updating", table.entity(), sql.text());
        return runner.run(connection, StatementListener.Kind.UPDATE, sql, rows, null, doing)
                .missed(doing);
    }

    // the table that has the version tells whether the row is still as it was
    private List<Integer> updateSpread(Connection connection, EntityTable table, WriteBatch batch) {
        Set<Integer> stale = new TreeSet<>();
        for (PartTable part : table.parts()) {
            List<Integer> here = here(part, batch, stale);
            List<ColumnModel> columns = part.among(batch.columns());
            if (!here.isEmpty() && (part.whole() || !columns.isEmpty())) {
                update(connection, part.table(), columns, guards(part, batch), changes(batch, here))
                        .forEach(i -> stale.add(here.get(i)));
            }
        }
        return List.copyOf(stale);
    }

    private static List<Integer> here(PartTable part, WriteBatch batch, Set<Integer> without) {
        return IntStream.range(0, batch.changes().size())
                .filter(i ->
                        !without.contains(i) && part.has(before(batch.changes().get(i))))
                .boxed()
                .toList();
    }

    private static List<Change> changes(WriteBatch batch, List<Integer> places) {
        return places.stream().map(batch.changes()::get).toList();
    }

    private static List<Guard> guards(PartTable part, WriteBatch batch) {
        List<ColumnModel> id = part.table().entity().id().columns();
        return guards(batch).stream()
                .filter(guard -> part.whole() || id.contains(guard.column()))
                .toList();
    }

    /** The owners whose links are written; what is there and was not read is read now, to be compared with. */
    private List<ElementWriter.Owner> withLinks(
            Connection connection, EntityTable table, CollectionModel links, List<ElementWriter.Owner> owners) {
        List<ElementWriter.Owner> writing = owners.stream()
                .filter(owner -> owner.after()[links.position()] != null)
                .toList();
        List<EntityKey> unread = writing.stream()
                .map(owner -> Objects.requireNonNull(owner.before()))
                .filter(before -> before[links.position()] == null)
                .map(before -> EntityKey.of(table.entity(), before))
                .toList();
        if (unread.isEmpty()) {
            return writing;
        }
        Map<EntityKey, List<Object[]>> found = queries.findLinks(connection, table, links, unread);
        return writing.stream()
                .map(owner -> {
                    Object[] before = Objects.requireNonNull(owner.before());
                    List<Object[]> read = found.get(EntityKey.of(table.entity(), before));
                    if (read == null) {
                        return owner;
                    }
                    Object[] known = before.clone();
                    known[links.position()] = read;
                    return new ElementWriter.Owner(owner.id(), known, owner.after());
                })
                .toList();
    }

    private WriteResult delete(Connection connection, EntityTable table, WriteBatch batch) {
        List<Object[]> ids = batch.changes().stream()
                .map(change -> id(table.entity(), before(change)))
                .toList();
        table.elements().forEach(collection -> elements.deleteAll(connection, collection, ids));
        List<Integer> stale = table.parts().isEmpty()
                ? delete(connection, table, guards(batch), batch.changes())
                : deleteSpread(connection, table, batch);
        return stale.isEmpty() ? WriteResult.DONE : new WriteResult(stale, List.of());
    }

    private List<Integer> delete(Connection connection, EntityTable table, List<Guard> guards, List<Change> changes) {
        Key key = key(WriteBatch.Kind.DELETE, table, List.of(), guards);
        Sql sql = engine.cache().get(key, () -> author.delete(table, guards));
        ChangeRows rows = new ChangeRows(table, List.of(), guards, changes);
        Doing doing = Doing.to("deleting", table.entity(), sql.text());
        return runner.run(connection, StatementListener.Kind.DELETE, sql, rows, null, doing)
                .missed(doing);
    }

    // what refers to the row of the root goes before it
    private List<Integer> deleteSpread(Connection connection, EntityTable table, WriteBatch batch) {
        Set<Integer> stale = new TreeSet<>();
        for (int i = table.parts().size() - 1; i >= 0; i--) {
            PartTable part = table.parts().get(i);
            List<Integer> here = here(part, batch, stale);
            if (!here.isEmpty()) {
                delete(connection, part.table(), guards(part, batch), changes(batch, here))
                        .forEach(missed -> stale.add(here.get(missed)));
            }
        }
        return List.copyOf(stale);
    }

    // whether a guard is null is the same for all changes of a batch
    private static List<Guard> guards(WriteBatch batch) {
        Object[] before = before(batch.changes().get(0));
        return batch.guards().stream()
                .map(column -> new Guard(column, before[column.position()] == null))
                .toList();
    }

    private static Key key(WriteBatch.Kind kind, EntityTable table, List<ColumnModel> written, List<Guard> guards) {
        List<Integer> columns = written.stream().map(ColumnModel::position).toList();
        List<Integer> guarded = guards.stream()
                .map(guard -> guard.isNull()
                        ? -1 - guard.column().position()
                        : guard.column().position())
                .toList();
        return new Key(kind, table, columns, guarded);
    }

    private static Object[] id(EntityModel entity, Object[] row) {
        return entity.id().columns().stream()
                .map(column -> row[column.position()])
                .toArray();
    }

    private static Object[] before(Change change) {
        return Objects.requireNonNull(change.before(), "the row before a change");
    }

    private static Object[] after(Change change) {
        return Objects.requireNonNull(change.after(), "the row after a change");
    }
}
