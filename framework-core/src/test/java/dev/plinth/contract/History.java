package dev.plinth.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a database should hold: the plainest model of units of work that there is. */
final class History {
    /** One step of a unit of work. */
    enum Kind {
        INSERT,
        RENAME,
        MAIL,
        SWAP_MAILS,
        TAG,
        REMOVE,
        RESTORE,
        PURGE,
        FLUSH,
        QUERY
    }

    /** A step, with what it takes; which of it is used depends on the kind. */
    record Step(Kind kind, int slot, int other, String text) {
        @Override
        public String toString() {
            return kind + " " + slot + " " + other + " " + text;
        }
    }

    /** A unit of work. */
    record Unit(List<Step> steps, boolean commits) {}

    /** A row. */
    record Row(String name, @Nullable String mail, Set<String> tags, boolean deleted) {}

    private final Map<Integer, Long> versions = new HashMap<>();
    private final Map<Integer, Integer> entries = new HashMap<>();
    private Map<Integer, Row> flushed = new LinkedHashMap<>();
    private final Map<Integer, Row> working = new LinkedHashMap<>();
    private final Set<Integer> purged = new HashSet<>();
    private @Nullable History before;

    Map<Integer, Row> rows() {
        return working;
    }

    long version(int slot) {
        return versions.getOrDefault(slot, 0L);
    }

    int entries(int slot) {
        return entries.getOrDefault(slot, 0);
    }

    List<String> liveNames() {
        return working.values().stream()
                .filter(row -> !row.deleted())
                .map(Row::name)
                .sorted()
                .toList();
    }

    private boolean isLive(int slot) {
        return working.containsKey(slot) && !working.get(slot).deleted();
    }

    private boolean isTaken(@Nullable String mail, int slot) {
        return mail != null
                && working.entrySet().stream()
                        .anyMatch(e -> e.getKey() != slot
                                && !e.getValue().deleted()
                                && mail.equals(e.getValue().mail()));
    }

    /** An empty text stands for no address. */
    static @Nullable String mail(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Whether a step makes sense now; those that do not are left out. */
    boolean isPossible(Step step) {
        int slot = step.slot();
        return switch (step.kind()) {
            case INSERT -> !working.containsKey(slot) && !purged.contains(slot) && !isTaken(mail(step.text()), slot);
            case RENAME, TAG, REMOVE -> isLive(slot);
            case MAIL -> isLive(slot) && !isTaken(mail(step.text()), slot);
            case SWAP_MAILS -> isLive(slot) && isLive(step.other());
            case RESTORE ->
                working.containsKey(slot)
                        && working.get(slot).deleted()
                        && !isTaken(working.get(slot).mail(), slot);
            case PURGE -> working.containsKey(slot);
            case FLUSH, QUERY -> true;
        };
    }

    void apply(Step step) {
        int slot = step.slot();
        switch (step.kind()) {
            case INSERT -> working.put(slot, new Row("new", mail(step.text()), Set.of(), false));
            case RENAME -> change(slot, row -> new Row(step.text(), row.mail(), row.tags(), false));
            case MAIL -> change(slot, row -> new Row(row.name(), mail(step.text()), row.tags(), false));
            case SWAP_MAILS -> swap(slot, step.other());
            case TAG -> change(slot, row -> new Row(row.name(), row.mail(), toggled(row.tags(), step.text()), false));
            case REMOVE -> remove(slot);
            case RESTORE -> change(slot, row -> new Row(row.name(), row.mail(), row.tags(), false));
            case PURGE -> purge(slot);
            case FLUSH, QUERY -> flush();
        }
    }

    private void change(int slot, UnaryOperator<Row> change) {
        working.compute(slot, (key, row) -> change.apply(Objects.requireNonNull(row)));
    }

    private void swap(int one, int two) {
        String mail = working.get(one).mail();
        String other = working.get(two).mail();
        change(one, row -> new Row(row.name(), other, row.tags(), false));
        change(two, row -> new Row(row.name(), mail, row.tags(), false));
    }

    static Set<String> toggled(Set<String> tags, String tag) {
        Set<String> changed = new TreeSet<>(tags);
        if (!changed.remove(tag)) {
            changed.add(tag);
        }
        return changed;
    }

    private void remove(int slot) {
        Row row = flushed.get(slot);
        if (row == null) {
            working.remove(slot);
        } else if (row.deleted()) {
            // restored since the last flush: the row stays as it is
            working.put(slot, row);
        } else {
            change(slot, now -> new Row(now.name(), now.mail(), now.tags(), true));
        }
    }

    private void purge(int slot) {
        working.remove(slot);
        if (flushed.containsKey(slot)) {
            purged.add(slot);
        }
    }

    /** What is different from the last flush is one more version and one more entry of the audit trail. */
    void flush() {
        Set<Integer> slots = new TreeSet<>(flushed.keySet());
        slots.addAll(working.keySet());
        for (int slot : slots) {
            Row old = flushed.get(slot);
            Row now = working.get(slot);
            if (!Objects.equals(old, now)) {
                entries.merge(slot, 1, Integer::sum);
                versions.put(slot, now == null ? 0 : version(slot) + 1);
            }
        }
        flushed = new LinkedHashMap<>(working);
    }

    void begin() {
        purged.clear();
        History copy = new History();
        copy.versions.putAll(versions);
        copy.entries.putAll(entries);
        copy.working.putAll(working);
        before = copy;
    }

    void rollback() {
        History old = Objects.requireNonNull(before);
        versions.clear();
        versions.putAll(old.versions);
        entries.clear();
        entries.putAll(old.entries);
        working.clear();
        working.putAll(old.working);
        flushed = new LinkedHashMap<>(working);
    }
}
