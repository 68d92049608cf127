package dev.plinth.internal.flush;

import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.internal.mapper.PendingKey;
import dev.plinth.internal.tracking.IdentityMap;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.CollectionModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts ids into rows that refer to objects which had none when the rows were made. */
final class References {
    private References() {}

    /** Puts the ids that are known into a row; refuses references to objects that will not get one. */
    static @Nullable Object[] resolved(IdentityMap identities, Tracked owner, @Nullable Object[] row) {
        EntityModel entity = owner.model();
        for (int i = 0; i < entity.columns().size(); i++) {
            if (row[i] instanceof PendingKey pending) {
                require(identities, owner, pending, entity.columns().get(i).path());
            }
        }
        for (CollectionModel links : entity.collections()) {
            if (links.isLinks() && row[links.position()] instanceof List<?> elements) {
                for (Object element : elements) {
                    if (((@Nullable Object[]) element)[0] instanceof PendingKey pending) {
                        require(identities, owner, pending, links.path());
                    }
                }
            }
        }
        complete(identities, entity, row);
        return row;
    }

    private static void require(IdentityMap identities, Tracked owner, PendingKey pending, String path) {
        Tracked target = identities.findObject(pending.target());
        if (target == null) {
            throw new EntityStateException(
                    ErrorCode.UNSAVED_REFERENCE,
                    "'" + (owner.key() == null ? owner.model().name() : owner.key()) + "' refers by '" + path
                            + "' to a new '" + pending.target().getClass().getSimpleName()
                            + "' that is not part of this unit of work. Insert it first, or let it be inserted along: cascade ="
                            + " CascadeType.PERSIST on '" + path + "'",
                    null);
        }
    }

    /** What a row refers to: the key where it is known, else the object that will get one. */
    static Object target(IdentityMap identities, PendingKey pending) {
        Tracked target = identities.findObject(pending.target());
        if (target == null) {
            throw new IllegalStateException(pending.toString());
        }
        return target.key() == null ? target : target.key();
    }

    /** Puts the ids that are known by now into a row. */
    static void complete(IdentityMap identities, EntityModel entity, @Nullable Object @Nullable [] row) {
        if (row == null) {
            return;
        }
        complete(identities, row, entity.columns().size());
        for (CollectionModel links : entity.collections()) {
            if (links.isLinks() && row[links.position()] instanceof List<?> elements) {
                elements.forEach(element -> complete(
                        identities,
                        (@Nullable Object[]) element,
                        links.columns().size()));
            }
        }
    }

    private static void complete(IdentityMap identities, @Nullable Object[] values, int count) {
        for (int i = 0; i < count; i++) {
            if (values[i] instanceof PendingKey pending) {
                Tracked target = identities.findObject(pending.target());
                EntityKey key = target == null ? null : target.keyInFlush();
                values[i] = key == null ? pending : key.values().get(pending.index());
            }
        }
    }
}
