package dev.plinth.internal.metadata;

import dev.plinth.internal.metadata.Problems.Site;
import dev.plinth.mapping.Declaration;
import dev.plinth.model.ColumnModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of columns that hold the id of another row. */
final class JoinColumns {
    private final ColumnBuilder columns;
    private final Problems problems;

    JoinColumns(ColumnBuilder columns, Problems problems) {
        this.columns = columns;
        this.problems = problems;
    }

    /**
     * Columns of a row.
     *
     * @param position the place of the first one
     * @param path the property's path
     * @param prefix what a default name begins with
     * @param nullable whether null is a value of them
     * @param unique whether each value occurs at most once, where it is one column
     */
    record Place(int position, String path, String prefix, boolean nullable, boolean unique) {}

    /** The columns, in the order of those of the id; empty where what was said does not fit the id. */
    List<ColumnModel> build(Site site, List<Declaration.JoinColumn> said, Outline target, Place place) {
        List<ColumnModel> id = target.id();
        if (!said.isEmpty() && said.size() != id.size()) {
            problems.add(
                    site,
                    "the id of " + target.name() + " has " + id.size() + " columns, " + names(id)
                            + ", but the join columns are " + said.size(),
                    "Say one for each column of the id, or none");
            return List.of();
        }
        if (!said.isEmpty() && !refer(site, said, target)) {
            return List.of();
        }
        List<ColumnModel> result = new ArrayList<>();
        for (int i = 0; i < id.size(); i++) {
            ColumnModel of = id.get(i);
            Declaration.JoinColumn column = said.isEmpty() ? null : find(said, i, of);
            result.add(copy(
                    of,
                    place.position() + i,
                    id.size() == 1 ? place.path() : place.path() + "." + of.path(),
                    columns.name(
                            site,
                            column == null ? null : column.name(),
                            Names.shorten(place.prefix() + "_" + of.name())),
                    place.nullable(),
                    (place.unique() && id.size() == 1) || (column != null && column.unique())));
        }
        return result;
    }

    /** Whether each of them refers to another column of the id. */
    private boolean refer(Site site, List<Declaration.JoinColumn> said, Outline target) {
        List<ColumnModel> id = target.id();
        for (Declaration.JoinColumn column : said) {
            String name = column.refersTo();
            if (name != null && id.stream().noneMatch(of -> isNamed(of, name))) {
                problems.add(
                        site,
                        "it refers to the column '" + name + "' of " + target.name()
                                + ", which is not a column of its id",
                        "A reference holds the id: refer to " + names(id) + ", or leave it out");
                return false;
            }
        }
        for (int i = 0; i < id.size(); i++) {
            if (find(said, i, id.get(i)) == null) {
                problems.add(
                        site,
                        "none of its join columns refers to the id column '"
                                + id.get(i).name() + "' of " + target.name(),
                        "Refer to each of " + names(id) + " once");
                return false;
            }
        }
        return true;
    }

    private static Declaration.@Nullable JoinColumn find(List<Declaration.JoinColumn> said, int index, ColumnModel of) {
        Optional<Declaration.JoinColumn> named = said.stream()
                .filter(column -> column.refersTo() != null && isNamed(of, column.refersTo()))
                .findFirst();
        return named.orElseGet(() -> said.get(index).refersTo() == null ? said.get(index) : null);
    }

    private static boolean isNamed(ColumnModel column, String name) {
        return Names.same(column.name()).equals(Names.same(name));
    }

    private static String names(List<ColumnModel> id) {
        return id.stream().map(column -> "'" + column.name() + "'").collect(Collectors.joining(", "));
    }

    /** A column that holds values of an id's column. */
    static ColumnModel copy(ColumnModel of, int position, String path, String name, boolean nullable, boolean unique) {
        return new ColumnModel(
                position,
                path,
                name,
                of.type(),
                java.lang.invoke.MethodType.methodType(of.domainType()).wrap().returnType(),
                of.converter(),
                nullable,
                unique,
                of.length(),
                of.precision(),
                of.scale(),
                of.secondPrecision(),
                true,
                true,
                List.of());
    }
}
