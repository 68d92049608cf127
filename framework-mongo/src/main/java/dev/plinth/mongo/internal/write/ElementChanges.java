package dev.plinth.mongo.internal.write;

import dev.plinth.model.Values;
import dev.plinth.mongo.internal.type.CollectionField;
import dev.plinth.mongo.internal.type.ColumnField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.jspecify.annotations.Nullable;

/**
 * Changes elements of an array where they are, so that what others have in the elements that stay is kept. An element
 * has no identity but its values: it is known again where it is still at its place, or where elements were only taken
 * out. Every other element is written as a whole, so that a field of others never comes to another element. An array
 * that no version guards is written as a whole, since places may have moved.
 */
final class ElementChanges {
    private final CollectionField field;
    private final List<Object[]> before;
    private final List<Object[]> after;
    private final List<List<?>> keysBefore;
    private final List<List<?>> keysAfter;

    private ElementChanges(CollectionField field, List<Object[]> before, List<Object[]> after) {
        this.field = field;
        this.before = before;
        this.after = after;
        this.keysBefore = keys(before);
        this.keysAfter = keys(after);
    }

    /**
     * Adds the changes of a collection to an update.
     *
     * @param guarded whether a version says that the array is as it was read
     */
    static void add(
            CollectionField field, boolean guarded, @Nullable Object before, @Nullable Object after, Update update) {
        if (field.isBasic()
                || !guarded
                || !new ElementChanges(field, elements(before), elements(after)).isAdded(update)) {
            update.set().append(field.path(), field.bson(after));
        }
    }

    /** An update that is being put together. */
    record Update(BsonDocument set, BsonDocument push, BsonDocument pull) {}

    @SuppressWarnings("unchecked")
    private static List<Object[]> elements(@Nullable Object elements) {
        return elements == null ? List.of() : (List<Object[]>) elements;
    }

    private static List<List<?>> keys(List<Object[]> elements) {
        List<List<?>> keys = new ArrayList<>();
        for (Object[] element : elements) {
            keys.add(Arrays.stream(element)
                    .map(value -> value == null ? null : Values.key(value))
                    .toList());
        }
        return keys;
    }

    private boolean isAdded(Update update) {
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        } else if (!field.isOrdered()) {
            return additions(update) || removals(update, missing());
        }
        return after.size() < before.size() ? removals(update, takenOut()) : inPlace(update);
    }

    private boolean inPlace(Update update) {
        boolean appended = keysBefore.equals(keysAfter.subList(0, before.size()));
        // of several alike, one may have come to the place of another
        Set<List<?>> unsure = appended ? Set.of() : repeated();
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            List<?> key = keysAfter.get(i);
            if (i >= before.size() || !key.equals(keysBefore.get(i)) || unsure.contains(key)) {
                changed.add(i);
            }
        }
        if (changed.size() == after.size()) {
            return false;
        }
        changed.forEach(i -> update.set().append(field.path() + "." + i, field.document(after.get(i))));
        return true;
    }

    private Set<List<?>> repeated() {
        Set<List<?>> repeated = new HashSet<>();
        for (List<List<?>> keys : List.of(keysBefore, keysAfter)) {
            Set<List<?>> seen = new HashSet<>();
            keys.stream().filter(key -> !seen.add(key)).forEach(repeated::add);
        }
        return repeated;
    }

    // the place that an element of a set has in the array is not known for sure
    private boolean additions(Update update) {
        BsonArray added = new BsonArray();
        Set<List<?>> known = new HashSet<>(keysBefore);
        for (int i = 0; i < after.size(); i++) {
            if (!known.contains(keysAfter.get(i))) {
                added.add(field.document(after.get(i)));
            }
        }
        if (added.isEmpty() || !new HashSet<>(keysAfter).containsAll(known)) {
            return false;
        }
        update.push().append(field.path(), new BsonDocument("$each", added));
        return true;
    }

    // of a set
    private List<Object[]> missing() {
        Set<List<?>> left = new HashSet<>(keysAfter);
        if (!new HashSet<>(keysBefore).containsAll(left)) {
            return List.of();
        }
        return IntStream.range(0, before.size())
                .filter(i -> !left.contains(keysBefore.get(i)))
                .mapToObj(before::get)
                .toList();
    }

    // of a list; none where one that stays is like one that goes, or where others have changed, too
    private List<Object[]> takenOut() {
        Set<List<?>> left = new HashSet<>(keysAfter);
        List<Object[]> gone = new ArrayList<>();
        int kept = 0;
        for (int i = 0; i < before.size(); i++) {
            if (kept < after.size() && keysBefore.get(i).equals(keysAfter.get(kept))) {
                kept++;
            } else if (left.contains(keysBefore.get(i))) {
                return List.of();
            } else {
                gone.add(before.get(i));
            }
        }
        return kept == after.size() ? gone : List.of();
    }

    private boolean removals(Update update, List<Object[]> gone) {
        if (gone.isEmpty() || !isFlat()) {
            return false;
        }
        BsonArray conditions = new BsonArray(gone.stream().map(this::condition).toList());
        update.pull().append(field.path(), CollectionField.ofFields(new BsonDocument("$or", conditions)));
        return true;
    }

    // an element without any value is found by no condition of its own
    private boolean isFlat() {
        return field.columns().stream().noneMatch(column -> column.path().contains("."))
                && before.stream().allMatch(ElementChanges::hasContent);
    }

    private static boolean hasContent(Object[] element) {
        for (Object value : element) {
            if (value != null) {
                return true;
            }
        }
        return false;
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
