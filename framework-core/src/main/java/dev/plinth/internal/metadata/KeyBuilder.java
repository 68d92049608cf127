package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.KeyModel;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The unique keys and indexes of an entity. */
final class KeyBuilder {
    private final ColumnBuilder columns;
    private final Problems problems;

    KeyBuilder(ColumnBuilder columns, Problems problems) {
        this.columns = columns;
        this.problems = problems;
    }

    List<KeyModel> build(
            Site site,
            Declaration.Type type,
            TableName table,
            List<ColumnModel> row,
            List<ColumnModel> id,
            References references) {
        List<KeyModel> result = new ArrayList<>();
        row.stream()
                .filter(column -> column.unique() && !id.equals(List.of(column)))
                .forEach(column ->
                        result.add(new KeyModel(name("uk", table, List.of(column), Set.of()), List.of(column), true)));
        for (Declaration.Key key : type.keys()) {
            List<ColumnModel> found = find(site, key, row, references);
            Set<ColumnModel> descending = descending(key, found);
            if (found.size() >= key.columns().size() && !isKnown(result, key, found, descending)) {
                String name =
                        columns.name(site, key.name(), name(key.unique() ? "uk" : "ix", table, found, descending));
                result.add(new KeyModel(name, found, descending, key.unique()));
            }
        }
        references.unique().forEach(columns -> addKey(result, "uk", table, columns));
        if (!type.readOnly()) {
            addIndexes(result, type, table, id, references);
        }
        Set<String> names = new HashSet<>();
        for (KeyModel key : result) {
            if (!names.add(Names.same(key.name()))) {
                problems.add(site, "there are two keys or indexes named '" + key.name() + "'", "Rename one of them");
            }
        }
        return result;
    }

    private static void addKey(List<KeyModel> keys, String prefix, TableName table, List<ColumnModel> columns) {
        keys.add(new KeyModel(name(prefix, table, columns, Set.of()), columns, prefix.equals("uk")));
    }

    /** Rows are looked up by what they refer to: also by the database, before it deletes what they refer to. */
    private static void addIndexes(
            List<KeyModel> keys, Declaration.Type type, TableName table, List<ColumnModel> id, References references) {
        for (List<ColumnModel> columns : references.indexed()) {
            // a unique key of rows that may be soft-deleted does not lead to those that are
            boolean known = startsWith(id, columns)
                    || keys.stream()
                            .anyMatch(key ->
                                    startsWith(key.columns(), columns) && !(key.unique() && type.softDelete() != null));
            if (!known) {
                addKey(keys, "ix", table, columns);
            }
        }
    }

    private static boolean startsWith(List<ColumnModel> columns, List<ColumnModel> first) {
        return columns.size() >= first.size()
                && columns.subList(0, first.size()).equals(first);
    }

    private static boolean isKnown(
            List<KeyModel> keys, Declaration.Key key, List<ColumnModel> columns, Set<ColumnModel> descending) {
        return key.name() == null
                && keys.stream()
                        .anyMatch(k -> k.unique() == key.unique()
                                && k.columns().equals(columns)
                                && k.descending().equals(descending));
    }

    private static Set<ColumnModel> descending(Declaration.Key key, List<ColumnModel> columns) {
        return columns.stream()
                .filter(column -> key.descending().stream().anyMatch(name -> isNamed(key, column, name)))
                .collect(Collectors.toSet());
    }

    private static boolean isNamed(Declaration.Key key, ColumnModel column, String name) {
        return key.paths() ? column.path().equals(name) : column.name().equalsIgnoreCase(name);
    }

    private static String name(String prefix, TableName table, List<ColumnModel> columns, Set<ColumnModel> descending) {
        return Names.shorten(prefix + "_" + table.name() + "_"
                + columns.stream()
                        .map(column -> column.name() + (descending.contains(column) ? "_desc" : ""))
                        .collect(Collectors.joining("_")));
    }

    private List<ColumnModel> find(Site site, Declaration.Key key, List<ColumnModel> row, References references) {
        String what = key.unique() ? "unique key" : "index";
        if (key.columns().isEmpty()) {
            problems.add(site, "the " + what + " has no columns", "Name at least one");
        }
        List<ColumnModel> result = new ArrayList<>();
        for (String name : key.columns()) {
            List<ColumnModel> several = key.paths() ? references.byPath().getOrDefault(name, List.of()) : List.of();
            if (several.size() > 1) {
                result.addAll(several);
                continue;
            }
            Optional<ColumnModel> column =
                    row.stream().filter(c -> isNamed(key, c, name)).findFirst();
            column.ifPresent(result::add);
            if (column.isEmpty()) {
                report(site, what, key, name, row);
            } else if (column.get().type() == ValueType.JSON) {
                problems.add(
                        site,
                        "the " + what + " names '" + name + "', which is JSON",
                        "Keep what is looked for in a property of its own");
            } else if (result.indexOf(column.get()) < result.size() - 1) {
                problems.add(site, "the " + what + " has '" + name + "' twice", "Name each column once");
            }
        }
        return result;
    }

    private void report(Site site, String what, Declaration.Key key, String name, List<ColumnModel> row) {
        String known = row.stream().map(c -> key.paths() ? c.path() : c.name()).collect(Collectors.joining(", "));
        String hint = row.stream()
                .filter(c -> !key.paths() && c.path().equals(name))
                .findFirst()
                .map(c -> "Name the column, which is '" + c.name() + "'")
                .orElse("Use one of " + known);
        problems.add(
                site,
                "the " + what + " names '" + name + "', which is not a " + (key.paths() ? "property" : "column")
                        + " of the entity",
                hint);
    }
}
