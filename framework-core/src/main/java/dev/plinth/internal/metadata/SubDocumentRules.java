package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.mapping.Declaration.JoinColumn;
import dev.plinth.mapping.Declaration.Role;
import jakarta.persistence.CascadeType;
import java.lang.reflect.Field;
import java.util.Set;

/** Refuses sub-documents that do not belong to one owner alone. */
final class SubDocumentRules {
    private static final Set<CascadeType> EACH =
            Set.of(CascadeType.PERSIST, CascadeType.MERGE, CascadeType.REMOVE, CascadeType.REFRESH);

    private final Directory directory;
    private final Problems problems;

    SubDocumentRules(Directory directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** Checks an association that is said to be kept in sub-documents. */
    void check(Site site, Outline owner, Declaration.Property property, Role role, Outline target) {
        Declaration.Association said = property.association();
        if (said == null) {
            return;
        }
        boolean all =
                said.cascades().contains(CascadeType.ALL) || said.cascades().containsAll(EACH);
        if (role != Role.ONE_TO_MANY || said.mappedBy() == null || !all || !said.orphanRemoval()) {
            problems.add(
                    site,
                    name(site) + " is for a collection that belongs to its owner alone",
                    "Declare it with " + PropertyBuilder.name(Role.ONE_TO_MANY, site)
                            + ", 'mappedBy', CascadeType.ALL and 'orphanRemoval', or remove " + name(site));
        } else {
            checkTarget(site, owner, property, target);
        }
    }

    private void checkTarget(Site site, Outline owner, Declaration.Property property, Outline target) {
        checkOwned(site, property, target);
        if (directory.all().stream().anyMatch(other -> isRelated(other.type(), target.type()))) {
            problems.add(
                    site,
                    name(site) + " keeps entities of one class, and " + target.name() + " is a part of a hierarchy",
                    "Remove " + name(site));
        }
        for (Outline other : directory.all()) {
            for (Field field : other.fields().values()) {
                Declaration.Property its = other.property(field);
                Declaration.Association association = its.association();
                boolean self = other.type() == owner.type() && its.name().equals(property.name());
                if (association == null || self) {
                    continue;
                }
                Class<?> type = AssociationType.of(field, other.type()).target();
                if (type == target.type()) {
                    problems.add(
                            site,
                            other.name() + "." + its.name() + " refers to " + target.name() + ", which " + name(site)
                                    + " keeps within the documents of " + owner.name(),
                            "Remove that reference, or " + name(site));
                } else if (other.type() == target.type() && association.subDocuments()) {
                    problems.add(
                            site,
                            name(site) + " is on " + target.name() + "." + its.name()
                                    + ", too: sub-documents within sub-documents",
                            "Remove one of the two");
                }
            }
        }
    }

    /** A sub-document has a document around it always: a row without an owner would be one that cannot be kept. */
    private void checkOwned(Site site, Declaration.Property property, Outline target) {
        String mappedBy = property.association().mappedBy();
        Field field = target.fields().get(mappedBy);
        Declaration.Association owning =
                field == null ? null : target.property(field).association();
        if (owning != null
                && owning.optional()
                && (owning.joinColumns().isEmpty()
                        || owning.joinColumns().stream().allMatch(JoinColumn::nullable))) {
            problems.add(
                    site,
                    name(site) + " keeps each " + target.name() + " within an owner's document, but " + target.name()
                            + "." + mappedBy + " may be null",
                    "Declare " + target.name() + "." + mappedBy + " with optional = false, or remove " + name(site));
        }
    }

    private static String name(Site site) {
        return site.say("@SubDocuments", "'subDocuments'");
    }

    private static boolean isRelated(Class<?> other, Class<?> target) {
        return other != target && (other.isAssignableFrom(target) || target.isAssignableFrom(other));
    }
}
