package dev.plinth.internal.metadata;

import dev.plinth.mapping.Declaration;
import dev.plinth.model.ColumnCheck;
import dev.plinth.model.ValueType;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * What the Jakarta Validation constraints of a property say that a column can hold. Constraints of other groups than the
 * default one say nothing, and neither do composed ones.
 *
 * <p>An annotation whose class is not on the class path is not there for reflection either, so that the classes of the API
 * are looked up only where they exist.
 */
final class Constraints {
    /** Nothing was said. */
    static final Constraints NONE = new Constraints(Map.of());

    private static final String API = "jakarta.validation.";
    private static final Set<ValueType> EXACT = Set.of(
            ValueType.BYTE, ValueType.SHORT, ValueType.INT, ValueType.LONG, ValueType.BIG_INTEGER, ValueType.DECIMAL);

    private final Map<String, Annotation> byName;

    private Constraints(Map<String, Annotation> byName) {
        this.byName = byName;
    }

    static Constraints of(Field field) {
        return new Constraints(Arrays.stream(field.getAnnotations())
                .filter(a -> a.annotationType().getPackageName().equals(API + "constraints"))
                .filter(Constraints::isOfDefaultGroup)
                .collect(Collectors.toMap(a -> a.annotationType().getSimpleName(), a -> a)));
    }

    /** Whether the constraints of an embeddable's properties are checked with those of the object around it. */
    static boolean cascades(Field field) {
        return Arrays.stream(field.getAnnotations())
                .anyMatch(a -> a.annotationType().getName().equals(API + "Valid"));
    }

    private static boolean isOfDefaultGroup(Annotation annotation) {
        try {
            return annotation.annotationType().getMethod("groups").invoke(annotation) instanceof Class<?>[] groups
                    && groups.length == 0;
        } catch (NoSuchMethodException e) {
            // several of one kind
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the annotation " + annotation + " cannot be read", e);
        }
    }

    private boolean has(String name) {
        return byName.containsKey(name);
    }

    boolean refuseNull() {
        return has("NotNull") || has("NotBlank") || has("NotEmpty");
    }

    /** The column's length: what a size says, unless the column itself says less. */
    int length(int said) {
        if (!has("Size") || size().max() == Integer.MAX_VALUE || size().max() < 1) {
            return said;
        }
        return said == Declaration.Column.DEFAULT_LENGTH ? size().max() : Math.min(said, size().max());
    }

    private Size size() {
        return (Size) byName.get("Size");
    }

    List<ColumnCheck> checks(ValueType type) {
        List<ColumnCheck> checks = new ArrayList<>();
        if (type == ValueType.STRING || type == ValueType.BYTES) {
            int least = Math.max(has("Size") ? size().min() : 0, has("NotBlank") || has("NotEmpty") ? 1 : 0);
            if (least > 0) {
                checks.add(new ColumnCheck.MinLength(least));
            }
        }
        if (type == ValueType.STRING
                && byName.get("Pattern") instanceof Pattern pattern
                && pattern.flags().length == 0) {
            checks.add(new ColumnCheck.Pattern(pattern.regexp()));
        }
        if (EXACT.contains(type)) {
            addBounds(type, checks);
        }
        return checks;
    }

    private void addBounds(ValueType type, List<ColumnCheck> checks) {
        if (has("Min")) {
            add(checks, type, BigDecimal.valueOf(((Min) byName.get("Min")).value()), true, ColumnCheck.Min::new);
        }
        if (has("DecimalMin")) {
            DecimalMin least = (DecimalMin) byName.get("DecimalMin");
            add(checks, type, new BigDecimal(least.value()), least.inclusive(), ColumnCheck.Min::new);
        }
        if (has("Positive") || has("PositiveOrZero")) {
            add(checks, type, BigDecimal.ZERO, has("PositiveOrZero"), ColumnCheck.Min::new);
        }
        if (has("Max")) {
            add(checks, type, BigDecimal.valueOf(((Max) byName.get("Max")).value()), true, ColumnCheck.Max::new);
        }
        if (has("DecimalMax")) {
            DecimalMax greatest = (DecimalMax) byName.get("DecimalMax");
            add(checks, type, new BigDecimal(greatest.value()), greatest.inclusive(), ColumnCheck.Max::new);
        }
        if (has("Negative") || has("NegativeOrZero")) {
            add(checks, type, BigDecimal.ZERO, has("NegativeOrZero"), ColumnCheck.Max::new);
        }
    }

    private static void add(
            List<ColumnCheck> checks,
            ValueType type,
            BigDecimal bound,
            boolean inclusive,
            BiFunction<Object, Boolean, ColumnCheck> check) {
        asHeld(type, bound).ifPresent(held -> checks.add(check.apply(held, inclusive)));
    }

    // a bound that is no value of the type would have to be rounded, and is left out
    private static Optional<Object> asHeld(ValueType type, BigDecimal bound) {
        try {
            return Optional.of(
                    switch (type) {
                        case BYTE -> (Object) bound.byteValueExact();
                        case SHORT -> bound.shortValueExact();
                        case INT -> bound.intValueExact();
                        case LONG -> bound.longValueExact();
                        case BIG_INTEGER -> bound.toBigIntegerExact();
                        default -> bound;
                    });
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
