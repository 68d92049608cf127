package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.catalog.LiveColumn;
import dev.plinth.jdbc.internal.sql.TypeFit;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.temporal.Temporal;
import java.util.Map;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** The narrowest type that holds what the model needs and what a live column can hold, so that no value is lost. */
final class WiderType {
    private static final Map<Integer, DataType<?>> WHOLE = Map.of(
            Types.TINYINT, SQLDataType.TINYINT,
            Types.SMALLINT, SQLDataType.SMALLINT,
            Types.INTEGER, SQLDataType.INTEGER,
            Types.BIGINT, SQLDataType.BIGINT);

    private WiderType() {}

    static DataType<?> of(DataType<?> needed, LiveColumn live) {
        Class<?> type = needed.getType();
        if (type == BigDecimal.class) {
            return numeric(needed.precision() - needed.scale(), needed.scale(), live);
        } else if (Number.class.isAssignableFrom(type) && isDecimal(live)) {
            return numeric(TypeFit.digits(needed), 0, live);
        } else if (WHOLE.containsKey(live.type())) {
            DataType<?> whole = WHOLE.get(live.type());
            return TypeFit.digits(whole) > TypeFit.digits(needed) ? whole : needed;
        } else if (type == Float.class && live.type() != Types.REAL) {
            return SQLDataType.DOUBLE;
        } else if (type == String.class && live.size() == Integer.MAX_VALUE) {
            return SQLDataType.CLOB.collation(needed.collation());
        } else if (needed.lengthDefined() && live.size() > needed.length()) {
            return needed.length(live.size());
        } else if (Temporal.class.isAssignableFrom(type)
                && needed.precisionDefined()
                && live.digits() > needed.precision()) {
            return needed.precision(live.digits());
        }
        return needed;
    }

    private static boolean isDecimal(LiveColumn live) {
        return live.type() == Types.NUMERIC || live.type() == Types.DECIMAL;
    }

    private static DataType<?> numeric(int whole, int scale, LiveColumn live) {
        int newScale = Math.max(scale, live.digits());
        int newWhole = Math.max(whole, live.size() - live.digits());
        return SQLDataType.NUMERIC(newWhole + newScale, newScale);
    }
}
