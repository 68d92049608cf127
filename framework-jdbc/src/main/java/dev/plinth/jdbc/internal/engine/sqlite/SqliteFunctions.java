package dev.plinth.jdbc.internal.engine.sqlite;

import dev.plinth.model.Values;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** What Plinth adds to SQLite, whose own functions know the case of ASCII only. Thread-safe. */
final class SqliteFunctions {
    private static final String FOLD_CASE = "plinth_fold_case";

    // a function belongs to a connection
    private final Set<SQLiteConnection> added =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Adds the functions to a connection that has them not. */
    void addTo(Connection connection) throws SQLException {
        SQLiteConnection own = connection.unwrap(SQLiteConnection.class);
        if (added.add(own)) {
            Function.create(own, FOLD_CASE, new FoldCase(), 1, Function.FLAG_DETERMINISTIC);
        }
    }

    /** The text without differences of case. */
    static Field<String> foldCase(Field<?> text) {
        return DSL.field(FOLD_CASE + "({0})", SQLDataType.VARCHAR, text);
    }

    private static final class FoldCase extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            if (text == null) {
                result();
            } else {
                result(Values.foldCase(text));
            }
        }
    }
}
