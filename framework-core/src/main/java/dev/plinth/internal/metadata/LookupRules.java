package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rules of an entity whose rows the code knows, and of the columns that hold an enum whose constants are rows. */
final class LookupRules {
    private final Declaration.Type said;
    private final Directory directory;
    private final Problems problems;

    LookupRules(Declaration.Type said, Directory directory, Problems problems) {
        this.said = said;
        this.directory = directory;
        this.problems = problems;
    }

    /**
     * Refuses what does not go together with rows that the code knows.
     *
     * @param generated whether the id is generated
     */
    void check(boolean generated) {
        if (said.lookup() == null) {
            return;
        }
        Site site = new Site(said.type(), "", said.byCode());
        String known = "it is " + site.say("@Lookup", "'lookup'") + ", whose rows the code knows, so that ";
        if (said.readOnly()) {
            problems.add(site, known + "it is written, and @ReadOnly", "Remove one of the two");
        }
        if (said.softDelete() != null) {
            problems.add(site, known + "none is deleted, and @SoftDelete", "Remove one of the two");
        }
        if (generated) {
            problems.add(site, known + "its id cannot be generated", "Give each row an id of its own");
        }
    }

    /** Columns that hold an enum that is a lookup table refer to it; an array or table of elements does not. */
    void refer(List<ColumnModel> columns, List<CollectionModel> collections, References references) {
        for (ColumnModel column : columns) {
            table(column, column.path()).ifPresent(table -> {
                if (!said.readOnly()) {
                    references.add(table, column);
                }
            });
        }
        collections.forEach(collection -> collection.columns().forEach(column -> table(column, collection.path())));
    }

    private Optional<Supplier<EntityModel>> table(ColumnModel column, String member) {
        return EnumLookups.isLookup(column.domainType())
                ? directory.lookups().use(new Site(said.type(), member, said.byCode()), column, problems)
                : Optional.empty();
    }
}
