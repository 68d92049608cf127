package dev.plinth.mongo.internal.type;

import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import java.util.List;

/**
 * That the rows of an entity are sub-documents in the documents of another, its owner.
 *
 * @param owner the entity whose documents they are in
 * @param array the array's field there
 * @param key the columns that refer to the owner's id, in the order of the id's columns. They are no fields of the
 *     sub-document, unless they are part of its id: the document around it has their values
 */
public record Embedding(EntityModel owner, String array, List<ColumnModel> key) {
    /** Copies the list. */
    public Embedding {
        key = List.copyOf(key);
    }
}
