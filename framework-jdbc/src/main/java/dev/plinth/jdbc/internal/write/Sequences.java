package dev.plinth.jdbc.internal.write;

import dev.plinth.backend.StatementListener;
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
import org.jooq.impl.DSL;

/** Takes ids from sequences or counters. Neither takes part in transactions, so any connection will do. */
public final class Sequences {
    private final Engine engine;

    /** The sequences of one database. */
    public Sequences(Engine engine) {
        this.engine = engine;
    }

    /** The first id of the next block. */
    public long nextBlock(Connection connection, Generation.Sequence sequence) {
        return engine.dialect().hasSequences() ? next(connection, sequence) : count(connection, sequence);
    }

    private long count(Connection connection, Generation.Sequence sequence) {
        Counters counters = engine.dialect().counters();
        Sql sql = engine.cache()
                .get(
                        sequence,
                        () -> engine.author()
                                .render(counters.next(engine.author().dsl(), sequence)));
        try (PreparedStatement statement = engine.prepare(connection, sql, counters.generatedId())) {
            long first = counters.next(statement, sequence);
            engine.listener().sent(StatementListener.Kind.OTHER, 1, false);
            return first;
        } catch (SQLException e) {
            throw engine.errors()
                    .translate(e, Doing.to("taking ids from the counter '" + sequence.name() + "'", sql.text()));
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
