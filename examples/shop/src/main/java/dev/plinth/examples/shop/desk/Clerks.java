package dev.plinth.examples.shop.desk;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who is working on a thread: the actor that the audit trail names. */
public final class Clerks {
    private final ThreadLocal<@Nullable String> onDuty = new ThreadLocal<>();

    public <R> R as(String clerk, Supplier<R> work) {
        String before = onDuty.get();
        onDuty.set(clerk);
        try {
            return work.get();
        } finally {
            onDuty.set(before);
        }
    }

    void as(String clerk, Runnable work) {
        as(clerk, () -> {
            work.run();
            return true;
        });
    }

    public @Nullable String onDuty() {
        return onDuty.get();
    }
}
