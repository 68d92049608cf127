package dev.plinth.contract.domain;

import dev.plinth.mapping.Lookup;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities that are refused. */
public final class Misplaced {
    private Misplaced() {}

    /** A root whose rows the code would know. */
    @Entity
    @Lookup
    public static class Level {
        @Id
        private int number;

        protected Level() {}

        static List<Level> values() {
            return List.of(new Level());
        }
    }

    /** Extends it. */
    @Entity
    public static class High extends Level {
        protected High() {}
    }

    /** Permits what is no entity. */
    @Entity
    public sealed interface Shape permits Round, Forgotten {}

    /** An entity. */
    @Entity
    public record Round(@Id int id) implements Shape {}

    /** None. */
    public record Forgotten(int id) implements Shape {}

    /** Has no annotations. */
    public record Bare(int id) {}

    /** Has a null among its rows. */
    @Entity
    @Lookup
    public record Holed(@Id int id) {
        static List<@Nullable Holed> values() {
            return Arrays.asList(new Holed(1), null);
        }
    }
}
