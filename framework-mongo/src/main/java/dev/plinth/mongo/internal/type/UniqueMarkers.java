package dev.plinth.mongo.internal.type;

import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.KeyModel;
import java.math.BigDecimal;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for partial indexes where a server has none: a copy of each unique key that is in the document only while the
 * row is live and the key has no null, under a sparse unique index.
 */
public final class UniqueMarkers {
    /** The sub-document of the copies. */
    public static final String FIELD = "_unique";

    private final EntityDocument document;
    private final List<KeyModel> keys;
    private final @Nullable ColumnModel deletedAt;

    UniqueMarkers(EntityDocument document, EntityModel entity) {
        this.document = document;
        this.keys = entity.keys().stream().filter(KeyModel::unique).toList();
        this.deletedAt = entity.deletedAt();
    }

    /** The field of a key's copy. */
    public static String path(KeyModel key) {
        return FIELD + "." + field(key);
    }

    /** Whether there are keys to copy. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The keys whose copy a write of the columns may change. */
    public List<KeyModel> touchedBy(List<ColumnModel> columns) {
        boolean all = deletedAt != null && columns.contains(deletedAt);
        return keys.stream()
                .filter(key -> all || key.columns().stream().anyMatch(columns::contains))
                .toList();
    }

    /** The copies of all keys. */
    BsonDocument of(Object[] row) {
        BsonDocument copies = new BsonDocument();
        for (KeyModel key : keys) {
            BsonDocument copy = of(key, row);
            if (copy != null) {
                copies.append(field(key), copy);
            }
        }
        return copies;
    }

    /** The copy of a key, or null where the row has none. */
    public @Nullable BsonDocument of(KeyModel key, Object[] row) {
        if (deletedAt != null && row[deletedAt.position()] != null) {
            return null;
        }
        BsonDocument copy = new BsonDocument();
        for (ColumnModel column : key.columns()) {
            Object value = row[column.position()];
            if (value == null) {
                return null;
            }
            copy.append(column.name(), canonical(column, value));
        }
        return copy;
    }

    // such a server compares numbers as doubles, which would make different decimals one
    private BsonValue canonical(ColumnModel column, Object value) {
        return value instanceof BigDecimal decimal
                ? new BsonString(decimal.stripTrailingZeros().toString())
                : document.column(column).compared(value);
    }

    private static String field(KeyModel key) {
        return key.name().replace('.', '_').replace('$', '_');
    }
}
