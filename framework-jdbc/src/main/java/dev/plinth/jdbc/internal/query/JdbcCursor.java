package dev.plinth.jdbc.internal.query;

import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StatementListener;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.type.Codec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The rows of a query. Where the entity has element collections, it reads ahead by a window to load them together. */
public final class JdbcCursor implements RowCursor {
    private final Engine engine;
    private final ElementLoader elements;
    private final Connection connection;
    private final EntityTable table;
    private final List<Codec> readers;
    private final PreparedStatement statement;
    private final ResultSet result;
    private final String sql;
    private final boolean alone;
    private final Queue<Object[]> window = new ArrayDeque<>();
    private long rows;
    private boolean closed;

    JdbcCursor(
            Engine engine,
            ElementLoader elements,
            Connection connection,
            EntityTable table,
            List<Codec> readers,
            PreparedStatement statement,
            ResultSet result,
            String sql,
            boolean alone) {
        this.engine = engine;
        this.elements = elements;
        this.connection = connection;
        this.table = table;
        this.readers = readers;
        this.statement = statement;
        this.result = result;
        this.sql = sql;
        this.alone = alone;
    }

    @Override
    public Object @Nullable [] next() {
        if (table.readElements().isEmpty()) {
            return window.isEmpty() ? read() : window.poll();
        }
        if (window.isEmpty()) {
            fill();
        }
        return window.poll();
    }

    /** Whether it keeps the connection from other statements. */
    public boolean readsAlone() {
        return alone;
    }

    /** Reads what is left, so that the connection is free for other statements. */
    public void readAll() {
        if (table.readElements().isEmpty()) {
            for (Object[] row = read(); row != null; row = read()) {
                window.add(row);
            }
        }
    }

    private void fill() {
        List<Object[]> rows = new ArrayList<>();
        while (rows.size() < ElementLoader.WINDOW) {
            Object[] row = read();
            if (row == null) {
                break;
            }
            rows.add(row);
        }
        elements.load(connection, table, rows);
        window.addAll(rows);
    }

    private Object @Nullable [] read() {
        if (closed) {
            return null;
        }
        try {
            if (result.next()) {
                rows++;
                return Reading.row(
                        result,
                        1,
                        readers,
                        table.entity().width(),
                        table.entity().name(),
                        table.entity().columns());
            }
        } catch (SQLException e) {
            throw engine.errors().translate(e, Doing.to("reading", table.entity(), sql));
        }
        release();
        return null;
    }

    @Override
    public void close() {
        window.clear();
        release();
    }

    private void release() {
        if (closed) {
            return;
        }
        closed = true;
        engine.listener().sent(StatementListener.Kind.SELECT, rows, false);
        try (statement;
                result) {
            // both are closed, also if the first fails
        } catch (SQLException e) {
            throw engine.errors().translate(e, Doing.to("reading", table.entity(), sql));
        }
    }
}
