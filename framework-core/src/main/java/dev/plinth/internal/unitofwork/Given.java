package dev.plinth.internal.unitofwork;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.SpecificationException;
import org.jspecify.annotations.Nullable;

/** Refuses nulls with a message that says what to give. */
public final class Given {
    private Given() {}

    /**
     * An argument that must be there.
     *
     * @param argument what the application gave
     * @param what what it is, for the message
     * @param remedy what to give, a sentence without its end
     * @return the argument
     * @throws SpecificationException where it is null
     */
    public static <T> T required(@Nullable T argument, String what, String remedy) {
        if (argument == null) {
            throw new SpecificationException(ErrorCode.ARGUMENT_NULL, "the " + what + " is null. " + remedy, null);
        }
        return argument;
    }

    static <T> T work(@Nullable T work) {
        return required(work, "work of the unit of work", "Give a lambda: transact(uow -> { ... })");
    }

    static <S> S selection(@Nullable S selection) {
        return required(selection, "selection", "Give one: Selection.of(Customer.class) selects all");
    }

    static Class<?> entity(@Nullable Class<?> type) {
        return required(type, "type of the entity", "Give its class: findById(Customer.class, id)");
    }

    /**
     * The type of a repository.
     *
     * @param type what the application gave
     * @return the type
     */
    public static <R> Class<R> repository(@Nullable Class<R> type) {
        return required(type, "type of the repository", "Give the interface or class: repository(Customers.class)");
    }
}
