package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.catalog.CatalogReader;
import dev.plinth.jdbc.internal.catalog.LiveForeignKey;
import dev.plinth.jdbc.internal.catalog.LiveIndex;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the foreign keys of one table, whatever their names are. */
final class ReferenceComparison {
    private final Set<String> hiddenColumns;
    private final Mending mending;
    private final CatalogReader catalog;
    private final TableDesign table;
    private final Findings findings;

    ReferenceComparison(
            Dialect dialect, SqlAuthor author, CatalogReader catalog, TableDesign table, Findings findings) {
        this.hiddenColumns = dialect.hiddenColumns();
        this.mending = new Mending(author, dialect);
        this.catalog = catalog;
        this.table = table;
        this.findings = findings;
    }

    /**
     * Compares one.
     *
     * @param live the table as it is, or null where it is missing
     */
    void compare(TableDesign.Reference reference, @Nullable LiveTable live) throws SQLException {
        List<LiveForeignKey> there = live == null ? List.of() : live.foreignKeys();
        if (there.stream().anyMatch(key -> isSame(catalog, reference, key))) {
            return;
        }
        boolean possible = canBeReferredTo(reference);
        List<LiveForeignKey> wrong = there.stream()
                .filter(key -> sameSet(reference.columns(), key.columns()))
                .toList();
        List<String> statements = new ArrayList<>();
        boolean droppable = wrong.stream().noneMatch(key -> key.name() == null);
        if (possible && droppable) {
            wrong.forEach(key -> statements.addAll(mending.dropReference(table, String.valueOf(key.name()))));
            statements.addAll(mending.addReference(table, reference));
        }
        String later = possible ? "" : ", whose primary key must be the model's first";
        findings.add(
                Kind.FOREIGN_KEY,
                wrong.isEmpty() ? Severity.WARNING : Severity.ERROR,
                wrong.isEmpty()
                        ? findings.table() + " has no foreign key from " + listed(reference.columns())
                                + " to the table '" + reference.target() + "'" + later
                        : "the foreign key from " + listed(reference.columns()) + " of " + findings.table()
                                + " refers to " + listed(wrong.get(0).targets()) + " of the table '"
                                + wrong.get(0).table() + "', and the model's to " + listed(reference.targets())
                                + " of the table '" + reference.target() + "'" + later,
                statements);
    }

    private boolean canBeReferredTo(TableDesign.Reference reference) throws SQLException {
        LiveTable target = catalog.find(reference.target());
        return target == null
                || target.primaryKey().isEmpty()
                || sameSet(target.primaryKey(), reference.targets())
                || target.indexes().stream().anyMatch(index -> isUniqueOver(index, reference.targets()));
    }

    private boolean isUniqueOver(LiveIndex index, List<String> columns) {
        return index.unique()
                && index.filter() == null
                && index.coarse() == null
                && sameSet(
                        columns,
                        index.columns().stream()
                                .filter(column -> !hiddenColumns.contains(column))
                                .toList());
    }

    /** Whether a foreign key is what the model needs. */
    static boolean isSame(CatalogReader catalog, TableDesign.Reference reference, LiveForeignKey key) {
        if (!catalog.same(key.table(), reference.target().name())
                || key.columns().size() != reference.columns().size()) {
            return false;
        }
        for (int i = 0; i < key.columns().size(); i++) {
            if (!isPart(catalog, reference, key.columns().get(i), key.targets().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(
            CatalogReader catalog, TableDesign.Reference reference, String column, String target) {
        for (int i = 0; i < reference.columns().size(); i++) {
            if (catalog.same(reference.columns().get(i), column)
                    && catalog.same(reference.targets().get(i), target)) {
                return true;
            }
        }
        return false;
    }

    private boolean sameSet(Collection<String> a, Collection<String> b) {
        return a.size() == b.size() && a.stream().allMatch(x -> b.stream().anyMatch(y -> catalog.same(x, y)));
    }

    private static String listed(Collection<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
