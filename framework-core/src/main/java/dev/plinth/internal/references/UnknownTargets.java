package dev.plinth.internal.references;

import dev.plinth.model.AssociationModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.schema.DanglingReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Rows that refer to an entity by a name that none of those has which a property may refer to. */
final class UnknownTargets {
    private final EntityModel entity;
    private final AssociationModel association;
    private final List<ColumnModel> columns;
    private final ColumnModel type;
    private final Map<String, List<Object>> ids = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /**
     * Has found nothing yet.
     *
     * @param entity the entity whose rows refer
     * @param association a reference to any of several entities
     */
    UnknownTargets(EntityModel entity, AssociationModel association) {
        AssociationModel.ForeignKey key = (AssociationModel.ForeignKey) association.keeping();
        this.entity = entity;
        this.association = association;
        this.columns = key.columns();
        this.type = Objects.requireNonNull(key.type());
    }

    void check(List<Object[]> rows) {
        List<String> names =
                association.targets().stream().map(EntityModel::name).toList();
        for (Object[] row : rows) {
            Object said = row[type.position()];
            String name = said == null ? "" : said.toString();
            if (!names.contains(name) && columns.stream().noneMatch(column -> row[column.position()] == null)) {
                counts.merge(name, 1L, Long::sum);
                List<Object> some = ids.computeIfAbsent(name, n -> new ArrayList<>());
                if (some.size() < DanglingReference.MOST_IDS) {
                    List<?> id = EntityKey.of(entity, row).values();
                    some.add(id.size() == 1 ? id.get(0) : id);
                }
            }
        }
    }

    /** One for each name, in their order. */
    List<DanglingReference> found() {
        return counts.entrySet().stream()
                .map(each -> new DanglingReference(
                        entity.name(),
                        association.path(),
                        each.getKey(),
                        each.getValue(),
                        ids.getOrDefault(each.getKey(), List.of())))
                .toList();
    }
}
