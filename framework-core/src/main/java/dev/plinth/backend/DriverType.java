package dev.plinth.backend;

import dev.plinth.model.ValueConverter;
import dev.plinth.model.ValueType;
import java.util.function.Supplier;

/**
 * A class that a database's own driver has for a kind of value that only this database holds, such as MongoDB's
 * {@code ObjectId}. Properties of this class need no converter.
 *
 * @param type the class: immutable, with {@code equals} by value
 * @param held what a column holds for it
 * @param converter between the two
 * @param next makes a new value for an id that is generated, as the column holds it
 */
public record DriverType(Class<?> type, ValueType held, ValueConverter converter, Supplier<Object> next) {}
