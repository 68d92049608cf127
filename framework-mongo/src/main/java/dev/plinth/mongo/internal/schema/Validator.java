package dev.plinth.mongo.internal.schema;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.mongo.internal.type.CollectionField;
import dev.plinth.mongo.internal.type.Embedding;
import dev.plinth.mongo.internal.type.EntityDocument;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an entity's documents as the server checks them, a {@code $jsonSchema} with a title that tells it from
 * rules of others. Fields that the model does not know are allowed. It applies to inserts, and to updates of documents
 * that keep the rules already: a document from before a new rule can still be written.
 */
final class Validator {
    static final String LEVEL = "moderate";
    static final String ACTION = "error";

    private static final String SCHEMA = "$jsonSchema";
    private static final String AND = "$and";
    private static final String TITLE = "title";
    private static final String OURS = "Plinth: ";

    private Validator() {}

    /** The validator of an entity. */
    static BsonDocument of(EntityDocument document) {
        ObjectSchema fields = fields(document);
        for (EntityDocument inside : document.inside()) {
            Embedding embedding = inside.embedding();
            if (embedding != null) {
                BsonDocument items = fields(inside).schema();
                fields.add(embedding.array(), ValueSchema.orNull("array").append("items", items), false);
            }
        }
        BsonDocument schema =
                new BsonDocument(TITLE, new BsonString(OURS + document.entity().name()));
        schema.putAll(fields.schema());
        return new BsonDocument(SCHEMA, schema);
    }

    private static ObjectSchema fields(EntityDocument document) {
        ObjectSchema fields = new ObjectSchema();
        for (ColumnModel column : document.storedColumns()) {
            fields.add(document.column(column).path(), ValueSchema.of(document.column(column)), !column.nullable());
        }
        for (CollectionModel collection : document.entity().collections()) {
            CollectionField field = document.collection(collection);
            fields.add(field.path(), elements(collection, field), false);
        }
        return fields;
    }

    private static BsonDocument elements(CollectionModel collection, CollectionField field) {
        BsonDocument items;
        if (field.isBasic()) {
            items = ValueSchema.of(field.element());
        } else {
            ObjectSchema fields = new ObjectSchema();
            for (ColumnModel column : collection.columns()) {
                fields.add(field.column(column).path(), ValueSchema.of(field.column(column)), !column.nullable());
            }
            items = fields.schema();
        }
        return ValueSchema.orNull("array").append("items", items);
    }

    /**
     * Whether a collection's validator has the rules.
     *
     * @param wanted the validator of the entity
     * @param found the collection's, or null
     */
    static boolean isMetBy(BsonDocument wanted, @Nullable BsonDocument found) {
        if (found == null) {
            return false;
        }
        if (isOurs(found)) {
            return Bson.same(wanted.getDocument(SCHEMA), found.getDocument(SCHEMA));
        }
        return found.containsKey(AND)
                && found.getArray(AND).stream()
                        .anyMatch(part -> part.isDocument() && isMetBy(wanted, part.asDocument()));
    }

    /**
     * A validator with the rules of the entity and those that others have made.
     *
     * @param wanted the validator of the entity
     * @param found the collection's, or null
     */
    static BsonDocument merged(BsonDocument wanted, @Nullable BsonDocument found) {
        if (found == null || found.isEmpty()) {
            return wanted;
        }
        if (isOurs(found)) {
            BsonDocument merged = found.clone();
            merged.putAll(wanted);
            return merged;
        }
        BsonArray parts = new BsonArray();
        boolean replaced = false;
        if (found.size() == 1 && found.containsKey(AND)) {
            for (BsonValue part : found.getArray(AND)) {
                boolean ours = part.isDocument() && isOurs(part.asDocument());
                parts.add(ours ? merged(wanted, part.asDocument()) : part);
                replaced |= ours;
            }
        } else {
            parts.add(found);
        }
        if (!replaced) {
            parts.add(wanted);
        }
        return new BsonDocument(AND, parts);
    }

    private static boolean isOurs(BsonDocument validator) {
        return validator.containsKey(SCHEMA)
                && validator.getDocument(SCHEMA).containsKey(TITLE)
                && validator.getDocument(SCHEMA).getString(TITLE).getValue().startsWith(OURS);
    }
}
