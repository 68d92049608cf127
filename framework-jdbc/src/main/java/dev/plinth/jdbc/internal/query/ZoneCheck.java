package dev.plinth.jdbc.internal.query;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.jdbc.internal.sql.EntityTable;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses to read an instant from a column without a time zone: a driver would take it in the zone of the session, and each
 * session may have another. Looked at once for each table, because some drivers ask the database for a type's name.
 */
final class ZoneCheck {
    private final Map<EntityTable, Boolean> checked = new ConcurrentHashMap<>();
    private final boolean zones;

    ZoneCheck(boolean zones) {
        this.zones = zones;
    }

    /**
     * Checks the columns of a result.
     *
     * @throws EntityMappingException where an instant would be read from a column without a zone
     */
    void check(EntityTable table, ResultSet rows) throws SQLException {
        if (!zones || checked.containsKey(table)) {
            return;
        }
        ResultSetMetaData result = rows.getMetaData();
        int index = 1;
        for (ColumnModel column : table.entity().columns()) {
            if (column.type() == ValueType.INSTANT || column.type() == ValueType.OFFSET_DATE_TIME) {
                check(table, column, result, index);
            }
            index += table.codecs().get(column.position()).width();
        }
        checked.put(table, true);
    }

    private static void check(EntityTable table, ColumnModel column, ResultSetMetaData result, int index)
            throws SQLException {
        String found = result.getColumnTypeName(index);
        // a zone shows in the code of the type, or (PostgreSQL) in its name only
        int type = result.getColumnType(index);
        if (type == Types.DATE || type == Types.TIMESTAMP && !found.equals("timestamptz")) {
            throw new EntityMappingException(
                    ErrorCode.MAPPING_FAILED,
                    "'" + table.entity().name() + "." + column.path() + "' ("
                            + column.domainType().getSimpleName() + ", column '" + column.name()
                            + "') cannot be read: the column is of the type " + found
                            + ", which has no time zone. Map the"
                            + " property as a LocalDateTime, convert it from one by the zone that the times are in, or give"
                            + " the column a zone",
                    null);
        }
    }
}
