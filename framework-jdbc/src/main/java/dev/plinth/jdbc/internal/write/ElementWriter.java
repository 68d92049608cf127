package dev.plinth.jdbc.internal.write;

import dev.plinth.backend.Change;
import dev.plinth.backend.StatementListener;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.fit.Fit;
import dev.plinth.jdbc.internal.sql.ElementTable;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.Sql;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.jdbc.internal.type.Codecs;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the element collections of a batch of owners: what has left, what has changed, what is new, each in one batch. */
final class ElementWriter {
    private static final Codec POSITION = Codecs.of(ValueType.INT);

    private final Engine engine;
    private final WriteAuthor author;
    private final BatchRunner runner;

    ElementWriter(Engine engine, WriteAuthor author, BatchRunner runner) {
        this.engine = engine;
        this.author = author;
        this.runner = runner;
    }

    /**
     * A row whose elements are written.
     *
     * @param id the values of its id
     * @param before its row as it was, or null for a new one
     * @param after its row as it shall be
     */
    record Owner(Object[] id, Object @Nullable [] before, Object[] after) {}

    private enum Action {
        DELETE_ALL("removing all of", StatementListener.Kind.DELETE),
        DELETE_TAIL("removing", StatementListener.Kind.DELETE),
        DELETE("removing", StatementListener.Kind.DELETE),
        DELETE_KEY("removing", StatementListener.Kind.DELETE),
        UPDATE_KEY("changing", StatementListener.Kind.UPDATE),
        UPDATE("changing", StatementListener.Kind.UPDATE),
        INSERT("adding", StatementListener.Kind.INSERT);

        private final String what;
        private final StatementListener.Kind kind;

        Action(String what, StatementListener.Kind kind) {
            this.what = what;
            this.kind = kind;
        }
    }

    private record Key(ElementTable table, Action action) {}

    /** Looks at the elements that are about to be written. */
    void check(Connection connection, ElementTable table, List<Change> changes) throws SQLException {
        Fit fit = engine.fits().of(table, connection);
        if (fit == null || !fit.checksWrites()) {
            return;
        }
        for (Change change : changes) {
            for (Object[] element : elements(table, change.after())) {
                for (ColumnModel column : table.collection().columns()) {
                    fit.check(column, element[column.position()]);
                }
            }
        }
    }

    void deleteAll(Connection connection, ElementTable table, List<Object[]> ids) {
        ElementRows rows = new ElementRows(table.owner().idCodecs());
        ids.forEach(rows::add);
        run(connection, table, Action.DELETE_ALL, rows);
    }

    void write(Connection connection, ElementTable table, List<Owner> owners) {
        if (table.isOrdered()) {
            writeOrdered(connection, table, owners);
        } else if (table.isKeyed()) {
            writeKeyed(connection, table, owners);
        } else {
            writeUnordered(connection, table, owners);
        }
    }

    private void writeOrdered(Connection connection, ElementTable table, List<Owner> owners) {
        List<Codec> id = table.owner().idCodecs();
        ElementRows tails = new ElementRows(id, List.of(POSITION));
        ElementRows changed = new ElementRows(table.codecs(), id, List.of(POSITION));
        ElementRows added = new ElementRows(id, List.of(POSITION), table.codecs());
        for (Owner owner : owners) {
            List<Object[]> before = elements(table, owner.before());
            List<Object[]> after = elements(table, owner.after());
            for (int i = 0; i < after.size(); i++) {
                Object[] position = {i};
                if (i >= before.size()) {
                    added.add(owner.id(), position, after.get(i));
                } else if (!ElementDiff.same(before.get(i), after.get(i))) {
                    changed.add(after.get(i), owner.id(), position);
                }
            }
            if (before.size() > after.size()) {
                tails.add(owner.id(), new Object[] {after.size()});
            }
        }
        run(connection, table, Action.DELETE_TAIL, tails);
        run(connection, table, Action.UPDATE, changed);
        run(connection, table, Action.INSERT, added);
    }

