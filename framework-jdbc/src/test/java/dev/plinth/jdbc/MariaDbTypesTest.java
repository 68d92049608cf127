package dev.plinth.jdbc;

import dev.plinth.contract.TypeProperties;

/** The round trips of values, on MariaDB. */
final class MariaDbTypesTest extends TypeProperties implements MariaDbTest.OnMariaDb {}
