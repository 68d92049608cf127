package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.model.ColumnModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rule that a row has no two columns of one name. */
final class RowColumns {
    private final Declaration.Type said;
    private final Site site;
    private final RowPart part;
    private final @Nullable ColumnModel deletedAt;
    private final List<ColumnModel> discriminators;
    private final References references;
    private final Problems problems;

    RowColumns(
            Declaration.Type said,
            Site site,
            RowPart part,
            @Nullable ColumnModel deletedAt,
            List<ColumnModel> discriminators,
            References references,
            Problems problems) {
        this.said = said;
        this.site = site;
        this.part = part;
        this.deletedAt = deletedAt;
        this.discriminators = discriminators;
        this.references = references;
        this.problems = problems;
    }

    void check(List<ColumnModel> row) {
        Map<String, ColumnModel> seen = new HashMap<>();
        for (ColumnModel column : row) {
            ColumnModel other = seen.putIfAbsent(Names.same(column.name()), column);
            if (other != null) {
                report(column, other);
            }
        }
    }

    private void report(ColumnModel column, ColumnModel other) {
        Class<?> type = part.declarer(column);
        String message = "the column '" + column.name() + "' is also the column of ";
        if (column == deletedAt) {
            problems.add(
                    said.type(),
                    other.path(),
                    message + "the soft deletion",
                    "Remove the property (Plinth keeps the column itself), or name another column for the"
                            + " soft deletion");
        } else if (discriminators.contains(column)) {
            problems.add(
                    said.type(),
                    other.path(),
                    message + "the discriminator",
                    "Name another column with @DiscriminatorColumn, or with @Column");
        } else if (type != null) {
            Class<?> of = part.declarer(other);
            problems.add(
                    type,
                    column.path(),
                    message + "'" + (of == null ? said.type() : of).getSimpleName() + "." + other.path()
                            + "', and is not declared alike",
                    "Rename one of them with @Column, or declare both with the same type, length and constraints:"
                            + " a hierarchy has one row");
        } else {
            problems.add(said.type(), column.path(), message + "'" + other.path() + "'", remedy(column, other));
        }
    }

    private String remedy(ColumnModel column, ColumnModel other) {
        if (HiddenColumns.isHidden(column)) {
            return "Name another column at the collection with "
                    + site.say("@JoinColumn or @OrderColumn", "'joinColumn' or 'orderColumn'")
                    + ", or map the collection by the property with 'mappedBy'";
        } else if (references.has(column) || references.has(other)) {
            return "Keep the reference alone, which tells its id without a query, or name another column with "
                    + site.say("@JoinColumn", "'joinColumn'");
        }
        return column.path().contains(".") || other.path().contains(".")
                ? "Rename one of them with " + site.say("@AttributeOverride at the embeddable", "'column'")
                : "Rename one of them with " + site.say("@Column", "'column'");
    }
}
