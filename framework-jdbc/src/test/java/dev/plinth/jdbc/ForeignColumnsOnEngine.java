package dev.plinth.jdbc;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.Statistics;
import dev.plinth.error.DatabaseException;
import dev.plinth.error.EntityMappingException;
import dev.plinth.error.InvalidValueException;
import dev.plinth.jdbc.ForeignEntities.Amount;
import dev.plinth.jdbc.ForeignEntities.Birthday;
import dev.plinth.jdbc.ForeignEntities.Bits;
import dev.plinth.jdbc.ForeignEntities.Exactly;
import dev.plinth.jdbc.ForeignEntities.Flag;
import dev.plinth.jdbc.ForeignEntities.Holds;
import dev.plinth.jdbc.ForeignEntities.Letter;
import dev.plinth.jdbc.ForeignEntities.Moment;
import dev.plinth.jdbc.ForeignEntities.Rough;
import dev.plinth.jdbc.ForeignEntities.Rougher;
import dev.plinth.jdbc.ForeignEntities.Small;
import dev.plinth.jdbc.ForeignEntities.Text;
import dev.plinth.jdbc.ForeignEntities.Token;
import dev.plinth.jdbc.ForeignEntities.Wake;
import dev.plinth.jdbc.ForeignEntities.Whole;
import dev.plinth.jdbc.ForeignEntities.Wide;
import dev.plinth.specification.Selection;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Columns whose types are not those that Plinth would have made: their values are right, or refused by name. */
abstract class ForeignColumnsOnEngine {
    static final UUID TOKEN = new UUID(1, 2);

    final String url = newUrl();
    private @Nullable Plinth plinth;

    /** The URL of a new, empty database. */
    abstract String newUrl();

    /** A backend on a database. */
    abstract JdbcBackend backend(String database);

    /** The engine's type of numbers of 64 bits in floating point. */
    String real() {
        return "double precision";
    }

    /** The engine's type of dates with times. */
    String dateTime() {
        return "timestamp";
    }

    /** Whether a column has values of its type only; else what is written stays as it is. */
    boolean hasTypes() {
        return true;
    }

    /** Whether a UUID and its text are one, in columns of texts. */
    boolean takesTextsForUuids() {
        return false;
    }

    @AfterEach
    final void close() {
        if (plinth != null) {
            plinth.close();
        }
    }

    /** A Plinth over a table of one entity, whose column 'v' has a type. */
    final Plinth over(Class<?> entity, String type, String... values) {
        close();
        String table = entity.getSimpleName().toLowerCase(java.util.Locale.ROOT);
        execute("drop table if exists " + table);
        execute("create table " + table + " (id bigint primary key, v " + type + ", note varchar(20))");
        for (int i = 0; i < values.length; i++) {
            execute("insert into " + table + " values (" + (i + 1) + ", " + values[i] + ", null)");
        }
        plinth = Plinth.builder(backend(url)).entities(entity).build();
        return plinth;
    }

