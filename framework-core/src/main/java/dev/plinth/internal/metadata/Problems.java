package dev.plinth.internal.metadata;

import dev.plinth.error.Problem;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the mistakes of one entity. A mistake of an embeddable that is used twice is one mistake. */
final class Problems {
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Site> typesInQuestion = new HashSet<>();

    void add(Class<?> type, String member, String message, String remedy) {
        problems.add(new Problem(type.getName(), member, message, remedy));
    }

    void add(Site site, String message, String remedy) {
        add(site.type(), site.member(), message, remedy);
    }

    /** A refused annotation says already that the type of a member is not one that a column can hold. */
    void addOfType(Site site, String message, String remedy) {
        add(site, message, remedy);
        typesInQuestion.add(site);
    }

    boolean isTypeInQuestion(Site site) {
        return typesInQuestion.contains(site);
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<Problem> list() {
        return List.copyOf(problems);
    }

    /**
     * Where something was said.
     *
     * @param type the class
     * @param member the field or component, or an empty string for the class itself
     * @param byCode whether it was said in code
     */
    record Site(Class<?> type, String member, boolean byCode) {
        /** Words a remedy for the way the mapping is written. */
        String say(String annotation, String code) {
            return byCode ? code : annotation;
        }
    }
}
