package dev.plinth.jdbc.internal.session;

import dev.plinth.backend.Capability;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.Store;
import dev.plinth.backend.StoreSession;
import dev.plinth.error.ConnectionException;
import dev.plinth.error.Problem;
import dev.plinth.jdbc.internal.engine.Dialects;
import dev.plinth.jdbc.internal.error.Doing;
import dev.plinth.jdbc.internal.error.Referrals;
import dev.plinth.jdbc.internal.query.Queries;
import dev.plinth.jdbc.internal.schema.Schema;
import dev.plinth.jdbc.internal.sql.Catalogs;
import dev.plinth.jdbc.internal.sql.ConstraintNames;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.Engine;
import dev.plinth.jdbc.internal.sql.Options;
import dev.plinth.jdbc.internal.sql.SpreadProblems;
import dev.plinth.jdbc.internal.sql.Tables;
import dev.plinth.jdbc.internal.write.Sequences;
import dev.plinth.jdbc.internal.write.Writes;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import dev.plinth.schema.SchemaDifference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A connected SQL database. */
public final class JdbcStore implements Store {
    private final Connections connections;
    private final String name;
    private final @Nullable String catalog;
    private final Engine engine;
    private final Queries queries;
    private final Writes writes;
    private final Sequences sequences;
    private final Schema schema;
    private final SchemaChanges changes;
    private volatile @Nullable Tables tables;

    private JdbcStore(Connections connections, String name, @Nullable String catalog, Engine engine) {
        this.connections = connections;
        this.name = name;
        this.catalog = catalog;
        this.engine = engine;
        this.queries = new Queries(engine);
        this.writes = new Writes(engine, queries);
        this.sequences = new Sequences(engine);
        this.schema = new Schema(engine);
        this.changes = new SchemaChanges(connections, engine);
    }

    /** Finds out which engine it is; where it is none that Plinth knows, the connections are closed again. */
    public static JdbcStore connect(Connections connections, Options options, StatementListener listener) {
        try (Connection connection = connections.take()) {
            Dialect dialect = Dialects.of(connection);
            return new JdbcStore(
                    connections,
                    Dialects.nameOf(connection),
                    connection.getCatalog(),
                    Engine.of(dialect, options, listener));
        } catch (SQLException e) {
            connections.close();
            throw new ConnectionException(
                    "the database did not tell its name and version: " + e.getMessage() + ". Check the connection", e);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.copyOf(engine.dialect().capabilities());
        capabilities.add(Capability.DATABASE_VALUES);
        return capabilities;
    }

    @Override
    public int secondPrecision() {
        return 6;
    }

    @Override
    public List<Problem> prepare(Model model) {
        tables = new Tables(model, engine.dialect());
        engine.errors().know(Referrals.of(model, ConstraintNames::toTarget));
        return model.entities().stream()
                .flatMap(entity -> Stream.of(
                                engine.dialect().problems(entity),
                                unreachable(entity),
                                SpreadProblems.of(tables().of(entity)))
                        .flatMap(List::stream))
                .toList();
    }

    private List<Problem> unreachable(EntityModel entity) {
        return catalog == null || engine.dialect().schema().reachesOtherCatalogs()
                ? List.of()
                : Catalogs.unreachable(entity, catalog);
    }

    private Tables tables() {
        Tables prepared = tables;
        if (prepared == null) {
            throw new IllegalStateException("The store has not been prepared for a model");
        }
        return prepared;
    }

    @Override
    public @Nullable ValueCheck check(ColumnModel column) {
        return engine.dialect().check(column);
    }

    @Override
    public String columnType(ColumnModel column) {
        return schema.columnType(column);
    }

    @Override
    public StoreSession open(boolean readOnly) {
        Transaction transaction = new Transaction(connections, engine, readOnly);
        return new JdbcSession(tables(), transaction, queries, writes, sequences);
    }

    @Override
    public void createSchema() {
        changes.run("creating the schema", connection -> schema.create(connection, tables()));
        engine.fits().forget();
    }

    @Override
    public String schemaScript() {
        return schema.script(tables());
    }

    @Override
    public List<SchemaDifference> validateSchema() {
        try (Lease lease = Lease.take(connections, engine, true, false, -1)) {
            return schema.validate(lease.connection(), tables());
        } catch (SQLException e) {
            throw engine.errors().translate(e, Doing.to("preparing a connection", "set autocommit"));
        }
    }

    @Override
    public void dropSchema() {
        changes.run("dropping the schema", connection -> schema.drop(connection, tables()));
        engine.fits().forget();
    }

    @Override
    public void close() {
        connections.close();
    }
}
