package dev.plinth.docs.existing;

import static dev.plinth.specification.Specification.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.error.EntityStateException;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.specification.Selection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExistingDatabasesTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @Test
    void tablesOfOtherTimes() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema legacy");
            statement.execute("create table legacy.\"ORDER LINE\" (\"Order No\" numeric(18), article char(8), quantity"
                    + " integer, price integer, paid char(1), total integer generated always as (quantity * price),"
                    + " state varchar(10) default 'open', remark varchar(20), primary key (\"Order No\", article))");
            statement.execute("create view legacy.turnover as select article, sum(total) as money from legacy.\"ORDER"
                    + " LINE\" group by article");
        }
        try (Plinth plinth = Plinth.builder(JdbcBackend.url(url))
                .entities(OrderLine.class, Turnover.class)
                .build()) {
            List<Turnover> best = use(plinth);
            assertThat(best).containsExactly(new Turnover("TEA", 150));
            assertThatThrownBy(() -> plinth.transact(uow -> uow.insert(new Turnover("x", 1))))
                    .isInstanceOf(EntityStateException.class);
        }
    }

    private static List<Turnover> use(Plinth plinth) {
        // docs:existing-use
        plinth.transact(uow -> {
            OrderLine line = uow.insert(new OrderLine(7, "TEA", 2, 30));
            uow.flush();
            line.getTotal(); // 60, and the state is 'open': the database has set both
        });
        plinth.transact(uow -> {
            OrderLine line = uow.getById(OrderLine.class, new OrderLine.Key(7, "TEA"));
            line.setQuantity(5); // writes this column alone
            uow.flush();
            line.getTotal(); // 150
        });
        List<Turnover> best = plinth.readResult(uow -> uow.find(
                Selection.of(Turnover.class).where(where(Turnover::money).greaterThan(100L))));
        // end
        return best;
    }
}
