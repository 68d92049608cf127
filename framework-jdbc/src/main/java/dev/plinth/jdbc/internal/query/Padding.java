package dev.plinth.jdbc.internal.query;

/** Lists of values grow in steps, so that few statements serve all lengths; the last value fills them up. */
final class Padding {
    private static final int LARGE = 1024;

    private Padding() {}

    static int padded(int size) {
        if (size <= 1) {
            return size;
        }
        return size > LARGE ? (size + LARGE - 1) / LARGE * LARGE : Integer.highestOneBit(size - 1) << 1;
    }
}
