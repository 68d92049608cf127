package dev.plinth.mongo.internal.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document or sub-document, and which value of a row each one is. Rows are read and written without a
 * map in between. Nulls are left out when writing; fields that are not mapped are passed over when reading.
 */
final class Shape {
    /** What a field holds. */
    sealed interface Slot {
        /** Where it is, for messages. */
        Place place();

        /** What is there where it has a value; null where any type may be readable. */
        @Nullable
        BsonType type();
    }

    /** A column. */
    record Value(int position, ColumnField field) implements Slot {
        @Override
        public Place place() {
            return field.place();
        }

        @Override
        public @Nullable BsonType type() {
            return null;
        }
    }

    /** An array. */
    record Elements(int position, CollectionField field) implements Slot {
        @Override
        public Place place() {
            return field.place();
        }

        @Override
        public BsonType type() {
            return BsonType.ARRAY;
        }
    }

    /** A sub-document. */
    record Nested(Shape shape, Place place) implements Slot {
        @Override
        public BsonType type() {
            return BsonType.DOCUMENT;
        }
    }

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
        Slot parent = slots.computeIfAbsent(
                path.substring(0, dot),
                name -> new Nested(new Shape(), slot.place().outside(levels(path))));
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

    private static int levels(String path) {
        return (int) path.chars().filter(c -> c == '.').count();
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
            if (slot == null || type == BsonType.NULL) {
                reader.skipValue();
            } else {
                read(slot, type, reader, row);
            }
        }
    }

    // what has another shape is not read as nothing: the next write would destroy it
    private static void read(Slot slot, BsonType type, BsonReader reader, Object[] row) {
        BsonType wanted = slot.type();
        if (wanted != null && type != wanted) {
            throw slot.place().hasType(type, wanted);
        }
        if (slot instanceof Value value) {
            row[value.position] = value.field.read(reader);
        } else if (slot instanceof Elements elements) {
            row[elements.position] = elements.field.read(reader);
        } else if (slot instanceof Nested nested) {
            reader.readStartDocument();
            nested.shape.read(reader, row);
            reader.readEndDocument();
        }
    }
}
