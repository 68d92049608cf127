package dev.plinth.jdbc;

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
}
