package dev.plinth.internal.repository;

import dev.plinth.error.ErrorCode;
import dev.plinth.error.InvalidRepositoryException;
import dev.plinth.internal.access.Reach;
import dev.plinth.internal.proxy.Implementations;
import dev.plinth.internal.unitofwork.RepositoryProvider;
import dev.plinth.repository.AbstractRepository;
import dev.plinth.repository.Repository;
import dev.plinth.unitofwork.Transactions;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes repositories: interfaces by generated classes, classes by their constructor. Thread-safe. */
public final class RepositoryFactory implements RepositoryProvider {
    private final Function<Class<?>, @Nullable Class<?>> idOf;
    private final Map<Class<?>, Maker> makers = new ConcurrentHashMap<>();

    private interface Maker {
        Object make(Transactions transactions) throws Throwable;
    }

    /**
     * Creates the factory of a Plinth.
     *
     * @param idOf the class of an entity's id; null where a class is not an entity of the model
     */
    public RepositoryFactory(Function<Class<?>, @Nullable Class<?>> idOf) {
        this.idOf = idOf;
    }

    @Override
    public <R> R create(Class<R> type, Transactions transactions) {
        try {
            return type.cast(makers.computeIfAbsent(type, this::maker).make(transactions));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new InvalidRepositoryException(
                    ErrorCode.REPOSITORY_INVALID,
                    "the constructor of '" + type.getName() + "' failed, see the cause",
                    e);
        }
    }

    private Maker maker(Class<?> type) {
        if (!Repository.class.isAssignableFrom(type)) {
            throw refused(
                    type, "is not a repository. Let it extend Repository<Entity, Id>, or AbstractRepository", null);
        } else if (type.isInterface()) {
            return interfaceMaker(type);
        } else if (Modifier.isAbstract(type.getModifiers()) || !AbstractRepository.class.isAssignableFrom(type)) {
            throw refused(type, "is neither an interface nor a concrete class that extends AbstractRepository", null);
        }
        return classMaker(type);
    }

    private Maker interfaceMaker(Class<?> type) {
        RepositoryShape shape = RepositoryShape.of(type);
        Class<?> id = idOf.apply(shape.entity());
        if (id == null) {
            throw refused(
                    type,
                    "is a repository of '" + shape.entity().getName()
                            + "', which is not an entity of this Plinth. Add it to the builder: entities("
                            + shape.entity().getSimpleName() + ".class)",
                    null);
        }
        if (shape.id() != null && shape.id() != id) {
            throw refused(
                    type,
                    "is a repository by ids of " + shape.id().getName() + ", but the id of '"
                            + shape.entity().getSimpleName() + "' is a " + id.getName() + ". Let it extend Repository<"
                            + shape.entity().getSimpleName() + ", " + id.getSimpleName() + ">",
                    null);
        }
        try {
            MethodHandle constructor = Implementations.generate(
                    type, AbstractRepository.class, shape.preferred(), Transactions.class, Class.class);
            return transactions -> (Object) constructor.invokeExact(transactions, (Class) shape.entity());
        } catch (IllegalAccessException e) {
            throw notOpen(type, e);
        }
    }

    private static Maker classMaker(Class<?> type) {
        try {
            MethodHandle constructor =
                    Reach.into(type).unreflectConstructor(type.getDeclaredConstructor(Transactions.class));
            return transactions -> (Object) constructor.invoke(transactions);
        } catch (NoSuchMethodException e) {
            throw refused(type, "has no constructor that takes " + Transactions.class.getName() + " alone. Add one", e);
        } catch (IllegalAccessException e) {
            throw notOpen(type, e);
        }
    }

    private static InvalidRepositoryException notOpen(Class<?> type, Throwable cause) {
        return refused(
                type,
                "is in a package that is not open to Plinth. Add '" + Reach.opens(type) + "' to its module-info.java",
                cause);
    }

    static InvalidRepositoryException refused(Class<?> type, String what, @Nullable Throwable cause) {
        return new InvalidRepositoryException(ErrorCode.REPOSITORY_INVALID, "'" + type.getName() + "' " + what, cause);
    }
}
