package dev.plinth.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plinth.Plinth;
import dev.plinth.backend.Backend;
import dev.plinth.jdbc.JdbcBackend;
import dev.plinth.memory.MemoryBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendsTest {
    @Test
    void open() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        try (HikariDataSource dataSource = new HikariDataSource(config)) {
            for (Backend backend : List.of(sql(url, dataSource), pooled(url), memory())) {
                try (Plinth plinth =
                        Plinth.builder(backend).entities(Currency.class).build()) {
                    plinth.schema().create();
                    assertThat(plinth.engine()).isNotBlank();
                }
            }
            assertThat(dataSource.isClosed()).isFalse();
        }
    }

    @Test
    void sqlite(@TempDir Path directory) {
        String url = "jdbc:sqlite:" + directory.resolve("shop.db");
        // docs:sqlite-open
        JdbcBackend backend = JdbcBackend.url(url + "?journal_mode=wal&busy_timeout=10000");
        // end
        try (Plinth plinth = Plinth.builder(backend).entities(Currency.class).build()) {
            plinth.schema().create();
            plinth.transact(uow -> uow.insert(new Currency("EUR", "Euro", 2, 0)));
            plinth.read(uow -> assertThat(uow.findById(Currency.class, "EUR")).isPresent());
        }
        assertThat(directory).isDirectoryContaining("glob:**/shop.db");
    }

    private static Backend sql(String url, DataSource dataSource) {
        List<Backend> backends = List.of(
                // docs:jdbc-open
                JdbcBackend.url("jdbc:h2:./shop"), // a pool of Plinth's own, closed with it
                JdbcBackend.url("jdbc:h2:./shop", "shop", "secret"),
                JdbcBackend.on(dataSource) // the application's data source, left open
                // end
                );
        return backends.get(2);
    }

    private static Backend pooled(String url) {
        // docs:jdbc-pool
        JdbcBackend backend = JdbcBackend.url(url).pool(pool -> {
            pool.setMaximumPoolSize(20);
            pool.setConnectionTimeout(2_000);
        });
        // end
        return backend;
    }

    private static Backend memory() {
        // docs:memory-open
        MemoryBackend backend = MemoryBackend.create(Duration.ofSeconds(2)); // how long a writer waits for its turn
        // end
        return backend;
    }

    @Test
    void sharesAMemory() {
        MemoryBackend memory = MemoryBackend.create();
        try (Plinth one = Plinth.builder(memory).entities(Currency.class).build();
                Plinth two = Plinth.builder(memory).entities(Currency.class).build()) {
            one.schema().create();
            one.transact(uow -> uow.insert(new Currency("EUR", "Euro", 2, 0)));
            two.read(uow -> assertThat(uow.findById(Currency.class, "EUR")).isPresent());
        }
    }
}
