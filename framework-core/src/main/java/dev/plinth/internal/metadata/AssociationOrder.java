package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.model.AssociationModel.Ordering;
import dev.plinth.model.EntityModel;
import dev.plinth.model.PropertyModel;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The properties of associated entities that order them, or are the keys of a map. */
final class AssociationOrder {
    private final Directory directory;
    private final Problems problems;

    AssociationOrder(Directory directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** The order that was said. Whether the other entity has its properties is seen when that is built. */
    List<Ordering> order(Site site, Declaration.Association said, Outline target) {
        List<Ordering> result = new ArrayList<>();
        String text = Objects.requireNonNullElse(said.orderBy(), "").strip();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] words = part.strip().split("\\s+");
            String direction = words.length == 2 ? words[1].toUpperCase(Locale.ROOT) : "ASC";
            if (words[0].isEmpty() || words.length > 2 || !(direction.equals("ASC") || direction.equals("DESC"))) {
                problems.add(
                        site,
                        "the order '" + said.orderBy() + "' is not a list of properties",
                        "Write for example \"lastName, joined DESC\"");
                return List.of();
            }
            result.add(new Ordering(words[0], direction.equals("DESC")));
        }
        if (!result.isEmpty()) {
            directory.later(() -> directory
                    .built(target.type())
                    .ifPresent(model -> result.forEach(ordering -> checkOrder(site, model, ordering.path()))));
        }
        return result;
    }

    private void checkOrder(Site site, EntityModel target, String path) {
        boolean ordered = target.property(path).orElse(null) instanceof PropertyModel.Basic basic
                && basic.column().isOrdered();
        if (!ordered) {
            report(site, "the order names '" + path + "'", "whose values have an order", target, true);
        }
    }

    private void report(Site site, String what, String which, EntityModel target, boolean ordered) {
        String known = target.paths().stream()
                .filter(path -> target.property(path).orElse(null) instanceof PropertyModel.Basic basic
                        && (!ordered || basic.column().isOrdered()))
                .collect(Collectors.joining(", "));
        problems.add(site, what + ", which is not a property of " + target.name() + " " + which, "Use one of " + known);
    }

    /** The property that is the key of a map; null for the id. */
    @Nullable
    String mapKey(Site site, Declaration.Association said, AssociationType type, Outline target) {
        String name = said.mapKey();
        if (name == null) {
            return null;
        }
        directory.later(() -> directory
                .built(target.type())
                .ifPresent(model -> checkKey(site, model, name, Objects.requireNonNullElse(type.key(), Object.class))));
        return name.isEmpty() ? null : name;
    }

    private void checkKey(Site site, EntityModel target, String name, Class<?> key) {
        Class<?> is;
        if (name.isEmpty()) {
            is = target.id().type();
        } else if (target.property(name).orElse(null) instanceof PropertyModel.Basic basic) {
            is = MethodType.methodType(basic.column().domainType()).wrap().returnType();
        } else {
            report(site, "the map's key is '" + name + "'", "with a column of its own", target, false);
            return;
        }
        if (is != key) {
            problems.add(
                    site,
                    "the map's keys are of type " + key.getTypeName() + ", but "
                            + (name.isEmpty() ? "the id" : "'" + name + "'") + " of " + target.name() + " is of type "
                            + is.getTypeName(),
                    "Declare it as Map<" + is.getSimpleName() + ", "
                            + target.type().getSimpleName() + ">");
        }
    }
}