    private void writeUnordered(Connection connection, ElementTable table, List<Owner> owners) {
        List<Codec> id = table.owner().idCodecs();
        ElementRows emptied = new ElementRows(id);
        ElementRows removed = new ElementRows(id, table.codecs());
        ElementRows added = new ElementRows(id, table.codecs());
        for (Owner owner : owners) {
            List<Object[]> before = elements(table, owner.before());
            List<Object[]> after = elements(table, owner.after());
            ElementDiff.Values diff = ElementDiff.values(before, after);
            if (after.isEmpty() && !before.isEmpty()) {
                emptied.add(owner.id());
            } else {
                diff.removed().forEach(element -> removed.add(owner.id(), element));
            }
            diff.added().forEach(element -> added.add(owner.id(), element));
        }
        run(connection, table, Action.DELETE_ALL, emptied);
        run(connection, table, Action.DELETE, removed);
        run(connection, table, Action.INSERT, added);
    }

    private void writeKeyed(Connection connection, ElementTable table, List<Owner> owners) {
        List<Codec> id = table.owner().idCodecs();
        List<Codec> key = table.codecs().subList(0, 1);
        List<Codec> value = table.codecs().subList(1, table.codecs().size());
        ElementRows emptied = new ElementRows(id);
        ElementRows removed = new ElementRows(id, key);
        ElementRows changed = new ElementRows(value, id, key);
        ElementRows added = new ElementRows(id, table.codecs());
        for (Owner owner : owners) {
            List<Object[]> before = elements(table, owner.before());
            List<Object[]> after = elements(table, owner.after());
            ElementDiff.Entries diff = ElementDiff.entries(before, after);
            if (after.isEmpty() && !before.isEmpty()) {
                emptied.add(owner.id());
            } else {
                diff.removed().forEach(entry -> removed.add(owner.id(), new Object[] {entry[0]}));
            }
            diff.changed()
                    .forEach(entry -> changed.add(
                            Arrays.copyOfRange(entry, 1, entry.length), owner.id(), new Object[] {entry[0]}));
            diff.added().forEach(entry -> added.add(owner.id(), entry));
        }
        run(connection, table, Action.DELETE_ALL, emptied);
        run(connection, table, Action.DELETE_KEY, removed);
        run(connection, table, Action.UPDATE_KEY, changed);
        run(connection, table, Action.INSERT, added);
    }

    // the model says that the value of a collection is a list of rows, which a cast cannot check
    @SuppressWarnings("unchecked")
    private static List<Object[]> elements(ElementTable table, Object @Nullable [] row) {
        Object elements = row == null ? null : row[table.collection().position()];
        return elements == null ? List.of() : (List<Object[]>) elements;
    }

    private void run(Connection connection, ElementTable table, Action action, ElementRows rows) {
        if (rows.size() == 0) {
            return;
        }
        Sql sql = engine.cache().get(new Key(table, action), author(table, action));
        Doing doing = Doing.to(action.what, table.owner().entity(), table.collection(), sql.text());
        runner.run(connection, action.kind, sql, rows, null, doing);
    }

    private Supplier<Sql> author(ElementTable table, Action action) {
        return switch (action) {
            case DELETE_ALL -> () -> author.deleteAll(table);
            case DELETE_TAIL -> () -> author.deleteFromPosition(table);
            case DELETE -> () -> author.deleteElement(table);
            case DELETE_KEY -> () -> author.deleteAtKey(table);
            case UPDATE_KEY -> () -> author.updateAtKey(table);
            case UPDATE -> () -> author.updateAtPosition(table);
            case INSERT -> () -> author.insert(table);
        };
    }

    /** Rows of values that are put together from parts: an id, a position, an element. */
    private static final class ElementRows implements Rows {
        private final List<Codec> codecs = new ArrayList<>();
        private final List<Codec> slots = new ArrayList<>();
        private final List<Object[]> rows = new ArrayList<>();

        @SafeVarargs
        ElementRows(List<Codec>... parts) {
            for (List<Codec> part : parts) {
                codecs.addAll(part);
            }
            for (Codec codec : codecs) {
                slots.add(codec);
                if (codec.offset() != null) {
                    slots.add(codec.offset());
                }
            }
        }

        void add(Object[]... parts) {
            List<@Nullable Object> row = new ArrayList<>(slots.size());
            int value = 0;
            for (Object[] part : parts) {
                for (Object each : part) {
                    for (int width = codecs.get(value++).width(); width > 0; width--) {
                        row.add(each);
                    }
                }
            }
            rows.add(row.toArray());
        }

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public Codec codec(int slot) {
            return slots.get(slot);
        }

        @Override
        public @Nullable Object value(int row, int slot) {
            return rows.get(row)[slot];
        }
    }
}
