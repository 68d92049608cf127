package dev.plinth.jdbc.internal.query;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows by column index. */
final class Reading {
    private Reading() {}

    /**
     * Reads a value for each codec into an array that has room for more.
     *
     * @param owner what the columns belong to, in words
     * @param columns the columns, one for each codec
     * @throws EntityMappingException where a column holds something else than its type
     */
    static @Nullable Object[] row(
            ResultSet result, int firstColumn, List<Codec> codecs, int width, String owner, List<ColumnModel> columns)
            throws SQLException {
        @Nullable Object[] row = new Object[width];
        int column = firstColumn;
        for (int i = 0; i < codecs.size(); i++) {
            Codec codec = codecs.get(i);
            try {
                row[i] = codec.get(result, column);
            } catch (SQLException e) {
                if (isOfConnection(e)) {
                    throw e;
                }
                throw misfit(result, column, owner, columns.get(i));
            } catch (RuntimeException e) {
                throw misfit(result, column, owner, columns.get(i));
            }
            column += codec.width();
        }
        return row;
    }

    private static boolean isOfConnection(SQLException error) {
        String state = error.getSQLState();
        return error instanceof SQLNonTransientConnectionException
                || error instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || state.startsWith("57"));
    }

    // without the driver's own error, which quotes the value
    private static EntityMappingException misfit(ResultSet result, int index, String owner, ColumnModel column)
            throws SQLException {
        String path = column.path().isEmpty() ? owner : owner + "." + column.path();
        return new EntityMappingException(
                ErrorCode.MAPPING_FAILED,
                "'" + path + "' (" + column.domainType().getSimpleName() + ", column '" + column.name()
                        + "') cannot hold what was found there: the column is of the type "
                        + result.getMetaData().getColumnTypeName(index) + ", and a value in it is no "
                        + column.type() + ". Map the property with a converter from the type that the column has, or"
                        + " correct the value",
                null);
    }
}
