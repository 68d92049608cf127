package dev.plinth.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks what an application can see of a class: its supertypes, type parameters, and the types in the signatures of its
 * public and protected members, arguments of generic types and thrown exceptions included.
 */
final class ShowNoInternalType extends ArchCondition<JavaClass> {
    ShowNoInternalType() {
        super("show no type of a package named internal");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isVisible(type)) {
            return;
        }
        Set<JavaClass> header = new HashSet<>();
        type.getSuperclass().ifPresent(parent -> header.addAll(parent.getAllInvolvedRawTypes()));
        type.getInterfaces().forEach(parent -> header.addAll(parent.getAllInvolvedRawTypes()));
        addBounds(type.getTypeParameters(), header);
        report(type.getFullName(), header, events);
        for (JavaMember member : type.getMembers()) {
            if (isShown(member) && !member.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                report(member.getFullName(), typesOf(member), events);
            }
        }
    }

    private static Set<JavaClass> typesOf(JavaMember member) {
        Set<JavaClass> types = new HashSet<>(member.getAllInvolvedRawTypes());
        if (member instanceof JavaCodeUnit code) {
            types.addAll(code.getThrowsClause().getTypes());
            addBounds(code.getTypeParameters(), types);
        }
        return types;
    }

    private static void addBounds(List<? extends JavaType> parameters, Set<JavaClass> types) {
        parameters.forEach(parameter -> types.addAll(parameter.getAllInvolvedRawTypes()));
    }

    private static void report(String where, Set<JavaClass> types, ConditionEvents events) {
        for (JavaClass shown : types) {
            JavaClass base = shown.getBaseComponentType();
            if (base.getPackageName().startsWith("dev.plinth") && isInternal(base)) {
                events.add(SimpleConditionEvent.violated(shown, where + " shows " + base.getFullName()));
            }
        }
    }

    private static boolean isInternal(JavaClass type) {
        return List.of(type.getPackageName().split("\\.")).contains("internal");
    }

    private static boolean isVisible(JavaClass type) {
        return isShown(type)
                && type.getEnclosingClass().map(ShowNoInternalType::isVisible).orElse(true);
    }

    private static boolean isShown(HasModifiers element) {
        return element.getModifiers().contains(JavaModifier.PUBLIC)
                || element.getModifiers().contains(JavaModifier.PROTECTED);
    }
}
