package dev.plinth.jdbc.internal.schema;

import dev.plinth.jdbc.internal.catalog.CatalogReader;
import dev.plinth.jdbc.internal.catalog.LiveColumn;
import dev.plinth.jdbc.internal.catalog.LiveIndex;
import dev.plinth.jdbc.internal.catalog.LiveTable;
import dev.plinth.jdbc.internal.sql.ConstraintNames;
import dev.plinth.jdbc.internal.sql.Dialect;
import dev.plinth.jdbc.internal.sql.SqlAuthor;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the keys, indexes and checks of one table. */
final class KeyComparison {
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|-?\\b\\d+\\b");

    private final Dialect dialect;
    private final SchemaAuthor creation;
    private final Mending mending;
    private final CatalogReader catalog;
    private final TableDesign table;
    private final LiveTable live;
    private final Findings findings;
    private boolean hasHiddenColumn;

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
        this.hasHiddenColumn = !dialect.hiddenColumns().isEmpty()
                && live.columns().stream().map(LiveColumn::name).toList().containsAll(dialect.hiddenColumns());
    }

    void compare() throws SQLException {
        comparePrimaryKey();
        for (TableDesign.Check check : table.checks()) {
            compare(check);
        }
        table.keys().stream().filter(TableDesign.Key::unique).forEach(this::compareUnique);
        table.keys().stream().filter(key -> !key.unique()).forEach(this::compareIndex);
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

    private void compare(TableDesign.Check check) throws SQLException {
        if (live.checks().stream().anyMatch(name -> catalog.same(name, check.name()))) {
            return;
        }
        List<String> outdated = live.checks().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT)
                        .matches(Pattern.quote(check.start().toLowerCase(Locale.ROOT)) + "[0-9a-f]{8}"))
                .toList();
        List<String> statements = new ArrayList<>();
        statements.addAll(mending.replaceChecks(table, outdated, check));
        boolean allowed = !outdated.isEmpty() && allAllow(outdated, check);
        findings.add(
                Kind.CHECK,
                outdated.isEmpty() || allowed ? Severity.WARNING : Severity.ERROR,
                check.property(),
                check.column(),
                outdated.isEmpty()
                        ? findings.column(check.column()) + " has no check of the values that the model allows"
                        : findings.column(check.column()) + " has the check " + listed(outdated)
                                + " of other values than the model allows"
                                + (allowed ? ", which are among them" : "")
                                + (statements.isEmpty()
                                        ? ". Make a new table with the check of the model, copy the rows, and rename it"
                                        : ""),
                statements);
    }

    // the constants of an enum are told by the literals of its check, since each engine writes the rest in its own way
    private boolean allAllow(List<String> names, TableDesign.Check check) throws SQLException {
        Set<String> needed = literals(creation.text(check));
        for (String name : names) {
            String text = dialect.schema().check(catalog.connection(), live, name);
            if (!check.listed() || !literals(text).containsAll(needed)) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> literals(String condition) {
        // a quote that the catalog has escaped, and names, which have no literals in them
        String plain = condition.replace("\\'", "'").replaceAll("\"[^\"]*\"|`[^`]*`", " ");
        return LITERAL.matcher(plain).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private void compareUnique(TableDesign.Key key) {
        List<LiveIndex> over = live.indexes().stream()
                .filter(index -> isUniqueOver(index, key.columns()))
                .toList();
        // one of some rows only is another matter
        List<LiveIndex> counting = over.stream()
                .filter(index -> key.deletedAt() != null && index.filter() == null && !ignoresDeleted(key, index))
                .toList();
        boolean found = key.deletedAt() == null
                ? sameSet(key.columns(), live.primaryKey())
                        || over.stream().anyMatch(index -> index.filter() == null && !hasHidden(index))
                : over.stream().anyMatch(index -> ignoresDeleted(key, index));
        List<LiveIndex> coarse = live.indexes().stream()
                .filter(index -> index.unique() && index.coarse() != null && sameSet(key.columns(), visible(index)))
                .toList();
        if (found && key.deletedAt() != null && !marksDeleted()) {
            addUnique(
                    "the unique key over " + listed(key.columns()) + " of " + findings.table() + " guards nothing: "
                            + findings.column(String.join("', '", dialect.hiddenColumns()))
                            + " is not computed from '" + key.deletedAt().name()
                            + "'. Drop the key and that column, and let validate() say how to add them",
                    List.of());
        } else if (!coarse.isEmpty()) {
            addUnique(
                    "the unique key over " + listed(key.columns()) + " of " + findings.table() + " compares "
                            + coarse.get(0).coarse() + ", and takes different values for equal",
                    found
                            ? dropping(coarse)
                            : replacing(
                                    Stream.concat(coarse.stream(), named(key).stream())
                                            .distinct()
                                            .toList(),
                                    key));
        } else if (!counting.isEmpty()) {
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
                    findings.table() + " has no unique key over " + listed(key.columns())
                            + (over.isEmpty() ? "" : ", but one of some of the rows only"),
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
        List<String> dropping = dropping(inTheWay);
        if (dropping.isEmpty() && !inTheWay.isEmpty()) {
            return List.of();
        }
        boolean unique = key.unique() && !dropping.isEmpty();
        boolean sameName = inTheWay.stream().anyMatch(index -> catalog.same(index.name(), key.name()));
        List<String> statements = new ArrayList<>();
        if (!unique) {
            statements.addAll(dropping);
            statements.addAll(creating(key));
        } else if (!sameName) {
            statements.addAll(creating(key));
            statements.addAll(dropping);
        } else {
            // rows may stand against the new one, and the old one stays then
            TableDesign.Key other = key.named(ConstraintNames.of(key.name(), "new"));
            statements.addAll(creating(other));
            statements.addAll(dropping);
            statements.addAll(mending.renameIndex(table, other, key, creating(key)));
        }
        return statements;
    }

    // a column that keys share is added with the first of them
    private List<String> creating(TableDesign.Key key) {
        List<String> creating = creation.createKey(table, key);
        boolean there = hasHiddenColumn;
        hasHiddenColumn |= creating.size() > 1;
        // the last one makes the index
        return there ? creating.subList(creating.size() - 1, creating.size()) : creating;
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

    private boolean isUniqueOver(LiveIndex index, Collection<String> columns) {
        return index.unique() && index.coarse() == null && sameSet(columns, visible(index));
    }

    private boolean ignoresDeleted(TableDesign.Key key, LiveIndex index) {
        return key.deletedAt() != null
                && dialect.schema().ignoresDeleted(index, key.deletedAt().name());
    }

    /** Whether the database itself computes what tells deleted rows apart. */
    private boolean marksDeleted() {
        return live.columns().stream()
                .filter(column -> dialect.hiddenColumns().contains(column.name()))
                .allMatch(column -> column.generation() == LiveColumn.Generation.ALWAYS);
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
