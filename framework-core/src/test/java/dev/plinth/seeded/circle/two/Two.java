package dev.plinth.seeded.circle.two;

import dev.plinth.seeded.circle.one.One;

/** One half of a circle. */
public final class Two {
    /** The other half. */
    public static final Class<?> OTHER = One.class;

    private Two() {}
}
