package dev.plinth.seeded.circle.one;

import dev.plinth.seeded.circle.two.Two;

/** One half of a circle. */
public final class One {
    /** The other half. */
    public static final Class<?> OTHER = Two.class;

    private One() {}
}
