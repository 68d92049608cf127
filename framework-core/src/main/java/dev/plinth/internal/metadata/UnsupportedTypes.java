package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import jakarta.persistence.Entity;
import java.util.Map;
import java.util.Optional;

/** What to use instead of a type that is not basic. */
final class UnsupportedTypes {
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("java.util.Date", "Use java.time.Instant"),
            Map.entry("java.util.Calendar", "Use java.time.OffsetDateTime"),
            Map.entry("java.util.GregorianCalendar", "Use java.time.OffsetDateTime"),
            Map.entry("java.sql.Date", "Use java.time.LocalDate"),
            Map.entry("java.sql.Time", "Use java.time.LocalTime"),
            Map.entry("java.sql.Timestamp", "Use java.time.Instant"),
            Map.entry(
                    "java.time.ZonedDateTime",
                    "Use java.time.OffsetDateTime, or an Instant and the zone's id as a String"),
            Map.entry("java.time.OffsetTime", "Use java.time.LocalTime, or java.time.OffsetDateTime"),
            Map.entry("java.net.URL", "Use java.net.URI"),
            Map.entry("java.util.Optional", "Let the field hold the value or null, and the getter return the Optional"),
            Map.entry(
                    "org.bson.types.ObjectId",
                    "MongoDB alone holds it, as its own kind of id. Use a UUID, or an AttributeConverter to String"),
            Map.entry("java.sql.Blob", "Use byte[] with @Lob"),
            Map.entry("java.sql.Clob", "Use String with @Lob"));

    private UnsupportedTypes() {}

    static void report(Site site, Class<?> type, Problems problems) {
        problems.add(
                site, "the type " + type.getTypeName() + " is not one that a column can hold", instead(site, type));
    }

    private static String instead(Site site, Class<?> type) {
        String known = INSTEAD.get(type.getName());
        if (known != null) {
            return known;
        } else if (type == char[].class || type == Character[].class) {
            return "Use String";
        } else if (type == Byte[].class) {
            return "Use byte[]";
        } else if (type.isArray()) {
            return "Use a List with " + elements(site);
        } else if (Map.class.isAssignableFrom(type)) {
            return "Mark it with " + JsonColumns.name(site) + ", or declare it as a Map and mark it with "
                    + elements(site);
        } else if (Optional.of(type).filter(Iterable.class::isAssignableFrom).isPresent()) {
            return "Declare it as a List, Set or Collection and mark it with " + elements(site);
        } else if (type.isAnnotationPresent(Entity.class)) {
            return "It is an entity: mark it with "
                    + site.say("@ManyToOne or @OneToOne", "'manyToOne' or 'oneToOne'") + ", or a collection of it with "
                    + site.say("@OneToMany or @ManyToMany", "'oneToMany' or 'manyToMany'");
        }
        return "Use a basic type, convert it with "
                + site.say("@Convert(converter = ...)", "'convert'")
                + ", embed it with "
                + site.say("@Embedded, its class being @Embeddable", "'embedded'")
                + ", or store it as JSON with "
                + JsonColumns.name(site)
                // whether it is an entity is said elsewhere
                + (site.byCode() ? ", or where it is an entity say 'manyToOne' or 'oneToOne'" : "");
    }

    private static String elements(Site site) {
        return site.say("@ElementCollection", "'elements'");
    }
}
