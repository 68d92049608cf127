package dev.plinth.mongo.internal.session;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import dev.plinth.backend.References;
import dev.plinth.model.AssociationModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.Model;
import dev.plinth.mongo.internal.engine.Engine;
import dev.plinth.mongo.internal.source.Source;
import dev.plinth.mongo.internal.type.Embedding;
import dev.plinth.mongo.internal.type.EntityDocument;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/** Where the rows of every entity of a model are. */
final class Documents {
    private final Map<EntityModel, Source> sources = new HashMap<>();
    private final Model model;
    private final Engine engine;
    private final MongoDatabase database;
    private final References references;
    private final boolean limited;

    Documents(MongoDatabase database, Model model, Engine engine, Options options) {
        Duration limit = options.statementTimeout();
        this.limited = limit != null;
        this.model = model;
        this.engine = engine;
        this.references = References.of(model);
        // reads that follow a write must see it, and a write must be known to have happened
        WriteConcern concern =
                database.getWriteConcern().isAcknowledged() ? database.getWriteConcern() : WriteConcern.ACKNOWLEDGED;
        MongoDatabase unlimited =
                database.withReadPreference(ReadPreference.primary()).withWriteConcern(concern);
        this.database = limit == null ? unlimited : unlimited.withTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        Map<EntityModel, Embedding> embeddings = embeddings(model);
        roots(model.entities()).forEach(entity -> add(entity, embeddings));
    }

    private static Map<EntityModel, Embedding> embeddings(Model model) {
        Map<EntityModel, Embedding> embeddings = new HashMap<>();
        for (EntityModel entity : model.entities()) {
            for (AssociationModel association : entity.associations()) {
                if (association.embedded() && association.keeping() instanceof AssociationModel.Inverse inverse) {
                    Embedding embedding = new Embedding(
                            entity.root(),
                            association.path(),
                            inverse.key().get().columns());
                    embeddings.put(association.target().root(), embedding);
                }
            }
        }
        return embeddings;
    }

    private static List<EntityModel> roots(List<EntityModel> entities) {
        return entities.stream().map(EntityModel::root).distinct().toList();
    }

    private void add(EntityModel entity, Map<EntityModel, Embedding> embeddings) {
        List<EntityDocument> inside = roots(model.entities()).stream()
                .filter(other -> embeddings.containsKey(other)
                        && embeddings.get(other).owner().equals(entity))
                .map(other -> new EntityDocument(other, engine, embeddings.get(other), List.of()))
                .toList();
        inside.forEach(document -> sources.put(document.entity(), source(document, entity)));
        if (!embeddings.containsKey(entity)) {
            sources.put(entity, source(new EntityDocument(entity, engine, null, inside), entity));
        }
    }

    private Source source(EntityDocument document, EntityModel collection) {
        CodecRegistry registry = CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(document), MongoClientSettings.getDefaultCodecRegistry());
        return new Source(
                document,
                database.withCodecRegistry(registry)
                        .getCollection(collection.table().toString(), Object[].class));
    }

    /** The checks of references. */
    References references() {
        return references;
    }

    /** Whether statements are limited in time. */
    boolean areLimited() {
        return limited;
    }

    Source source(EntityModel entity) {
        return Objects.requireNonNull(sources.get(entity), () -> entity + " is not an entity of this store");
    }

    EntityDocument of(EntityModel entity) {
        return source(entity).document();
    }

    /** All documents and sub-documents, in the order of the model. */
    List<EntityDocument> all() {
        return roots(model.entities()).stream().map(this::of).toList();
    }

    /** The documents of all collections that are Plinth's to create and drop. */
    List<EntityDocument> written() {
        return roots(model.written()).stream()
                .map(this::of)
                .filter(document -> document.embedding() == null)
                .toList();
    }
}
