package dev.plinth.jdbc.internal.sql;

import dev.plinth.error.Problem;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Catalogs in the names of tables: databases with schemas in them, or the only thing that tables are in. */
public final class Catalogs {
    private Catalogs() {}

    /** What a table is in: its schema, or its catalog on an engine that has nothing in between. */
    public static @Nullable String schema(TableName name) {
        return name.schema() == null ? name.catalog() : name.schema();
    }

    /** The names with a catalog and no schema, for an engine where every table is in one. */
    public static List<Problem> withoutSchema(EntityModel entity) {
        return names(entity).entrySet().stream()
                .filter(each -> each.getKey().catalog() != null && each.getKey().schema() == null)
                .map(each -> new Problem(
                        entity.type().getName(),
                        each.getValue(),
                        "the name '" + each.getKey()
                                + "' has a catalog and no schema, which every table of a catalog is in",
                        "Say the schema, too, or leave out the catalog"))
                .toList();
    }

    /**
     * The names with another catalog than the connection's, for an engine that reaches no other.
     *
     * @param connected the connection's catalog
     */
    public static List<Problem> unreachable(EntityModel entity, String connected) {
        return names(entity).entrySet().stream()
                .filter(each -> isOther(each.getKey(), connected))
                .map(each -> new Problem(
                        entity.type().getName(),
                        each.getValue(),
                        "the name '" + each.getKey() + "' has the catalog '"
                                + each.getKey().catalog() + "', and the connection is to '" + connected
                                + "', from where no other can be reached",
                        "Leave out the catalog, and name a schema where one is meant"))
                .toList();
    }

    private static boolean isOther(TableName name, String connected) {
        return name.catalog() != null
                && name.schema() != null
                && !name.catalog().equals(connected);
    }

    // with the member that each is about
    private static Map<TableName, String> names(EntityModel entity) {
        Map<TableName, String> names = new LinkedHashMap<>();
        names.put(entity.table(), "");
        entity.collections().forEach(collection -> names.putIfAbsent(collection.table(), collection.path()));
        if (entity.id().generation() instanceof Generation.Sequence sequence) {
            names.putIfAbsent(sequence.name(), entity.id().columns().get(0).path());
        }
        return names;
    }
}
