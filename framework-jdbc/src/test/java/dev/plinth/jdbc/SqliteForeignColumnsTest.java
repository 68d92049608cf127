package dev.plinth.jdbc;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.error.EntityMappingException;
import dev.plinth.jdbc.ForeignEntities.Amount;
import dev.plinth.jdbc.ForeignEntities.Flag;
import dev.plinth.jdbc.ForeignEntities.Rough;
import dev.plinth.jdbc.ForeignEntities.Rougher;
import dev.plinth.jdbc.ForeignEntities.Text;
import dev.plinth.jdbc.ForeignEntities.Wide;
import dev.plinth.specification.Selection;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Foreign columns on SQLite. */
final class SqliteForeignColumnsTest extends ForeignColumnsOnEngine {
    @Override
    String newUrl() {
        return Sqlite.url();
    }

    @Override
    JdbcBackend backend(String database) {
        return Sqlite.backend(database);
    }

    @Override
    boolean hasTypes() {
        return false;
    }

    @Test
    void decimalsAmongNumbers() {
        Plinth numbers = over(Amount.class, "numeric(12,2)", "99.5");
        refusesToWrite(numbers, new Amount(2, new BigDecimal("12.34")));
        refusesToRead(numbers, Amount.class, 1, "99.5");
        assertThatThrownBy(() -> numbers.readResult(uow -> uow.count(
                        Selection.of(Amount.class).where(where(Amount::getV).is(BigDecimal.ONE)))))
                .isInstanceOf(EntityMappingException.class)
                .hasMessageContaining("'Amount.v' (BigDecimal, column 'v')");
        assertThat(cell(Amount.class)).isEqualTo("99.5");
        writes(over(Amount.class, "text"), new Amount(1, new BigDecimal("12.34")));
        writes(over(Amount.class, ""), new Amount(1, new BigDecimal("12.34")));
    }

    @Test
    void whatACellHolds() {
        Plinth longs = over(Wide.class, "int", "99999999999999999999", "'abc'");
        refusesToRead(longs, Wide.class, 1);
        refusesToRead(longs, Wide.class, 2, "abc");
        refusesToRead(over(Rough.class, "real", "'abc'"), Rough.class, 1, "abc");
        refusesToRead(over(Flag.class, "boolean", "'true'"), Flag.class, 1);
    }

    @Test
    void textsThatLookLikeNumbers() {
        Plinth texts = over(Text.class, "string");
        refusesToWrite(texts, new Text(1, "007"));
        refusesToWrite(texts, new Text(1, "1e5"));
        writes(texts, new Text(1, "seven"));
        writes(over(Text.class, "string"), new Text(1, "42"));
        refusesToWrite(over(Rougher.class, "text"), new Rougher(1, 0.1 + 0.2));
        refusesToWrite(over(Wide.class, "real"), new Wide(1, 9_007_199_254_740_993L));
    }
}
