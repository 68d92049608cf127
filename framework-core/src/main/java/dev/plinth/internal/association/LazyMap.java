package dev.plinth.internal.association;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map that is loaded when it is touched. */
public final class LazyMap extends AbstractMap<@Nullable Object, @Nullable Object> implements LazyCollection {
    private final State state;
    private final Map<@Nullable Object, @Nullable Object> entities = new LinkedHashMap<>();

    /**
     * Creates a map that is not loaded.
     *
     * @param state what is known of it
     */
    public LazyMap(State state) {
        this.state = state;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void fill(Collection<?> loaded, Collection<?> keys) {
        entities.clear();
        Iterator<?> key = keys.iterator();
        loaded.forEach(entity -> entities.put(key.next(), entity));
        state.loaded();
    }

    @Override
    public Collection<?> entities() {
        return entities.values();
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        state.touch(this);
        return entities.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        state.touch(this);
        return entities.containsKey(key);
    }

    @Override
    public @Nullable Object put(@Nullable Object key, @Nullable Object value) {
        state.change(this);
        return entities.put(key, value);
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        state.change(this);
        return entities.remove(key);
    }

    @Override
    public Set<Entry<@Nullable Object, @Nullable Object>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<@Nullable Object, @Nullable Object>> {
        @Override
        public int size() {
            state.touch(LazyMap.this);
            return entities.size();
        }

        @Override
        public void clear() {
            state.change(LazyMap.this);
            entities.clear();
        }

        @Override
        public Iterator<Entry<@Nullable Object, @Nullable Object>> iterator() {
            state.touch(LazyMap.this);
            Iterator<Entry<@Nullable Object, @Nullable Object>> all =
                    entities.entrySet().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Entry<@Nullable Object, @Nullable Object> next() {
                    return new Changing(all.next());
                }

                @Override
                public void remove() {
                    state.change(LazyMap.this);
                    all.remove();
                }
            };
        }
    }

    private final class Changing extends SimpleEntry<@Nullable Object, @Nullable Object> {
        private static final long serialVersionUID = 1;
        private final transient Entry<@Nullable Object, @Nullable Object> entry;

        private Changing(Entry<@Nullable Object, @Nullable Object> entry) {
            super(entry);
            this.entry = entry;
        }

        @Override
        public @Nullable Object setValue(@Nullable Object value) {
            state.change(LazyMap.this);
            entry.setValue(value);
            return super.setValue(value);
        }
    }

    @Override
    public String toString() {
        return isLoaded() ? super.toString() : state.text();
    }
}
