package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.catalog.CatalogReader;
import dev.plinth.jdbc.internal.catalog.LiveColumn;
import dev.plinth.jdbc.internal.catalog.LiveForeignKey;
import dev.plinth.jdbc.internal.catalog.LiveIndex;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the keys, indexes and checks of one table. */
final class KeyComparison {
    private final Dialect dialect;
    private final SchemaAuthor creation;
    private final Mending mending;
    private final CatalogReader catalog;
    private final TableDesign table;
    private final LiveTable live;
    private final Findings findings;

    KeyComparison(
            Dialect dialect,
            SqlAuthor author,
            CatalogReader catalog,
            TableDesign table,
            LiveTable live,
            Findings findings) {
        this.dialect = dialect;
        this.creation = new SchemaAuthor(author, dialect);
        this.mending = new Mending(author, dialect);
        this.catalog = catalog;
        this.table = table;
        this.live = live;
        this.findings = findings;
    }

    void compare() {
        comparePrimaryKey();
        table.checks().forEach(this::compare);
        table.keys().stream().filter(TableDesign.Key::unique).forEach(this::compareUnique);
        table.keys().stream().filter(key -> !key.unique()).forEach(this::compareIndex);
        compareReference();
    }

    private void comparePrimaryKey() {
        List<String> needed = table.primaryKey();
        if (needed.isEmpty() || sameSet(needed, live.primaryKey())) {
            return;
        }
        boolean unique = live.indexes().stream().anyMatch(index -> isUniqueOver(index, needed));
        if (live.primaryKey().isEmpty() && unique) {
            return;
        }
        boolean missing = live.primaryKey().isEmpty();
        findings.add(
                Kind.PRIMARY_KEY,
                table.collection() == null ? Severity.ERROR : Severity.WARNING,
                missing
                        ? findings.table() + " has no primary key; the model's is " + listed(needed)
                        : findings.table() + " has the primary key " + listed(live.primaryKey())
                                + ", and the model's is " + listed(needed),
                missing ? mending.addPrimaryKey(table) : List.of());
    }

