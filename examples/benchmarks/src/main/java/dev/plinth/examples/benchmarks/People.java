package dev.plinth.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plinth.Plinth;
import dev.plinth.jdbc.JdbcBackend;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.stream.LongStream;

/** A table of people on H2 in memory, and the two ways to it. */
final class People implements AutoCloseable {
    static final int COUNT = 10_000;

    private static final String BY_ID = """
            select "id", "version", "name", "email", "born", "credit" from "person" where "id" = ?""";

    private final HikariDataSource pool;
    private final Plinth plinth;

    People() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:people");
        config.setAutoCommit(false);
        pool = new HikariDataSource(config);
        plinth = Plinth.builder(JdbcBackend.on(pool)).entities(Person.class).build();
        plinth.schema().create();
        plinth.transact(
                uow -> LongStream.range(0, COUNT).mapToObj(Person::number).forEach(uow::insert));
    }

    Person byPlinth(long id) {
        return plinth.readResult(uow -> uow.getById(Person.class, id));
    }

    Person byHand(long id) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(BY_ID)) {
            statement.setLong(1, id);
            Person person;
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("there is no person " + id);
                }
                person = new Person(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, BigDecimal.class));
            }
            connection.commit();
            return person;
        }
    }

    @Override
    public void close() {
        plinth.close();
        pool.close();
    }
}
