package dev.plinth.jdbc.internal.query;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Query;
import dev.plinth.backend.StatementListener;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.fit.Fit;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.Sql;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads rows. Thread-safe; each connection is used by one thread. */
public final class Queries {
    private final Engine engine;
    private final SelectAuthor author;
    private final ElementLoader elements;

    /** Queries on one database. */
    public Queries(Engine engine) {
        this.engine = engine;
        this.author = new SelectAuthor(engine.author(), engine.dialect());
        this.elements = new ElementLoader(engine, author);
    }

    private record KeysKey(EntityTable table, int keys, boolean lock) {}

    /** Reads the rows of a query; the caller closes the cursor. */
    public JdbcCursor find(Connection connection, EntityTable table, Query query) {
        return find(connection, table, query, false);
    }

    /** Reads the rows of a query, of which few are held at a time. */
    public JdbcCursor stream(Connection connection, EntityTable table, Query query) {
        return find(connection, table, query, true);
    }

    private JdbcCursor find(Connection connection, EntityTable table, Query query, boolean stream) {
        Dialect dialect = engine.dialect();
        Shape shape = Shape.ofFind(table, dialect, query);
        Sql sql = engine.cache().get(shape.key("find"), () -> author.find(table, query));
        try (Dialect.KeptResults kept = stream ? dialect.keepResults(connection, sql) : null) {
            int fetchSize =
                    kept == null ? dialect.fetchSize(table.readElements().isEmpty()) : ElementLoader.WINDOW;
            boolean alone = kept == null && dialect.readsAlone();
            return open(connection, table, sql, shape.binds(), fetchSize, alone);
        } catch (SQLException e) {
            throw engine.errors().translate(e, Doing.to("reading", table.entity(), sql.text()));
        }
    }

    private JdbcCursor open(
            Connection connection, EntityTable table, Sql sql, Binds binds, int fetchSize, boolean alone)
            throws SQLException {
        PreparedStatement statement = engine.prepare(connection, sql, null);
        try {
            statement.setFetchSize(fetchSize);
            binds.set(statement, sql);
            ResultSet result = statement.executeQuery();
            Fit fit = engine.fits().of(table, result);
            return new JdbcCursor(
                    engine, elements, connection, table, fit.readers(), statement, result, sql.text(), alone);
        } catch (SQLException | RuntimeException e) {
            try (statement) {
                throw e;
            }
        }
    }

    /** Reads rows by id. */
    public List<Object[]> findByKeys(Connection connection, EntityTable table, List<EntityKey> keys, boolean lock) {
        List<Object[]> rows = new ArrayList<>(keys.size());
        int together = ElementLoader.window(table);
        for (int from = 0; from < keys.size(); from += together) {
            int to = Math.min(keys.size(), from + together);
            List<Object[]> window = byKeys(connection, table, keys.subList(from, to), lock);
            elements.load(connection, table, window);
            rows.addAll(window);
        }
        return rows;
    }

    private List<Object[]> byKeys(Connection connection, EntityTable table, List<EntityKey> keys, boolean lock) {
        int count = Padding.padded(keys.size());
        Sql sql = engine.cache().get(new KeysKey(table, count, lock), () -> author.byKeys(table, count, lock));
        try (PreparedStatement statement = engine.prepare(connection, sql, null)) {
            bind(table, keys, count).set(statement, sql);
            List<Object[]> rows = new ArrayList<>(keys.size());
            try (ResultSet result = statement.executeQuery()) {
                Fit fit = engine.fits().of(table, result);
                while (result.next()) {
                    rows.add(Reading.row(
                            result,
                            1,
                            fit.readers(),
                            table.entity().width(),
                            table.entity().name(),
                            table.entity().columns()));
                }
            }
            engine.listener().sent(StatementListener.Kind.SELECT, rows.size(), false);
            return rows;
        } catch (SQLException e) {
            throw engine.errors().translate(e, Doing.to("reading", table.entity(), sql.text()));
        }
    }

    private static Binds bind(EntityTable table, List<EntityKey> keys, int count) {
        List<Codec> codecs = table.idCodecs();
        Binds binds = new Binds();
        for (int i = 0; i < count; i++) {
            List<?> values = keys.get(Math.min(i, keys.size() - 1)).values();
            for (int j = 0; j < codecs.size(); j++) {
                binds.add(codecs.get(j), values.get(j));
            }
        }
        return binds;
    }

    /** Reads links, by the ids of their owners. */
    public Map<EntityKey, List<Object[]>> findLinks(
            Connection connection, EntityTable table, CollectionModel links, List<EntityKey> owners) {
        return elements.find(connection, table.elements(links), owners);
    }

    /** Counts the rows of a query. */
    public long count(Connection connection, EntityTable table, Query query) {
        Shape shape = Shape.ofCount(table, engine.dialect(), query);
        Sql sql = engine.cache().get(shape.key("count"), () -> author.count(table, query));
        try (PreparedStatement statement = engine.prepare(connection, sql, null)) {
            shape.binds().set(statement, sql);
            long count;
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                count = result.getLong(1);
            }
            engine.listener().sent(StatementListener.Kind.SELECT, 1, false);
            // a comparison with a column of another type may find nothing without a word
            if (!query.condition().equals(Condition.ALWAYS)) {
                engine.fits().afterUse(table, connection);
            }
            return count;
        } catch (SQLException e) {
            throw engine.errors().translate(e, Doing.to("counting", table.entity(), sql.text()));
        }
    }
}
