package dev.plinth.internal.association;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set that is loaded when it is touched. */
public final class LazySet extends AbstractSet<@Nullable Object> implements LazyCollection {
    private final State state;
    private final Set<@Nullable Object> entities = new LinkedHashSet<>();

    /**
     * Creates a set that is not loaded.
     *
     * @param state what is known of it
     */
    public LazySet(State state) {
        this.state = state;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void fill(Collection<?> loaded, Collection<?> keys) {
        entities.clear();
        entities.addAll(loaded);
        state.loaded();
    }

    @Override
    public Collection<?> entities() {
        return entities;
    }

    @Override
    public int size() {
        state.touch(this);
        return entities.size();
    }

    @Override
    public boolean contains(@Nullable Object element) {
        state.touch(this);
        return entities.contains(element);
    }

    @Override
    public boolean add(@Nullable Object element) {
        state.change(this);
        return entities.add(element);
    }

    @Override
    public boolean remove(@Nullable Object element) {
        state.change(this);
        return entities.remove(element);
    }

    @Override
    public void clear() {
        state.change(this);
        entities.clear();
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        state.touch(this);
        Iterator<@Nullable Object> all = entities.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public @Nullable Object next() {
                return all.next();
            }

            @Override
            public void remove() {
                state.change(LazySet.this);
                all.remove();
            }
        };
    }

    @Override
    public String toString() {
        return isLoaded() ? super.toString() : state.text();
    }
}
