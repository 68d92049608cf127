package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.Plinth;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.schema.LookupDifference;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookupTablesTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private Plinth plinth;

    @BeforeEach
    void open() {
        plinth = Plinth.builder(JdbcBackend.url(url))
                .entities(Task.class, Unit.class)
                .build();
        plinth.schema().create();
    }

    @AfterEach
    void close() {
        plinth.close();
    }

    @Test
    void differencesAreTold() {
        // docs:lookup-differences
        plinth.transact(uow -> {
            Unit kilogram = uow.getById(Unit.class, "KG");
            uow.update(new Unit("KG", "kilo", kilogram.version()));
            uow.insert(new Unit("FT", "foot", 0));
        });
        List<LookupDifference> differences = plinth.schema().synchronizeLookups();
        // end
        assertThat(Docs.read(Docs.root().resolve("docs/lookup-tables.md")))
                .contains(differences.get(0).toString())
                .contains(differences.get(1).toString());
    }

    @Test
    void theDatabaseRefusesWhatIsNoConstant() throws SQLException {
        plinth.transact(uow -> uow.insert(new Task(1, Priority.HIGH)));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update \"task\" set \"priority\" = 'HIGHEST'"))
                    .isInstanceOf(SQLIntegrityConstraintViolationException.class);
            assertThatThrownBy(() -> statement.execute("delete from \"priority\" where \"name\" = 'HIGH'"))
                    .isInstanceOf(SQLIntegrityConstraintViolationException.class);
        }
    }
}
