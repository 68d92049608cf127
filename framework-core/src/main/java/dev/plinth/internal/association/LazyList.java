package dev.plinth.internal.association;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list that is loaded when it is touched. */
public final class LazyList extends AbstractList<@Nullable Object> implements LazyCollection, RandomAccess {
    private final State state;
    private final List<@Nullable Object> entities = new ArrayList<>();

    /**
     * Creates a list that is not loaded.
     *
     * @param state what is known of it
     */
    public LazyList(State state) {
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
    public @Nullable Object get(int index) {
        state.touch(this);
        return entities.get(index);
    }

    @Override
    public int size() {
        state.touch(this);
        return entities.size();
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object element) {
        state.change(this);
        return entities.set(index, element);
    }

    @Override
    public void add(int index, @Nullable Object element) {
        state.change(this);
        entities.add(index, element);
        modCount++;
    }

    @Override
    public @Nullable Object remove(int index) {
        state.change(this);
        modCount++;
        return entities.remove(index);
    }

    // all at once: each removal on its own would move what is behind it
    @Override
    protected void removeRange(int from, int to) {
        state.change(this);
        modCount++;
        entities.subList(from, to).clear();
    }

    @Override
    public String toString() {
        return isLoaded() ? super.toString() : state.text();
    }
}
