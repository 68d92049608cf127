package dev.plinth.mongo.internal.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** The rules of a document's or sub-document's fields. */
final class ObjectSchema {
    private static final String ID = "_id";

    private final Map<String, BsonDocument> values = new LinkedHashMap<>();
    private final Map<String, ObjectSchema> nested = new LinkedHashMap<>();
    private final BsonArray required = new BsonArray();

    /**
     * Adds a field.
     *
     * @param path the field, dots between the names of sub-documents
     * @param schema the rules of its value
     * @param demanded whether it must be there
     */
    void add(String path, BsonDocument schema, boolean demanded) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        // every document has an id, which the server sees to
        if (demanded && !name.equals(ID) && !required.contains(new BsonString(name))) {
            required.add(new BsonString(name));
        }
        if (dot < 0) {
            values.put(name, schema);
        } else {
            nested.computeIfAbsent(name, key -> new ObjectSchema()).add(path.substring(dot + 1), schema, demanded);
        }
    }

    /** The rules; without a required field inside, null is as good as an object. */
    BsonDocument schema() {
        BsonDocument schema = new BsonDocument("bsonType", new BsonString("object"));
        if (!required.isEmpty()) {
            schema.append("required", required);
        }
        BsonDocument properties = new BsonDocument();
        values.forEach(properties::append);
        nested.forEach((name, object) -> properties.append(name, object.nestedSchema()));
        return schema.append("properties", properties);
    }

    private BsonDocument nestedSchema() {
        BsonDocument schema = schema();
        if (required.isEmpty()) {
            schema.putAll(ValueSchema.orNull("object"));
        }
        return schema;
    }
}
