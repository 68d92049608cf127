package dev.plinth.internal.proxy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Consumer;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.ByteCodeAppender;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Lets the module of an application read Plinth's, where its declaration does not say so. A module can be told that by its
 * own code only, so a class that does it is defined there.
 */
final class ModuleReads {
    private ModuleReads() {}

    /**
     * Lets the module of a class read Plinth.
     *
     * @param lookup sees what the class sees
     * @param name the name of a class that is not there yet, in the same package
     * @throws IllegalAccessException where the package is not open to Plinth
     */
    @SuppressWarnings("unchecked")
    static void ensure(MethodHandles.Lookup lookup, String name) throws IllegalAccessException {
        Module plinth = ModuleReads.class.getModule();
        if (lookup.lookupClass().getModule().canRead(plinth)) {
            return;
        }
        Class<?> reader = lookup.defineClass(code(name));
        try {
            Consumer<Object> made =
                    (Consumer<Object>) (Object) lookup.findConstructor(reader, MethodType.methodType(void.class))
                            .asType(MethodType.methodType(Object.class))
                            .invokeExact();
            made.accept(plinth);
        } catch (RuntimeException | Error | IllegalAccessException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the generated class " + name + " has its constructor", e);
        }
    }

    private static byte[] code(String name) {
        ByteCodeAppender addReads = (visitor, context, method) -> {
            visitor.visitVarInsn(Opcodes.ALOAD, 0);
            visitor.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, "java/lang/Object", "getClass", "()Ljava/lang/Class;", false);
            visitor.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, "java/lang/Class", "getModule", "()Ljava/lang/Module;", false);
            visitor.visitVarInsn(Opcodes.ALOAD, 1);
            visitor.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(Module.class));
            visitor.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    "java/lang/Module",
                    "addReads",
                    "(Ljava/lang/Module;)Ljava/lang/Module;",
                    false);
            visitor.visitInsn(Opcodes.POP);
            visitor.visitInsn(Opcodes.RETURN);
            return new ByteCodeAppender.Size(2, method.getStackSize());
        };
        return new ByteBuddy(ClassFileVersion.JAVA_V17)
                .subclass(Object.class, ConstructorStrategy.Default.DEFAULT_CONSTRUCTOR)
                .name(name)
                .implement(Consumer.class)
                .method(ElementMatchers.named("accept"))
                .intercept(new Implementation.Simple(addReads))
                .make()
                .getBytes();
    }
}
