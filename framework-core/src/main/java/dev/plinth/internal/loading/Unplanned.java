package dev.plinth.internal.loading;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.UnloadedAssociationException;
import dev.plinth.model.AssociationModel;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Words for an association that was touched where it cannot be loaded. */
final class Unplanned {
    private static final String OURS = "dev.plinth.internal.";

    private Unplanned() {}

    static UnloadedAssociationException ended(AssociationModel association, String of) {
        return told(
                association,
                of + " is not loaded, and the unit of work that read it is over",
                "Touch it while the unit of work runs, or load it along with the fetch plan ");
    }

    static UnloadedAssociationException strict(AssociationModel association, String of) {
        return told(
                association,
                of + " is not loaded, and this Plinth loads what is planned only (strictLoading)",
                "Load it along with the fetch plan ");
    }

    private static UnloadedAssociationException told(AssociationModel association, String what, String remedy) {
        return new UnloadedAssociationException(
                ErrorCode.NOT_LOADED,
                "'" + association.owner().name() + "." + association.path() + "' " + what + " (touched " + callSite()
                        + "). " + remedy + plan(association),
                null);
    }

    // the frame of the application that touched the association
    private static String callSite() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().startsWith(OURS)
                                && !frame.getClassName().startsWith("java."))
                        .findFirst()
                        .map(frame -> "at " + frame.toStackTraceElement())
                        .orElse("by a thread of the JDK"));
    }

    /** The plan that loads an association, as it is written in code. */
    static String plan(AssociationModel association) {
        Class<?> type = association.owner().type();
        String path = association.path();
        String getter = "get" + Character.toUpperCase(path.charAt(0)) + path.substring(1);
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .map(Method::getName)
                .filter(name -> name.equals(getter) || name.equals(path))
                .findFirst()
                .map(name -> "FetchPlan.of(" + type.getSimpleName() + "::" + name + ")")
                .orElse("FetchPlan.of(" + type.getSimpleName() + ".class, \"" + path + "\")");
    }
}
