package dev.plinth.jdbc;

import dev.plinth.contract.SpecificationProperties;

/** The differential properties, on SQLite. */
final class SqlitePropertiesTest extends SpecificationProperties implements SqliteTest.OnSqlite {}
