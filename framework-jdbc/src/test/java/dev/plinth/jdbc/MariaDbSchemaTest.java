package dev.plinth.jdbc;

/** Schemas on MariaDB. */
final class MariaDbSchemaTest extends MySqlFamilySchemas {
    @Override
    String url() {
        return MariaDb.DATABASES.url();
    }
}
