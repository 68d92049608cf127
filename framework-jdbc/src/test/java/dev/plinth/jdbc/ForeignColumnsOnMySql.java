package dev.plinth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.Plinth;
import dev.plinth.jdbc.ForeignEntities.Birthday;
import dev.plinth.jdbc.ForeignEntities.Flag;
import dev.plinth.jdbc.ForeignEntities.Moment;
import dev.plinth.jdbc.ForeignEntities.Rough;
import dev.plinth.jdbc.ForeignEntities.Token;
import dev.plinth.jdbc.ForeignEntities.Wake;
import dev.plinth.jdbc.ForeignEntities.Whole;
import dev.plinth.jdbc.ForeignEntities.Wide;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Foreign columns on MySQL and MariaDB. */
abstract class ForeignColumnsOnMySql extends ForeignColumnsOnEngine {
    @Override
    JdbcBackend backend(String database) {
        return Databases.backend(database);
    }

    @Override
    String dateTime() {
        return "datetime";
    }

    // without the modes that keep such values out
    private Plinth lax(Class<?> entity, String type, String... values) {
        Plinth plinth = over(entity, type);
        String table = entity.getSimpleName().toLowerCase(Locale.ROOT);
        for (int i = 0; i < values.length; i++) {
            Databases.execute(
                    url,
                    "set sql_mode = ''",
                    "insert into " + table + " values (" + (i + 1) + ", " + values[i] + ", null)");
        }
        return plinth;
    }

    @Test
    void timesThatAreNoTimesOfADay() {
        Plinth times = lax(Wake.class, "time(6)", "'838:59:59'", "'-01:00:00'", "'24:00:00'", "'23:59:59.999999'");
        refusesToRead(times, Wake.class, 1, "838");
        refusesToRead(times, Wake.class, 2, "01:00");
        refusesToRead(times, Wake.class, 3, "24:00");
        assertThat(read(times, Wake.class, 4)).isEqualTo(LocalTime.of(23, 59, 59, 999_999_000));
    }

    @Test
    void datesThatAreNoDates() {
        refusesToRead(lax(Birthday.class, "date", "'0000-00-00'"), Birthday.class, 1, "0000");
        refusesToRead(lax(Moment.class, "datetime", "'0000-00-00 00:00:00'"), Moment.class, 1, "0000");
        refusesToRead(lax(Birthday.class, "date", "'2024-02-00'"), Birthday.class, 1, "2024");
    }

    @Test
    void smallNumbers() {
        Plinth flags = over(Flag.class, "tinyint(1)", "2", "1", "0", "null");
        refusesToRead(flags, Flag.class, 1);
        assertThat(read(flags, Flag.class, 2)).isEqualTo(true);
        assertThat(read(flags, Flag.class, 3)).isEqualTo(false);
        assertThat(read(flags, Flag.class, 4)).isNull();
        assertThat(read(over(Flag.class, "bit(1)", "b'1'"), Flag.class, 1)).isEqualTo(true);
        assertThat(read(over(Whole.class, "tinyint(1)", "5"), Whole.class, 1)).isEqualTo(5);
        assertThat(read(over(Whole.class, "year", "2024"), Whole.class, 1)).isEqualTo(2024);
        refusesToRead(over(Whole.class, "int unsigned", "4000000000"), Whole.class, 1, "4000000000");
        refusesToRead(over(Wide.class, "bigint unsigned", "18446744073709551615"), Wide.class, 1, "1844674");
        writes(over(Whole.class, "tinyint(1)"), new Whole(1, 5));
        writes(over(Rough.class, "float"), new Rough(1, 0.5f));
        neverChanges(over(Rough.class, "float"), new Rough(1, 1.2345678f));
        neverChanges(over(Token.class, "char(36) character set latin1"), new Token(1, TOKEN));
    }
}
