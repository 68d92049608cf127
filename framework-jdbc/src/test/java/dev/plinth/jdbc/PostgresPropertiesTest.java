package dev.plinth.jdbc;

import dev.plinth.contract.SpecificationProperties;

/** The differential properties, on PostgreSQL. */
final class PostgresPropertiesTest extends SpecificationProperties implements PostgresTest.OnPostgres {}
