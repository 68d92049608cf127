package dev.plinth.jdbc.internal.sql;

import dev.plinth.jdbc.internal.fit.Fit;
import dev.plinth.jdbc.internal.fit.Found;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How tables fit the model, each looked at once: by the first result that is read from it, or by an empty one before the
 * first write, so that own tables cost nothing after that. Thread-safe.
 */
public final class Fits {
    private static final Logger LOG = LoggerFactory.getLogger(Fits.class);

    private final Dialect dialect;
    private final SqlAuthor author;
    private final Map<Object, Fit> known = new ConcurrentHashMap<>();

    Fits(Dialect dialect, SqlAuthor author) {
        this.dialect = dialect;
        this.author = author;
    }

    private record Part(
            Object key,
            Fit.Names names,
            String name,
            Table<Record> table,
            List<Field<Object>> fields,
            List<ColumnModel> columns,
            List<Codec> codecs,
            List<PartTable> spread) {
        static Part of(EntityTable table) {
            return new Part(
                    table,
                    new Fit.Names(table.entity().name(), null),
                    table.entity().table().name(),
                    table.aliased(),
                    table.aliasedFields(),
                    table.entity().columns(),
                    table.codecs(),
                    table.parts());
        }

        static Part of(ElementTable table) {
            return new Part(
                    table,
                    new Fit.Names(
                            table.owner().entity().name(), table.collection().path()),
                    table.collection().table().name(),
                    table.aliased(),
                    table.aliasedFields(),
                    table.collection().columns(),
                    table.codecs(),
                    List.of());
        }
    }

    /** By a result that has all columns of a table. */
    public Fit of(EntityTable table, ResultSet result) throws SQLException {
        Fit fit = known.get(table);
        return fit == null ? compare(Part.of(table), result, 1) : fit;
    }

    /** By a result that has all columns of a table of elements, after some others. */
    public Fit of(ElementTable table, ResultSet result, int firstColumn) throws SQLException {
        Fit fit = known.get(table);
        return fit == null ? compare(Part.of(table), result, firstColumn) : fit;
    }

    /** After a table was used whose columns are in no result. */
    public void afterUse(EntityTable table, Connection connection) throws SQLException {
        if (!known.containsKey(table)) {
            ask(Part.of(table), connection);
        }
    }

    /** Before a table is written. Null where the database does not tell. */
    public @Nullable Fit of(EntityTable table, Connection connection) throws SQLException {
        Fit fit = known.get(table);
        return fit == null ? tryToAsk(Part.of(table), connection) : fit;
    }

    /** Before a table of elements is written. Null where the database does not tell. */
    public @Nullable Fit of(ElementTable table, Connection connection) throws SQLException {
        Fit fit = known.get(table);
        return fit == null ? tryToAsk(Part.of(table), connection) : fit;
    }

    /** Forgets everything, because tables may be others. */
    public void forget() {
        known.clear();
    }

    // where the table is missing or may not be read, the statement itself is to say so, in a transaction that goes on
    private @Nullable Fit tryToAsk(Part part, Connection connection) throws SQLException {
        Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
        Fit fit;
        try {
            fit = ask(part, connection);
        } catch (SQLException e) {
            LOG.debug("The columns of a table are not known before it is written", e);
            if (before != null) {
                connection.rollback(before);
            }
            return null;
        }
        if (before != null) {
            connection.releaseSavepoint(before);
        }
        return fit;
    }

    private Fit ask(Part part, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet nothing = statement.executeQuery(author.renderInlined(
                        author.dsl().select(part.fields()).from(part.table()).where(DSL.falseCondition())))) {
            return compare(part, nothing, 1);
        }
    }

    private List<Found> found(Part part, ResultSet result, List<Found> told) throws SQLException {
        if (part.spread().isEmpty()) {
            return dialect.found(result, part.name(), part.columns(), told);
        }
        List<Found> all = new ArrayList<>(told);
        for (PartTable table : part.spread()) {
            List<Integer> places =
                    table.columns().stream().map(part.columns()::indexOf).toList();
            List<Found> found = dialect.found(
                    result,
                    table.member().table().name(),
                    table.columns(),
                    places.stream().map(told::get).toList());
            for (int i = 0; i < places.size(); i++) {
                all.set(places.get(i), found.get(i));
            }
        }
        return all;
    }

    private Fit compare(Part part, ResultSet result, int firstColumn) throws SQLException {
        List<Found> found = new ArrayList<>();
        int index = firstColumn;
        for (int i = 0; i < part.columns().size(); i++) {
            found.add(Found.of(result.getMetaData(), index));
            index += part.codecs().get(i).width();
        }
        Fit fit = new Fit(part.names(), part.columns(), part.codecs(), found(part, result, found), dialect.fit());
        known.put(part.key(), fit);
        return fit;
    }
}
