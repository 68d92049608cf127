package dev.plinth.mongo.internal.session;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.plinth.backend.References;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.type.EntityDocument;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/** The document and the collection of every entity of a model. */
final class Documents {
    private record Entry(EntityDocument document, MongoCollection<Object[]> collection) {}

    private final Map<EntityModel, Entry> entries;
    private final Model model;
    private final References references;
    private final @Nullable Duration limit;

    Documents(MongoDatabase database, Model model, Engine engine, Options options) {
        this.limit = options.statementTimeout();
        this.model = model;
        this.references = References.of(model);
        // reads that follow a write must see it, and a write must be known to have happened
        WriteConcern concern =
                database.getWriteConcern().isAcknowledged() ? database.getWriteConcern() : WriteConcern.ACKNOWLEDGED;
        MongoDatabase unlimited =
                database.withReadPreference(ReadPreference.primary()).withWriteConcern(concern);
        MongoDatabase primary =
                limit == null ? unlimited : unlimited.withTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        this.entries = model.entities().stream()
                .collect(Collectors.toMap(Function.identity(), entity -> entry(primary, entity, engine)));
    }

    private static Entry entry(MongoDatabase database, EntityModel entity, Engine engine) {
        EntityDocument document = new EntityDocument(entity, engine);
        CodecRegistry registry = CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(document), MongoClientSettings.getDefaultCodecRegistry());
        return new Entry(
                document,
                database.withCodecRegistry(registry)
                        .getCollection(entity.table().toString(), Object[].class));
    }

    /** The checks of references. */
    References references() {
        return references;
    }

    /** Whether statements are limited in time. */
    boolean areLimited() {
        return limit != null;
    }

    EntityDocument of(EntityModel entity) {
        return entry(entity).document;
    }

    MongoCollection<Object[]> collection(EntityModel entity) {
        return entry(entity).collection;
    }

    /** All documents, in the order of the model. */
    List<EntityDocument> all() {
        return model.entities().stream().map(this::of).toList();
    }

    /** The documents of all collections that are Plinth's to create and drop. */
    List<EntityDocument> written() {
        return model.written().stream().map(this::of).toList();
    }

    private Entry entry(EntityModel entity) {
        return Objects.requireNonNull(entries.get(entity), () -> entity + " is not an entity of this store");
    }
}
