package dev.plinth.internal.lookup;

import dev.plinth.error.ConfigurationException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.entity.EntityRuntime;
import dev.plinth.internal.tracking.RowDifference;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.LookupModel;
import dev.plinth.schema.LookupDifference;
import dev.plinth.schema.LookupDifference.Kind;
import dev.plinth.specification.Selection;
import dev.plinth.unitofwork.UnitOfWork;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of an entity whose rows the code knows. What is added goes through a unit of work, with all that belongs to it. */
final class EntityTable {
    private final EntityRuntime entity;
    private final LookupModel lookup;

    EntityTable(EntityRuntime entity, LookupModel lookup) {
        this.entity = entity;
        this.lookup = lookup;
    }

    /** Adds the rows that are missing to a unit of work. */
    List<LookupDifference> synchronize(UnitOfWork uow) {
        Map<EntityKey, @Nullable Object[]> rows = new LinkedHashMap<>();
        for (Object found : uow.find(Selection.of(lookup.entity().type()))) {
            @Nullable Object[] row = entity.mapper().toRow(found);
            rows.put(EntityKey.of(lookup.entity(), row), row);
        }
        List<LookupDifference> differences = new ArrayList<>();
        wanted().forEach((key, object) -> {
            @Nullable Object[] found = rows.remove(key);
            if (found == null) {
                uow.insert(object);
                differences.add(difference(Kind.ADDED, key, List.of()));
            } else if (!paths(object, found).isEmpty()) {
                differences.add(difference(Kind.CHANGED, key, paths(object, found)));
            }
        });
        rows.keySet().forEach(key -> differences.add(difference(Kind.UNKNOWN, key, List.of())));
        return differences;
    }

    private Map<EntityKey, Object> wanted() {
        Map<EntityKey, Object> wanted = new LinkedHashMap<>();
        Collection<?> rows = lookup.rows().get();
        if (rows == null) {
            throw wrong("are null", "Return a collection of them");
        }
        for (Object object : rows) {
            if (object == null) {
                throw wrong("have a null in them", "Leave it out");
            }
            entity.mapper().requireInstance(object);
            EntityKey key = entity.mapper().keyOf(entity.mapper().toRow(object));
            if (key == null || wanted.put(key, object) != null) {
                throw wrong(
                        "have " + (key == null ? "one without an id" : "two with the id of '" + key + "'"),
                        "Give each an id of its own");
            }
        }
        return wanted;
    }

    private ConfigurationException wrong(String what, String remedy) {
        return new ConfigurationException(
                ErrorCode.CONFIGURATION_INVALID,
                "the rows that the code gives of the @Lookup '"
                        + lookup.entity().name() + "' " + what + ". " + remedy,
                null);
    }

    private List<String> paths(Object object, @Nullable Object[] found) {
        EntityModel model = lookup.entity();
        BitSet compared = compared(model);
        @Nullable Object[] row = entity.mapper().toRow(object);
        entity.rules().toPrecision(row, compared, null);
        BitSet differ = RowDifference.among(compared, model, found, row);
        Stream<String> columns = RowDifference.columns(model, differ).stream().map(ColumnModel::path);
        Stream<String> collections =
                RowDifference.collections(model, differ).stream().map(CollectionModel::path);
        return Stream.concat(columns, collections).toList();
    }

    // what the code says: no versions, nothing that the database sets, no links, which were not read
    private static BitSet compared(EntityModel model) {
        BitSet compared = new BitSet(model.width());
        for (ColumnModel column : model.columns()) {
            compared.set(column.position(), column != model.version() && column.insertable());
        }
        for (CollectionModel collection : model.collections()) {
            compared.set(collection.position(), !collection.isLinks());
        }
        return compared;
    }

    private LookupDifference difference(Kind kind, EntityKey key, List<String> paths) {
        List<?> values = key.values();
        return new LookupDifference(kind, lookup.entity().name(), values.size() == 1 ? values.get(0) : values, paths);
    }
}
