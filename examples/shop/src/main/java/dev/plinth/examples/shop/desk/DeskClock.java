package dev.plinth.examples.shop.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock on the wall: it starts at eight in the morning of any day, and a second takes five minutes. */
public final class DeskClock extends Clock {
    private static final int SPEED = 300;
    private static final LocalTime OPENING = LocalTime.of(8, 0);

    private volatile LocalDate today = LocalDate.EPOCH;
    private volatile long startedAt = System.nanoTime();

    public void startOf(LocalDate day) {
        today = day;
        startedAt = System.nanoTime();
    }

    public LocalDate today() {
        return today;
    }

    public Instant morning() {
        return today.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public Instant midnight() {
        return today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Never later than today. */
    @Override
    public Instant instant() {
        Instant now =
                today.atTime(OPENING).toInstant(ZoneOffset.UTC).plusNanos((System.nanoTime() - startedAt) * SPEED);
        Instant last = midnight().minusMillis(1);
        return now.isBefore(last) ? now : last;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the desk works in UTC");
    }
}
