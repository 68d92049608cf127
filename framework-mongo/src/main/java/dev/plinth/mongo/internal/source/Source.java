package dev.plinth.mongo.internal.source;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoIterable;
import dev.plinth.model.ColumnModel;
import dev.plinth.mongo.internal.type.CollectionField;
import dev.plinth.mongo.internal.type.Embedding;
import dev.plinth.mongo.internal.type.EntityDocument;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of an entity are. Sub-documents are brought into the form of documents before anything else is asked of
 * them, so that filters and orders are the same for both.
 *
 * @param document the layout of a row
 * @param collection the collection that has them, with the layout as its codec
 */
public record Source(EntityDocument document, MongoCollection<Object[]> collection) {
    /** Whether the rows are sub-documents. */
    public boolean isEmbedded() {
        return document.embedding() != null;
    }

    /** Leaves the sub-documents of other entities out; empty where there are none. */
    private BsonDocument projection() {
        BsonDocument projection = new BsonDocument();
        for (EntityDocument inside : document.inside()) {
            Embedding embedding = inside.embedding();
            if (embedding != null) {
                projection.append(embedding.array(), new BsonInt32(0));
            }
        }
        return projection;
    }

    /** Finds rows that are documents of their own. */
    public FindIterable<Object[]> find(@Nullable ClientSession session, BsonDocument filter) {
        FindIterable<Object[]> rows = session == null ? collection.find(filter) : collection.find(session, filter);
        BsonDocument projection = projection();
        return projection.isEmpty() ? rows : rows.projection(projection);
    }

    /** Sends stages. */
    public AggregateIterable<Object[]> aggregate(@Nullable ClientSession session, List<BsonDocument> stages) {
        return session == null ? collection.aggregate(stages) : collection.aggregate(session, stages);
    }

    /**
     * Finds rows, in no order.
     *
     * @param filter a filter on fields that a sub-document has itself
     */
    public MongoIterable<Object[]> rows(@Nullable ClientSession session, BsonDocument filter) {
        Embedding embedding = document.embedding();
        return embedding == null
                ? find(session, filter)
                : aggregate(session, stages(embedding, inArray(embedding, filter), filter));
    }

    /**
     * The stages that every aggregation begins with.
     *
     * @param narrowing a filter on the documents around sub-documents, which spares the server the others; not used else
     * @param filter the filter on the rows
     */
    public List<BsonDocument> stages(BsonDocument narrowing, BsonDocument filter) {
        Embedding embedding = document.embedding();
        if (embedding != null) {
            return stages(embedding, narrowing, filter);
        }
        List<BsonDocument> stages = new ArrayList<>(List.of(match(filter)));
        BsonDocument projection = projection();
        if (!projection.isEmpty()) {
            stages.add(new BsonDocument("$project", projection));
        }
        return stages;
    }

    private List<BsonDocument> stages(Embedding embedding, BsonDocument narrowing, BsonDocument filter) {
        String array = "$" + embedding.array();
        List<BsonDocument> stages = new ArrayList<>();
        if (!narrowing.isEmpty()) {
            stages.add(match(narrowing));
        }
        BsonArray both = new BsonArray(List.of(new BsonString(array), outside(embedding)));
        stages.add(new BsonDocument("$unwind", new BsonString(array)));
        stages.add(
                new BsonDocument("$replaceRoot", new BsonDocument("newRoot", new BsonDocument("$mergeObjects", both))));
        if (!filter.isEmpty()) {
            stages.add(match(filter));
        }
        return stages;
    }

    /** The fields whose values the document around has in its id. */
    private BsonDocument outside(Embedding embedding) {
        BsonDocument fields = new BsonDocument();
        List<ColumnModel> id = embedding.owner().id().columns();
        for (int i = 0; i < id.size(); i++) {
            ColumnModel column = embedding.key().get(i);
            if (document.isOutside(column)) {
                String part = id.size() == 1 ? "$_id" : "$_id." + id.get(i).name();
                fields.append(document.column(column).path(), new BsonString(part));
            }
        }
        return fields;
    }

    private static BsonDocument match(BsonDocument filter) {
        return new BsonDocument("$match", filter);
    }

    /** The filter on documents around a sub-document that passes a filter. */
    public static BsonDocument inArray(Embedding embedding, BsonDocument filter) {
        return new BsonDocument(
                embedding.array(), new BsonDocument("$elemMatch", CollectionField.ofFields(filter.clone())));
    }
}
