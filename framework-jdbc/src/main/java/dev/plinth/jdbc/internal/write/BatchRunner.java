package dev.plinth.jdbc.internal.write;

import dev.plinth.backend.StatementListener;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.ErrorCode;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.Sql;
import dev.plinth.jdbc.internal.type.Codec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends one statement with many rows of values: a plain update for one row, JDBC batches for more. */
final class BatchRunner {
    private static final int LARGEST = 1000;

    private final Engine engine;

    BatchRunner(Engine engine) {
        this.engine = engine;
    }

    /**
     * The ids that the database sets.
     *
     * @param column the column
     * @param codec how it is read
     */
    record Generated(String column, Codec codec) {}

    /**
     * The outcome.
     *
     * @param counts the number of rows that each row of values wrote, as the driver tells
     * @param ids the ids that the database set
     */
    record Outcome(int[] counts, List<Object> ids) {
        /** The rows of values that found no row to write. */
        List<Integer> missed(Doing doing) {
            List<Integer> missed = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == Statement.SUCCESS_NO_INFO) {
                    throw new DatabaseException(
                            ErrorCode.DATABASE,
                            "the JDBC driver does not tell how many rows each statement of a batch changed, so that lost"
                                    + " updates cannot be found. Turn off the driver's option that rewrites batches. The"
                                    + " statement was: " + doing.sql(),
                            null);
                }
                if (counts[i] == 0) {
                    missed.add(i);
                }
            }
            return missed;
        }
    }

    Outcome run(
            Connection connection,
            StatementListener.Kind kind,
            Sql sql,
            Rows rows,
            @Nullable Generated generated,
            Doing doing) {
        int[] counts = new int[rows.size()];
        List<Object> ids = new ArrayList<>(generated == null ? 0 : rows.size());
        int step = generated == null || engine.dialect().tellsIdsOfBatches() ? LARGEST : 1;
        try (PreparedStatement statement =
                engine.prepare(connection, sql, generated == null ? null : generated.column())) {
            for (int from = 0; from < rows.size(); from += LARGEST) {
                int to = Math.min(rows.size(), from + LARGEST);
                for (int row = from; row < to; row += step) {
                    send(statement, sql, rows, row, Math.min(row + step, to), counts);
                    if (generated != null) {
                        readIds(statement, generated.codec(), ids);
                    }
                }
                engine.listener().sent(kind, to - from, to - from > 1);
            }
        } catch (SQLException e) {
            throw engine.errors().translate(e, doing, connection);
        }
        if (generated != null && ids.size() != rows.size()) {
            throw new DatabaseException(
                    ErrorCode.DATABASE,
                    "while " + doing.what() + " " + rows.size() + " rows, the database told " + ids.size()
                            + " ids. Check that the column '" + generated.column() + "' is an identity column",
                    null);
        }
        return new Outcome(counts, ids);
    }

    private static void send(PreparedStatement statement, Sql sql, Rows rows, int from, int to, int[] counts)
            throws SQLException {
        if (to - from == 1) {
            bind(statement, sql, rows, from);
            counts[from] = statement.executeUpdate();
            return;
        }
        for (int row = from; row < to; row++) {
            bind(statement, sql, rows, row);
            statement.addBatch();
        }
        int[] sent = statement.executeBatch();
        System.arraycopy(sent, 0, counts, from, sent.length);
    }

    private static void bind(PreparedStatement statement, Sql sql, Rows rows, int row) throws SQLException {
        int index = 1;
        for (int slot : sql.slots()) {
            rows.codec(slot).set(statement, index++, rows.value(row, slot));
        }
    }

    private static void readIds(PreparedStatement statement, Codec codec, List<Object> ids) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            while (keys.next()) {
                Object id = codec.get(keys, 1);
                if (id != null) {
                    ids.add(id);
                }
            }
        }
    }
}
