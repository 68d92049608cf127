package dev.plinth.jdbc.internal.engine.mysql;

/**
 * What differs between the two engines in what they can hold.
 *
 * @param engine its name
 * @param greatestScale the most digits after the point of a decimal
 * @param hasSequences whether it has sequences
 */
record MySqlLimits(String engine, int greatestScale, boolean hasSequences) {}
