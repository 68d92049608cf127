package dev.plinth.contract;

/**
 * A property-based proof that a specification has one meaning: the same ids from the database and from
 * {@code isSatisfiedBy} in memory.
 */
public abstract class SpecificationProperties implements TestEngine {}
