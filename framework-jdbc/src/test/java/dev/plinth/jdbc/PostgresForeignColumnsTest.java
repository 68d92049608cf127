package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.error.DatabaseException;
import dev.plinth.jdbc.ForeignEntities.Birthday;
import dev.plinth.jdbc.ForeignEntities.Moment;
import dev.plinth.jdbc.ForeignEntities.Rougher;
import dev.plinth.jdbc.ForeignEntities.Wake;
import dev.plinth.jdbc.ForeignEntities.Whole;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Foreign columns on PostgreSQL. */
final class PostgresForeignColumnsTest extends ForeignColumnsOnEngine {
    @Override
    String newUrl() {
        return Postgres.url();
    }

    @Override
    JdbcBackend backend(String database) {
        return Postgres.backend(database);
    }

    @Test
    void theEndOfTheDay() {
        Plinth times = over(Wake.class, "time", "'24:00'", "'23:59:59.999999'");
        refusesToRead(times, Wake.class, 1, "24:00");
        assertThat(read(times, Wake.class, 2)).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
    }

    @Test
    void timesWithAZone() {
        refusesToRead(over(Birthday.class, "timestamptz", "'2024-02-03 00:00:00+05:00'"), Birthday.class, 1);
        refusesToRead(over(Moment.class, "timestamptz", "'2024-02-03 00:00:00+05:00'"), Moment.class, 1);
        refusesToRead(over(Wake.class, "timetz", "'10:00:00+05:00'"), Wake.class, 1);
    }

    @Test
    void money() {
        refusesToWrite(over(Rougher.class, "money"), new Rougher(1, 0.125));
    }

    @Test
    void theTransactionGoesOnWhereTheColumnsCannotBeRead() {
        Plinth numbers = over(Whole.class, "int");
        execute("alter table whole drop column v");
        assertThatThrownBy(() -> numbers.transact(uow -> uow.insert(new Whole(1, 7))))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("while inserting 'Whole'");
    }
}
