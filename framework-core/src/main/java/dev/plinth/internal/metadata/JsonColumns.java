package dev.plinth.internal.metadata;

import dev.plinth.internal.json.JsonMapping;
import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.ValueType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of properties that are stored as JSON. */
final class JsonColumns {
    private final @Nullable JsonMapping mapping;
    private final String entity;
    private final Problems problems;

    /**
     * The rules of one entity.
     *
     * @param mapping makes the converters, or null where Jackson's databind is missing
     * @param entity the entity's name
     * @param problems where mistakes go
     */
    JsonColumns(@Nullable JsonMapping mapping, String entity, Problems problems) {
        this.mapping = mapping;
        this.entity = entity;
        this.problems = problems;
    }

    static String name(Site site) {
        return site.say("@Json", "'json'");
    }

    Optional<ColumnBuilder.Storage> storage(Site site, String path) {
        if (path.isEmpty()) {
            problems.add(
                    site,
                    "the elements of a collection cannot be " + name(site),
                    "Remove " + site.say("@ElementCollection", "'elements'") + ": the whole collection becomes JSON");
            return Optional.empty();
        } else if (mapping == null) {
            problems.add(
                    site,
                    "it is " + name(site) + ", and Jackson's databind is not on the class path",
                    "Add the dependency com.fasterxml.jackson.core:jackson-databind, of the version of jackson-core");
            return Optional.empty();
        }
        try {
            var type = site.type().getDeclaredField(site.member()).getGenericType();
            return Optional.of(new ColumnBuilder.Storage(ValueType.JSON, mapping.converter(type, entity, path)));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("there is no field for " + site, e);
        } catch (IllegalArgumentException e) {
            problems.add(
                    site,
                    "Jackson cannot read its type from JSON: " + e.getMessage(),
                    "Give the class a constructor without arguments or make it a record, or give an ObjectMapper that"
                            + " reads it to json(...) of the builder");
            return Optional.empty();
        }
    }

    void check(Site site, ColumnModel column, boolean ofElement) {
        if (column.type() != ValueType.JSON) {
            return;
        }
        if (column.unique()) {
            problems.add(
                    site,
                    "a value that is " + name(site) + " cannot be unique",
                    "Keep what is unique about it in a property of its own");
        }
        if (ofElement) {
            problems.add(
                    site,
                    "a property of a collection's elements cannot be " + name(site),
                    "Mark the whole collection with " + name(site) + " instead of "
                            + site.say("@ElementCollection", "'elements'"));
        }
    }
}
