package dev.plinth.jdbc.internal.engine.sqlite;

import dev.plinth.error.Problem;
import dev.plinth.jdbc.internal.sql.Columns;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.util.ArrayList;
import java.util.List;

/** What of an entity SQLite cannot do. */
final class SqliteProblems {
    private final EntityModel entity;
    private final List<Problem> problems = new ArrayList<>();

    private SqliteProblems(EntityModel entity) {
        this.entity = entity;
    }

    static List<Problem> of(EntityModel entity) {
        SqliteProblems found = new SqliteProblems(entity);
        found.checkTable("", entity.table());
        found.checkOffsets(entity.columns());
        entity.collections().forEach(collection -> {
            found.checkTable(collection.path(), collection.table());
            found.checkOffsets(collection.columns());
        });
        found.checkId();
        return found.problems;
    }

    private void checkTable(String member, TableName table) {
        if (table.schema() != null || table.catalog() != null) {
            add(
                    member,
                    "SQLite has no schemas, and the name '" + table + "' has one",
                    "Take the schema and the catalog out of the mapping");
        }
    }

    private void checkOffsets(List<ColumnModel> columns) {
        for (ColumnModel column : columns) {
            if (column.type() == ValueType.OFFSET_DATE_TIME) {
                problems.addAll(Columns.offsetClashes(entity, column, columns, String::equalsIgnoreCase));
            }
        }
    }

    private void checkId() {
        for (ColumnModel column : entity.id().columns()) {
            if (column.type() == ValueType.OFFSET_DATE_TIME) {
                add(
                        column.path(),
                        "an OffsetDateTime cannot be an id on SQLite, where its offset is in a column of its own",
                        "Use an Instant");
            }
        }
        if (entity.id().generation() instanceof Generation.Sequence sequence) {
            checkTable(entity.id().columns().get(0).path(), sequence.name());
        }
    }

    private void add(String member, String what, String remedy) {
        problems.add(new Problem(entity.type().getName(), member, what, remedy));
    }
}
