package dev.plinth.jdbc;

import org.junit.jupiter.api.Test;

/** The backend on MariaDB. */
final class MariaDbBackendTest extends MySqlFamilyBackend {
    @Override
    Databases databases() {
        return MariaDb.DATABASES;
    }

    @Override
    String version() {
        return "MariaDB \\d+\\.\\d+\\.\\d+";
    }

    @Test
    void anOptionOfItsDriverIsRefused() {
        assertRefused("useBulkStmts=true", "the option useBulkStmts");
    }
}
