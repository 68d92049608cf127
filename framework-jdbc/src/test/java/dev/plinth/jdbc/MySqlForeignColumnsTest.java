package dev.plinth.jdbc;

import dev.plinth.jdbc.ForeignEntities.Token;
import org.junit.jupiter.api.Test;

/** Foreign columns on MySQL. */
@MySql.OnGivenServer
final class MySqlForeignColumnsTest extends ForeignColumnsOnMySql {
    @Override
    String newUrl() {
        return MySql.databases().url();
    }

    @Test
    void bytesThatAreFilledUp() {
        refusesToWrite(over(Token.class, "binary(20)"), new Token(1, TOKEN));
    }
}
