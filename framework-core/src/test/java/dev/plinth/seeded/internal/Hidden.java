package dev.plinth.seeded.internal;

/** A type that no API may show. */
public class Hidden extends Exception {
    private static final long serialVersionUID = 1;
}
