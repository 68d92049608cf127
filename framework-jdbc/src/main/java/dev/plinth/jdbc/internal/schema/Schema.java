package dev.plinth.jdbc.internal.schema;

import dev.plinth.backend.StatementListener;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Creates and drops what a model needs. Thread-safe. */
public final class Schema {
    private final Engine engine;
    private final SchemaAuthor author;

    /** The schema of one database. */
    public Schema(Engine engine) {
        this.engine = engine;
        this.author = new SchemaAuthor(engine.author(), engine.dialect());
    }

    /** Creates what does not exist yet. */
    public void create(Connection connection, Tables tables) {
        run(connection, "creating the schema", author.create(tables));
    }

    /** Drops what exists. */
    public void drop(Connection connection, Tables tables) {
        run(connection, "dropping the schema", author.drop(tables));
    }

    private void run(Connection connection, String what, List<String> statements) {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                engine.listener().sent(StatementListener.Kind.OTHER, 0, false);
            } catch (SQLException e) {
                throw engine.errors().translate(e, Doing.to(what, sql));
            }
        }
    }
}
