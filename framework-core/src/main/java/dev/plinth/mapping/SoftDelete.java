package dev.plinth.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Entities of this type are not deleted but marked: a column holds the time of the deletion. Every read leaves marked
 * rows out unless it asks for them, unique keys ignore them, and they can be restored or purged.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SoftDelete {
    /**
     * The column that holds when the row was deleted; null while it is not.
     *
     * @return the column's name
     */
    String column() default "deleted_at";
}