    final void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What another program reads in the column 'v' of the row 1. */
    final @Nullable String cell(Class<?> entity) {
        String table = entity.getSimpleName().toLowerCase(java.util.Locale.ROOT);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select v from " + table + " where id = 1")) {
            return result.next() ? result.getString(1) : "no row";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T extends Holds> @Nullable Object read(Plinth plinth, Class<T> type, long id) {
        return plinth.readResult(uow -> uow.getById(type, id)).value();
    }

    /** Reading is refused by name, without the value. */
    static <T extends Holds> void refusesToRead(Plinth plinth, Class<T> type, long id, String... values) {
        assertThatThrownBy(() -> read(plinth, type, id))
                .isInstanceOf(EntityMappingException.class)
                .hasMessageContaining("'" + type.getSimpleName() + ".v' (")
                .hasMessageContaining("column 'v'")
                .hasMessageContaining("the column is of the type ")
                .satisfies(e -> {
                    for (String value : values) {
                        assertThat(e).hasMessageNotContaining(value);
                    }
                });
    }

    /** Writing is refused by name, and the table has what it had. */
    final void refusesToWrite(Plinth plinth, Holds entity) {
        String before = cell(entity.getClass());
        assertThatThrownBy(() -> plinth.transact(uow -> uow.insert(entity)))
                .isInstanceOfAny(InvalidValueException.class, EntityMappingException.class)
                .hasMessageContaining("'" + entity.getClass().getSimpleName() + ".v' (")
                .hasMessageContaining("column 'v'");
        assertThat(cell(entity.getClass())).isEqualTo(before);
    }

    /** Writing is refused where the column would make another value of it. */
    final void neverChanges(Plinth plinth, Holds entity) {
        if (hasTypes()) {
            refusesToWrite(plinth, entity);
        } else {
            writes(plinth, entity);
        }
    }

    final void writes(Plinth plinth, Holds entity) {
        plinth.transact(uow -> uow.insert(entity));
        assertThat(read(plinth, entity.getClass(), 1)).isEqualTo(entity.value());
    }

    @Test
    void wholeNumbers() {
        Plinth decimals = over(Whole.class, "numeric(12,2)", "3.75", "3.00", "3000000000", "null");
        refusesToRead(decimals, Whole.class, 1, "3.75");
        assertThat(read(decimals, Whole.class, 2)).isEqualTo(3);
        refusesToRead(decimals, Whole.class, 3, "3000000000");
        assertThat(read(decimals, Whole.class, 4)).isNull();
        Plinth wide = over(Whole.class, "bigint", "3000000000", "5");
        refusesToRead(wide, Whole.class, 1, "3000000000");
        assertThat(read(wide, Whole.class, 2)).isEqualTo(5);
        Plinth floating = over(Whole.class, real(), "3.75", "4");
        refusesToRead(floating, Whole.class, 1, "3.75");
        assertThat(read(floating, Whole.class, 2)).isEqualTo(4);
        Plinth texts = over(Whole.class, "varchar(9)", "'abc'", "'12'");
        refusesToRead(texts, Whole.class, 1, "abc");
        assertThat(read(texts, Whole.class, 2)).isEqualTo(12);
        refusesToRead(over(Small.class, "int", "70000"), Small.class, 1, "70000");
        refusesToRead(over(Wide.class, "numeric(30,5)", "5.5"), Wide.class, 1, "5.5");
        refusesToRead(over(Wide.class, "numeric(30,0)", "99999999999999999999"), Wide.class, 1, "99999999999999999999");
        assertThat(read(over(Wide.class, "numeric(18)", "9007199254740993"), Wide.class, 1))
                .isEqualTo(9_007_199_254_740_993L);
    }

    @Test
    void truthValues() {
        Plinth numbers = over(Flag.class, "int", "7", "1", "0", "-1", "null");
        refusesToRead(numbers, Flag.class, 1);
        assertThat(read(numbers, Flag.class, 2)).isEqualTo(true);
        assertThat(read(numbers, Flag.class, 3)).isEqualTo(false);
        refusesToRead(numbers, Flag.class, 4);
        assertThat(read(numbers, Flag.class, 5)).isNull();
        Plinth texts = over(Flag.class, "varchar(5)", "'Y'", "'N'", "'maybe'", "'1'");
        refusesToRead(texts, Flag.class, 1);
        refusesToRead(texts, Flag.class, 2);
        refusesToRead(texts, Flag.class, 3, "maybe");
    }

    @Test
    void floatingPoint() {
        Plinth wide = over(Rough.class, real(), "1e300", "0.5", "1e-300", "0.1");
        refusesToRead(wide, Rough.class, 1);
        assertThat(read(wide, Rough.class, 2)).isEqualTo(0.5f);
        refusesToRead(wide, Rough.class, 3);
        assertThat(read(wide, Rough.class, 4)).isEqualTo(0.1f);
        refusesToRead(over(Rough.class, "varchar(9)", "'abc'"), Rough.class, 1, "abc");
        refusesToRead(over(Rougher.class, "varchar(9)", "'abc'"), Rougher.class, 1, "abc");
    }

    @Test
    void letters() {
        Plinth longer = over(Letter.class, "varchar(5)", "'abc'", "'a'");
        refusesToRead(longer, Letter.class, 1, "'abc'");
        assertThat(read(longer, Letter.class, 2)).isEqualTo('a');
        Plinth fixed = over(Letter.class, "char(1)", "' '", "'x'");
        assertThat(read(fixed, Letter.class, 1)).isEqualTo(' ');
        assertThat(read(fixed, Letter.class, 2)).isEqualTo('x');
        refusesToRead(over(Letter.class, "varchar(5)", "''"), Letter.class, 1);
    }

    @Test
    void datesAndTimes() {
        Plinth days = over(Birthday.class, dateTime(), "'2024-02-03 13:14:15'", "'2024-02-03 00:00:00'");
        refusesToRead(days, Birthday.class, 1, "13:14");
        refusesToRead(over(Birthday.class, "varchar(20)", "'2024-02-30'"), Birthday.class, 1, "02-30");
        refusesToRead(over(Wake.class, dateTime(), "'2024-02-03 13:14:15'"), Wake.class, 1, "13:14");
    }

    @Test
    void uuids() {
        for (String type : new String[] {"char(36)", "varchar(36)"}) {
            if (takesTextsForUuids()) {
                Plinth tokens = over(Token.class, type, "'" + new UUID(3, 4) + "'", "'no uuid'");
                assertThat(read(tokens, Token.class, 1)).isEqualTo(new UUID(3, 4));
                refusesToRead(tokens, Token.class, 2, "no uuid");
                writes(over(Token.class, type), new Token(1, TOKEN));
                assertThat(cell(Token.class)).isEqualTo(TOKEN.toString());
                continue;
            }
            Plinth tokens = over(Token.class, type);
            refusesToWrite(tokens, new Token(1, TOKEN));
            Plinth filled = over(Token.class, type, "'" + TOKEN + "'", "'no uuid'");
            refusesToRead(filled, Token.class, 1, TOKEN.toString());
            refusesToRead(filled, Token.class, 2, "no uuid");
            // a comparison would find nothing, without a word; some engines do not compare the two at all
            assertThatThrownBy(() -> filled.readResult(uow -> uow.count(
                            Selection.of(Token.class).where(where(Token::v).is(TOKEN)))))
                    .isInstanceOfAny(EntityMappingException.class, DatabaseException.class)
                    .hasMessageContaining("'Token");
        }
    }

    @Test
    void decimalsAreNotRounded() {
        Plinth narrow = over(Amount.class, "numeric(6,1)");
        refusesToWrite(narrow, new Amount(1, new BigDecimal("1.25")));
        Plinth whole = over(Amount.class, "int");
        refusesToWrite(whole, new Amount(1, new BigDecimal("1.25")));
        Plinth floating = over(Exactly.class, real());
        refusesToWrite(floating, new Exactly(1, new BigDecimal("12345678901234567.25")));
        neverChanges(over(Rougher.class, "numeric(6,2)"), new Rougher(1, 0.125));
    }

    @Test
    void whatFitsIsWritten() {
        writes(over(Rougher.class, "numeric(6,2)"), new Rougher(1, 1.25));
        writes(over(Wide.class, "numeric(18)"), new Wide(1, 9_007_199_254_740_993L));
        writes(over(Whole.class, "bigint"), new Whole(1, 7));
        writes(over(Moment.class, "date"), new Moment(1, LocalDateTime.of(2024, 2, 3, 0, 0)));
        writes(over(Birthday.class, dateTime()), new Birthday(1, LocalDate.of(2024, 2, 3)));
        writes(over(Text.class, "char(9)"), new Text(1, "seven"));
    }

    @Test
    void updatesAreLookedAt() {
        if (!hasTypes()) {
            return;
        }
        Plinth narrow = over(Amount.class, "numeric(6,1)", "1.5");
        assertThatThrownBy(() ->
                        narrow.transact(uow -> uow.getById(Amount.class, 1L).setV(new BigDecimal("1.25"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("'Amount.v' (BigDecimal, column 'v')")
                .hasMessageContaining("Nothing was sent");
        assertThat(cell(Amount.class)).isEqualTo("1.5");
        narrow.transact(uow -> uow.getById(Amount.class, 1L).setV(new BigDecimal("2.50")));
        assertThat(cell(Amount.class)).isEqualTo("2.5");
    }

    @Test
    void textsAreNotTakenForNumbers() {
        Plinth numbers = over(Text.class, "numeric(10,0)");
        refusesToWrite(numbers, new Text(1, "007"));
    }

    @Test
    void timesAreNotDropped() {
        neverChanges(over(Moment.class, "date"), new Moment(1, LocalDateTime.of(2024, 2, 3, 13, 14)));
    }

    @Test
    void truthIsNotWrittenAsText() {
        neverChanges(over(Flag.class, "varchar(5)"), new Flag(1, true));
    }

    @Test
    void readingWritesNothing() {
        Plinth days = over(Birthday.class, "date", "'2024-02-03'", "null");
        Statistics before = days.statistics();
        assertThat(days.transactResult(uow -> uow.getById(Birthday.class, 1L)).value())
                .isEqualTo(LocalDate.of(2024, 2, 3));
        assertThat(read(days, Birthday.class, 2)).isNull();
        assertThat(days.statistics().since(before).updates()).isZero();
    }

    @Test
    void bytesAreNoTexts() {
        neverChanges(over(Bits.class, "varchar(20)"), new Bits(1, new byte[] {(byte) 0x80, 1}));
    }
}
