package dev.plinth.mongo.internal.write;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.plinth.backend.Change;
import dev.plinth.backend.StatementListener;
import dev.plinth.backend.WriteBatch;
import dev.plinth.model.Generation;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.source.Source;
import dev.plinth.mongo.internal.type.Embedding;
import dev.plinth.mongo.internal.type.EntityDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Writes rows that are sub-documents: an insert adds to the array of the document around, an update changes the fields of
 * the one sub-document that has the id and the values of the guards, a delete takes it out. A row that has come to another
 * document is taken out of the one and added to the other.
 */
final class SubDocumentWriter {
    private final EntityDocument document;
    private final Embedding embedding;
    private final Engine engine;
    private final Sender sender;

    SubDocumentWriter(Source source, Embedding embedding, Engine engine, Sender sender) {
        this.document = source.document();
        this.embedding = embedding;
        this.engine = engine;
        this.sender = sender;
    }

    /** Writes some changes of a batch; the indexes of the stale ones. */
    List<Integer> write(WriteBatch batch, List<Change> changes, PartialWrites partial) {
        return switch (batch.kind()) {
            case INSERT -> {
                insert(changes, partial);
                yield List.of();
            }
            case UPDATE -> update(batch, changes, partial);
            case DELETE -> delete(batch, changes, partial);
        };
    }

    private void insert(List<Change> changes, PartialWrites partial) {
        Set<BsonValue> ids = new HashSet<>();
        Map<BsonValue, List<Change>> byOwner = new LinkedHashMap<>();
        for (Change change : changes) {
            Object[] row = Rows.after(change);
            if (!ids.add(document.id(row))) {
                throw sender.errors().sameId(document.entity());
            }
            byOwner.computeIfAbsent(owner(row), owner -> new ArrayList<>()).add(change);
        }
        // no unique index of mongo-java-server looks into arrays; ids that are generated need no look at every document
        if (engine.emulated() && isAssigned() && !read(ids).isEmpty()) {
            throw sender.errors().sameId(document.entity());
        }
        List<WriteModel<Object[]>> models = new ArrayList<>();
        byOwner.forEach((owner, some) -> models.add(addition(owner, some)));
        int matched = sender.bulk(StatementListener.Kind.INSERT, models, List.copyOf(byOwner.values()), partial)
                .getMatchedCount();
        if (matched < models.size()) {
            BsonArray owners = new BsonArray(List.copyOf(byOwner.keySet()));
            long found = sender.count(new BsonDocument("_id", new BsonDocument("$in", owners)));
            throw found < owners.size()
                    ? sender.errors().noDocument(document.entity(), embedding.owner())
                    : sender.errors().sameId(document.entity());
        }
    }

    private boolean isAssigned() {
        return document.entity().id().generation() instanceof Generation.Assigned;
    }

    private UpdateOneModel<Object[]> addition(BsonValue owner, List<Change> changes) {
        BsonArray ids = new BsonArray();
        BsonArray added = new BsonArray();
        for (Change change : changes) {
            ids.add(document.id(Rows.after(change)));
            added.add(document.subDocument(Rows.after(change)));
        }
        BsonDocument filter = new BsonDocument("_id", owner);
        if (!engine.emulated()) {
            // a unique index does not compare the sub-documents of one document
            filter.append(embedding.array() + "._id", new BsonDocument("$nin", ids));
        }
        return new UpdateOneModel<>(
                filter,
                new BsonDocument("$push", new BsonDocument(embedding.array(), new BsonDocument("$each", added))));
    }

    private List<Integer> update(WriteBatch batch, List<Change> changes, PartialWrites partial) {
        List<Integer> moved = new ArrayList<>();
        List<Integer> staying = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            boolean same = owner(Rows.before(change)).equals(owner(Rows.after(change)));
            (same ? staying : moved).add(i);
        }
        Set<Integer> stale = new TreeSet<>();
        if (!staying.isEmpty()) {
            List<Change> some = staying.stream().map(changes::get).toList();
            updateInPlace(batch, some, partial).forEach(i -> stale.add(staying.get(i)));
        }
        if (!moved.isEmpty()) {
            List<Change> some = moved.stream().map(changes::get).toList();
            List<Integer> gone = delete(batch, some, partial);
            gone.forEach(i -> stale.add(moved.get(i)));
            List<Change> arriving = IntStream.range(0, some.size())
                    .filter(i -> !gone.contains(i))
                    .mapToObj(some::get)
                    .toList();
            if (!arriving.isEmpty()) {
                insert(arriving, partial);
            }
        }
        return List.copyOf(stale);
    }

    private List<Integer> updateInPlace(WriteBatch batch, List<Change> changes, PartialWrites partial) {
        Guards guards = new Guards(document, batch.guards());
        SubDocumentUpdates updates = new SubDocumentUpdates(document, embedding, batch);
        int matched = sender.bulk(
                        StatementListener.Kind.UPDATE,
                        changes,
                        partial,
                        change ->
                                new UpdateOneModel<>(filter(guards, change), updates.of(change), updates.only(change)))
                .getMatchedCount();
        int missing = changes.size() - matched;
        return missing == 0 ? List.of() : new StaleChanges(document, batch, changes).updates(missing, sender::read);
    }

    private List<Integer> delete(WriteBatch batch, List<Change> changes, PartialWrites partial) {
        Guards guards = new Guards(document, batch.guards());
        StaleChanges stale = new StaleChanges(document, batch, changes);
        // what was there is not to be seen afterwards, and a bulk tells no more than a total
        List<Integer> before = changes.size() == 1 ? List.of() : stale.notAsGuarded(sender::read);
        int matched = sender.bulk(
                        StatementListener.Kind.DELETE,
                        changes,
                        partial,
                        change -> new UpdateOneModel<>(filter(guards, change), removal(change)))
                .getMatchedCount();
        int missing = changes.size() - matched;
        return missing == 0 ? List.of() : stale.deletes(missing, before, sender::read);
    }

    private BsonDocument removal(Change change) {
        BsonDocument id = new BsonDocument("_id", document.id(Rows.before(change)));
        return new BsonDocument("$pull", new BsonDocument(embedding.array(), id));
    }

    private BsonDocument filter(Guards guards, Change change) {
        BsonDocument filter = new BsonDocument("_id", owner(Rows.before(change)));
        filter.putAll(Source.inArray(embedding, guards.filter(change)));
        return filter;
    }

    private BsonValue owner(Object[] row) {
        BsonValue owner = document.ownerId(embedding, row);
        if (owner == null) {
            throw sender.errors().noOwner(document.entity(), embedding.owner(), embedding.key());
        }
        return owner;
    }

    private List<Object[]> read(Collection<BsonValue> ids) {
        return sender.read(new BsonDocument("_id", new BsonDocument("$in", new BsonArray(List.copyOf(ids)))));
    }
}
