package dev.plinth.internal.proxy;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.MethodCall;

/** Generates classes that implement an interface by a base class. */
public final class Implementations {
    private Implementations() {}

    /**
     * Generates a class.
     *
     * @param type the interface
     * @param base the class to extend, which implements the abstract methods
     * @param preferred default methods of the interface that win over the methods of the base class
     * @param constructor the parameters of the base class's constructor
     * @return the constructor of the generated class, which takes the same and returns an {@code Object}
     * @throws IllegalAccessException where the interface's package is not open to Plinth
     */
    public static MethodHandle generate(Class<?> type, Class<?> base, List<Method> preferred, Class<?>... constructor)
            throws IllegalAccessException {
        return Definer.define(
                type,
                "$PlinthRepository",
                List.of(base, preferred),
                List.of(constructor),
                name -> code(type, base, preferred, constructor, name));
    }

    private static byte[] code(
            Class<?> type, Class<?> base, List<Method> preferred, Class<?>[] constructor, String name) {
        Constructor<?> superConstructor;
        try {
            superConstructor = base.getDeclaredConstructor(constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(base + " has no such constructor", e);
        }
        DynamicType.Builder<?> builder = new ByteBuddy(ClassFileVersion.JAVA_V17)
                .subclass(base, ConstructorStrategy.Default.NO_CONSTRUCTORS)
                .name(name)
                .implement(type)
                .defineConstructor(Visibility.PUBLIC)
                .withParameters(constructor)
                .intercept(MethodCall.invoke(superConstructor).withAllArguments());
        for (Method method : preferred) {
            builder = builder.defineMethod(method.getName(), method.getReturnType(), Visibility.PUBLIC)
                    .withParameters((Type[]) method.getParameterTypes())
                    .intercept(MethodCall.invoke(method).onDefault().withAllArguments());
        }
        return builder.make().getBytes();
    }
}
