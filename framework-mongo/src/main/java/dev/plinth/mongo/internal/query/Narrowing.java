package dev.plinth.mongo.internal.query;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Condition.And;
import dev.plinth.backend.Condition.Compare;
import dev.plinth.backend.Condition.In;
import dev.plinth.backend.Condition.InKeys;
import dev.plinth.model.ColumnModel;
import dev.plinth.mongo.internal.source.Source;
import dev.plinth.mongo.internal.type.Embedding;
import dev.plinth.mongo.internal.type.EntityDocument;
import dev.plinth.specification.Operator;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/**
 * Which documents can have a sub-document that meets a condition: a filter that is never false for one that has, and that
 * lets the server use its indexes before it takes the arrays apart.
 */
public final class Narrowing {
    private final FilterTranslator filters;
    private final EntityDocument document;
    private final Embedding embedding;

    private Narrowing(FilterTranslator filters, EntityDocument document, Embedding embedding) {
        this.filters = filters;
        this.document = document;
        this.embedding = embedding;
    }

    /**
     * The filter on documents.
     *
     * @param filters translates conditions
     * @param document the layout of the rows
     * @param condition the condition on the rows
     * @return the filter; empty for rows that are documents of their own, or where the condition tells nothing
     */
    public static BsonDocument of(FilterTranslator filters, EntityDocument document, Condition condition) {
        Embedding embedding = document.embedding();
        if (embedding == null) {
            return new BsonDocument();
        }
        BsonArray parts = new BsonArray();
        new Narrowing(filters, document, embedding).add(condition, parts);
        if (parts.size() == 1) {
            return parts.get(0).asDocument();
        }
        return parts.isEmpty() ? new BsonDocument() : new BsonDocument("$and", parts);
    }

    private void add(Condition condition, BsonArray parts) {
        if (condition instanceof And and) {
            and.parts().forEach(part -> add(part, parts));
        } else if (condition instanceof Compare compare) {
            boolean equal = compare.operator() == Operator.EQUAL;
            add(compare, List.of(compare.column()), equal ? List.of(List.of(compare.value())) : List.of(), parts);
        } else if (condition instanceof In in) {
            add(in, List.of(in.column()), in.values().stream().map(List::of).toList(), parts);
        } else if (condition instanceof InKeys inKeys) {
            add(inKeys, inKeys.columns(), inKeys.keys(), parts);
        }
    }

    private void add(Condition test, List<ColumnModel> columns, List<? extends List<?>> keys, BsonArray parts) {
        if (columns.equals(embedding.key()) && !keys.isEmpty() && isWhole(columns)) {
            BsonArray ids = new BsonArray(
                    keys.stream().map(key -> document.ownerId(embedding, key)).toList());
            parts.add(new BsonDocument("_id", new BsonDocument("$in", ids)));
        } else if (columns.stream().noneMatch(document::isOutside)) {
            parts.add(Source.inArray(embedding, filters.filter(document, test)));
        }
    }

    // a value of which filters compare a part only may be in an id that is not equal as a whole
    private boolean isWhole(List<ColumnModel> columns) {
        return columns.stream()
                .map(document::column)
                .allMatch(field -> field.path().equals(field.comparedPath()));
    }
}
