package dev.plinth.jdbc;

import dev.plinth.contract.TypeProperties;

/** The round trips of values, on SQLite. */
final class SqliteTypesTest extends TypeProperties implements SqliteTest.OnSqlite {}
