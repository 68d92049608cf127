package dev.plinth.internal.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.plinth.audit.AuditEntry.ValueChange;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.tracking.RowDifference;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import dev.plinth.model.HierarchyModel;
import dev.plinth.model.PropertyModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a row as JSON: {@code {"path": [before, after], ...}}, columns by their property's path, collections as
 * arrays of elements, an embeddable element as the array of its columns.
 */
final class ChangesJson {
    // Plinth reads back what it has written itself, however large
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private ChangesJson() {}

    /** The text of an id: the value itself, or a JSON array of the values of its columns. */
    static String ofKey(EntityKey key) {
        List<?> values = key.values();
        if (values.size() == 1) {
            return values.get(0).toString();
        }
        return written(json -> {
            json.writeStartArray();
            for (Object value : values) {
                JsonValues.write(json, value);
            }
            json.writeEndArray();
        });
    }

    /** Writes the differences of two rows; of which one may be missing. Ids, versions and marks are left out. */
    static String ofRows(
            EntityModel entity, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after) {
        @Nullable Object[] none = new Object[entity.width()];
        @Nullable Object[] from = before == null ? none : before;
        @Nullable Object[] to = after == null ? none : after;
        BitSet changed = RowDifference.of(entity, from, to);
        return written(json -> {
            json.writeStartObject();
            for (ColumnModel column : entity.columns()) {
                if (changed.get(column.position()) && isShown(entity, column)) {
                    json.writeArrayFieldStart(column.path());
                    JsonValues.write(json, from[column.position()]);
                    JsonValues.write(json, to[column.position()]);
                    json.writeEndArray();
                }
            }
            for (CollectionModel collection : entity.collections()) {
                if (changed.get(collection.position())) {
                    json.writeArrayFieldStart(collection.path());
                    writeElements(json, collection, from[collection.position()]);
                    writeElements(json, collection, to[collection.position()]);
                    json.writeEndArray();
                }
            }
            json.writeEndObject();
        });
    }

    private static boolean isShown(EntityModel entity, ColumnModel column) {
        HierarchyModel hierarchy = entity.hierarchy();
        return column != entity.version()
                && (hierarchy == null || column != hierarchy.discriminator())
                && column != entity.deletedAt()
                && !entity.id().columns().contains(column);
    }

    private static void writeElements(JsonGenerator json, CollectionModel collection, @Nullable Object elements)
            throws IOException {
        json.writeStartArray();
        for (Object element : elements == null ? List.of() : (List<?>) elements) {
            @Nullable Object[] values = (@Nullable Object[]) element;
            if (collection.isBasic()) {
                JsonValues.write(json, values[0]);
            } else {
                json.writeStartArray();
                for (Object value : values) {
                    JsonValues.write(json, value);
                }
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    /** Reads changes back into the values that the application knows. */
    static Map<String, ValueChange> read(String text, EntityMapper mapper) {
        Map<String, ValueChange> changes = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String path = json.currentName();
                json.nextToken();
                json.nextToken();
                Object before = readValue(json, mapper, path);
                json.nextToken();
                Object after = readValue(json, mapper, path);
                json.nextToken();
                changes.put(path, new ValueChange(before, after));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an entry of the audit trail is not the JSON that Plinth writes", e);
        }
        return changes;
    }

    private static @Nullable Object readValue(JsonParser json, EntityMapper mapper, String path) throws IOException {
        PropertyModel property = mapper.model().property(path).orElse(null);
        if (property instanceof PropertyModel.Basic basic) {
            return basic.column().toDomain(JsonValues.read(json, basic.column().type()));
        } else if (property instanceof PropertyModel.Elements elements) {
            CollectionModel collection = elements.collection();
            return mapper.toCollection(collection, readElements(json, collection));
        }
        return JsonValues.readUnknown(json);
    }

    private static List<@Nullable Object[]> readElements(JsonParser json, CollectionModel collection)
            throws IOException {
        List<@Nullable Object[]> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            @Nullable Object[] element = new Object[collection.columns().size()];
            if (collection.isBasic()) {
                element[0] = JsonValues.read(json, collection.columns().get(0).type());
            } else {
                for (ColumnModel column : collection.columns()) {
                    json.nextToken();
                    element[column.position()] = JsonValues.read(json, column.type());
                }
                json.nextToken();
            }
            elements.add(element);
        }
        return elements;
    }
}
