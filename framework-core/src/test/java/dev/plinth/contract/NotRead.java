package dev.plinth.contract;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Lets a class wear certain annotations, but not look at them: it may neither name them as a class nor call them. */
final class NotRead extends ArchCondition<JavaClass> {
    private final DescribedPredicate<? super JavaClass> annotations;

    NotRead(DescribedPredicate<? super JavaClass> annotations) {
        super("not read " + annotations.getDescription());
        this.annotations = annotations;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getReferencedClassObjects().stream()
                .filter(reference -> annotations.test(reference.getRawType()))
                .forEach(reference -> events.add(SimpleConditionEvent.violated(
                        type,
                        type.getFullName() + " names " + reference.getRawType().getFullName())));
        type.getMethodCallsFromSelf().stream()
                .filter(call -> annotations.test(call.getTargetOwner()))
                .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
    }
}
