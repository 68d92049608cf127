package dev.plinth.jdbc;

import dev.plinth.jdbc.ForeignEntities.Birthday;
import dev.plinth.jdbc.ForeignEntities.Moment;
import dev.plinth.jdbc.ForeignEntities.Wake;
import dev.plinth.jdbc.ForeignEntities.Whole;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Foreign columns on H2. */
final class H2ForeignColumnsTest extends ForeignColumnsOnEngine {
    @Override
    String newUrl() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
    }

    @Override
    JdbcBackend backend(String database) {
        return JdbcBackend.url(database).pool(pool -> pool.setMinimumIdle(1));
    }

    @Override
    boolean takesTextsForUuids() {
        return true;
    }

    @Test
    void timesWithAZone() {
        refusesToRead(
                over(Birthday.class, "timestamp with time zone", "'2024-02-03 00:00:00+05:00'"), Birthday.class, 1);
        refusesToRead(over(Moment.class, "timestamp with time zone", "'2024-02-03 00:00:00+05:00'"), Moment.class, 1);
        refusesToRead(over(Wake.class, "time with time zone", "'10:00:00+05:00'"), Wake.class, 1);
    }

    @Test
    void numbersInBooleans() {
        refusesToWrite(over(Whole.class, "boolean"), new Whole(1, 7));
    }
}
