package dev.plinth.jdbc.internal.query;

import dev.plinth.jdbc.internal.type.Codec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows by column index. */
final class Reading {
    private Reading() {}

    /** Reads a value for each codec into an array that has room for more. */
    static @Nullable Object[] row(ResultSet result, int firstColumn, List<Codec> codecs, int width)
            throws SQLException {
        @Nullable Object[] row = new Object[width];
        int column = firstColumn;
        for (int i = 0; i < codecs.size(); i++) {
            Codec codec = codecs.get(i);
            row[i] = codec.get(result, column);
            column += codec.width();
        }
        return row;
    }
}
