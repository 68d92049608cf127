package dev.plinth.jdbc.internal.query;

import dev.plinth.backend.StatementListener;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.sql.ElementTable;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.Sql;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads the element collections of rows: one query per collection for a whole window of rows. */
final class ElementLoader {
    /** The most rows whose elements are loaded by one query. */
    static final int WINDOW = 512;

    private final Engine engine;
    private final SelectAuthor author;

    ElementLoader(Engine engine, SelectAuthor author) {
        this.engine = engine;
        this.author = author;
    }

    private record Key(ElementTable table, int owners) {}

    /** Puts the elements into the rows, which are at most {@link #WINDOW}. */
    void load(Connection connection, EntityTable table, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            table.elements().forEach(elements -> load(connection, elements, rows));
        }
    }

    private void load(Connection connection, ElementTable table, List<Object[]> rows) {
        Map<Object, List<Object[]>> byOwner = new HashMap<>(rows.size() * 2);
        for (Object[] row : rows) {
            List<Object[]> elements = new ArrayList<>();
            row[table.collection().position()] = elements;
            byOwner.put(owner(table, row), elements);
        }
        int owners = Padding.padded(rows.size());
        Sql sql = engine.cache().get(new Key(table, owners), () -> author.elements(table, owners));
        try (PreparedStatement statement = engine.prepare(connection, sql, null)) {
            bind(table, rows, owners).set(statement, sql);
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

    private static Binds bind(ElementTable table, List<Object[]> rows, int owners) {
        List<ColumnModel> id = table.owner().entity().id().columns();
        List<Codec> codecs = table.owner().idCodecs();
        Binds binds = new Binds();
        for (int i = 0; i < owners; i++) {
            Object[] row = rows.get(Math.min(i, rows.size() - 1));
            for (int j = 0; j < id.size(); j++) {
                binds.add(codecs.get(j), row[id.get(j).position()]);
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
            Object owner = key(Reading.row(
                    result,
                    1,
                    idCodecs,
                    idCodecs.size(),
                    entity.name(),
                    entity.id().columns()));
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

    private static Object owner(ElementTable table, Object[] row) {
        List<ColumnModel> id = table.owner().entity().id().columns();
        Object[] values = new Object[id.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row[id.get(i).position()];
        }
        return key(values);
    }

    private static Object key(Object[] values) {
        if (values.length == 1) {
            return comparable(values[0]);
        }
        List<Object> key = new ArrayList<>(values.length);
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
