package dev.plinth.mongo.internal.type;

import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Where an element collection is in a document: an array of values or of sub-documents. */
public final class CollectionField implements Fields {
    private final Place place;
    private final CollectionModel model;
    private final String path;
    private final ColumnField[] columns;
    private final Shape shape = new Shape();

    CollectionField(Place place, CollectionModel model, String path) {
        this.place = place;
        this.model = model;
        this.path = path;
        this.columns = model.columns().stream()
                .map(c -> column(c, isBasic() ? "" : path(c)))
                .toArray(ColumnField[]::new);
        if (!isBasic()) {
            for (ColumnField column : columns) {
                shape.add(column.path(), new Shape.Value(column.column().position(), column));
            }
        }
    }

    private ColumnField column(ColumnModel column, String inElement) {
        return new ColumnField(place.inside(inElement, column.path()), column, inElement);
    }

    /** Where it is, for messages. */
    Place place() {
        return place;
    }

    /** The array's field, dots between the names of sub-documents. */
    public String path() {
        return path;
    }

    /** The one column of an element that is a basic value. */
    public ColumnField element() {
        return columns[0];
    }

    /**
     * Makes clear that a filter on elements is one on sub-documents: some servers take it for one on plain values where
     * nothing but operators is in it.
     *
     * @param filter a filter on fields of an element
     */
    public static BsonDocument ofFields(BsonDocument filter) {
        return filter.getFirstKey().startsWith("$")
                ? filter.append(Paths.ID, new BsonDocument("$nin", new BsonArray()))
                : filter;
    }

    /** The columns of an element. */
    public List<ColumnField> columns() {
        return List.of(columns);
    }

    /** The sub-document of an element that is not a basic value. */
    public BsonDocument document(Object[] element) {
        return shape.bson(element, new BsonDocument());
    }

    /** Whether an element is one plain value: a basic one, or a link to an id of one column. */
    public boolean isBasic() {
        return model.isBasic() && model.columns().size() == 1;
    }

    // the columns of a link have no properties around them
    private String path(ColumnModel column) {
        return model.isLinks() ? column.name() : Paths.of(column);
    }

    /** Whether the order of the elements means something. */
    public boolean isOrdered() {
        return model.kind() == CollectionModel.Kind.LIST;
    }

    @Override
    public ColumnField column(ColumnModel column) {
        return columns[column.position()];
    }

    @Override
    public CollectionField collection(CollectionModel collection) {
        throw new IllegalArgumentException("a collection in a collection: " + collection.path());
    }

    List<String> clashes() {
        return shape.clashes();
    }

    List<String> names() {
        return Arrays.stream(columns).map(ColumnField::path).toList();
    }

    /** The array of a row, for an update. */
    public BsonArray bson(@Nullable Object elements) {
        BsonArray array = new BsonArray();
        for (Object[] element : elements(elements)) {
            if (isBasic()) {
                Object value = element[0];
                array.add(value == null ? BsonNull.VALUE : columns[0].bson(value));
            } else {
                array.add(document(element));
            }
        }
        return array;
    }

    void write(BsonWriter writer, @Nullable Object elements) {
        writer.writeStartArray();
        for (Object[] element : elements(elements)) {
            if (!isBasic()) {
                writer.writeStartDocument();
                shape.write(writer, element);
                writer.writeEndDocument();
            } else if (element[0] == null) {
                writer.writeNull();
            } else {
                columns[0].codec().writer().write(writer, element[0]);
            }
        }
        writer.writeEndArray();
    }

    List<Object[]> read(BsonReader reader) {
        List<Object[]> elements = new ArrayList<>();
        reader.readStartArray();
        for (BsonType type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
            Object[] element = new Object[columns.length];
            elements.add(element);
            if (type == BsonType.NULL) {
                reader.readNull();
            } else if (isBasic()) {
                element[0] = columns[0].read(reader);
            } else if (type == BsonType.DOCUMENT) {
                reader.readStartDocument();
                shape.read(reader, element);
                reader.readEndDocument();
            } else {
                throw place.hasElement(type, BsonType.DOCUMENT);
            }
        }
        reader.readEndArray();
        return elements;
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> elements(@Nullable Object elements) {
        return elements == null ? List.of() : (List<Object[]>) elements;
    }
}
