package dev.plinth.internal.validation;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.InvalidEntityException;
import dev.plinth.error.InvalidEntityException.BrokenConstraint;
import dev.plinth.internal.flush.Validation;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.Model;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Validates entities by the default group of their constraints. Thread-safe, as validators are. */
public final class BeanValidation implements Validation {
    private final Validator validator;
    private final Set<Class<?>> constrained;

    /**
     * Prepares the validation of a model.
     *
     * @param factory makes the validator
     * @param model every entity
     */
    public BeanValidation(ValidatorFactory factory, Model model) {
        this.validator = factory.getValidator();
        this.constrained = model.entities().stream()
                .<Class<?>>map(EntityModel::type)
                .filter(this::isConstrained)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isConstrained(Class<?> type) {
        try {
            return validator.getConstraintsForClass(type).isBeanConstrained();
        } catch (ValidationException e) {
            throw failed(type, e);
        }
    }

    @Override
    public void check(List<Tracked> objects) {
        List<BrokenConstraint> found = new ArrayList<>();
        for (Tracked tracked : objects) {
            if (constrained.contains(tracked.model().type())) {
                check(tracked, found);
            }
        }
        if (!found.isEmpty()) {
            throw new InvalidEntityException(found);
        }
    }

    private void check(Tracked tracked, List<BrokenConstraint> found) {
        Set<ConstraintViolation<Object>> broken;
        try {
            broken = validator.validate(tracked.entity());
        } catch (ValidationException e) {
            throw failed(tracked.model().type(), e);
        }
        Object id = broken.isEmpty() ? null : id(tracked);
        broken.stream()
                .filter(violation -> !isSetByTheWrite(tracked, violation))
                .map(violation -> new BrokenConstraint(
                        tracked.model().name(),
                        id,
                        path(violation.getPropertyPath()),
                        constraint(violation),
                        words(violation)))
                .sorted(Comparator.comparing(BrokenConstraint::property).thenComparing(BrokenConstraint::constraint))
                .forEach(found::add);
    }

    private static @Nullable Object id(Tracked tracked) {
        return tracked.key() == null
                ? null
                : tracked.mapper().toId(tracked.mapper().toRow(tracked.entity()));
    }

    /** An id, a version or a default that the write itself brings is null until then. */
    private static boolean isSetByTheWrite(Tracked tracked, ConstraintViolation<?> violation) {
        if (violation.getInvalidValue() != null || tracked.snapshot() != null) {
            return false;
        }
        EntityModel entity = tracked.model();
        String path = path(violation.getPropertyPath());
        return entity.columns().stream()
                .filter(column -> column.path().equals(path))
                .anyMatch(column -> column == entity.version() || isSetByTheDatabase(entity, column));
    }

    private static boolean isSetByTheDatabase(EntityModel entity, ColumnModel column) {
        return !column.insertable()
                || entity.id().generation() instanceof Generation.Identity
                        && entity.id().columns().contains(column);
    }

    // built from the nodes: a path's own text quotes the keys of maps
    private static String path(Path path) {
        StringBuilder text = new StringBuilder();
        for (Path.Node node : path) {
            if (node.isInIterable()) {
                text.append('[')
                        .append(node.getIndex() == null ? "" : node.getIndex())
                        .append(']');
            }
            if (node.getName() != null && node.getKind() != jakarta.validation.ElementKind.CONTAINER_ELEMENT) {
                text.append(text.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return text.toString();
    }

    private static String constraint(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
    }

    // a message may be written to quote the value
    private static String words(ConstraintViolation<?> violation) {
        return violation.getMessageTemplate().contains("validatedValue")
                ? "breaks @" + constraint(violation)
                : violation.getMessage();
    }

    private static EntityMappingException failed(Class<?> type, ValidationException cause) {
        return new EntityMappingException(
                ErrorCode.MAPPING_FAILED,
                "the constraints of '" + type.getName() + "' cannot be checked: " + cause.getMessage()
                        + ". Correct the constraint, or leave validation out with withoutValidation()",
                cause);
    }
}
