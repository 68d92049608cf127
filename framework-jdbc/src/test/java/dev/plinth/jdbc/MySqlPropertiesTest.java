package dev.plinth.jdbc;

import dev.plinth.contract.SpecificationProperties;

/** The differential properties, on MySQL. */
@MySql.OnGivenServer
final class MySqlPropertiesTest extends SpecificationProperties implements MySqlTest.OnMySql {}
