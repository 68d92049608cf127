package dev.plinth.jdbc;

import static dev.plinth.jdbc.Rows.insert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Condition;
import dev.plinth.backend.Store;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.DuplicateKeyException;
import dev.plinth.error.ReadOnlyDatabaseException;
import dev.plinth.error.ValueOutOfRangeException;
import dev.plinth.model.Generation;
import dev.plinth.model.TableName;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The errors on H2, whose messages quote names and values alike. */
final class H2ErrorsTest extends ErrorsOnEngine {
    @Override
    String newUrl() {
        return H2.url();
    }

    @Override
    JdbcBackend backend(String database) {
        return JdbcBackend.url(database).pool(pool -> pool.setMinimumIdle(1));
    }

    @Override
    String missing(String table) {
        return "Table \"" + table + "\" not found";
    }

    // a database in memory cannot be opened for reading only; see below for one in a file
    @Override
    @Nullable
    JdbcBackend readOnly() {
        return null;
    }

    @Override
    String askTimeouts() {
        return "select lock_timeout() || ' ' || setting_value from information_schema.settings"
                + " where setting_name = 'QUERY_TIMEOUT'";
    }

    @Override
    void cutAll() {
        execute("shutdown immediately");
    }

    @Test
    void theCauseHasTheCodeOfTheEngine() {
        commit(user(1, "ada", SECRET));
        assertThat(thrown(DuplicateKeyException.class, session -> insert(session, USER, user(2, "bob", SECRET)))
                        .getCause())
                .hasMessageContaining("org.h2.jdbc.JdbcSQLIntegrityConstraintViolationException")
                .satisfies(cause ->
                        assertThat(((SQLException) cause).getErrorCode()).isEqualTo(23505))
                .satisfies(cause ->
                        assertThat(cause.getStackTrace()[0].getClassName()).startsWith("org.h2"));
    }

    @Test
    void aFileThatIsOpenedForReadingTakesNoWrites(@TempDir Path folder) {
        String file = "jdbc:h2:" + folder.resolve("shop");
        H2.prepared(JdbcBackend.url(file).connect((k, r, b) -> {}), USER).close();
        try (Store replica = prepared(backend(file + ";ACCESS_MODE_DATA=r"), USER)) {
            assertThat(thrown(
                            replica,
                            ReadOnlyDatabaseException.class,
                            session -> insert(session, USER, user(1, "ada", SECRET))))
                    .hasMessageContaining("while inserting 'User', the database took no write: it is read-only");
        }
    }

    // H2 takes it for a value that is too long
    @Test
    void aDecimalOutOfRangeIsNoLongText() {
        execute("alter table \"App User\" alter column \"version\" numeric(2, 0)");
        Object[] row = user(1, "ada", SECRET);
        row[1] = 1000L;
        assertThat(thrown(ValueOutOfRangeException.class, session -> insert(session, USER, row))
                        .properties())
                .containsExactly("version");
    }

    @Test
    void aColumnThatIsMissingIsAddedByHand() {
        execute("alter table \"App User\" drop column \"version\"");
        assertThat(thrown(DatabaseException.class, session -> Rows.byIds(session, USER, 1L)))
                .hasMessageContaining("Column \"t.version\" not found")
                .hasMessageContaining("alter the table or drop it: create() leaves a table that exists as it is");
    }

    @Test
    void aSequenceThatIsMissingIsTold() {
        Generation.Sequence ids = new Generation.Sequence(new TableName(null, null, "nowhere"), 1, 50);
        assertThat(thrown(DatabaseException.class, session -> session.nextBlock(ids)))
                .hasMessageContaining("while taking ids from the sequence 'nowhere', the database did not understand")
                .hasMessageContaining("Sequence \"nowhere\" not found")
                .hasMessageContaining("Where a table or sequence is missing, create it with plinth.schema().create()");
    }

    @Test
    void aLongStatementIsCut() {
        execute("drop table \"App User\" cascade");
        List<Long> ids = LongStream.range(0, 1000).boxed().toList();
        DatabaseException error = thrown(
                DatabaseException.class,
                session -> Rows.count(
                        session, USER, new Condition.In(USER.columns().get(0), ids)));
        assertThat(error).hasMessageContaining("?, ?").hasMessageEndingWith("...");
        assertThat(error.getMessage().length()).isLessThan(2000);
    }
}
