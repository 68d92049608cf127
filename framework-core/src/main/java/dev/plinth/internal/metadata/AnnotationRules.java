package dev.plinth.internal.metadata;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;

/** Refuses annotations and attributes that Plinth does not support, by name. */
final class AnnotationRules {
    private final Problems problems;

    AnnotationRules(Problems problems) {
        this.problems = problems;
    }

    void checkEntity(Class<?> type) {
        if (!type.isAnnotationPresent(Entity.class)) {
            problems.add(
                    type,
                    "",
                    "the class is not an @Entity",
                    "Add @Entity, or map the class by code with EntityMapping and pass that to mappings(...)");
        }
    }

    void checkEmbeddable(Class<?> type) {
        if (type.isAnnotationPresent(Embeddable.class) && type.isAnnotationPresent(Entity.class)) {
            problems.add(type, "", "the class is an @Entity and @Embeddable", "Remove one of them");
        }
    }
}
