package dev.plinth.internal.values;

import dev.plinth.error.InvalidValueException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.ValueOutOfRangeException;
import dev.plinth.error.ValueTooLongException;
import dev.plinth.error.Violation;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.math.BigDecimal;
import java.util.List;

/** The errors for values that a column cannot hold, found before anything is sent. */
final class Refusals {
    private final EntityModel entity;

    Refusals(EntityModel entity) {
        this.entity = entity;
    }

    NotNullViolationException ofNull(String path, ColumnModel column, String words) {
        return new NotNullViolationException(violation(path, column), message(path, column, words), null);
    }

    InvalidValueException of(String path, ColumnModel column, Object value, String words) {
        Violation violation = violation(path, column);
        String message = message(path, column, words);
        return switch (column.type()) {
            case STRING, URI ->
                value.toString().length() > column.length()
                        ? new ValueTooLongException(violation, message, null)
                        : new InvalidValueException(violation, message, null);
            case BYTES -> new ValueTooLongException(violation, message, null);
            case DECIMAL ->
                // digits after the point that would be lost are no question of range
                ((BigDecimal) value).scale() > column.scale()
                        ? new InvalidValueException(violation, message, null)
                        : new ValueOutOfRangeException(violation, message, null);
            case DOUBLE, FLOAT ->
                Double.isNaN(((Number) value).doubleValue())
                        ? new InvalidValueException(violation, message, null)
                        : new ValueOutOfRangeException(violation, message, null);
            case BOOLEAN, CHAR, UUID, JSON -> new InvalidValueException(violation, message, null);
            default -> new ValueOutOfRangeException(violation, message, null);
        };
    }

    /** Of a value that there may be once only, where it is. */
    InvalidValueException ofRepeat(String path, ColumnModel column, String words) {
        return new InvalidValueException(violation(path, column), message(path, column, words), null);
    }

    private Violation violation(String path, ColumnModel column) {
        return new Violation(entity.name(), null, List.of(column.name()), List.of(path));
    }

    private String message(String path, ColumnModel column, String words) {
        return "'" + entity.name() + "." + path + "' (" + column.domainType().getSimpleName() + ", column '"
                + column.name() + "') cannot hold the value: " + words + ". Nothing was sent to the database";
    }
}
