package dev.plinth.jdbc.internal.engine.sqlite;

import dev.plinth.jdbc.internal.catalog.Rows;
import dev.plinth.jdbc.internal.fit.ColumnFit;
import dev.plinth.jdbc.internal.fit.Found;
import dev.plinth.jdbc.internal.type.Codec;
import dev.plinth.model.ColumnModel;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * By the affinity of a declared type, which turns values into others when they are written: a text that looks like a
 * number becomes one. What is found in a row may be of any type all the same, and is looked at by the codecs.
 */
final class SqliteFit implements ColumnFit {
    private static final int DOUBLE_DIGITS = 15;

    /** The declared types of columns. One of a view that is not simply a table's has none. */
    static List<Found> found(Connection connection, String table, List<ColumnModel> columns) throws SQLException {
        Map<String, String> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        types.putAll(Rows.pairs(connection, "select name, type from pragma_table_xinfo(?)", table));
        return columns.stream()
                .map(column -> types.getOrDefault(column.name(), ""))
                .map(type -> new Found(affinity(type), type, 0, 0))
                .toList();
    }

    /** By the rules of "Determination Of Column Affinity" in SQLite's documentation. */
    static int affinity(String declared) {
        String type = declared.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return Types.BIGINT;
        } else if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return Types.VARCHAR;
        } else if (type.contains("BLOB") || type.isEmpty()) {
            return Types.BLOB;
        }
        boolean real = type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB");
        return real ? Types.DOUBLE : Types.NUMERIC;
    }

    private static boolean hasNumbers(Found found) {
        return found.type() == Types.BIGINT || found.type() == Types.DOUBLE || found.type() == Types.NUMERIC;
    }

    @Override
    public @Nullable String refusal(ColumnModel column, Found found) {
        return switch (column.type()) {
            case DECIMAL, BIG_INTEGER, DURATION ->
                hasNumbers(found)
                        ? "in which SQLite keeps floating point, and Plinth writes exact numbers as text that sorts. Map"
                                + " the property as a double or a long, with a converter to one, or declare the column as"
                                + " text"
                        : null;
            case UUID ->
                found.type() == Types.VARCHAR
                        ? "and Plinth writes UUIDs as bytes. Map the property with a converter to a String"
                        : null;
            default -> null;
        };
    }

    @Override
    public Codec reader(ColumnModel column, Found found, Codec own) {
        return own;
    }

    @Override
    public @Nullable WriteCheck check(ColumnModel column, Found found) {
        return switch (column.type()) {
            case CHAR, STRING, URI, JSON -> hasNumbers(found) ? value -> ofText(value.toString(), found) : null;
            case LONG -> found.type() == Types.DOUBLE ? SqliteFit::ofDigits : null;
            case FLOAT, DOUBLE -> found.type() == Types.VARCHAR ? SqliteFit::ofDigits : null;
            default -> null;
        };
    }

    // what SQLite takes for a number, and a little more
    private static @Nullable String ofText(String text, Found found) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            boolean same = number.precision() <= DOUBLE_DIGITS
                    && found.type() != Types.DOUBLE
                    && text.equals(String.valueOf(number.longValueExact()));
            return same ? null : textOfNumber(found);
        } catch (NumberFormatException e) {
            return null;
        } catch (ArithmeticException e) {
            return textOfNumber(found);
        }
    }

    private static String textOfNumber(Found found) {
        return "SQLite would make another number of this text, because the column is declared as " + found.name()
                + ". Declare it as text";
    }

    private static @Nullable String ofDigits(Object value) {
        Number number = (Number) value;
        boolean kept = !Double.isFinite(number.doubleValue())
                || new BigDecimal(number.toString()).stripTrailingZeros().precision() <= DOUBLE_DIGITS;
        return kept
                ? null
                : "SQLite would round it to " + DOUBLE_DIGITS
                        + " digits because of the type that the column is declared"
                        + " with. Round it before, or declare the column otherwise";
    }
}
