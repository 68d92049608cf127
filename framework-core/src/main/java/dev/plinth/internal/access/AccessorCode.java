package dev.plinth.internal.access;

import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.bytebuddy.implementation.bytecode.ByteCodeAppender;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The byte code of accessors. Straight lines only: no branch, so no stack map frames are needed. */
final class AccessorCode {
    private static final int STACK = 12;

    private AccessorCode() {}

    static ByteCodeAppender read(Class<?> type, List<Slot> slots) {
        return (visitor, context, method) -> {
            for (Slot slot : slots) {
                visitor.visitVarInsn(Opcodes.ALOAD, 2);
                push(visitor, slot.position());
                visitor.visitVarInsn(Opcodes.ALOAD, 1);
                visitor.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
                visitor.visitFieldInsn(
                        Opcodes.GETFIELD,
                        Type.getInternalName(type),
                        slot.field().getName(),
                        Type.getDescriptor(slot.field().getType()));
                box(visitor, slot.field().getType());
                visitor.visitInsn(Opcodes.AASTORE);
            }
            visitor.visitInsn(Opcodes.RETURN);
            return new ByteCodeAppender.Size(STACK, method.getStackSize());
        };
    }

    static ByteCodeAppender write(Class<?> type, List<Slot> slots) {
        return (visitor, context, method) -> {
            for (Slot slot : slots) {
                visitor.visitVarInsn(Opcodes.ALOAD, 1);
                visitor.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
                load(visitor, 2, slot.position(), slot.field().getType());
                visitor.visitFieldInsn(
                        Opcodes.PUTFIELD,
                        Type.getInternalName(type),
                        slot.field().getName(),
                        Type.getDescriptor(slot.field().getType()));
            }
            visitor.visitInsn(Opcodes.RETURN);
            return new ByteCodeAppender.Size(STACK, method.getStackSize());
        };
    }

    static ByteCodeAppender create(Class<?> type, List<Slot> slots) {
        return (visitor, context, method) -> {
            visitor.visitTypeInsn(Opcodes.NEW, Type.getInternalName(type));
            visitor.visitInsn(Opcodes.DUP);
            StringBuilder descriptor = new StringBuilder("(");
            int stack = STACK;
            if (type.isRecord()) {
                Map<String, Slot> byName =
                        slots.stream().collect(Collectors.toMap(s -> s.field().getName(), Function.identity()));
                for (RecordComponent component : type.getRecordComponents()) {
                    Slot slot = byName.get(component.getName());
                    if (slot == null) {
                        pushDefault(visitor, component.getType());
                    } else {
                        load(visitor, 1, slot.position(), component.getType());
                    }
                    descriptor.append(Type.getDescriptor(component.getType()));
                    stack += 2;
                }
            }
            visitor.visitMethodInsn(
                    Opcodes.INVOKESPECIAL,
                    Type.getInternalName(type),
                    "<init>",
                    descriptor.append(")V").toString(),
                    false);
            visitor.visitInsn(Opcodes.ARETURN);
            return new ByteCodeAppender.Size(stack, method.getStackSize());
        };
    }

    private static void load(MethodVisitor visitor, int array, int position, Class<?> type) {
        visitor.visitVarInsn(Opcodes.ALOAD, array);
        push(visitor, position);
        visitor.visitInsn(Opcodes.AALOAD);
        if (type.isPrimitive()) {
            Type boxed = boxed(type);
            visitor.visitTypeInsn(Opcodes.CHECKCAST, boxed.getInternalName());
            visitor.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    boxed.getInternalName(),
                    type.getName() + "Value",
                    "()" + Type.getDescriptor(type),
                    false);
        } else {
            visitor.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
        }
    }

    private static void box(MethodVisitor visitor, Class<?> type) {
        if (type.isPrimitive()) {
            Type boxed = boxed(type);
            visitor.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    boxed.getInternalName(),
                    "valueOf",
                    Type.getMethodDescriptor(boxed, Type.getType(type)),
                    false);
        }
    }

    private static Type boxed(Class<?> primitive) {
        return Type.getType(MethodType.methodType(primitive).wrap().returnType());
    }

    private static void push(MethodVisitor visitor, int value) {
        if (value <= Short.MAX_VALUE) {
            visitor.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            visitor.visitLdcInsn(value);
        }
    }

    private static void pushDefault(MethodVisitor visitor, Class<?> type) {
        if (!type.isPrimitive()) {
            visitor.visitInsn(Opcodes.ACONST_NULL);
        } else if (type == long.class) {
            visitor.visitInsn(Opcodes.LCONST_0);
        } else if (type == double.class) {
            visitor.visitInsn(Opcodes.DCONST_0);
        } else if (type == float.class) {
            visitor.visitInsn(Opcodes.FCONST_0);
        } else {
            visitor.visitInsn(Opcodes.ICONST_0);
        }
    }
}
