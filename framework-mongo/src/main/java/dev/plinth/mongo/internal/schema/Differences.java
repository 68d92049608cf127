package dev.plinth.mongo.internal.schema;

import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Generation;
import dev.plinth.model.KeyModel;
import dev.plinth.mongo.internal.type.EntityDocument;
import dev.plinth.schema.SchemaDifference;
import dev.plinth.schema.SchemaDifference.Kind;
import dev.plinth.schema.SchemaDifference.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Compares an entity with its collection. */
final class Differences {
    private final EntityDocument document;
    private final EntityModel entity;
    private final String collection;
    private final List<Index> indexes;
    private final BsonDocument options;
    private final List<SchemaDifference> found = new ArrayList<>();

    /**
     * Creates a comparison.
     *
     * @param document the entity's document
     * @param indexes the indexes that it needs
     * @param options what its collection is created with
     */
    Differences(EntityDocument document, List<Index> indexes, BsonDocument options) {
        this.document = document;
        this.entity = document.entity();
        this.collection = entity.table().toString();
        this.indexes = indexes;
        this.options = options;
    }

    List<SchemaDifference> from(Catalog catalog) {
        if (!catalog.has(collection)) {
            missing();
        } else if (catalog.isPlain(collection)) {
            collation(catalog.collation(collection));
            validator(catalog);
            List<BsonDocument> existing = catalog.indexes(collection);
            indexes.stream()
                    .filter(index -> existing.stream().noneMatch(index::isMetBy))
                    .forEach(index -> index(index, existing));
            existing.forEach(this::inTheWay);
        }
        return found;
    }

    static SchemaDifference missing(EntityModel entity, Generation.Sequence sequence) {
        return new SchemaDifference(
                Kind.SEQUENCE,
                Severity.ERROR,
                entity.name(),
                null,
                sequence.name().toString(),
                null,
                "the collection \"" + Counters.COLLECTION + "\" has no counter \"" + sequence.name()
                        + "\". A new one starts at " + sequence.initialValue(),
                List.of(Shell.upsert(Counters.COLLECTION, Counters.id(sequence), Counters.first(sequence))));
    }

    private void missing() {
        List<String> statements = new ArrayList<>(List.of(Shell.createCollection(collection, options)));
        indexes.forEach(index -> statements.add(Shell.createIndex(collection, index)));
        add(
                Kind.TABLE_MISSING,
                Severity.ERROR,
                null,
                "the collection \"" + collection
                        + "\" does not exist. MongoDB would make it with the first document, but"
                        + " without its indexes and its validator",
                statements);
    }

    private void collation(@Nullable BsonDocument collation) {
        if (collation != null
                && !collation
                        .getString("locale", new BsonString("simple"))
                        .getValue()
                        .equals("simple")) {
            add(
                    Kind.COLUMN_COLLATION,
                    Severity.ERROR,
                    null,
                    "the collection \"" + collection + "\" compares texts by the collation "
                            + collation.getString("locale").getValue() + ", where Plinth counts on code points. A"
                            + " collection keeps its collation: copy the documents into one without",
                    List.of());
        }
    }

    private void validator(Catalog catalog) {
        if (options.isEmpty()) {
            return;
        }
        BsonDocument wanted = options.getDocument("validator");
        if (Validator.isMetBy(wanted, catalog.activeValidator(collection))) {
            return;
        }
        BsonDocument existing = catalog.validator(collection);
        String what = existing == null
                ? "has no validator, so that other programs can write documents that break the rules of the model"
                : Validator.isMetBy(wanted, existing)
                        ? "has a validator that is switched off or only warns"
                        : "has a validator without the rules of the model as it is now";
        BsonDocument change = new BsonDocument("collMod", new BsonString(collection));
        change.putAll(Schema.validation(Validator.merged(wanted, existing)));
        add(
                Kind.CHECK,
                Severity.WARNING,
                null,
                "the collection \"" + collection + "\" " + what,
                List.of(Shell.changeCollection(change)));
    }

    private void index(Index index, List<BsonDocument> existing) {
        BsonDocument taken = existing.stream()
                .filter(other -> name(other).equals(index.name()))
                .findFirst()
                .orElse(null);
        List<String> statements = new ArrayList<>();
        if (taken != null) {
            statements.add(Shell.dropIndex(collection, index.name()));
        }
        statements.add(Shell.createIndex(collection, index));
        add(
                index.isUnique() ? Kind.UNIQUE_KEY : Kind.INDEX,
                index.isUnique() ? Severity.ERROR : Severity.WARNING,
                index.key(),
                "the collection \"" + collection + "\" "
                        + (taken == null
                                ? "has no index for the model's "
                                : "has an index \"" + index.name() + "\" that is another one (" + Index.described(taken)
                                        + ") than the model's ")
                        + index.described()
                        + (taken != null && isOtherFilter(index.options(), taken) ? "; the two filters differ" : ""),
                statements);
    }

    private static boolean isOtherFilter(BsonDocument one, BsonDocument other) {
        return one.containsKey(Index.FILTER)
                && other.containsKey(Index.FILTER)
                && !Bson.same(one.get(Index.FILTER), other.get(Index.FILTER));
    }

    // a unique index that would refuse what the model allows: several nulls, or a value that only deleted rows have
    private void inTheWay(BsonDocument existing) {
        if (!existing.containsKey(Index.UNIQUE)
                || existing.containsKey(Index.FILTER)
                || indexes.stream()
                        .anyMatch(
                                index -> index.isMetBy(existing) || index.name().equals(name(existing)))) {
            return;
        }
        indexes.stream()
                .filter(Index::isUnique)
                .filter(index -> index.fields()
                        .keySet()
                        .equals(existing.getDocument("key").keySet()))
                .forEach(index -> add(
                        Kind.UNIQUE_KEY,
                        Severity.ERROR,
                        index.key(),
                        "the collection \"" + collection + "\" has the unique index \"" + name(existing)
                                + "\", which refuses what the model allows: a value that only soft-deleted documents have,"
                                + " or more than one document without a value",
                        List.of(Shell.dropIndex(collection, name(existing)))));
    }

    private static String name(BsonDocument index) {
        return index.getString(Index.NAME).getValue();
    }

    private void add(Kind kind, Severity severity, @Nullable KeyModel key, String message, List<String> statements) {
        ColumnModel column = key == null || key.columns().size() != 1
                ? null
                : Objects.requireNonNull(key.columns().get(0));
        found.add(new SchemaDifference(
                kind,
                severity,
                entity.name(),
                column == null ? null : column.path(),
                collection,
                column == null ? null : document.column(column).path(),
                message,
                statements));
    }
}
