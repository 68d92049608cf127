package dev.plinth.internal.metadata;

import dev.plinth.internal.access.Reach;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a class must be like for Plinth to make and read its objects. */
final class Structure {
    private Structure() {}

    /** The fields that hold state, in the order of declaration; those to ignore by annotation included. */
    static List<Field> fields(Class<?> type) {
        if (type.isInterface()) {
            return List.of();
        }
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .map(name -> field(type, name))
                    .toList();
        }
        return Lineage.of(type).stream().flatMap(Structure::stateFields).toList();
    }

    private static Field field(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().equals(name) && !Modifier.isStatic(field.getModifiers()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Field> stateFields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers())
                        && !field.isSynthetic());
    }

    /**
     * Checks a class.
     *
     * @return false where its members are not worth a look
     */
    static boolean check(Class<?> type, Problems problems) {
        if (type.isInterface() || type.isEnum() || type.isArray() || type.isPrimitive()) {
            String kind = type.isEnum() ? "an enum" : type.isInterface() ? "an interface" : "not a class of its own";
            problems.add(type, "", "it is " + kind, "Map a class or a record");
            return false;
        }
        if (!isOpen(type, problems)) {
            return false;
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            problems.add(type, "", "the class is abstract, so that no object of it can be made", "Make it concrete");
        }
        return checkMembers(type, problems);
    }

    /**
     * Checks a class that is an entity, and may be abstract for others to extend it.
     *
     * @return false where its members are not worth a look
     */
    static boolean checkEntity(Class<?> type, boolean byCode, Problems problems) {
        if (byCode && Hierarchies.parent(type) != null) {
            problems.add(
                    type,
                    "",
                    "it extends an @Entity and is mapped by code",
                    "Map both by annotations: hierarchies are not mapped by code");
            return false;
        } else if (type.isInterface() && type.isAnnotationPresent(Entity.class)) {
            return checkInterface(type, problems);
        } else if (byCode || !type.isAnnotationPresent(Entity.class) || !Modifier.isAbstract(type.getModifiers())) {
            return check(type, problems);
        }
        return isOpen(type, problems) && checkMembers(type, problems);
    }

    private static boolean checkInterface(Class<?> type, Problems problems) {
        if (!type.isSealed()) {
            problems.add(
                    type,
                    "",
                    "it is an interface that anyone may implement",
                    "Make it sealed, so that its entities are known");
        }
        return type.isSealed() && isOpen(type, problems);
    }

    private static boolean checkMembers(Class<?> type, Problems problems) {
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            problems.add(type, "", "an inner class needs an object of the class around it", "Make it static");
        } else if (!type.isRecord() && !Modifier.isAbstract(type.getModifiers())) {
            checkConstructor(type, problems);
        }
        checkSuperclasses(type, problems);
        return Lineage.above(type).stream().allMatch(above -> isOpen(above, problems));
    }

    private static boolean isOpen(Class<?> type, Problems problems) {
        try {
            Reach.into(type);
            return true;
        } catch (IllegalAccessException e) {
            String module = "'" + type.getModule().getName() + "'";
            problems.add(
                    type,
                    "",
                    "the package '" + type.getPackageName() + "' of the module " + module + " is not open to Plinth",
                    "Add this line to the module-info.java of " + module + ": " + Reach.opens(type));
            return false;
        }
    }

    private static void checkConstructor(Class<?> type, Problems problems) {
        try {
            if (Modifier.isPrivate(type.getDeclaredConstructor().getModifiers())) {
                problems.add(
                        type,
                        "",
                        "its constructor without arguments is private",
                        "Make it package-private or protected");
            }
        } catch (NoSuchMethodException e) {
            problems.add(
                    type,
                    "",
                    "the class has no constructor without arguments",
                    "Add one that is not private (package-private is enough), or make the class a record");
        }
    }

    private static void checkSuperclasses(Class<?> type, Problems problems) {
        for (Class<?> c = type.getSuperclass(); c != null && c != Object.class && c != Record.class; ) {
            if (c.isAnnotationPresent(Entity.class)) {
                if (!type.isAnnotationPresent(Entity.class)) {
                    problems.add(
                            type,
                            "",
                            "it extends " + c.getName() + ", which is @Entity, and is none itself",
                            "Make it an @Entity, too");
                }
                // which checks what is above it
                break;
            } else if (!c.isAnnotationPresent(MappedSuperclass.class)
                    && stateFields(c).anyMatch(field -> !field.isAnnotationPresent(Transient.class))) {
                problems.add(
                        type,
                        "",
                        "it extends " + c.getName() + ", whose fields would not be stored",
                        "Make it a @MappedSuperclass, or mark the fields 'transient' where they are not to be stored");
            }
            c = c.getSuperclass();
        }
        checkNames(type, problems);
    }

    private static void checkNames(Class<?> type, Problems problems) {
        Map<String, Field> seen = new HashMap<>();
        for (Field field : fields(type)) {
            Field other = seen.putIfAbsent(field.getName(), field);
            if (other != null) {
                problems.add(
                        type,
                        field.getName(),
                        "there is a property of this name in the superclass "
                                + other.getDeclaringClass().getName() + ", too",
                        "Rename one of them");
            }
        }
    }
}
