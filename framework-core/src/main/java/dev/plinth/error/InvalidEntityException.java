package dev.plinth.error;

import jakarta.data.exceptions.DataException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Entities that break their Jakarta Validation constraints. Lists every violation of everything that was about to be
 * written. Nothing was sent to the database.
 */
public class InvalidEntityException extends DataException implements PlinthError {
    private final transient List<BrokenConstraint> violations;

    /**
     * One broken constraint.
     *
     * @param entity the entity's name
     * @param id the id, or null where it is not set yet
     * @param property the path of the property, for example {@code address.city} or {@code phones[0].number}; empty for
     *     a constraint of the entity itself
     * @param constraint the simple name of the constraint's annotation, for example {@code NotBlank}
     * @param message what the validator says, without the value
     */
    public record BrokenConstraint(
            String entity, @Nullable Object id, String property, String constraint, String message) {}

    /**
     * Creates the exception.
     *
     * @param violations what is broken, at least one
     */
    public InvalidEntityException(List<BrokenConstraint> violations) {
        super(message(violations));
        this.violations = List.copyOf(violations);
    }

    private static String message(List<BrokenConstraint> violations) {
        String what = violations.stream()
                .collect(Collectors.groupingBy(
                        InvalidEntityException::owner, java.util.LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> e.getKey() + ": "
                        + e.getValue().stream()
                                .map(InvalidEntityException::words)
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "%s: %d constraint(s) are broken: %s. Nothing was sent to the database",
                ErrorCode.ENTITY_INVALID.code(),
                violations.size(),
                what);
    }

    private static String owner(BrokenConstraint violation) {
        return violation.id() == null
                ? "a new '" + violation.entity() + "'"
                : "'" + violation.entity() + " " + violation.id() + "'";
    }

    private static String words(BrokenConstraint violation) {
        return violation.property().isEmpty()
                ? violation.message()
                : "'" + violation.property() + "' " + violation.message();
    }

    /**
     * Every broken constraint.
     *
     * @return the violations, entity by entity in the order in which they became part of the unit of work; empty after
     *     the exception was serialized
     */
    public List<BrokenConstraint> brokenConstraints() {
        return Objects.requireNonNullElse(violations, List.of());
    }

    @Override
    public ErrorCode errorCode() {
        return ErrorCode.ENTITY_INVALID;
    }
}
