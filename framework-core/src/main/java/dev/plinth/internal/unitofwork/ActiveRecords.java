package dev.plinth.internal.unitofwork;

/** What entities do to themselves, on the unit of work that is meant. */
public final class ActiveRecords {
    private ActiveRecords() {}

    /**
     * Stores an entity.
     *
     * @param entity the entity
     * @return it, for a record its copy
     */
    public static <T> T save(T entity) {
        RunningUnit unit = RunningUnits.of(entity, "save()");
        T saved = unit.upsert(entity);
        if (!entity.getClass().isRecord()) {
            return saved;
        }
        // the copy that has the version is known after the flush
        unit.flush();
        return unit.current(saved);
    }

    /**
     * Removes an entity.
     *
     * @param entity the entity
     */
    public static void delete(Object entity) {
        RunningUnits.of(entity, "delete()").remove(entity);
    }

    /**
     * Reads an entity again.
     *
     * @param entity the entity
     * @return it, for a record its copy
     */
    public static <T> T reload(T entity) {
        RunningUnit unit = RunningUnits.of(entity, "reload()");
        if (entity.getClass().isRecord()) {
            return unit.readAgain(entity);
        }
        unit.refresh(entity);
        return entity;
    }
}
