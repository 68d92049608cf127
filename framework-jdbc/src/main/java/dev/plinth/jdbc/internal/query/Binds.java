package dev.plinth.jdbc.internal.query;

import dev.plinth.jdbc.internal.sql.Sql;
import dev.plinth.jdbc.internal.type.Codec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The values of one statement, by slot. */
final class Binds {
    private final List<Codec> codecs = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void add(Codec codec, Object value) {
        codecs.add(codec);
        values.add(value);
    }

    void set(PreparedStatement statement, Sql sql) throws SQLException {
        int index = 1;
        for (int slot : sql.slots()) {
            codecs.get(slot).set(statement, index++, values.get(slot));
        }
    }
}
