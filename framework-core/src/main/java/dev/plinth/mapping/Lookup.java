package dev.plinth.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reference data that the code knows: a table whose rows are kept in step with it. What is missing in the table is added when
 * a Plinth is built over a schema that is there, when {@code schema().create()} makes one, and by
 * {@code schema().synchronizeLookups()}; what differs otherwise is reported and left alone.
 *
 * <p>On an entity with an id that is not generated: a static method without parameters gives the rows. On an enum: every
 * column of the model that holds it, by name or by ordinal, refers to a table of its constants.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Lookup {
    /**
     * Of an entity: the static method without parameters, of any visibility, that returns its rows as a collection.
     *
     * @return the method's name
     */
    String rows() default "values";

    /**
     * Of an enum: the table of its constants.
     *
     * @return the table's name; empty for the one derived from the enum's
     */
    String table() default "";

    /**
     * Of an enum: the schema of the table of its constants.
     *
     * @return the schema's name; empty for the default
     */
    String schema() default "";
}
