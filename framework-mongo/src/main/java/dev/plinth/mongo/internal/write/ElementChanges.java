package dev.plinth.mongo.internal.write;

import dev.plinth.mongo.internal.type.CollectionField;
import dev.plinth.mongo.internal.type.ColumnField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * Changes elements of an array where they are, so that what others have in them stays: fields of elements that have
 * changed, elements at the end that are new, or elements that are gone. Anything else is written as a whole, and so is an
 * array that no version guards, since places may have moved.
 */
final class ElementChanges {
    private static final BsonString NOTHING = new BsonString("");

    private final CollectionField field;
    private final List<Object[]> before;
    private final List<Object[]> after;

    private ElementChanges(CollectionField field, List<Object[]> before, List<Object[]> after) {
        this.field = field;
        this.before = before;
        this.after = after;
    }

    /**
     * Adds the changes of a collection to an update.
     *
     * @param guarded whether a version says that the array is as it was read
     */
    static void add(
            CollectionField field, boolean guarded, @Nullable Object before, @Nullable Object after, Update update) {
        ElementChanges changes = new ElementChanges(field, elements(before), elements(after));
        if (!guarded || !changes.inPlace(update) && !changes.removals(update)) {
            update.set().append(field.path(), field.bson(after));
        }
    }

    /** An update that is being put together. */
    record Update(BsonDocument set, BsonDocument unset, BsonDocument pull) {}

    @SuppressWarnings("unchecked")
    private static List<Object[]> elements(@Nullable Object elements) {
        return elements == null ? List.of() : (List<Object[]>) elements;
    }

    private boolean inPlace(Update update) {
        if (field.isBasic() || before.isEmpty() || after.size() < before.size() || !isFlat()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            for (ColumnField column : field.columns()) {
                change(update, i, column);
            }
        }
        for (int i = before.size(); i < after.size(); i++) {
            update.set().append(field.path() + "." + i, field.document(after.get(i)));
        }
        return true;
    }

    private void change(Update update, int index, ColumnField column) {
        Object value = after.get(index)[column.column().position()];
        if (!column.same(before.get(index)[column.column().position()], value)) {
            String path = field.path() + "." + index + "." + column.path();
            if (value == null) {
                update.unset().append(path, NOTHING);
            } else {
                update.set().append(path, column.bson(value));
            }
        }
    }

    // nothing can be set inside of a null
    private boolean isFlat() {
        return field.columns().stream().noneMatch(column -> column.path().contains("."))
                && before.stream().allMatch(element -> hasContent(element));
    }

    private static boolean hasContent(Object[] element) {
        for (Object value : element) {
            if (value != null) {
                return true;
            }
        }
        return false;
    }

    private boolean removals(Update update) {
        if (field.isBasic() || after.isEmpty() || after.size() >= before.size() || !isFlat()) {
            return false;
        }
        List<Object[]> gone = new ArrayList<>();
        int kept = 0;
        for (Object[] element : before) {
            if (kept < after.size() && same(element, after.get(kept))) {
                kept++;
            } else {
                gone.add(element);
            }
        }
        Predicate<Object[]> isKept = element -> after.stream().anyMatch(other -> same(element, other));
        if (kept < after.size() || gone.stream().anyMatch(isKept)) {
            return false;
        }
        BsonArray conditions = new BsonArray(gone.stream().map(this::condition).toList());
        update.pull().append(field.path(), CollectionField.ofFields(new BsonDocument("$or", conditions)));
        return true;
    }

    private boolean same(Object[] one, Object[] other) {
        return field.columns().stream().allMatch(column -> {
            int position = column.column().position();
            return column.same(one[position], other[position]);
        });
    }

    private BsonDocument condition(Object[] element) {
        BsonDocument condition = new BsonDocument();
        for (ColumnField column : field.columns()) {
            Object value = element[column.column().position()];
            if (value == null) {
                condition.append(column.path(), BsonNull.VALUE);
            } else {
                condition.append(column.comparedPath(), new BsonDocument("$eq", column.compared(value)));
            }
        }
        return condition;
    }
}
