package dev.plinth.jdbc.internal.schema;

import dev.plinth.backend.StatementListener;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.jdbc.internal.sql.Tables;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.TableName;
import dev.plinth.schema.SchemaDifference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

    /** What {@link #create} runs, each statement ended by a semicolon. */
    public String script(Tables tables) {
        return author.create(tables).stream().map(sql -> sql + ";\n").collect(Collectors.joining());
    }

    /** What the database lacks. */
    public List<SchemaDifference> validate(Connection connection, Tables tables) {
        List<SchemaDifference> found = new ArrayList<>();
        for (EntityTable table : tables.all()) {
            TableName name = table.entity().table();
            try (ResultSet result =
                    connection.getMetaData().getTables(name.catalog(), name.schema(), name.name(), null)) {
                if (!result.next()) {
                    found.add(new SchemaDifference(
                            SchemaDifference.Kind.TABLE_MISSING,
                            SchemaDifference.Severity.ERROR,
                            table.entity().name(),
                            null,
                            name.toString(),
                            null,
                            "the table \"" + name + "\" does not exist. Call plinth.schema().create()",
                            List.of()));
                }
            } catch (SQLException e) {
                throw engine.errors().translate(e, Doing.to("reading the catalog", ""));
            }
        }
        return found;
    }

    /** Drops what exists. */
    public void drop(Connection connection, Tables tables) {
        run(connection, "dropping the schema", author.drop(tables));
    }

    /** The type of a column, as in a statement that creates its table. */
    public String columnType(ColumnModel column) {
        return author.columnType(column);
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
