package dev.plinth.mongo.internal.schema;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.KeyModel;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.error.Errors;
import dev.plinth.mongo.internal.type.CollectionField;
import dev.plinth.mongo.internal.type.ColumnField;
import dev.plinth.mongo.internal.type.Embedding;
import dev.plinth.mongo.internal.type.EntityDocument;
import dev.plinth.mongo.internal.type.UniqueMarkers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An index that an entity needs.
 *
 * @param name its name
 * @param fields its fields, 1 for ascending and -1 for descending order
 * @param options what else it is made with
 * @param key the key of the model that it is for, or null
 * @param plainIsEnough whether a unique index without a filter means the same
 * @param sparseIsEnough whether a sparse unique index without a filter means the same
 */
record Index(
        String name,
        BsonDocument fields,
        BsonDocument options,
        @Nullable KeyModel key,
        boolean plainIsEnough,
        boolean sparseIsEnough) {
    static final String NAME = "name";
    static final String UNIQUE = "unique";
    static final String SPARSE = "sparse";
    private static final String HIDDEN = "hidden";
    private static final String COLLATION = "collation";
    static final String FILTER = "partialFilterExpression";

    /** The indexes of an entity. */
    static List<Index> of(EntityDocument document, Engine engine) {
        EntityModel entity = document.entity();
        List<Index> indexes = new ArrayList<>();
        for (KeyModel key : entity.keys()) {
            indexes.add(
                    !key.unique()
                            ? plain(document, key)
                            : engine.emulated() ? marker(key) : live(document, key, engine));
        }
        entity.collections().stream()
                .filter(CollectionModel::isLinks)
                .forEach(links -> indexes.add(links(document.collection(links))));
        if (engine.emulated()) {
            addGuards(document, indexes);
        }
        document.inside().forEach(inside -> addInside(inside, engine, indexes));
        return indexes;
    }

    // of sub-documents; their unique keys are refused
    private static void addInside(EntityDocument inside, Engine engine, List<Index> indexes) {
        Embedding embedding = inside.embedding();
        if (embedding == null) {
            return;
        }
        String array = embedding.array();
        if (!engine.emulated()) {
            String id = array + "._id";
            BsonDocument filter = new BsonDocument(id, new BsonDocument("$exists", BsonBoolean.TRUE));
            BsonDocument options = new BsonDocument(UNIQUE, BsonBoolean.TRUE).append(FILTER, filter);
            BsonDocument fields = new BsonDocument(id, new BsonInt32(1));
            indexes.add(new Index(Errors.idIndex(array), fields, options, null, false, true));
        }
        for (KeyModel key : inside.entity().keys()) {
            if (!key.unique() && key.columns().stream().noneMatch(inside::isOutside)) {
                BsonDocument fields = new BsonDocument();
                fields(inside, key).forEach((field, order) -> fields.append(array + "." + field, order));
                indexes.add(new Index(key.name(), fields, new BsonDocument(), null, true, false));
            }
        }
    }

    // for those who ask which rows have a link to theirs
    private static Index links(CollectionField links) {
        BsonDocument fields = new BsonDocument();
        for (ColumnField column : links.columns()) {
            String inElement = column.comparedPath();
            fields.append(inElement.isEmpty() ? links.path() : links.path() + "." + inElement, new BsonInt32(1));
        }
        return new Index("links_" + links.path(), fields, new BsonDocument(), null, true, false);
    }

    private static Index plain(EntityDocument document, KeyModel key) {
        return new Index(key.name(), fields(document, key), new BsonDocument(), key, true, false);
    }

    private static Index marker(KeyModel key) {
        BsonDocument options = new BsonDocument(UNIQUE, BsonBoolean.TRUE).append(SPARSE, BsonBoolean.TRUE);
        return new Index(
                key.name(), new BsonDocument(UniqueMarkers.path(key), new BsonInt32(1)), options, key, false, false);
    }

    // rows that are not soft-deleted and have no null in the key
    private static Index live(EntityDocument document, KeyModel key, Engine engine) {
        BsonDocument filter = new BsonDocument();
        for (ColumnModel column : key.columns()) {
            ColumnField field = document.column(column);
            filter.append(field.comparedPath(), new BsonDocument("$gte", LeastValues.of(column, engine)));
        }
        ColumnModel deletedAt = document.entity().deletedAt();
        if (deletedAt != null) {
            filter.append(document.column(deletedAt).path(), BsonNull.VALUE);
        }
        boolean withoutNull = key.columns().stream().noneMatch(ColumnModel::nullable);
        return new Index(
                key.name(),
                fields(document, key),
                new BsonDocument(UNIQUE, BsonBoolean.TRUE).append(FILTER, filter),
                key,
                deletedAt == null && withoutNull,
                deletedAt == null && (withoutNull || key.columns().size() == 1));
    }

    private static BsonDocument fields(EntityDocument document, KeyModel key) {
        BsonDocument fields = new BsonDocument();
        key.columns()
                .forEach(c ->
                        fields.append(document.column(c).comparedPath(), new BsonInt32(key.isDescending(c) ? -1 : 1)));
        return fields;
    }

    // such a server looks through the whole collection unless an index has exactly the fields of the filter
    private static void addGuards(EntityDocument document, List<Index> indexes) {
        EntityModel entity = document.entity();
        BsonDocument fields = new BsonDocument("_id", new BsonInt32(1));
        for (ColumnModel guard : new ColumnModel[] {entity.version(), entity.deletedAt()}) {
            if (guard != null) {
                fields.append(document.column(guard).comparedPath(), new BsonInt32(1));
            }
        }
        if (fields.size() > 1) {
            BsonDocument options = new BsonDocument(UNIQUE, BsonBoolean.TRUE);
            indexes.add(new Index("plinth_guards", fields, options, null, true, false));
        }
    }

    boolean isUnique() {
        return options.containsKey(UNIQUE);
    }

    /** The name and the options. */
    BsonDocument nameAndOptions() {
        BsonDocument all = new BsonDocument(NAME, new BsonString(name));
        all.putAll(options);
        return all;
    }

    /** The index as {@code createIndexes} takes it. */
    BsonDocument definition() {
        BsonDocument definition = new BsonDocument("key", fields);
        definition.putAll(nameAndOptions());
        return definition;
    }

    /**
     * The fields of an index and what else makes it another one: {@code [city descending, name], unique, partial}.
     *
     * @param index an index as {@code createIndexes} takes it
     */
    static String described(BsonDocument index) {
        StringJoiner text = new StringJoiner(", ");
        text.add(described(index.getDocument("key").entrySet()));
        for (String option : List.of(UNIQUE, SPARSE, HIDDEN)) {
            if (isTrue(index, option)) {
                text.add(option);
            }
        }
        if (index.containsKey(FILTER)) {
            text.add("partial");
        }
        if (index.containsKey(COLLATION)) {
            text.add("with a collation");
        }
        return text.toString();
    }

    private static String described(Collection<Map.Entry<String, BsonValue>> fields) {
        return fields.stream()
                .map(field -> field.getKey() + order(field.getValue()))
                .toList()
                .toString();
    }

    /** What a model's index is for, and where it is a special one. */
    String described() {
        return (isUnique() ? "unique key on " : "index on ")
                + described(fields.entrySet())
                + (options.containsKey(FILTER) ? ", partial" : "");
    }

    private static String order(BsonValue order) {
        if (order.isNumber()) {
            return order.asNumber().doubleValue() < 0 ? " descending" : "";
        }
        return order.isString() ? " " + order.asString().getValue() : "";
    }

    /**
     * Whether an index of the database does what this one is for.
     *
     * @param found an index as {@code listIndexes} tells it
     */
    boolean isMetBy(BsonDocument found) {
        if (!sameInOrder(fields, found.getDocument("key")) || found.containsKey(COLLATION) || isTrue(found, HIDDEN)) {
            return false;
        }
        boolean filtered = found.containsKey(FILTER);
        if (!isUnique()) {
            return !filtered && !isTrue(found, SPARSE);
        }
        if (!isTrue(found, UNIQUE)) {
            return false;
        }
        if (filtered) {
            return options.containsKey(FILTER) && Bson.same(options.get(FILTER), found.get(FILTER));
        }
        return isTrue(found, SPARSE) ? sparseIsEnough || options.containsKey(SPARSE) : plainIsEnough;
    }

    private static boolean sameInOrder(BsonDocument one, BsonDocument other) {
        return List.copyOf(one.keySet()).equals(List.copyOf(other.keySet())) && Bson.same(one, other);
    }

    private static boolean isTrue(BsonDocument document, String name) {
        return document.containsKey(name) && document.get(name).equals(BsonBoolean.TRUE);
    }
}
