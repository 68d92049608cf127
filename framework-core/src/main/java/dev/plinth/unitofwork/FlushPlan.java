package dev.plinth.unitofwork;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a flush would do now, in the order in which it would do it; the entries of the audit trail are not among it. It
 * holds no values but ids.
 *
 * @param entries what is sent together, each
 */
public record FlushPlan(List<Entry> entries) {
    /** Copies the list. */
    public FlushPlan {
        entries = List.copyOf(entries);
    }

    /** What is done to rows. */
    public enum Action {
        /** New rows are written. */
        INSERT,
        /** Rows are changed. */
        UPDATE,
        /** Rows are marked as deleted. */
        SOFT_DELETE,
        /** The marks of rows are taken back. */
        RESTORE,
        /** Rows are deleted for good. */
        DELETE
    }

    /**
     * Rows that are written together.
     *
     * @param action what is done to them
     * @param entity the name of their entity
     * @param ids their ids; null for one that the database will set
     * @param properties the properties that are written; empty for a row that is deleted
     */
    public record Entry(Action action, String entity, List<@Nullable Object> ids, List<String> properties) {
        private static final int SHOWN = 10;

        /** Copies the lists. */
        public Entry {
            ids = Collections.unmodifiableList(new ArrayList<>(ids));
            properties = List.copyOf(properties);
        }

        /**
         * One line, such as {@code update 2 Customer (1, 2): name, version}.
         *
         * @return the line; of many ids the first ones
         */
        @Override
        public String toString() {
            String shown = ids.stream()
                    .limit(SHOWN)
                    .map(id -> id == null ? "new" : id.toString())
                    .collect(Collectors.joining(", "));
            String more = ids.size() > SHOWN ? " and " + (ids.size() - SHOWN) + " more" : "";
            return action.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + ids.size() + " " + entity + " ("
                    + shown + more + ")" + (properties.isEmpty() ? "" : ": " + String.join(", ", properties));
        }
    }

    /**
     * Whether a flush would write nothing.
     *
     * @return true where nothing has changed
     */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * All entries, one in a line.
     *
     * @return the text; empty where nothing has changed
     */
    @Override
    public String toString() {
        return entries.stream().map(Entry::toString).collect(Collectors.joining("\n"));
    }
}
