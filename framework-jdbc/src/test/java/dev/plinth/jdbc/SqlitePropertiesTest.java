package dev.plinth.jdbc;

import dev.plinth.contract.SpecificationProperties;

/** The differential properties, on PostgreSQL. */
final class SqlitePropertiesTest extends SpecificationProperties implements SqliteTest.OnSqlite {}
