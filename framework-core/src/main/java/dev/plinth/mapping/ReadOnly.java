package dev.plinth.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an entity: it is only read, for example from a view. Finds, specifications, pages and streams work as for any other;
 * every write is refused by name. {@code plinth.schema()} neither creates nor drops its table, so that it may be that of
 * another entity.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadOnly {}
