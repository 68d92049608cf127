package dev.plinth.jdbc.internal.sql;

import dev.plinth.model.ColumnCheck;
import dev.plinth.model.ColumnModel;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Writes the checks of columns as conditions, as far as an engine can say them: what it cannot say is left out, so that no
 * value is refused that the model allows.
 */
public final class CheckConditions {
    private final BiFunction<ColumnModel, Object, @Nullable Field<?>> literal;
    private final BiFunction<Field<Object>, ColumnCheck.MinLength, @Nullable Condition> minLength;
    private final BiFunction<Field<Object>, String, @Nullable Condition> matches;
    private final BiFunction<Field<Object>, List<Field<?>>, Condition> oneOf;

    /**
     * An author of conditions, for an engine whose IN is as good in a check as in a query.
     *
     * @param literal a value as the column holds it, for a comparison; null where it cannot be written
     * @param minLength the test of the length of a text
     * @param matches the test whether a text matches a regular expression; null where the engine's are not Java's
     */
    public CheckConditions(
            BiFunction<ColumnModel, Object, @Nullable Field<?>> literal,
            BiFunction<Field<Object>, ColumnCheck.MinLength, @Nullable Condition> minLength,
            BiFunction<Field<Object>, String, @Nullable Condition> matches) {
        this(literal, minLength, matches, Field::in);
    }

    /**
     * An author of conditions.
     *
     * @param literal a value as the column holds it, for a comparison; null where it cannot be written
     * @param minLength the test of the length of a text
     * @param matches the test whether a text matches a regular expression; null where the engine's are not Java's
     * @param oneOf the test whether a value is one of those listed
     */
    public CheckConditions(
            BiFunction<ColumnModel, Object, @Nullable Field<?>> literal,
            BiFunction<Field<Object>, ColumnCheck.MinLength, @Nullable Condition> minLength,
            BiFunction<Field<Object>, String, @Nullable Condition> matches,
            BiFunction<Field<Object>, List<Field<?>>, Condition> oneOf) {
        this.literal = literal;
        this.minLength = minLength;
        this.matches = matches;
        this.oneOf = oneOf;
    }

    /** The checks of the model. */
    public List<Condition> of(Field<Object> field, ColumnModel column) {
        List<Condition> conditions = new ArrayList<>();
        for (ColumnCheck check : column.checks()) {
            Condition condition = condition(field, column, check);
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private @Nullable Condition condition(Field<Object> field, ColumnModel column, ColumnCheck check) {
        if (check instanceof ColumnCheck.OneOf oneOf) {
            List<Field<?>> values = new ArrayList<>();
            for (Object value : oneOf.values()) {
                Field<?> each = literal.apply(column, value);
                if (each != null) {
                    values.add(each);
                }
            }
            return values.size() == oneOf.values().size() ? this.oneOf.apply(field, values) : null;
        } else if (check instanceof ColumnCheck.Min min) {
            return bound(column, min.bound(), value -> min.inclusive() ? field.ge(value) : field.gt(value));
        } else if (check instanceof ColumnCheck.Max max) {
            return bound(column, max.bound(), value -> max.inclusive() ? field.le(value) : field.lt(value));
        } else if (check instanceof ColumnCheck.MinLength length) {
            return minLength.apply(field, length);
        }
        return matches.apply(field, ((ColumnCheck.Pattern) check).regex());
    }

    private @Nullable Condition bound(ColumnModel column, Object value, Function<Field<Object>, Condition> comparison) {
        Field<?> bound = literal.apply(column, value);
        return bound == null ? null : comparison.apply(bound.coerce(Object.class));
    }

    /** Texts and numbers as literals; the other types have none. */
    public static @Nullable Field<?> plain(ColumnModel column, Object value) {
        if (value instanceof Year year) {
            return DSL.inline(year.getValue());
        } else if (value instanceof Number || value instanceof Boolean) {
            return DSL.inline(value);
        }
        return value instanceof String || value instanceof Character ? DSL.inline(value.toString()) : null;
    }

    /** The limits of a whole number whose type has fewer bits than the engine's. */
    public static List<Condition> range(Field<Object> field, ColumnModel column) {
        return switch (column.type()) {
            case BYTE -> List.of(between(field, Byte.MIN_VALUE, Byte.MAX_VALUE));
            case SHORT -> List.of(between(field, Short.MIN_VALUE, Short.MAX_VALUE));
            case INT -> List.of(between(field, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case YEAR -> List.of(between(field, Year.MIN_VALUE, Year.MAX_VALUE));
            default -> List.of();
        };
    }

    private static Condition between(Field<Object> field, long least, long greatest) {
        return field.coerce(Long.class).between(DSL.inline(least), DSL.inline(greatest));
    }
}
