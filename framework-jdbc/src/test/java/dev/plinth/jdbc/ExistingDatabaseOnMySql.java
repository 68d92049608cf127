package dev.plinth.jdbc;

/** Existing tables on MySQL and MariaDB, where a schema is another database. */
abstract class ExistingDatabaseOnMySql extends ExistingDatabaseOnEngine {
    @Override
    JdbcBackend backend(String database) {
        return Databases.backend(database);
    }

    @Override
    String otherSchema(String database) {
        return newUrl().replaceFirst("^jdbc:\\w+://[^/]*/([^?]*).*", "$1");
    }

    @Override
    String identity() {
        return "bigint auto_increment primary key";
    }

    @Override
    boolean hasZones() {
        return false;
    }

    @Override
    String quoted(String name) {
        return '`' + name + '`';
    }
}
