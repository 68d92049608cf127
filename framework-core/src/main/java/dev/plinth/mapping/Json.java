package dev.plinth.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a property as JSON: a record, a class, a map or a list becomes one column in a table, and a sub-document or an
 * array in a document. Jackson's databind turns it into JSON and back, the application adds it to its dependencies. A
 * change anywhere within the value is found when the unit of work is flushed.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Json {}
