package dev.plinth.internal.query;

import dev.plinth.backend.Condition;
import java.util.ArrayList;
import java.util.List;

/** Puts conditions together, leaving out what says nothing. */
final class Conditions {
    private Conditions() {}

    static Condition and(List<Condition> parts) {
        return joined(parts, Condition.ALWAYS, Condition.NEVER);
    }

    static Condition or(List<Condition> parts) {
        return joined(parts, Condition.NEVER, Condition.ALWAYS);
    }

    private static Condition joined(List<Condition> parts, Condition neutral, Condition decisive) {
        List<Condition> left = new ArrayList<>();
        for (Condition part : parts) {
            if (part.equals(decisive)) {
                return decisive;
            } else if (!part.equals(neutral)) {
                left.add(part);
            }
        }
        return switch (left.size()) {
            case 0 -> neutral;
            case 1 -> left.get(0);
            default -> decisive == Condition.NEVER ? new Condition.And(left) : new Condition.Or(left);
        };
    }

    /** The condition, or its opposite. The opposite of a test stays a test with a Not around it. */
    static Condition of(Condition condition, boolean negated) {
        if (!negated) {
            return condition;
        } else if (condition instanceof Condition.Constant constant) {
            return constant.value() ? Condition.NEVER : Condition.ALWAYS;
        } else if (condition instanceof Condition.Not not) {
            return not.test();
        } else if (condition instanceof Condition.And and) {
            return or(and.parts().stream().map(part -> of(part, true)).toList());
        } else if (condition instanceof Condition.Or or) {
            return and(or.parts().stream().map(part -> of(part, true)).toList());
        }
        return new Condition.Not((Condition.Test) condition);
    }
}
