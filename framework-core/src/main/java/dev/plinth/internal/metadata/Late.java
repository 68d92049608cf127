package dev.plinth.internal.metadata;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of the model that is known once the whole of it is; looked up once.
 *
 * @param <T> the part
 */
final class Late<T> implements Supplier<T> {
    private final Supplier<T> find;
    private volatile @Nullable T found;

    Late(Supplier<T> find) {
        this.find = find;
    }

    @Override
    public T get() {
        T value = found;
        if (value == null) {
            value = find.get();
            found = value;
        }
        return value;
    }
}
