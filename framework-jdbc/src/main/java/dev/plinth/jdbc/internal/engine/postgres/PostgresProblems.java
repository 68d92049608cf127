package dev.plinth.jdbc.internal.engine.postgres;

import dev.plinth.error.Problem;
import dev.plinth.jdbc.internal.sql.Catalogs;
import dev.plinth.jdbc.internal.sql.Columns;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.KeyModel;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What of an entity PostgreSQL cannot hold. */
final class PostgresProblems {
    /** A third of a page, less what an index adds to each entry. */
    private static final long LARGEST_INDEX_ENTRY = 2_680;

    private static final int LONGEST_NAME = 63;
    private static final int MOST_DIGITS = 1_000;

    private final EntityModel entity;
    private final List<Problem> problems = new ArrayList<>();

    private PostgresProblems(EntityModel entity) {
        this.entity = entity;
    }

    static List<Problem> of(EntityModel entity) {
        PostgresProblems found = new PostgresProblems(entity);
        found.problems.addAll(Catalogs.withoutSchema(entity));
        found.checkNames();
        found.checkColumns(entity.columns());
        entity.collections().forEach(collection -> found.checkColumns(collection.columns()));
        found.checkId();
        entity.keys().forEach(found::checkKey);
        return found.problems;
    }

    private void checkNames() {
        checkName("", "table", entity.table());
        entity.keys().forEach(key -> checkName("", "index", key.name()));
        for (CollectionModel collection : entity.collections()) {
            checkName(collection.path(), "table", collection.table());
            collection.ownerColumns().forEach(column -> checkName(collection.path(), "column", column));
        }
    }

    private void checkName(String member, String what, TableName name) {
        Stream.of(name.catalog(), name.schema(), name.name()).forEach(part -> checkName(member, what, part));
    }

    // PostgreSQL itself cuts a longer name, and two names may become one
    private void checkName(String member, String what, @org.jspecify.annotations.Nullable String name) {
        if (name != null && name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            add(
                    member,
                    "the name of the " + what + " '" + name + "' is longer than the " + LONGEST_NAME
                            + " bytes of UTF-8 that PostgreSQL keeps of a name",
                    "Give it a shorter name");
        }
    }

    private void checkColumns(List<ColumnModel> columns) {
        for (ColumnModel column : columns) {
            checkName(column.path(), "column", column.name());
            boolean isNumber = column.type() == ValueType.DECIMAL || column.type() == ValueType.BIG_INTEGER;
            if (isNumber && column.precision() > MOST_DIGITS) {
                add(
                        column.path(),
                        "PostgreSQL has no numbers of " + column.precision() + " digits",
                        "Give the column a precision of at most " + MOST_DIGITS);
            }
            if (PostgresValues.codec(column.type()).offset() != null) {
                checkOffset(column, columns);
            }
        }
    }

    private void checkOffset(ColumnModel column, List<ColumnModel> columns) {
        String offset = Columns.offsetOf(column);
        checkName(column.path(), "column", offset);
        problems.addAll(Columns.offsetClashes(entity, column, columns, String::equals));
    }

    private void checkId() {
        List<ColumnModel> id = entity.id().columns();
        id.stream()
                .filter(column -> PostgresValues.codec(column.type()).offset() != null)
                .forEach(column -> add(
                        column.path(),
                        "an OffsetDateTime cannot be an id on PostgreSQL, whose type for it forgets the offset",
                        "Use an Instant"));
        checkSize("the id", id, 0);
        for (CollectionModel collection : entity.collections()) {
            ColumnModel key = collection.keyColumn();
            long ordered = collection.orderColumn() == null ? 0 : 24;
            long more = key == null ? ordered : PostgresValues.indexBytes(key);
            checkSize("the elements of '" + collection.path() + "'", id, more);
        }
    }

    private void checkKey(KeyModel key) {
        checkSize("'" + key.name() + "'", key.columns(), 0);
    }

    private void checkSize(String what, List<ColumnModel> columns, long more) {
        long size =
                more + columns.stream().mapToLong(PostgresValues::indexBytes).sum();
        if (size > LARGEST_INDEX_ENTRY) {
            add(
                    columns.get(0).path(),
                    "PostgreSQL keeps at most " + LARGEST_INDEX_ENTRY
                            + " bytes of a row in an index, and the columns of " + what + " may have " + size
                            + " (a text has up to three for each of its length)",
                    "Give the columns a smaller length, or take one out of the id, key or index");
        }
    }

    private void add(String member, String what, String remedy) {
        problems.add(new Problem(entity.type().getName(), member, what, remedy));
    }
}
