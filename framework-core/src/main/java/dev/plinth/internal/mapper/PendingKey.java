package dev.plinth.internal.mapper;

/**
 * Stands in a row for a part of the id of an object that has none yet. A flush puts the id in its place before the row is
 * sent.
 *
 * @param target the object, told from others by {@code ==}
 * @param index which column of its id
 */
public record PendingKey(Object target, int index) {
    @Override
    public boolean equals(Object other) {
        return other instanceof PendingKey that && target == that.target && index == that.index;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(target) * 31 + index;
    }

    @Override
    public String toString() {
        return "the id of a new " + target.getClass().getSimpleName();
    }
}
