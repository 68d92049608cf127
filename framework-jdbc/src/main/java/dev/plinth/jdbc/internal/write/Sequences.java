package dev.plinth.jdbc.internal.write;

import dev.plinth.backend.StatementListener;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.ErrorCode;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.sql.Counters;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.Sql;
import dev.plinth.model.Generation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.impl.DSL;

/**
 * Takes ids from sequences. A sequence does not take part in transactions, so any connection will do. A counter does,
 * when a session has already written: what it gave is remembered, so that a rollback does not give it again.
 */
public final class Sequences {
    private final Engine engine;
    private final Map<Generation.Sequence, Long> given = new ConcurrentHashMap<>();

    /** The sequences of one database. */
    public Sequences(Engine engine) {
        this.engine = engine;
    }

    /** The first id of the next block. */
    public long nextBlock(Connection connection, Generation.Sequence sequence) {
        return engine.dialect().hasSequences() ? next(connection, sequence) : count(connection, sequence);
    }

    private long count(Connection connection, Generation.Sequence sequence) {
        Sql sql = engine.cache()
                .get(
                        sequence,
                        () -> engine.author()
                                .render(Counters.next(engine.author().dsl(), sequence)));
        Doing doing = Doing.to("taking ids from the counter '" + sequence.name() + "'", sql.text());
        try (PreparedStatement statement = engine.prepare(connection, sql, null)) {
            statement.setLong(1, given.getOrDefault(sequence, Long.MIN_VALUE));
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new DatabaseException(
                            ErrorCode.DATABASE,
                            "the table '" + sequence.name()
                                    + "', whose only row counts ids, is empty. Insert a row with"
                                    + " the next id, or drop the table and create it with plinth.schema().create()",
                            null);
                }
                long first = result.getLong(1);
                result.next(); // to the end, where the engine commits
                engine.listener().sent(StatementListener.Kind.OTHER, 1, false);
                given.merge(sequence, first + sequence.allocationSize(), Math::max);
                return first;
            }
        } catch (SQLException e) {
            throw engine.errors().translate(e, doing);
        }
    }

    private long next(Connection connection, Generation.Sequence sequence) {
        Sql sql = engine.cache().get(sequence, () -> author(sequence));
        try (PreparedStatement statement = engine.prepare(connection, sql, null);
                ResultSet result = statement.executeQuery()) {
            result.next();
            engine.listener().sent(StatementListener.Kind.OTHER, 1, false);
            return result.getLong(1);
        } catch (SQLException e) {
            throw engine.errors()
                    .translate(e, Doing.to("taking ids from the sequence '" + sequence.name() + "'", sql.text()));
        }
    }

    private Sql author(Generation.Sequence sequence) {
        return engine.author()
                .render(engine.author()
                        .dsl()
                        .select(DSL.sequence(EntityTable.name(sequence.name()), Long.class)
                                .nextval()));
    }
}
