package dev.plinth.internal.access;

import dev.plinth.error.EntityMappingException;
import dev.plinth.error.ErrorCode;
import java.lang.invoke.MethodHandles;

/**
 * Reaches into the classes of an application. Where these are in Plinth's own module (on the class path, in the class loader
 * that has Plinth), a lookup has full privileges and may define hidden classes. In a named module or in another class loader
 * it reaches private members as well, but may define ordinary classes only.
 */
public final class Reach {
    private Reach() {}

    /**
     * A lookup that sees what a class sees.
     *
     * @param type the class
     * @return the lookup, which may not have full privileges
     * @throws IllegalAccessException where the class's package is not open to Plinth
     */
    public static MethodHandles.Lookup into(Class<?> type) throws IllegalAccessException {
        Reach.class.getModule().addReads(type.getModule());
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    /**
     * What to add to the module of a class.
     *
     * @param type a class in a package that is not open to Plinth
     * @return the line of its module-info.java
     */
    public static String opens(Class<?> type) {
        Module own = Reach.class.getModule();
        return "opens " + type.getPackageName() + (own.isNamed() ? " to " + own.getName() : "") + ";";
    }

    /**
     * Says that a package is closed.
     *
     * @param type the class that cannot be reached
     * @param cause what the JVM says
     * @return the error to throw
     */
    public static EntityMappingException closed(Class<?> type, IllegalAccessException cause) {
        return new EntityMappingException(
                ErrorCode.MAPPING_FAILED,
                "the package of '" + type.getName() + "' is not open to Plinth. Add '" + opens(type)
                        + "' to its module-info.java",
                cause);
    }
}
