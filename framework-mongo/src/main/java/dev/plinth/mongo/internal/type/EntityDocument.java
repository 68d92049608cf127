package dev.plinth.mongo.internal.type;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.mongo.internal.engine.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonReader;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/** The document of an entity: where each part of a row is in it, and the codec between the two. */
public final class EntityDocument implements Fields, Codec<Object[]> {
    private final EntityModel entity;
    private final ColumnField[] columns;
    private final CollectionField[] collections;
    private final Shape shape = new Shape();
    private final @Nullable UniqueMarkers markers;
    private final @Nullable Embedding embedding;
    private final List<EntityDocument> inside;

    /**
     * Lays out the document of an entity.
     *
     * @param entity the entity
     * @param engine what the server can do
     * @param embedding where its rows are in documents of another entity; null where they are documents of their own
     * @param inside the sub-documents of other entities that are in this one
     */
    public EntityDocument(
            EntityModel entity, Engine engine, @Nullable Embedding embedding, List<EntityDocument> inside) {
        this.entity = entity;
        this.embedding = embedding;
        this.inside = List.copyOf(inside);
        this.columns = entity.columns().stream()
                .map(c -> new ColumnField(place(entity, path(entity, c), c.path()), c, path(entity, c)))
                .toArray(ColumnField[]::new);
        this.collections = entity.collections().stream()
                .map(c -> new CollectionField(place(entity, Paths.of(c), c.path()), c, Paths.of(c)))
                .toArray(CollectionField[]::new);
        // the id first, its parts in their order, since sub-documents are equal only in the same order
        entity.id().columns().forEach(this::addToShape);
        entity.columns().stream()
                .filter(c -> !entity.id().columns().contains(c))
                .forEach(this::addToShape);
        for (CollectionField collection : collections) {
            CollectionModel model =
                    entity.collections().get(Arrays.asList(collections).indexOf(collection));
            shape.add(collection.path(), new Shape.Elements(model.position(), collection));
        }
        UniqueMarkers copies = new UniqueMarkers(this, entity);
        this.markers = engine.emulated() && !copies.isEmpty() ? copies : null;
    }

    private static Place place(EntityModel entity, String field, String property) {
        return new Place(entity.name(), entity.table().toString(), field, property);
    }

    private void addToShape(ColumnModel column) {
        shape.add(columns[column.position()].path(), new Shape.Value(column.position(), columns[column.position()]));
    }

    private static String path(EntityModel entity, ColumnModel column) {
        if (!entity.id().columns().contains(column)) {
            // a reference of several columns is no sub-document: nothing but its columns belongs together
            return entity.foreignKeys().stream().anyMatch(key -> key.columns().contains(column))
                    ? column.name()
                    : Paths.of(column);
        }
        return entity.id().columns().size() == 1 ? Paths.ID : Paths.ID + "." + column.name();
    }

    /** The entity. */
    public EntityModel entity() {
        return entity;
    }

    /** Where the rows are in documents of another entity; null where they are documents of their own. */
    public @Nullable Embedding embedding() {
        return embedding;
    }

    /** The sub-documents of other entities that are in this one. */
    public List<EntityDocument> inside() {
        return inside;
    }

    /** The columns that are fields of a document of their own, or of the sub-document that is stored. */
    public List<ColumnModel> storedColumns() {
        return entity.columns().stream().filter(column -> !isOutside(column)).toList();
    }

    /** Whether the document around the sub-document has the value of a column, which refers to it. */
    public boolean isOutside(ColumnModel column) {
        return embedding != null
                && embedding.key().contains(column)
                && !entity.id().columns().contains(column);
    }

    /** The sub-document of a row, as it is stored. */
    public BsonDocument subDocument(Object[] row) {
        BsonDocument all = shape.bson(row, new BsonDocument());
        entity.columns().stream()
                .filter(this::isOutside)
                .forEach(column -> all.remove(column(column).path()));
        return all;
    }

    /** The id of the document that a row is in, or null where the row does not tell. */
    public @Nullable BsonValue ownerId(Embedding place, Object[] row) {
        List<Object> values = new ArrayList<>();
        for (ColumnModel column : place.key()) {
            if (row[column.position()] == null) {
                return null;
            }
            values.add(row[column.position()]);
        }
        return ownerId(place, values);
    }

    /**
     * An id of a document that rows are in.
     *
     * @param values the values of the columns that refer to it
     */
    public BsonValue ownerId(Embedding place, List<?> values) {
        if (values.size() == 1) {
            return column(place.key().get(0)).bson(values.get(0));
        }
        BsonDocument id = new BsonDocument();
        for (int i = 0; i < values.size(); i++) {
            String part = place.owner().id().columns().get(i).name();
            id.append(part, column(place.key().get(i)).bson(values.get(i)));
        }
        return id;
    }

    /** The copies of unique keys that the server needs, or null where it needs none. */
    public @Nullable UniqueMarkers markers() {
        return markers;
    }

    /** Fields that two properties would have to share. */
    public List<String> clashes() {
        List<String> all = new ArrayList<>(shape.clashes());
        for (CollectionField collection : collections) {
            collection.clashes().forEach(name -> all.add(collection.path() + "." + name));
        }
        return all;
    }

    /** The paths of all fields, those of elements after the path of their array. */
    public Stream<String> paths() {
        return Stream.concat(
                Arrays.stream(columns).map(ColumnField::path),
                Arrays.stream(collections).flatMap(c -> Stream.concat(Stream.of(c.path()), c.names().stream())));
    }

    @Override
    public ColumnField column(ColumnModel column) {
        return columns[column.position()];
    }

    @Override
    public CollectionField collection(CollectionModel collection) {
        return collections[collection.position() - columns.length];
    }

    /** Every column, by position. */
    public List<ColumnField> columns() {
        return List.of(columns);
    }

    /** The id of a row as it is in the document. */
    public BsonValue id(Object[] row) {
        return id(entity.id().columns().stream().map(c -> row[c.position()]).toList());
    }

    /**
     * An id as it is in the document.
     *
     * @param values the values of the id columns
     */
    public BsonValue id(List<?> values) {
        List<ColumnModel> parts = entity.id().columns();
        if (parts.size() == 1) {
            return column(parts.get(0)).bson(values.get(0));
        }
        BsonDocument id = new BsonDocument();
        for (int i = 0; i < parts.size(); i++) {
            id.append(parts.get(i).name(), column(parts.get(i)).bson(values.get(i)));
        }
        return id;
    }

    @Override
    public void encode(BsonWriter writer, Object[] row, EncoderContext context) {
        writer.writeStartDocument();
        shape.write(writer, row);
        if (markers != null) {
            writer.writeName(UniqueMarkers.FIELD);
            new BsonDocumentCodec().encode(writer, markers.of(row), context);
        }
        writer.writeEndDocument();
    }

    @Override
    public Object[] decode(BsonReader reader, DecoderContext context) {
        Object[] row = new Object[entity.width()];
        reader.readStartDocument();
        shape.read(reader, row);
        reader.readEndDocument();
        for (int i = columns.length; i < row.length; i++) {
            if (row[i] == null) {
                row[i] = List.of();
            }
        }
        return row;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<Object[]> getEncoderClass() {
        return (Class<Object[]>) (Class<?>) Object[].class;
    }
}
