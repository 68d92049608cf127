package dev.plinth.jdbc.internal.sql;

import dev.plinth.error.Problem;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.KeyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What keys cannot be where the rows of a hierarchy are spread over several tables. */
public final class SpreadProblems {
    private SpreadProblems() {}

    /** The keys of an entity that its tables cannot have. */
    public static List<Problem> of(EntityTable table) {
        List<Problem> problems = new ArrayList<>();
        if (!table.parts().isEmpty()) {
            table.entity().keys().forEach(key -> check(table, key, problems));
        }
        return problems;
    }

    private static void check(EntityTable table, KeyModel key, List<Problem> problems) {
        EntityModel entity = table.entity();
        List<PartTable> here = table.parts().stream()
                .filter(part -> part.columns().containsAll(key.columns()))
                .toList();
        String what = (key.unique() ? "the unique key of " : "the index of ")
                + key.columns().stream().map(ColumnModel::path).collect(Collectors.joining(", "));
        if (here.isEmpty()) {
            add(problems, entity, what + " is of columns of several tables: @Inheritance(JOINED)");
        } else if (key.unique() && here.size() > 1) {
            add(problems, entity, what + " is of rows in several tables: @Inheritance(TABLE_PER_CLASS)");
        } else if (key.unique() && entity.deletedAt() != null && !here.get(0).whole()) {
            add(
                    problems,
                    entity,
                    what + " is about live rows, but another table knows which rows are soft-deleted:"
                            + " @Inheritance(JOINED)");
        }
    }

    private static void add(List<Problem> problems, EntityModel entity, String message) {
        problems.add(new Problem(
                entity.type().getName(),
                "",
                message,
                "Drop it, or keep the hierarchy in one table: @Inheritance(strategy = InheritanceType.SINGLE_TABLE)"));
    }
}
