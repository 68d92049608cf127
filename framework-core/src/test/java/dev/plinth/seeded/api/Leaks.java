package dev.plinth.seeded.api;

import dev.plinth.seeded.internal.Hidden;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Every way in which an API can show an internal type, and some which look like one. */
public final class Leaks {
    private Leaks() {}

    /** In a field. */
    public static class InAField {
        /** Shown. */
        protected final Hidden[] hidden = {};
    }

    /** In a constructor. */
    public static class InAConstructor {
        /** Shown. */
        public InAConstructor(Hidden hidden) {}
    }

    /** In a parameter. */
    public interface InAParameter {
        /** Shown. */
        void take(List<? super Hidden> hidden);
    }

    /** In a result. */
    public interface InAResult {
        /** Shown. */
        Map<String, List<Hidden[]>> give();
    }

    /** In a throws clause. */
    public interface InAThrowsClause {
        /** Shown. */
        void run() throws Hidden;
    }

    /** In a type parameter of a method. */
    public interface InABound {
        /** Shown. */
        <T extends Hidden> void run(Class<T> type);
    }

    /** In the header. */
    public abstract static class InAnArgumentOfASupertype implements Supplier<List<Hidden>> {}

    /** In the header. */
    public static class InASupertype extends Hidden {
        private static final long serialVersionUID = 1;
    }

    /** In the header. */
    public static class InATypeParameter<T extends Hidden> {}

    /** In a component. */
    public record InAComponent(Hidden hidden) {}

    /** Shows nothing: what is private, or in a type that is, may be anything. */
    public static class Fine {
        private final Hidden hidden = new Hidden();

        Fine(Hidden hidden) {
            this.hidden.addSuppressed(hidden);
        }

        Hidden hidden() {
            return hidden;
        }

        static final class Inner {
            /** Not shown. */
            public final Hidden hidden = new Hidden();
        }
    }
}
