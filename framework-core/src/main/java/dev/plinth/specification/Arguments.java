package dev.plinth.specification;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import org.jspecify.annotations.Nullable;

/** Refuses nulls with a message that says what to do instead. */
final class Arguments {
    private Arguments() {}

    static <V> V required(@Nullable V value, String what, String remedy) {
        if (value == null) {
            throw new SpecificationException(ErrorCode.ARGUMENT_NULL, "the " + what + " is null: " + remedy, null);
        }
        return value;
    }

    static <V> V value(@Nullable V value, Path path, String operation) {
        if (value == null) {
            throw new SpecificationException(
                    ErrorCode.ARGUMENT_NULL,
                    "the value of '" + operation + "' for '" + path + "' is null, which never means 'no condition'. Use"
                            + " isNull() or isNotNull() to test for null, or leave the condition out",
                    null);
        }
        return value;
    }
}
