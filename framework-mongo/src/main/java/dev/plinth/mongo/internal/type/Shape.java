package dev.plinth.mongo.internal.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/**
 * The fields of a document or sub-document, and which value of a row each one is. Rows are read and written without a
 * map in between. Nulls are left out when writing; fields that are not mapped are passed over when reading.
 */
final class Shape {
    /** What a field holds. */
    sealed interface Slot {}

    /** A column. */
    record Value(int position, ColumnField field) implements Slot {}

    /** An array. */
    record Elements(int position, CollectionField field) implements Slot {}

    /** A sub-document. */
    record Nested(Shape shape) implements Slot {}

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final List<String> clashes = new ArrayList<>();

    /** Adds a field; where its place is taken, that is noted in {@link #clashes}. */
    void add(String path, Slot slot) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            if (slots.putIfAbsent(path, slot) != null) {
                clashes.add(path);
            }
            return;
        }
        Slot parent = slots.computeIfAbsent(path.substring(0, dot), name -> new Nested(new Shape()));
        if (!(parent instanceof Nested nested)) {
            clashes.add(path);
            return;
        }
        int before = nested.shape.clashes.size();
        nested.shape.add(path.substring(dot + 1), slot);
        if (nested.shape.clashes.size() > before) {
            clashes.add(path);
        }
    }

    List<String> clashes() {
        return clashes;
    }

    void write(BsonWriter writer, Object[] row) {
        for (Map.Entry<String, Slot> entry : slots.entrySet()) {
            if (entry.getValue() instanceof Value value) {
                Object content = row[value.position];
                if (content != null) {
                    writer.writeName(entry.getKey());
                    value.field.codec().writer().write(writer, content);
                }
            } else if (entry.getValue() instanceof Elements elements) {
                writer.writeName(entry.getKey());
                elements.field.write(writer, row[elements.position]);
            } else if (entry.getValue() instanceof Nested nested && nested.shape.hasContent(row)) {
                writer.writeName(entry.getKey());
                writer.writeStartDocument();
                nested.shape.write(writer, row);
                writer.writeEndDocument();
            }
        }
    }

    BsonDocument bson(Object[] row, BsonDocument into) {
        for (Map.Entry<String, Slot> entry : slots.entrySet()) {
            if (entry.getValue() instanceof Value value) {
                Object content = row[value.position];
                if (content != null) {
                    into.append(entry.getKey(), value.field.bson(content));
                }
            } else if (entry.getValue() instanceof Elements elements) {
                into.append(entry.getKey(), elements.field.bson(row[elements.position]));
            } else if (entry.getValue() instanceof Nested nested && nested.shape.hasContent(row)) {
                into.append(entry.getKey(), nested.shape.bson(row, new BsonDocument()));
            }
        }
        return into;
    }

    private boolean hasContent(Object[] row) {
        for (Slot slot : slots.values()) {
            boolean content = slot instanceof Nested nested
                    ? nested.shape.hasContent(row)
                    : slot instanceof Elements || row[((Value) slot).position] != null;
            if (content) {
                return true;
            }
        }
        return false;
    }

    /** Reads the fields up to the end of the document. */
    void read(BsonReader reader, Object[] row) {
        for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
            Slot slot = slots.get(reader.readName());
            if (slot instanceof Value value && type != BsonType.NULL) {
                row[value.position] = value.field.read(reader);
            } else if (slot instanceof Nested nested && type == BsonType.DOCUMENT) {
                reader.readStartDocument();
                nested.shape.read(reader, row);
                reader.readEndDocument();
            } else if (slot instanceof Elements elements && type == BsonType.ARRAY) {
                row[elements.position] = elements.field.read(reader);
            } else {
                reader.skipValue();
            }
        }
    }
}
