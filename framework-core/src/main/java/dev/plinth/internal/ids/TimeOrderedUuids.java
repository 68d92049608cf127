package dev.plinth.internal.ids;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time-ordered UUIDs: version 7 of RFC 9562, section 5.7, with the fixed-length counter of section 6.2, method 1, in the 12
 * bits behind the millisecond. Those of one generator strictly increase, also where the clock is set back or more than 4,096
 * are made in a millisecond: then the time runs ahead. Thread-safe.
 */
public final class TimeOrderedUuids {
    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    /**
     * Makes a UUID.
     *
     * @return greater than all that this generator has made before
     */
    public UUID next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        long tick = last.updateAndGet(previous -> Math.max(previous + 1, now));
        long millis = tick >>> COUNTER_BITS;
        long counter = tick & ((1L << COUNTER_BITS) - 1);
        return new UUID(millis << 16 | VERSION | counter, VARIANT | random.nextLong() >>> 2);
    }
}
