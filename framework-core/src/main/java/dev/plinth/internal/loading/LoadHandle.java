package dev.plinth.internal.loading;

import dev.plinth.internal.association.LazyCollection;
import dev.plinth.internal.association.LoadSource;
import dev.plinth.internal.association.Unloaded;
import org.jspecify.annotations.Nullable;

/**
 * What entities hold of the unit of work that read them. It lets go of it at its end, so that entities that outlive it keep
 * nothing of it alive.
 */
final class LoadHandle implements LoadSource {
    private final boolean strict;
    private @Nullable Loader loader;

    LoadHandle(Loader loader, boolean strict) {
        this.loader = loader;
        this.strict = strict;
    }

    void end() {
        loader = null;
    }

    boolean isEnded() {
        return loader == null;
    }

    @Override
    public Object load(Unloaded reference) {
        Loader open = loader;
        if (open == null) {
            throw Unplanned.ended(reference.association(), "(" + reference.key() + ")");
        }
        Object known = open.known(reference.key());
        if (known != null) {
            WrongClass.check(reference.association(), reference.key(), known);
            return known;
        } else if (strict) {
            throw Unplanned.strict(reference.association(), "(" + reference.key() + ")");
        }
        return open.load(reference);
    }

    @Override
    public void load(LazyCollection collection) {
        Loader open = loader;
        if (open == null) {
            throw Unplanned.ended(collection.association(), "of '" + collection.owner() + "'");
        } else if (strict) {
            throw Unplanned.strict(collection.association(), "of '" + collection.owner() + "'");
        }
        open.load(collection);
    }
}
