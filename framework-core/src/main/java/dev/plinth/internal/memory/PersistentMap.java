package dev.plinth.internal.memory;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that never changes: a write gives a new map, which shares nearly all of its nodes with the old one. A hash trie:
 * each level takes five bits of the hash, so that a lookup passes at most seven nodes, whatever the size.
 */
final class PersistentMap<K, V> {
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(new Branch(0, new Object[0]), 0);

    private final Branch root;
    private final int size;

    private PersistentMap(Branch root, int size) {
        this.root = root;
        this.size = size;
    }

    /** A slot holds an Entry, a Branch of the next level or, where the hash is used up, a Bucket. */
    private record Branch(int bitmap, Object[] slots) {
        int index(int bit) {
            return Integer.bitCount(bitmap & (bit - 1));
        }

        Branch with(int bit, Object slot) {
            int at = index(bit);
            if ((bitmap & bit) != 0) {
                Object[] copy = slots.clone();
                copy[at] = slot;
                return new Branch(bitmap, copy);
            }
            Object[] copy = new Object[slots.length + 1];
            System.arraycopy(slots, 0, copy, 0, at);
            copy[at] = slot;
            System.arraycopy(slots, at, copy, at + 1, slots.length - at);
            return new Branch(bitmap | bit, copy);
        }

        Branch without(int bit) {
            int at = index(bit);
            Object[] copy = new Object[slots.length - 1];
            System.arraycopy(slots, 0, copy, 0, at);
            System.arraycopy(slots, at + 1, copy, at, copy.length - at);
            return new Branch(bitmap & ~bit, copy);
        }
    }

    private record Entry(Object key, Object value) {}

    private record Bucket(Entry[] entries) {}

    @SuppressWarnings("unchecked")
    static <K, V> PersistentMap<K, V> empty() {
        return (PersistentMap<K, V>) EMPTY;
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    V get(K key) {
        int hash = hash(key);
        Object slot = root;
        for (int shift = 0; slot instanceof Branch branch; shift += BITS) {
            int bit = bit(hash, shift);
            if ((branch.bitmap & bit) == 0) {
                return null;
            }
            slot = branch.slots[branch.index(bit)];
        }
        Entry found = slot instanceof Bucket bucket ? find(bucket, key) : (Entry) slot;
        return found != null && found.key.equals(key) ? (V) found.value : null;
    }

    PersistentMap<K, V> put(K key, V value) {
        boolean known = get(key) != null;
        return new PersistentMap<>(put(root, 0, new Entry(key, value)), known ? size : size + 1);
    }

    PersistentMap<K, V> remove(K key) {
        return get(key) == null ? this : new PersistentMap<>(remove(root, 0, key), size - 1);
    }

    /** Visits every value, in no order. */
    void forEach(Consumer<? super V> visitor) {
        visit(root, visitor);
    }

    private static Branch put(Branch branch, int shift, Entry entry) {
        int bit = bit(hash(entry.key), shift);
        if ((branch.bitmap & bit) == 0) {
            return branch.with(bit, entry);
        }
        Object slot = branch.slots[branch.index(bit)];
        if (slot instanceof Branch next) {
            return branch.with(bit, put(next, shift + BITS, entry));
        } else if (slot instanceof Bucket bucket) {
            return branch.with(bit, put(bucket, entry));
        }
        Entry other = (Entry) slot;
        return branch.with(bit, other.key.equals(entry.key) ? entry : both(other, entry, shift + BITS));
    }

    private static Object both(Entry a, Entry b, int shift) {
        if (shift >= Integer.SIZE) {
            return new Bucket(new Entry[] {a, b});
        }
        return put(put(new Branch(0, new Object[0]), shift, a), shift, b);
    }

    private static Bucket put(Bucket bucket, Entry entry) {
        Entry[] entries = bucket.entries;
        for (int i = 0; i < entries.length; i++) {
            if (entries[i].key.equals(entry.key)) {
                Entry[] copy = entries.clone();
                copy[i] = entry;
                return new Bucket(copy);
            }
        }
        Entry[] copy = Arrays.copyOf(entries, entries.length + 1);
        copy[entries.length] = entry;
        return new Bucket(copy);
    }

    // called only for keys that are there
    private static Branch remove(Branch branch, int shift, Object key) {
        int bit = bit(hash(key), shift);
        Object slot = branch.slots[branch.index(bit)];
        if (slot instanceof Branch next) {
            Branch rest = remove(next, shift + BITS, key);
            // a branch that leads to one entry only is replaced by it, so that paths stay short
            boolean single = rest.slots.length == 1 && rest.slots[0] instanceof Entry;
            return branch.with(bit, single ? rest.slots[0] : rest);
        } else if (slot instanceof Bucket bucket) {
            Entry[] rest = Arrays.stream(bucket.entries)
                    .filter(entry -> !entry.key.equals(key))
                    .toArray(Entry[]::new);
            return branch.with(bit, rest.length == 1 ? rest[0] : new Bucket(rest));
        }
        return branch.without(bit);
    }

    private static @Nullable Entry find(Bucket bucket, Object key) {
        for (Entry entry : bucket.entries) {
            if (entry.key.equals(key)) {
                return entry;
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private void visit(Object slot, Consumer<? super V> visitor) {
        if (slot instanceof Branch branch) {
            for (Object next : branch.slots) {
                visit(next, visitor);
            }
        } else if (slot instanceof Bucket bucket) {
            for (Entry entry : bucket.entries) {
                visitor.accept((V) entry.value);
            }
        } else {
            visitor.accept((V) ((Entry) slot).value);
        }
    }

    private static int bit(int hash, int shift) {
        return 1 << ((hash >>> shift) & MASK);
    }

    private static int hash(Object key) {
        int hash = key.hashCode();
        return hash ^ (hash >>> 16);
    }
}
