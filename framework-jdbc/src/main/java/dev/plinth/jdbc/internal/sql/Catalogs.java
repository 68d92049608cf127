package dev.plinth.jdbc.internal.sql;

import dev.plinth.error.Problem;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import java.util.ArrayList;
import java.util.List;
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
        List<Problem> problems = new ArrayList<>();
        check(entity, "", entity.table(), problems);
        for (CollectionModel collection : entity.collections()) {
            check(entity, collection.path(), collection.table(), problems);
        }
        if (entity.id().generation() instanceof Generation.Sequence sequence) {
            check(entity, entity.id().columns().get(0).path(), sequence.name(), problems);
        }
        return problems;
    }

    private static void check(EntityModel entity, String member, TableName name, List<Problem> problems) {
        if (name.catalog() != null && name.schema() == null) {
            problems.add(new Problem(
                    entity.type().getName(),
                    member,
                    "the name '" + name + "' has a catalog and no schema, which every table of a catalog is in",
                    "Say the schema, too, or leave out the catalog"));
        }
    }
}
