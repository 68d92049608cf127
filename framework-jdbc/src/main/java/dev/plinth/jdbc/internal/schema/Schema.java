package dev.plinth.jdbc.internal.schema;

import dev.plinth.backend.StatementListener;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.Tables;
import dev.plinth.model.ColumnModel;
import dev.plinth.schema.SchemaDifference;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Creates, compares and drops what a model needs. Thread-safe. */
public final class Schema {
    private static final String CREATING = "creating the schema";
    private static final String DROPPING = "dropping the schema";

    private final Engine engine;
    private final Designer designer;
    private final SchemaAuthor author;

    /** The schema of one database. */
    public Schema(Engine engine) {
        this.engine = engine;
        this.designer = new Designer(engine.dialect(), engine.author());
        this.author = new SchemaAuthor(engine.author(), engine.dialect());
    }

    /** Creates what does not exist yet. */
    public void create(Connection connection, Tables tables) {
        Set<String> elsewhere = foundElsewhere(connection);
        run(connection, CREATING, author.createSurroundings(tables, elsewhere));
        List<TableDesign> designs = designer.designs(tables);
        for (TableDesign design : designs) {
            boolean there = SchemaAuthor.isIn(elsewhere, design.name());
            boolean told = run(connection, CREATING, there ? author.createKeys(design) : author.createTable(design));
            // the table is there with some of its keys, each of which is refused where it is one of them
            if (told && !engine.dialect().createsIndexesWhereMissing()) {
                run(connection, CREATING, author.createKeys(design));
            }
        }
        run(connection, CREATING, new Circles(engine, author, designs).closing(connection));
    }

    private Set<String> foundElsewhere(Connection connection) {
        try {
            return engine.dialect().schema().foundElsewhere(connection);
        } catch (SQLException e) {
            throw engine.errors().translate(e, Doing.to("reading the catalog", ""));
        }
    }

    /** What {@link #create} runs, each statement ended by a semicolon. */
    public String script(Tables tables) {
        List<String> statements = new SchemaAuthor(engine.author().forPeople(), engine.dialect())
                .create(tables, designer.designs(tables));
        return statements.isEmpty()
                ? "-- The model needs no tables.\n"
                : statements.stream().map(sql -> sql + ";\n").collect(Collectors.joining());
    }

    /** What differs from the model. */
    public List<SchemaDifference> validate(Connection connection, Tables tables) {
        try {
            List<TableDesign> designs = new ArrayList<>(designer.designs(tables));
            designs.addAll(designer.readOnly(tables));
            return new Comparison(engine.dialect(), engine.author(), connection).differences(tables, designs);
        } catch (SQLException e) {
            throw engine.errors().translate(e, Doing.to("reading the catalog", ""));
        }
    }

    /** Drops what exists. */
    public void drop(Connection connection, Tables tables) {
        List<TableDesign> designs = new ArrayList<>(designer.designs(tables));
        run(connection, DROPPING, new Circles(engine, author, designs).opening(connection));
        // each before what it refers to
        Collections.reverse(designs);
        Referrers referrers = new Referrers(engine, connection, designs);
        for (TableDesign design : designs) {
            String sql = author.drop(design);
            try {
                execute(connection, sql);
            } catch (SQLException e) {
                throw referrers.explain(e, design, Doing.to(DROPPING, sql));
            }
        }
        run(connection, DROPPING, author.dropSequences(tables));
    }

    /** The type of a column, as in a statement that creates its table. */
    public String columnType(ColumnModel column) {
        return author.columnType(column);
    }

    /** Tells whether the engine has told something of a statement, such as that it found nothing to do. */
    private boolean run(Connection connection, String what, List<String> statements) {
        boolean told = false;
        for (String sql : statements) {
            try {
                told |= execute(connection, sql);
            } catch (SQLException e) {
                if (!engine.dialect().errors().isAlreadyThere(e)) {
                    throw engine.errors().translate(e, Doing.to(what, sql));
                }
            }
        }
        return told;
    }

    private boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            engine.listener().sent(StatementListener.Kind.OTHER, 0, false);
            return statement.getWarnings() != null;
        }
    }
}
