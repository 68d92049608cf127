package dev.plinth.mongo.internal.type;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;

/** Finds where columns and collections are in a document: an entity's, or an element's. */
public interface Fields {
    /** Where a column is. */
    ColumnField column(ColumnModel column);

    /** Where a collection is. */
    CollectionField collection(CollectionModel collection);
}
