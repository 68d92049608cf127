package dev.plinth.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps the connection of each find for a while. */
final class SlowFind implements CommandListener {
    private static final CountDownLatch STARTED = new CountDownLatch(1);

    static void awaitStarted() {
        try {
            STARTED.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!event.getCommandName().equals("find")) {
            return;
        }
        STARTED.countDown();
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
