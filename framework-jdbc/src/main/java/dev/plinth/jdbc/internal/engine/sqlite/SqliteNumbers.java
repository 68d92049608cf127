package dev.plinth.jdbc.internal.engine.sqlite;

import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.jdbc.internal.type.Codecs;
import dev.plinth.jdbc.internal.type.Exact;
import dev.plinth.model.ValueType;
import java.sql.Types;

/**
 * The numbers of SQLite, whose columns take values of any type: one that another program has left there is read where it
 * is that number, and refused where the driver would make zero of it or cut it.
 */
final class SqliteNumbers {
    private SqliteNumbers() {}

    static Codec codec(ValueType type) {
        Codec plain = Codecs.of(type);
        return new Codec(Types.NUMERIC, plain::set, Exact.reader(type));
    }
}
