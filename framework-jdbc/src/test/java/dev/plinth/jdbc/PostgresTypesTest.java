package dev.plinth.jdbc;

import dev.plinth.contract.TypeProperties;

/** The round trips of values, on PostgreSQL. */
final class PostgresTypesTest extends TypeProperties implements PostgresTest.OnPostgres {}