    private void compare(TableDesign.Check check) {
        if (live.checks().stream().anyMatch(name -> catalog.same(name, check.name()))) {
            return;
        }
        List<String> outdated = live.checks().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT)
                        .matches(java.util.regex.Pattern.quote(check.start().toLowerCase(Locale.ROOT)) + "[0-9a-f]{8}"))
                .toList();
        List<String> statements = new ArrayList<>();
        outdated.forEach(name -> statements.addAll(mending.dropConstraint(table, name)));
        statements.addAll(mending.addCheck(table, check));
        findings.add(
                Kind.CHECK,
                outdated.isEmpty() ? Severity.WARNING : Severity.ERROR,
                check.property(),
                check.column(),
                outdated.isEmpty()
                        ? findings.column(check.column()) + " has no check of the values that the model allows"
                        : findings.column(check.column()) + " has the check " + listed(outdated)
                                + " of other values than the model allows",
                statements);
    }

    private void compareUnique(TableDesign.Key key) {
        List<LiveIndex> over = live.indexes().stream()
                .filter(index -> isUniqueOver(index, key.columns()))
                .toList();
        List<LiveIndex> counting = over.stream()
                .filter(index -> key.deletedAt() != null && !ignoresDeleted(key, index))
                .toList();
        boolean found = key.deletedAt() == null
                ? sameSet(key.columns(), live.primaryKey())
                        || over.stream().anyMatch(index -> index.filter() == null && !hasHidden(index))
                : over.size() > counting.size();
        if (!counting.isEmpty()) {
            addUnique(
                    "the unique key over " + listed(key.columns()) + " of " + findings.table()
                            + " counts soft-deleted rows, too, whose values the model lets others have",
                    found
                            ? dropping(counting)
                            : replacing(
                                    Stream.concat(counting.stream(), named(key).stream())
                                            .distinct()
                                            .toList(),
                                    key));
        } else if (!found) {
            addUnique(
                    findings.table() + " has no unique key over " + listed(key.columns()),
                    replacing(named(key).stream().toList(), key));
        }
    }

    private void addUnique(String message, List<String> statements) {
        findings.add(Kind.UNIQUE_KEY, Severity.ERROR, message, statements);
    }

    private void compareIndex(TableDesign.Key key) {
        if (live.indexes().stream().anyMatch(index -> serves(index, key)) || isStartOfPrimaryKey(key)) {
            return;
        }
        findings.add(
                Kind.INDEX,
                Severity.WARNING,
                findings.table() + " has no index over " + ordered(key.columns(), key.descending()),
                replacing(named(key).stream().toList(), key));
    }

    // another index of the same name is in the way; the rows stay, whatever becomes of their indexes
    private List<String> replacing(List<LiveIndex> inTheWay, TableDesign.Key key) {
        boolean hasHidden = !dialect.hiddenColumns().isEmpty()
                && live.columns().stream().map(LiveColumn::name).toList().containsAll(dialect.hiddenColumns());
        List<String> statements = new ArrayList<>(dropping(inTheWay));
        if (!statements.isEmpty() || inTheWay.isEmpty()) {
            List<String> creating = creation.createKey(table, key);
            // the last one makes the index, those before it make columns that are there, where others have them
            statements.addAll(hasHidden ? creating.subList(creating.size() - 1, creating.size()) : creating);
        }
        return statements;
    }

    private List<String> dropping(List<LiveIndex> indexes) {
        boolean droppable = indexes.stream()
                .allMatch(
                        index -> index.constraint() == null || dialect.schema().altersColumns());
        return droppable
                ? indexes.stream()
                        .flatMap(index -> mending.dropIndex(table, index).stream())
                        .toList()
                : List.of();
    }

    private Optional<LiveIndex> named(TableDesign.Key key) {
        return live.indexes().stream()
                .filter(index -> catalog.same(index.name(), key.name()))
                .findFirst();
    }

    private void compareReference() {
        TableDesign.Reference reference = table.reference();
        if (reference == null || live.foreignKeys().stream().anyMatch(key -> isSame(reference, key))) {
            return;
        }
        findings.add(
                Kind.FOREIGN_KEY,
                Severity.WARNING,
                findings.table() + " has no foreign key from " + listed(reference.columns()) + " to the table '"
                        + table.owner().entity().table() + "'",
                mending.addReference(table, reference));
    }

    private boolean isSame(TableDesign.Reference reference, LiveForeignKey key) {
        return catalog.same(key.table(), table.owner().entity().table().name())
                && sameSet(reference.columns(), key.columns())
                && sameSet(reference.targets(), key.targets());
    }

    private boolean isUniqueOver(LiveIndex index, Collection<String> columns) {
        return index.unique() && sameSet(columns, visible(index));
    }

    private boolean ignoresDeleted(TableDesign.Key key, LiveIndex index) {
        return key.deletedAt() != null
                && dialect.schema().ignoresDeleted(index, key.deletedAt().name());
    }

    private boolean hasHidden(LiveIndex index) {
        return visible(index).size() < index.columns().size();
    }

    private List<String> visible(LiveIndex index) {
        return index.columns().stream()
                .filter(column -> !dialect.hiddenColumns().contains(column))
                .toList();
    }

    // an index is read from either end
    private boolean serves(LiveIndex index, TableDesign.Key key) {
        List<String> columns = index.columns();
        if (index.filter() != null
                || columns.size() < key.columns().size()
                || !sameList(columns.subList(0, key.columns().size()), key.columns())) {
            return false;
        }
        Set<Boolean> turned = key.columns().stream()
                .map(column -> key.descending().contains(column) != isDescending(index, column))
                .collect(Collectors.toSet());
        return turned.size() == 1;
    }

    private boolean isDescending(LiveIndex index, String column) {
        return index.descending().stream().anyMatch(each -> catalog.same(each, column));
    }

    private boolean isStartOfPrimaryKey(TableDesign.Key key) {
        List<String> primary = live.primaryKey();
        return key.descending().isEmpty()
                && primary.size() >= key.columns().size()
                && sameList(primary.subList(0, key.columns().size()), key.columns());
    }

    private boolean sameSet(Collection<String> a, Collection<String> b) {
        return a.size() == b.size() && a.stream().allMatch(x -> b.stream().anyMatch(y -> catalog.same(x, y)));
    }

    private boolean sameList(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            if (!catalog.same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String listed(Collection<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    private static String ordered(List<String> columns, List<String> descending) {
        return columns.stream()
                .map(name -> "'" + name + "'" + (descending.contains(name) ? " descending" : ""))
                .collect(Collectors.joining(", "));
    }
}
