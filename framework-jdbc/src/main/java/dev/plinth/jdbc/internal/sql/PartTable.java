package dev.plinth.jdbc.internal.sql;

import dev.plinth.model.ColumnModel;
import dev.plinth.model.HierarchyModel;
import dev.plinth.model.HierarchyModel.Member;
import dev.plinth.model.HierarchyModel.Strategy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the tables that the rows of a hierarchy are spread over.
 *
 * @param table the table, with the codecs of the whole row
 * @param member the entity whose table it is
 * @param columns its columns; those of the id first
 * @param whole whether it has all that rows are guarded by: the version, and the mark of soft deletion
 * @param exact whether it has rows of exactly its entity, and none of those that extend it
 */
public record PartTable(EntityTable table, Member member, List<ColumnModel> columns, boolean whole, boolean exact) {
    /** Copies the list. */
    public PartTable {
        columns = List.copyOf(columns);
    }

    /** Whether a row of the hierarchy has a row here. */
    public boolean has(@Nullable Object[] row) {
        HierarchyModel hierarchy = hierarchy();
        Member of = hierarchy.ofValue(row[hierarchy.discriminator().position()]).orElseThrow();
        return exact ? of.type() == member.type() : member.type().isAssignableFrom(of.type());
    }

    /** Those of some columns that are here. */
    public List<ColumnModel> among(List<ColumnModel> some) {
        return some.stream().filter(columns::contains).toList();
    }

    /** The name of the foreign key that leads to the table of the root. */
    public String referenceName() {
        return ConstraintNames.of("fk", member.table().name(), "root");
    }

    private HierarchyModel hierarchy() {
        return java.util.Objects.requireNonNull(table.entity().hierarchy());
    }

    /** The tables of a hierarchy, that of the root first; empty where all of its rows are in one. */
    static List<PartTable> of(EntityTable whole) {
        HierarchyModel hierarchy = whole.entity().hierarchy();
        if (hierarchy == null || hierarchy.strategy() == Strategy.SINGLE_TABLE) {
            return List.of();
        }
        List<PartTable> parts = new ArrayList<>();
        for (Member member : hierarchy.members()) {
            if (hierarchy.strategy() == Strategy.JOINED) {
                boolean root = member.parent() == null;
                List<ColumnModel> columns = root
                        ? new ArrayList<>()
                        : new ArrayList<>(whole.entity().id().columns());
                columns.addAll(member.columns());
                if (root) {
                    columns.add(hierarchy.discriminator());
                }
                parts.add(new PartTable(whole.part(member.table()), member, columns, root, false));
            } else if (!member.isAbstract()) {
                List<ColumnModel> columns = hierarchy.upTo(member.type()).stream()
                        .flatMap(above -> above.columns().stream())
                        .toList();
                parts.add(new PartTable(whole.part(member.table()), member, columns, true, true));
            }
        }
        return parts;
    }
}
