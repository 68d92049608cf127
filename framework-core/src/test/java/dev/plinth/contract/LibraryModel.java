package dev.plinth.contract;

import dev.plinth.backend.Change;
import dev.plinth.backend.RowCursor;
import dev.plinth.backend.StoreSession;
import dev.plinth.backend.WriteBatch;
import dev.plinth.backend.WriteResult;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityModel;
import dev.plinth.model.ForeignKeyModel;
import dev.plinth.model.Generation;
import dev.plinth.model.IdModel;
import dev.plinth.model.KeyModel;
import dev.plinth.model.Model;
import dev.plinth.model.PropertyModel;
import dev.plinth.model.TableName;
import dev.plinth.model.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small graph, made by hand: books refer to an author, to a place (whose id has two columns) and to the book that they
 * go on from, and link to readers and to places.
 */
final class LibraryModel {
    static final class Author {
        long id;
    }

    static final class Place {
        long id;
    }

    static final class Book {
        long id;
    }

    final EntityModel author;
    final EntityModel place;
    final EntityModel book;
    final Model model;

    final ColumnModel country = column(0, "country", ValueType.STRING, false);
    final ColumnModel number = column(1, "number", ValueType.INT, false);
    final ColumnModel bookId = column(0, "id", ValueType.LONG, false);
    final ColumnModel title = column(1, "title", ValueType.STRING, true);
    final ColumnModel authorId = column(2, "author_id", ValueType.LONG, true);
    final ColumnModel placeCountry = column(3, "place_country", ValueType.STRING, true);
    final ColumnModel placeNumber = column(4, "place_number", ValueType.INT, true);
    final ColumnModel sequelOf = column(5, "sequel_of", ValueType.LONG, true);
    final ColumnModel readerId = column(0, "reader_id", ValueType.LONG, false);
    final ColumnModel soldCountry = column(0, "sold_country", ValueType.STRING, false);
    final ColumnModel soldNumber = column(1, "sold_number", ValueType.INT, false);
    final CollectionModel readers;
    final CollectionModel soldAt;

    LibraryModel() {
        ColumnModel authorKey = column(0, "id", ValueType.LONG, false);
        author = entity(
                Author.class,
                "author",
                List.of(authorKey, column(1, "name", ValueType.STRING, true)),
                List.of(authorKey),
                List.of(),
                List.of());
        place = entity(
                Place.class,
                "place",
                List.of(country, number, column(2, "name", ValueType.STRING, true)),
                List.of(country, number),
                List.of(),
                List.of());
        readers = links(6, "readers", CollectionModel.Kind.SET, null, List.of(readerId), author);
        soldAt = links(7, "sold_at", CollectionModel.Kind.LIST, "place", List.of(soldCountry, soldNumber), place);
        EntityModel[] self = new EntityModel[1];
        book = entity(
                Book.class,
                "book",
                List.of(bookId, title, authorId, placeCountry, placeNumber, sequelOf),
                List.of(bookId),
                List.of(readers, soldAt),
                List.of(
                        new ForeignKeyModel("fk_book_author", List.of(authorId), () -> author),
                        new ForeignKeyModel("fk_book_place", List.of(placeCountry, placeNumber), () -> place),
                        new ForeignKeyModel("fk_book_sequel", List.of(sequelOf), () -> self[0])));
        self[0] = book;
        model = new Model(List.of(author, place, book));
    }

    private static EntityModel entity(
            Class<?> type,
            String table,
            List<ColumnModel> columns,
            List<ColumnModel> id,
            List<CollectionModel> collections,
            List<ForeignKeyModel> foreignKeys) {
        try {
            PropertyModel property = new PropertyModel.Basic("id", "id", type.getDeclaredField("id"), id.get(0));
            List<KeyModel> keys = foreignKeys.stream()
                    .map(key -> new KeyModel("ix_" + key.name(), key.columns(), false))
                    .toList();
            return new EntityModel(
                    type.getSimpleName(),
                    type,
                    new TableName(null, null, table),
                    List.of(),
                    columns,
                    collections,
                    new IdModel(property, Long.class, id, new Generation.Assigned()),
                    null,
                    null,
                    false,
                    keys,
                    false,
                    foreignKeys);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CollectionModel links(
            int position,
            String name,
            CollectionModel.Kind kind,
            @Nullable String order,
            List<ColumnModel> columns,
            EntityModel target) {
        return new CollectionModel(
                position,
                name,
                name,
                new TableName(null, null, "book_" + name),
                List.of("book_id"),
                kind,
                order,
                Long.class,
                columns,
                List.of(),
                () -> target);
    }

    private static ColumnModel column(int position, String name, ValueType type, boolean nullable) {
        return new ColumnModel(
                position,
                name,
                name,
                type,
                type.javaType(),
                null,
                nullable,
                false,
                100,
                19,
                2,
                -1,
                true,
                true,
                List.of());
    }

    /** A book that refers to nothing. */
    @Nullable
    Object[] book(long id, String name) {
        return new @Nullable Object[] {id, name, null, null, null, null, List.of(), List.of()};
    }

    static @Nullable Object[] with(@Nullable Object[] row, ColumnModel column, @Nullable Object value) {
        return with(row, column.position(), value);
    }

    static @Nullable Object[] with(@Nullable Object[] row, CollectionModel links, Object[]... elements) {
        return with(row, links.position(), List.of(elements));
    }

    private static @Nullable Object[] with(@Nullable Object[] row, int position, @Nullable Object value) {
        @Nullable Object[] copy = row.clone();
        copy[position] = value;
        return copy;
    }

    static WriteResult insert(StoreSession session, EntityModel entity, @Nullable Object[]... rows) {
        List<Change> changes =
                Arrays.stream(rows).map(row -> new Change(null, row)).toList();
        return session.write(new WriteBatch(
                WriteBatch.Kind.INSERT, entity, entity.columns(), entity.collections(), List.of(), changes));
    }

    static WriteResult update(
            StoreSession session,
            EntityModel entity,
            List<ColumnModel> columns,
            List<CollectionModel> collections,
            @Nullable Object[] before,
            @Nullable Object[] after) {
        return session.write(new WriteBatch(
                WriteBatch.Kind.UPDATE,
                entity,
                columns,
                collections,
                entity.id().columns(),
                List.of(new Change(before, after))));
    }

    static WriteResult delete(StoreSession session, EntityModel entity, @Nullable Object[]... rows) {
        List<Change> changes =
                Arrays.stream(rows).map(row -> new Change(row, null)).toList();
        return session.write(new WriteBatch(
                WriteBatch.Kind.DELETE,
                entity,
                List.of(),
                List.of(),
                entity.id().columns(),
                changes));
    }

    static List<Object[]> all(RowCursor cursor) {
        List<Object[]> rows = new ArrayList<>();
        try (cursor) {
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
