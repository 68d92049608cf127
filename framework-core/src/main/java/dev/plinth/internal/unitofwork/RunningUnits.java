package dev.plinth.internal.unitofwork;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.UnitOfWorkException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units of work that run on this thread, of whichever Plinth, for those who have nothing but an entity in hand. It
 * knows of a unit of work while that runs, and keeps none from being collected: no Plinth hangs on anything static.
 */
final class RunningUnits {
    private static final ThreadLocal<@Nullable List<WeakReference<RunningUnit>>> UNITS = new ThreadLocal<>();

    private RunningUnits() {}

    static void begun(RunningUnit unit) {
        List<WeakReference<RunningUnit>> units = UNITS.get();
        if (units == null) {
            units = new ArrayList<>(2);
            UNITS.set(units);
        }
        units.removeIf(each -> each.get() == null);
        units.add(new WeakReference<>(unit));
    }

    static void ended(RunningUnit unit) {
        List<WeakReference<RunningUnit>> units = UNITS.get();
        if (units != null) {
            units.removeIf(each -> each.get() == null || each.get() == unit);
            if (units.isEmpty()) {
                UNITS.remove();
            }
        }
    }

    /** The one whose model has the entity. */
    static RunningUnit of(Object entity, String call) {
        List<RunningUnit> running = running();
        List<RunningUnit> knowing =
                running.stream().filter(unit -> unit.knows(entity)).toList();
        if (knowing.size() == 1) {
            return knowing.get(0);
        }
        String name = entity.getClass().getSimpleName();
        throw new UnitOfWorkException(
                ErrorCode.UNIT_UNCLEAR,
                "'" + name + "'." + call + " works in the unit of work that runs on this thread, and "
                        + why(running.size(), knowing.size(), name),
                null);
    }

    private static String why(int running, int knowing, String name) {
        if (knowing > 1) {
            return "those of " + knowing + " Plinths run that all have '" + name
                    + "'. Call upsert(...), remove(...) or refresh(...) of the one that is meant";
        }
        return (running == 0 ? "none runs" : "none of a Plinth runs that has '" + name + "'")
                + ". Call it inside plinth.transact(uow -> { ... })";
    }

    private static List<RunningUnit> running() {
        List<RunningUnit> running = new ArrayList<>();
        List<WeakReference<RunningUnit>> units = UNITS.get();
        if (units != null) {
            for (WeakReference<RunningUnit> each : units) {
                RunningUnit unit = each.get();
                if (unit != null && unit.isRunning()) {
                    running.add(unit);
                }
            }
        }
        return running;
    }
}
