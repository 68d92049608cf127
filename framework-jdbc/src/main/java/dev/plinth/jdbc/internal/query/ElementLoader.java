package dev.plinth.jdbc.internal.query;

import dev.plinth.backend.StatementListener;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.sql.ElementTable;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.Sql;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads the element collections and links of rows: one query per collection for a whole window of rows. */
final class ElementLoader {
    /** The most rows whose elements are loaded by one query. */
    static final int WINDOW = 512;
    // a group of rows that are loaded together, or whose links are asked for, has so many
    private static final int LARGE_WINDOW = 1000;

    private final Engine engine;
    private final SelectAuthor author;

    ElementLoader(Engine engine, SelectAuthor author) {
        this.engine = engine;
        this.author = author;
    }

    /** How many rows of a table are read together. */
    static int window(EntityTable table) {
        return table.readElements().isEmpty() ? LARGE_WINDOW : WINDOW;
    }

    private record Key(ElementTable table, int owners) {}

    /** Puts the elements into the rows, which are at most {@link #WINDOW}. */
    void load(Connection connection, EntityTable table, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            table.readElements().forEach(elements -> load(connection, elements, rows));
        }
    }

    private void load(Connection connection, ElementTable table, List<Object[]> rows) {
        Map<Object, List<Object[]>> byOwner = new HashMap<>(rows.size() * 2);
        List<List<?>> ids = new ArrayList<>(rows.size());
        for (Object[] row : rows) {
            List<Object[]> elements = new ArrayList<>();
            row[table.collection().position()] = elements;
            List<?> id = id(table, row);
            ids.add(id);
            byOwner.put(key(id), elements);
        }
        load(connection, table, ids, byOwner);
    }

    /** The elements of owners, as many as there may be; those of an owner that has none, or does not exist, are an empty list. */
    Map<EntityKey, List<Object[]>> find(Connection connection, ElementTable table, List<EntityKey> owners) {
        Map<EntityKey, List<Object[]>> found = new HashMap<>(owners.size() * 2);
        for (int from = 0; from < owners.size(); from += LARGE_WINDOW) {
            List<EntityKey> window = owners.subList(from, Math.min(owners.size(), from + LARGE_WINDOW));
            Map<Object, List<Object[]>> byOwner = new HashMap<>(window.size() * 2);
            List<List<?>> ids = new ArrayList<>(window.size());
            for (EntityKey owner : window) {
                List<Object[]> elements = new ArrayList<>();
                found.put(owner, elements);
                ids.add(owner.values());
                byOwner.put(key(owner.values()), elements);
            }
            load(connection, table, ids, byOwner);
        }
        return found;
    }

    private void load(
            Connection connection, ElementTable table, List<List<?>> ids, Map<Object, List<Object[]>> byOwner) {
        int owners = Padding.padded(ids.size());
        Sql sql = engine.cache().get(new Key(table, owners), () -> author.elements(table, owners));
        try (PreparedStatement statement = engine.prepare(connection, sql, null)) {
            bind(table, ids, owners).set(statement, sql);
            try (ResultSet result = statement.executeQuery()) {
                List<Codec> readers = engine.fits()
                        .of(table, result, 1 + table.owner().idCodecs().size())
                        .readers();
                long count = read(table, readers, result, byOwner);
                engine.listener().sent(StatementListener.Kind.SELECT, count, false);
            }
        } catch (SQLException e) {
            Doing doing = Doing.to("reading", table.owner().entity(), table.collection(), sql.text());
            throw engine.errors().translate(e, doing);
        }
    }

    private static Binds bind(ElementTable table, List<List<?>> ids, int owners) {
        List<Codec> codecs = table.owner().idCodecs();
        Binds binds = new Binds();
        for (int i = 0; i < owners; i++) {
            List<?> id = ids.get(Math.min(i, ids.size() - 1));
            for (int j = 0; j < codecs.size(); j++) {
                binds.add(codecs.get(j), id.get(j));
            }
        }
        return binds;
    }

    private static long read(
            ElementTable table, List<Codec> readers, ResultSet result, Map<Object, List<Object[]>> byOwner)
            throws SQLException {
        EntityModel entity = table.owner().entity();
        List<Codec> idCodecs = table.owner().idCodecs();
        long count = 0;
        while (result.next()) {
            count++;
            Object owner = key(Arrays.asList(Reading.row(
                    result,
                    1,
                    idCodecs,
                    idCodecs.size(),
                    entity.name(),
                    entity.id().columns())));
            List<Object[]> elements = byOwner.get(owner);
            if (elements != null) {
                elements.add(Reading.row(
                        result,
                        1 + idCodecs.size(),
                        readers,
                        readers.size(),
                        entity.name() + "." + table.collection().path(),
                        table.collection().columns()));
            }
        }
        return count;
    }

    private static List<?> id(ElementTable table, Object[] row) {
        return table.owner().entity().id().columns().stream()
                .map(column -> row[column.position()])
                .toList();
    }

    private static Object key(List<?> values) {
        if (values.size() == 1) {
            return comparable(values.get(0));
        }
        List<Object> key = new ArrayList<>(values.size());
        for (Object value : values) {
            key.add(comparable(value));
        }
        return key;
    }

    // equal in the database, equal as a key
    private static Object comparable(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }
}
