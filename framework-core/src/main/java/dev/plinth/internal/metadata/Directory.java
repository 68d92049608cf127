package dev.plinth.internal.metadata;

import dev.plinth.model.EntityModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The entities of the model that is being read: their outlines at first, their models once these are built. */
final class Directory {
    private final Map<Class<?>, Outline> outlines = new LinkedHashMap<>();
    private final Map<Class<?>, EntityModel> models = new HashMap<>();
    private final List<Runnable> checks = new ArrayList<>();

    /** What can be checked only when all models are built. */
    void later(Runnable check) {
        checks.add(check);
    }

    void runChecks() {
        checks.forEach(Runnable::run);
    }

    private final EnumLookups lookups = new EnumLookups();

    EnumLookups lookups() {
        return lookups;
    }

    void add(Outline outline) {
        outlines.put(outline.type(), outline);
    }

    void add(EntityModel model) {
        models.put(model.type(), model);
    }

    Optional<Outline> find(Class<?> type) {
        return Optional.ofNullable(outlines.get(type));
    }

    Collection<Outline> all() {
        return Collections.unmodifiableCollection(outlines.values());
    }

    /** The model of an entity; empty where it has mistakes, or is not built yet. */
    Optional<EntityModel> built(Class<?> type) {
        return Optional.ofNullable(models.get(type));
    }

    /** The model of an entity, to be asked once the whole model is built. */
    Supplier<EntityModel> model(Class<?> type) {
        return new Late<>(() -> built(type)
                .orElseThrow(() -> new IllegalStateException("the model of " + type.getName() + " is not built")));
    }

    /** Whether the model has entities that extend another one. */
    boolean hasSubtypes(Class<?> type) {
        return outlines.keySet().stream().anyMatch(other -> other != type && type.isAssignableFrom(other));
    }
}
