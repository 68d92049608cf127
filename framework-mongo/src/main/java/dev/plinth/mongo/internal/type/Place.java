package dev.plinth.mongo.internal.type;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import org.bson.BsonType;

/**
 * Where a value is, for messages.
 *
 * @param entity the entity
 * @param collection the collection of its documents
 * @param field the field, dots between the names of sub-documents and arrays
 * @param property the property
 */
record Place(String entity, String collection, String field, String property) {
    /** A field in the elements of an array. */
    Place inside(String innerField, String innerProperty) {
        return innerField.isEmpty()
                ? this
                : new Place(entity, collection, field + "." + innerField, property + "." + innerProperty);
    }

    /** The sub-document that is some levels further out. */
    Place outside(int levels) {
        Place place = this;
        for (int i = 0; i < levels; i++) {
            place = new Place(entity, collection, parent(place.field), parent(place.property));
        }
        return place;
    }

    // the parts of an id of several properties have no property around them
    private static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    EntityMappingException hasType(BsonType found, BsonType wanted) {
        return unreadable(
                ValueCodec.WrongTypeException.found(found, wanted.toString()).getMessage());
    }

    EntityMappingException hasElement(BsonType found, BsonType wanted) {
        return unreadable("has an element of the BSON type " + found + " where " + wanted + " is wanted");
    }

    EntityMappingException unreadable(String why) {
        return new EntityMappingException(
                ErrorCode.MAPPING_FAILED,
                entity + ": the field \"" + field + "\" of a document in \"" + collection + "\", property \"" + property
                        + "\", " + why + ". Correct the document, or map the property as another type",
                null);
    }
}
