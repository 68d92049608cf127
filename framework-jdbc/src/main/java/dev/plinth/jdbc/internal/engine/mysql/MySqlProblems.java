package dev.plinth.jdbc.internal.engine.mysql;

import dev.plinth.error.Problem;
import dev.plinth.jdbc.internal.sql.Catalogs;
import dev.plinth.jdbc.internal.sql.Columns;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of an entity MySQL or MariaDB cannot hold. */
final class MySqlProblems {
    private static final int LONGEST_NAME = 64;
    private static final int MOST_DIGITS = 65;
    private static final long LARGEST_KEY = 3_072;
    private static final long LARGEST_ROW = 65_535;
    private static final int LARGEST_STEP = 65_535;

    private final EntityModel entity;
    private final MySqlLimits limits;
    private final List<Problem> problems = new ArrayList<>();

    private MySqlProblems(EntityModel entity, MySqlLimits limits) {
        this.entity = entity;
        this.limits = limits;
    }

    static List<Problem> of(EntityModel entity, MySqlLimits limits) {
        MySqlProblems found = new MySqlProblems(entity, limits);
        found.checkTable("", "table", entity.table());
        found.checkColumns("", entity.columns(), List.of());
        List<ColumnModel> id = entity.id().columns();
        for (CollectionModel collection : entity.collections()) {
            found.checkTable(collection.path(), "table", collection.table());
            collection.ownerColumns().forEach(column -> found.checkName(collection.path(), "column", column));
            found.checkColumns(collection.path(), collection.columns(), id);
            ColumnModel key = collection.keyColumn();
            if (key != null) {
                List<ColumnModel> primary =
                        Stream.concat(id.stream(), Stream.of(key)).toList();
                found.checkKey("the elements of '" + collection.path() + "'", primary);
            }
        }
        found.checkId();
        entity.keys().forEach(key -> {
            found.checkName("", "index", key.name());
            found.checkKey("'" + key.name() + "'", key.columns());
        });
        return found.problems;
    }

    private void checkTable(String member, String what, TableName name) {
        if (name.catalog() != null && name.schema() != null) {
            add(
                    member,
                    limits.engine() + " has no schemas in its databases, and the name '" + name
                            + "' has a catalog and a schema",
                    "Give the database as one of them, and leave out the other");
        }
        Stream.of(Catalogs.schema(name), name.name()).forEach(part -> checkName(member, what, part));
    }

    private void checkName(String member, String what, @Nullable String name) {
        if (name == null) {
            return;
        }
        boolean fits = name.length() <= LONGEST_NAME
                && !name.endsWith(" ")
                && name.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c));
        if (!fits) {
            add(
                    member,
                    limits.engine() + " takes no name such as that of the " + what + " '" + name + "': it has at most "
                            + LONGEST_NAME + " characters, none of them beyond U+FFFF, and no blank at the end",
                    "Give it another name");
        }
    }

    private void checkColumns(String member, List<ColumnModel> columns, List<ColumnModel> owner) {
        for (ColumnModel column : columns) {
            checkName(column.path(), "column", column.name());
            checkDigits(column);
            if (column.name().equalsIgnoreCase(MySqlFamilyDialect.LIVE_MARKER)) {
                add(
                        column.path(),
                        "The column name '" + column.name() + "' is one that Plinth itself adds to tables",
                        "Give the column another name");
            }
            if (column.type() == ValueType.OFFSET_DATE_TIME) {
                checkOffset(column, columns);
            }
        }
        long size = Stream.concat(owner.stream(), columns.stream())
                .mapToLong(MySqlValues::bytes)
                .sum();
        if (size > LARGEST_ROW) {
            add(
                    member,
                    limits.engine() + " has at most " + LARGEST_ROW + " bytes in a row, and those of '"
                            + (member.isEmpty() ? entity.name() : entity.name() + "." + member) + "' may have " + size
                            + " (a text has up to four for each of its length)",
                    "Give texts a smaller length, or one of 768 and more: those are kept apart from the row");
        }
    }

    private void checkDigits(ColumnModel column) {
        boolean isNumber = column.type() == ValueType.DECIMAL || column.type() == ValueType.BIG_INTEGER;
        if (isNumber && (column.precision() > MOST_DIGITS || column.scale() > limits.greatestScale())) {
            add(
                    column.path(),
                    limits.engine() + " has numbers of at most " + MOST_DIGITS + " digits, " + limits.greatestScale()
                            + " of them after the point",
                    "Give the column a smaller precision and scale");
        }
    }

    private void checkOffset(ColumnModel column, List<ColumnModel> columns) {
        String offset = Columns.offsetOf(column);
        checkName(column.path(), "column", offset);
        problems.addAll(Columns.offsetClashes(entity, column, columns, String::equalsIgnoreCase));
    }

    private void checkId() {
        List<ColumnModel> id = entity.id().columns();
        id.stream()
                .filter(column -> column.type() == ValueType.OFFSET_DATE_TIME)
                .forEach(column -> add(
                        column.path(),
                        "an OffsetDateTime cannot be an id on " + limits.engine()
                                + ", where its offset is in a column of its own",
                        "Use an Instant"));
        checkKey("the id", id);
        if (entity.id().generation() instanceof Generation.Sequence sequence) {
            String path = id.get(0).path();
            checkTable(path, "sequence", sequence.name());
            boolean counts = sequence.initialValue() > 0 && sequence.allocationSize() <= LARGEST_STEP;
            if (!limits.hasSequences() && !counts) {
                add(
                        path,
                        limits.engine() + " has no sequences, and its counters begin at 1 or later and take at most "
                                + LARGEST_STEP + " ids at a time",
                        "Give the sequence an initial value and an allocation size that fit");
            }
        }
    }

    private void checkKey(String what, List<ColumnModel> columns) {
        long size = columns.stream().mapToLong(MySqlValues::bytes).sum();
        boolean large = columns.stream().anyMatch(MySqlValues::isLarge);
        if (large || size > LARGEST_KEY) {
            add(
                    columns.get(0).path(),
                    limits.engine() + " keeps at most " + LARGEST_KEY
                            + " bytes of a row in an index, and the columns of " + what
                            + " may have more (a text has up to four for each of its length)",
                    "Give the columns a smaller length, a single text one of at most 767, or take one out of the id, key"
                            + " or index");
        }
    }

    private void add(String member, String what, String remedy) {
        problems.add(new Problem(entity.type().getName(), member, what, remedy));
    }
}
