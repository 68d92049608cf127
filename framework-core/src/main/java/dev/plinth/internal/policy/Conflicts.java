package dev.plinth.internal.policy;

import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.EntityStateException;
import dev.plinth.error.ErrorCode;
import dev.plinth.error.StaleEntityException;
import dev.plinth.internal.mapper.EntityMapper;
import dev.plinth.internal.tracking.RowDifference;
import dev.plinth.internal.tracking.Tracked;
import dev.plinth.model.ColumnModel;
import dev.plinth.model.EntityKey;
import dev.plinth.model.EntityModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a lost race is called. */
public final class Conflicts {
    private Conflicts() {}

    /**
     * Describes a conflict.
     *
     * @param mapper the entity's mapper
     * @param expected the row as the unit of work knew it
     * @param found the row as it is in the database now, or null where it is gone
     * @return the exception
     */
    public static StaleEntityException stale(
            EntityMapper mapper, @Nullable Object[] expected, @Nullable Object @Nullable [] found) {
        EntityModel entity = mapper.model();
        ColumnModel version = entity.version();
        ColumnModel deletedAt = entity.deletedAt();
        Object id = mapper.toId(expected);
        Object read = version == null ? null : expected[version.position()];
        String who = "'" + entity.name() + "' with id " + id;
        boolean unversioned = version != null && isUnset(read);
        String readAs = version == null ? " was read" : " was read with version " + read;
        if (unversioned && found == null) {
            return StaleEntityException.neverRead(
                    entity.name(),
                    id,
                    null,
                    who
                            + " is not in the database, and its version is not set: it was never stored. Use insert(...) for a new"
                            + " one");
        } else if (unversioned && (deletedAt == null || found[deletedAt.position()] == null)) {
            return StaleEntityException.neverRead(
                    entity.name(),
                    id,
                    found[version.position()],
                    who + " comes without a version, but the database has version " + found[version.position()]
                            + ". Find it and change what was found, or set the version that was read");
        } else if (found == null) {
            return new StaleEntityException(
                    entity.name(), id, read, null, who + readAs + ", but it has been deleted by someone else");
        } else if (deletedAt != null && found[deletedAt.position()] != null && expected[deletedAt.position()] == null) {
            return new StaleEntityException(
                    entity.name(),
                    id,
                    read,
                    null,
                    who + readAs + ", but it has been deleted (softly) by someone else. Restore it, or leave it");
        } else if (version == null) {
            return new StaleEntityException(
                    entity.name(),
                    id,
                    null,
                    null,
                    who + readAs + ", but it has been changed by someone else. Read it again");
        }
        Object now = found[version.position()];
        return new StaleEntityException(
                entity.name(),
                id,
                read,
                now,
                who + readAs + ", but the database has version " + now
                        + ": someone else has changed it. Read it again and repeat the change");
    }

    /**
     * Describes an object that was given to be written, but has no row.
     *
     * @param mapper the entity's mapper
     * @param given the row of the object
     * @return the exception
     */
    public static StaleEntityException absent(EntityMapper mapper, @Nullable Object[] given) {
        EntityModel entity = mapper.model();
        if (entity.version() != null) {
            return stale(mapper, given, null);
        }
        Object id = mapper.toId(given);
        return StaleEntityException.neverRead(
                entity.name(),
                id,
                null,
                "'" + entity.name() + "' with id " + id
                        + " is not in the database: it was never stored, or someone else has"
                        + " deleted it. Use insert(...) for a new one");
    }

    /**
     * Refuses an object whose row is one of another entity: what is an object of one entity never becomes one of another.
     *
     * @param given the mapper of the object
     * @param row the row of the object
     * @param found the entity that the row with its id is of
     */
    public static void requireEntity(EntityMapper given, @Nullable Object[] row, EntityModel found) {
        EntityModel entity = given.model();
        if (entity != found) {
            throw new EntityStateException(
                    ErrorCode.ENTITY_CONFLICT,
                    "'" + found.name() + " " + given.toId(row) + "' is a '" + found.name() + "', not a '"
                            + entity.name()
                            + "'. Find it and change what was found, or give a new '" + entity.name()
                            + "' another id",
                    null);
        }
    }

    /**
     * Describes a row that the database gave for another id than its own.
     *
     * @param found the key of the row
     * @return the exception
     */
    public static EntityStateException otherId(EntityKey found) {
        return new EntityStateException(
                ErrorCode.ENTITY_ID,
                "the database takes the id of '" + found
                        + "' for the one that was given, but they differ, by spaces at the end"
                        + " or by capitals. Give the id as it is stored",
                null);
    }

    /**
     * Describes an upsert that found no row, and then one with its id when it wrote.
     *
     * @param entity the entity
     * @param error what the backend has thrown
     * @return the exception; the given one where it is about another unique value
     */
    public static DuplicateKeyException ofUpsert(EntityModel entity, DuplicateKeyException error) {
        List<ColumnModel> id = entity.id().columns();
        boolean ofId = id.stream().map(ColumnModel::path).toList().equals(error.properties())
                || id.stream().map(ColumnModel::name).toList().equals(error.columns());
        return ofId ? DuplicateKeyException.ofUpsert(error) : error;
    }

    // versions begin at 1, so 0 is that of an object that was never stored
    private static boolean isUnset(@Nullable Object version) {
        return version == null || version instanceof Number number && number.longValue() == 0;
    }

    /**
     * Refuses an object whose version is not the one its row was read with.
     *
     * @param tracked the object
     * @param row the object's row
     */
    public static void requireTrackedVersion(Tracked tracked, @Nullable Object[] row) {
        requireVersion(tracked.mapper(), row, tracked.row());
    }

    /**
     * Refuses a row whose version is not that of the row in the database.
     *
     * @param mapper the entity's mapper
     * @param given the row of the object
     * @param found the row in the database
     */
    public static void requireVersion(EntityMapper mapper, @Nullable Object[] given, @Nullable Object[] found) {
        ColumnModel version = mapper.model().version();
        if (version != null && !RowDifference.equal(given[version.position()], found[version.position()])) {
            throw stale(mapper, given, found);
        }
    }
}
