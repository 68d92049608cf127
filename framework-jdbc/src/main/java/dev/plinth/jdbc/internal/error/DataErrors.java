package dev.plinth.jdbc.internal.error;

import dev.plinth.error.CheckViolationException;
import dev.plinth.error.ConstraintViolationException;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ForeignKeyViolationException;
import dev.plinth.error.NotNullViolationException;
import dev.plinth.error.ValueOutOfRangeException;
import dev.plinth.error.ValueTooLongException;
import dev.plinth.error.Violation;
import dev.plinth.model.ColumnModel;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The errors about what a row may hold. */
final class DataErrors {
    private static final String DIFFERS =
            " of the table, which differs from the mapping. Compare the two, and correct one";

    private final Set<String> hiddenColumns;
    private final CheckNames checks;

    DataErrors(Set<String> hiddenColumns, CheckNames checks) {
        this.checks = checks;
        this.hiddenColumns = Set.copyOf(hiddenColumns);
    }

    DuplicateKeyException duplicate(BrokenRule broken, Doing doing, SQLException cause) {
        Violation violation = violation(broken, doing);
        if (violation.entity() == null) {
            return new DuplicateKeyException(
                    violation, doing.at() + "a unique key was broken." + doing.statement(), cause);
        }
        String detail = "It happened while " + doing.where() + "." + doing.statement();
        return doing.table().isDeletableId(violation.columns())
                ? DuplicateKeyException.ofId(violation, detail, cause)
                : DuplicateKeyException.of(violation, detail, cause);
    }

    ForeignKeyViolationException foreignKey(BrokenRule broken, Doing doing, Referrals referrals, SQLException cause) {
        Violation violation = violation(broken, doing);
        if (doing.entity() == null) {
            return new ForeignKeyViolationException(
                    violation,
                    doing.at() + "the foreign key" + name(violation) + " was broken: a row refers to one that does not"
                            + " exist, or a row was deleted that others refer to." + doing.statement(),
                    cause);
        }
        List<Referrals.Referral> possible = referrals.broken(broken, doing);
        return ForeignKeyViolationException.of(
                possible.size() == 1 ? completed(violation, possible.get(0), doing) : violation,
                "while " + doing.where(),
                doing.deletes(),
                possible.stream().map(Referrals.Referral::path).distinct().toList(),
                doing.statement().strip(),
                cause);
    }

    // an engine that does not tell which foreign key it was has no other one to tell of
    private static Violation completed(Violation violation, Referrals.Referral referral, Doing doing) {
        if (violation.constraint() != null) {
            return violation;
        }
        List<String> columns = doing.deletes()
                ? referral.target().id().columns().stream()
                        .map(ColumnModel::name)
                        .toList()
                : referral.columnNames();
        return new Violation(
                violation.entity(),
                referral.constraint(),
                columns,
                doing.table().properties(columns));
    }

    NotNullViolationException notNull(BrokenRule broken, Doing doing, SQLException cause) {
        Violation violation = violation(broken, doing);
        return new NotNullViolationException(
                violation,
                doing.at() + column(violation)
                        + " takes no null, other than the mapping says. Set a value, or correct the mapping."
                        + doing.statement(),
                cause);
    }

    CheckViolationException check(BrokenRule broken, Doing doing, SQLException cause) {
        Violation violation = violation(withColumn(broken, doing), doing);
        return new CheckViolationException(
                violation,
                doing.at() + "the check constraint" + name(violation) + " refused the row." + doing.statement(),
                cause);
    }

    ConstraintViolationException other(BrokenRule broken, Doing doing, SQLException cause) {
        Violation violation = violation(broken, doing);
        return new ConstraintViolationException(
                violation,
                doing.at() + "the constraint" + name(violation) + " refused the row." + doing.statement(),
                cause);
    }

    ValueTooLongException tooLong(BrokenRule broken, Doing doing, SQLException cause) {
        Violation violation = violation(broken, doing);
        return new ValueTooLongException(
                violation,
                doing.at() + "a value is too long for " + column(violation) + DIFFERS + "." + doing.statement(),
                cause);
    }

    ValueOutOfRangeException outOfRange(BrokenRule broken, Doing doing, SQLException cause) {
        Violation violation = violation(broken, doing);
        return new ValueOutOfRangeException(
                violation,
                doing.at() + "a value is out of the range of " + column(violation) + DIFFERS + "." + doing.statement(),
                cause);
    }

    // a check of Plinth's own has the column in its name
    private BrokenRule withColumn(BrokenRule broken, Doing doing) {
        return broken.constraint() == null || !broken.columns().isEmpty()
                ? broken
                : new BrokenRule(broken.constraint(), doing.table().columnsOfCheck(broken.constraint(), checks));
    }

    private Violation violation(BrokenRule broken, Doing doing) {
        WrittenTable table = doing.table();
        List<String> told = broken.columns().stream()
                .filter(column -> !hiddenColumns.contains(column))
                .toList();
        List<String> columns =
                told.isEmpty() && broken.constraint() != null ? table.columnsOf(broken.constraint()) : told;
        return new Violation(table.entity(), broken.constraint(), columns, table.properties(columns));
    }

    private static String name(Violation violation) {
        return violation.constraint() == null ? "" : " '" + violation.constraint() + "'";
    }

    private static String column(Violation violation) {
        return violation.columns().isEmpty()
                ? "a column"
                : "the column '" + String.join("', '", violation.columns()) + "'";
    }
}
